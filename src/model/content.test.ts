import { describe, expect, test } from 'vitest';
import { checkContent } from '../checks/check-content.ts';
import { buildTime } from './clock.ts';

const { content, problems } = await checkContent('content', buildTime());

/** The services that the site was launched with; editors add more. */
const ids =
  `personal-expert-advice paid-expert-assignments legal-advice procurement-advice data-protection-and-information-management
  digital-security-support digital-development-network digitalisation-survey national-advocacy eu-advocacy-brussels-office international-networks
  statements-on-legislation circulars copyright-agreements-for-music large-cities-network sector-and-theme-networks municipal-economy-expertise
  state-grant-calculator economy-barometer statistics-services research-and-surveys kuntamarkkinat-event live-broadcasts-and-webinars
  elected-officials-training democracy-and-participation-advice wellbeing-promotion-hyte wellbeing-area-interfaces education-and-early-childhood
  culture-library-sport-youth land-use-and-building streets-and-public-areas climate-municipalities employment-services-support
  integration-and-immigration preparedness-and-security municipal-communications-support newsletters-and-press-releases guides-and-publications
  swedish-language-services development-and-innovation`.split(/\s+/);

describe('the published content', () => {
  test('has no errors', () => {
    expect(
      problems
        .filter(({ level }) => level === 'error')
        .map(({ file, text }) => `${file}: ${text.en.message}`),
    ).toEqual([]);
  });

  test('contains the forty initial services', () => {
    expect(content!.services.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test.each(ids.map((id) => [id]))(
    '%s has a text in both languages, a channel, and a year for every source',
    (id) => {
      const service = content!.services.find((candidate) => candidate.id === id)!;
      for (const lang of ['fi', 'sv'] as const) {
        const wordCount = service.texts[lang].body.split(/\s+/).length;
        expect(wordCount).toBeGreaterThanOrEqual(80);
        expect(wordCount).toBeLessThanOrEqual(280);
        // The fourth section, "good to know", is optional.
        expect([3, 4]).toContain(service.texts[lang].body.match(/^## /gm)!.length);
      }
      expect(service.facts.sources.every(({ url, year }) => url.startsWith('https://') && year > 2000)).toBe(
        true,
      );
      expect(service.facts.channels.length).toBeGreaterThan(0);
    },
  );

  test('uses every theme, division and kind of service', () => {
    const { vocabulary, services } = content!;
    const used = (field: 'themes' | 'divisions') => new Set(services.flatMap(({ facts }) => facts[field]));
    expect([...used('themes')].sort()).toEqual(Object.keys(vocabulary.themes).sort());
    expect([...used('divisions')].sort()).toEqual(Object.keys(vocabulary.divisions).sort());
    expect([...new Set(services.map(({ facts }) => facts.kind))].sort()).toEqual(
      Object.keys(vocabulary.kinds).sort(),
    );
  });
});
