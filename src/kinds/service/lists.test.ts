import { describe, expect, test } from 'vitest';
import { checkWith } from '../../testing/sound-content.ts';
import { inEachLanguage, languages } from '../../i18n/languages.ts';
import { pagesIn } from '../../model/lookup.ts';
import { pagesOf } from '../../model/pages.ts';
import { listParts, mostOnPage } from './lists.ts';
import { allKinds } from '../kinds.ts';

const content = checkWith({}).content!;
/** The sample content with many services, in reverse order of title. */
const withServices = (count: number) => ({
  ...content,
  services: Array.from({ length: count }, (_, index) => {
    const [service] = content.services;
    const name = String(count - index).padStart(5, '0');
    return {
      ...service!,
      id: `service-${name}`,
      texts: inEachLanguage((lang) => ({
        ...service!.texts[lang],
        title: `${lang} ${name}`,
        address: `${lang}-${name}`,
      })),
    };
  }),
});
const furtherPagesOf = (count: number) => {
  const longContent = withServices(count);
  return pagesIn({ content: longContent, pages: pagesOf(longContent, allKinds) }, 'fi', 'part');
};

describe('a list of services', () => {
  test('has one page up to the page size', () => {
    expect(furtherPagesOf(mostOnPage)).toEqual([]);
    expect(listParts(content.services, { kind: 'services' }, 'fi')).toHaveLength(1);
  });

  test('continues on numbered pages in every language, also by theme and division', () => {
    const paths = furtherPagesOf(2 * mostOnPage + 1).map(({ path, twins }) => [path, twins.sv]);
    expect(paths).toContainEqual(['/fi/palvelut/2/', '/sv/tjanster/2/']);
    expect(paths).toContainEqual(['/fi/palvelut/3/', '/sv/tjanster/3/']);
    expect(paths).toContainEqual(['/fi/palvelut/teemat/nimi-health/3/', '/sv/tjanster/teman/namn-health/3/']);
    expect(paths).toContainEqual([
      '/fi/palvelut/toimialat/nimi-education/3/',
      '/sv/tjanster/sektorer/namn-education/3/',
    ]);
    expect(new Set(furtherPagesOf(2 * mostOnPage + 1).map(({ title }) => title)).size).toBe(paths.length);
  });

  test.each(languages)('contains every service once and in order in "%s"', (lang) => {
    const { services } = withServices(2 * mostOnPage + 1);
    const parts = listParts(services, { kind: 'services' }, lang);
    expect(parts.map((part) => part.services.length)).toEqual([mostOnPage, mostOnPage, 1]);
    const titles = parts.flatMap((part) => part.services.map(({ texts }) => texts[lang].title));
    expect(titles).toEqual(services.map(({ texts }) => texts[lang].title).sort());
  });
});

test('a service cannot take the address of a numbered page', () => {
  const { problems } = checkWith({
    'services/alpha/fi.md':
      '---\ntitle: Palvelu alpha\nsummary: Saat apua.\naddress: "2"\nkeywords: [yksi, kaksi, kolme, neljä, viisi]\n---\n\nTeksti.\n',
  });
  expect(
    problems.some(
      ({ rule, text }) => rule === 'unique-addresses' && text.en.message === 'the address 2 is not free',
    ),
  ).toBe(true);
});
