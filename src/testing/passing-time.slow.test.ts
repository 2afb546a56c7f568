import { expect, test } from 'vitest';
import { asFile, publicFacts } from './sound-content.ts';
import { openVariant } from './variant-site.ts';

/** A text as it is once the publisher has decided everything. */
const filled = (path: string) => (text: string) =>
  new TextDecoder()
    .decode(publicFacts(asFile(path, text)))
    .replace(
      /^licence: null$/m,
      'licence: { name: { fi: Lupa, sv: Tillstånd }, url: https://www.kuntaliitto.fi/lupa }',
    )
    .replace(/^usageLogDays: null$/m, 'usageLogDays: 30');

test('a site that nobody looked at for five years is still published, without what has lapsed', async () => {
  process.env['PRODUCTION'] = '1';
  const pages = ['about', 'accessibility', 'data-protection'].flatMap((id) =>
    ['page.yaml', 'fi.mdx', 'sv.mdx'].map((name) => `pages/${id}/${name}`),
  );
  const site = await openVariant(
    Object.fromEntries(['site.yaml', ...pages].map((path) => [path, filled(path)])),
    '2031-11-27T12:00:00Z',
  ).finally(() => delete process.env['PRODUCTION']);
  try {
    expect((await fetch(`${site.url}/.well-known/security.txt`)).status).toBe(404);
    for (const [path, old] of [
      ['/fi/saavutettavuusseloste/', 'yli vuosi sitten'],
      ['/sv/tillganglighetsutlatande/', 'för mer än ett år sedan'],
    ])
      expect(await (await fetch(site.url + path)).text()).toContain(old);
    // Nothing says any more that somebody or something is still missing.
    for (const path of [
      '/fi/',
      '/fi/tietoa-sivustosta/',
      '/fi/saavutettavuusseloste/',
      '/fi/tietosuoja-sivustolla/',
    ])
      expect(await (await fetch(site.url + path)).text(), path).not.toMatch(
        /ei ole (?:vielä )?nimett|nimettyä julkaisijaa|on antanut sen/,
      );
    expect(await (await fetch(`${site.url}/sv/om-webbplatsen/`)).text()).toContain(
      'Utgivare av webbplatsen och ansvarig för den är Utgivare.',
    );
    for (const path of ['/fi/avoin-data/', '/fi/rss.xml', '/api/services.json', '/api/catalog.jsonld'])
      expect(await (await fetch(site.url + path)).text(), path).toContain('https://www.kuntaliitto.fi/lupa');
    expect(await (await fetch(`${site.url}/sv/dataskydd-pa-webbplatsen/`)).text()).toMatch(/30\sdagar/);
  } finally {
    await site.close();
  }
});
