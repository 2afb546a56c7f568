import { describe, expect, test } from 'vitest';
import { checkWith, soundFiles } from '../testing/sound-content.ts';
import { pagesOf } from '../model/pages.ts';
import { asJsonLd, structuredData } from './structured-data.ts';
import { allKinds } from '../kinds/kinds.ts';

const changedFile = (path: string, ...changes: [string | RegExp, string][]) => ({
  [path]: changes.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    soundFiles().get(path)!,
  ),
});
/** The sample service "alpha", with a channel in each language. */
const alpha = soundFiles()
  .get('services/alpha/service.yaml')!
  .replace(
    '  - kind: advice-service\n',
    '  - kind: email\n    email: { fi: neuvonta@kuntaliitto.fi }\n  - kind: web\n    url: { sv: https://www.kommunforbundet.fi/a }\n',
  );
/** The parsed JSON-LD graph of a page of the sample content, with changed files. */
function graphOf(path: string, changes: Parameters<typeof checkWith>[0] = {}) {
  const { content, problems } = checkWith({ 'services/alpha/service.yaml': alpha, ...changes });
  if (!content) throw new Error(JSON.stringify(problems));
  const pages = pagesOf(content, allKinds);
  return JSON.parse(
    asJsonLd(
      structuredData(
        pages.find((page) => page.path === path)!,
        { content, pages },
      ),
    ),
  )['@graph'];
}

describe('the structured data of a page', () => {
  test('describes the site and its search on the home page', () => {
    expect(graphOf('/sv/')).toEqual([
      {
        '@type': 'WebSite',
        name: 'Namn',
        url: 'https://example.org/sv/',
        description: 'Vi berättar.',
        inLanguage: 'sv',
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: 'https://example.org/sv/sok/?q={query}' },
          'query-input': 'required name=query',
        },
      },
    ]);
  });

  test('describes provider, audience, channels with their languages and contacts of a service', () => {
    expect(graphOf('/sv/tjanster/tjanst-alpha/')[0]).toEqual({
      '@type': 'Service',
      name: 'Tjänst alpha',
      description: 'Du får hjälp när saken är tjänst alpha.',
      url: 'https://example.org/sv/tjanster/tjanst-alpha/',
      serviceType: 'Namn advice',
      audience: { '@type': 'Audience', audienceType: 'För hela stadens personal' },
      availableChannel: [
        {
          '@type': 'ServiceChannel',
          serviceUrl: 'https://www.kommunforbundet.fi/a',
          availableLanguage: 'sv',
        },
        { '@type': 'ServiceChannel', serviceUrl: 'mailto:neuvonta@kuntaliitto.fi', availableLanguage: 'fi' },
      ],
      provider: {
        '@type': 'Organization',
        name: 'Kommunförbundet',
        contactPoint: [
          {
            '@type': 'ContactPoint',
            name: 'Minna Karhunen',
            telephone: '+358 9 771 2000',
            email: 'neuvonta@kuntaliitto.fi',
          },
        ],
      },
    });
  });

  test('includes the breadcrumb of a service', () => {
    expect(graphOf('/fi/palvelut/palvelu-alpha/').at(-1)).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Etusivu', item: 'https://example.org/fi/' },
        { '@type': 'ListItem', position: 2, name: 'Palvelut', item: 'https://example.org/fi/palvelut/' },
        {
          '@type': 'ListItem',
          position: 3,
          name: 'Palvelu alpha',
          item: 'https://example.org/fi/palvelut/palvelu-alpha/',
        },
      ],
    });
  });

  test('leaves out a withdrawn service', () => {
    const ended = {
      'services/alpha/service.yaml': `${alpha}withdrawn:\n  date: 2026-11-02\n  reason: { fi: Loppui., sv: Slut. }\n`,
    };
    expect(
      graphOf('/fi/palvelut/palvelu-alpha/', ended).map((node: { '@type': string }) => node['@type']),
    ).toEqual(['BreadcrumbList']);
  });

  test.each([
    ['2020', '2020'],
    ['2020-06', '2020-06'],
    ['2020-06-15', '2020-06-15'],
    ['2026-11-24T09:00', '2026-11-24T09:00:00+02:00'],
  ])('dates an announcement published %s as %s: no day is made up', (published, datePublished) => {
    expect(
      graphOf(
        '/fi/tiedotteet/uutinen/',
        changedFile('announcements/news/announcement.yaml', ['published: 2020', `published: ${published}`]),
      )[0].datePublished,
    ).toBe(datePublished);
  });

  test('names the publisher of the site on an announcement only when there is one', () => {
    expect(graphOf('/fi/tiedotteet/uutinen/')[0]).not.toHaveProperty('publisher');
    expect(
      graphOf(
        '/fi/tiedotteet/uutinen/',
        changedFile('site.yaml', ['publisher: null', 'publisher: { fi: Kuntaliitto, sv: Kommunförbundet }']),
      )[0].publisher,
    ).toEqual({ '@type': 'Organization', name: 'Kuntaliitto' });
  });

  test('names the licence on an announcement and the home page only when there is one', () => {
    const licence = changedFile('site.yaml', [
      'publisher: null',
      'publisher: null\nlicence: { name: { fi: L, sv: L }, url: https://example.org/licence }',
    ]);
    for (const path of ['/fi/tiedotteet/uutinen/', '/sv/']) {
      expect(graphOf(path)[0]).not.toHaveProperty('license');
      expect(graphOf(path, licence)[0].license).toBe('https://example.org/licence');
    }
  });

  test('identifies contacts by their anchors, and leaves out those marked as out of date', () => {
    expect(graphOf('/fi/yhteystiedot/')).toEqual([
      {
        '@type': 'Organization',
        name: 'Kuntaliitto',
        employee: [
          {
            '@type': 'Person',
            '@id': 'https://example.org/fi/yhteystiedot/#minna-karhunen',
            name: 'Minna Karhunen',
            telephone: '+358 9 771 2000',
            email: 'neuvonta@kuntaliitto.fi',
            jobTitle: 'toimitusjohtaja',
          },
        ],
      },
    ]);
    const old = changedFile('contacts/minna-karhunen.yaml', [
      'order: 1',
      'order: 1\nhistorical: { fi: Vanha., sv: Gammal. }',
    ]);
    expect(
      JSON.stringify([graphOf('/fi/yhteystiedot/', old), graphOf('/fi/palvelut/palvelu-alpha/', old)]),
    ).not.toContain('771 2000');
  });

  test('is empty where a page only links to others', () => {
    for (const path of ['/fi/palvelut/', '/fi/haku/', '/fi/404/', '/fi/tietoa/'])
      expect(graphOf(path)).toEqual([]);
  });
});

test('no text can end the script element around the data', () => {
  expect(asJsonLd([{ '@type': 'WebSite', name: '</script><script>alert(1)</script><!--' }])).not.toMatch(/</);
});
