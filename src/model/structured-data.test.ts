import { describe, expect, test } from 'vitest';
import { checkWith, soundFiles } from '../testing/sound-content.ts';
import { pagesOf } from './pages.ts';
import { asJsonLd, structuredData } from './structured-data.ts';

const file = (path: string, ...changes: [string | RegExp, string][]) => ({
  [path]: changes.reduce((text, [part, by]) => text.replace(part, by), soundFiles().get(path)!),
});
/** The service of the sample, with a channel in each language. */
const alpha = soundFiles()
  .get('services/alpha/service.yaml')!
  .replace(
    '  - kind: advice-service\n',
    '  - kind: email\n    email: { fi: neuvonta@kuntaliitto.fi }\n  - kind: web\n    url: { sv: https://www.kommunforbundet.fi/a }\n',
  );
/** The graph of a page of the sample content after changes, as a program that reads the page gets it. */
function graphOf(path: string, changes: Parameters<typeof checkWith>[0] = {}) {
  const { content, problems } = checkWith({ 'services/alpha/service.yaml': alpha, ...changes });
  if (!content) throw new Error(JSON.stringify(problems));
  const pages = pagesOf(content);
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
  test('of the home page is the site and its search', () => {
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

  test('of a service names provider, audience, channels with their languages and whom to call', () => {
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

  test('leads down to a service as its breadcrumb does', () => {
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

  test('does not offer a service that has ended', () => {
    const ended = {
      'services/alpha/service.yaml': `${alpha}withdrawn:\n  date: 2026-11-02\n  reason: { fi: Loppui., sv: Slut. }\n`,
    };
    expect(
      graphOf('/fi/palvelut/palvelu-alpha/', ended).map((thing: { '@type': string }) => thing['@type']),
    ).toEqual(['BreadcrumbList']);
  });

  test.each([
    ['2020', '2020'],
    ['2020-06', '2020-06'],
    ['2020-06-15', '2020-06-15'],
    ['2026-11-24T09:00', '2026-11-24T09:00:00+02:00'],
  ])('of an announcement published %s says %s and invents no day', (published, shown) => {
    expect(
      graphOf(
        '/fi/tiedotteet/uutinen/',
        file('announcements/news/announcement.yaml', ['published: 2020', `published: ${published}`]),
      )[0].datePublished,
    ).toBe(shown);
  });

  test('of an announcement names the publisher of the site only when there is one', () => {
    expect(graphOf('/fi/tiedotteet/uutinen/')[0]).not.toHaveProperty('publisher');
    expect(
      graphOf(
        '/fi/tiedotteet/uutinen/',
        file('site.yaml', ['publisher: null', 'publisher: { fi: Kuntaliitto, sv: Kommunförbundet }']),
      )[0].publisher,
    ).toEqual({ '@type': 'Organization', name: 'Kuntaliitto' });
  });

  test('of the contacts holds people by their anchors, and nobody whose data is marked as out of date', () => {
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
    const old = file('contacts/minna-karhunen.yaml', [
      'order: 1',
      'order: 1\nhistorical: { fi: Vanha., sv: Gammal. }',
    ]);
    expect(
      JSON.stringify([graphOf('/fi/yhteystiedot/', old), graphOf('/fi/palvelut/palvelu-alpha/', old)]),
    ).not.toContain('771 2000');
  });

  test('is none where a page only leads on', () => {
    for (const path of ['/fi/palvelut/', '/fi/haku/', '/fi/404/', '/fi/tietoa/'])
      expect(graphOf(path)).toEqual([]);
  });
});

test('no text can end the script element that holds the data', () => {
  expect(asJsonLd([{ '@type': 'WebSite', name: '</script><script>alert(1)</script><!--' }])).not.toMatch(/</);
});
