import { expect, test } from 'vitest';
import { asFile, publicFacts } from './sound-content.ts';
import { openVariant } from './variant-site.ts';

const filled = (path: string) => (text: string) => publicFacts(asFile(path, text));

test('a site that nobody looked at for five years is still published, without what has lapsed', async () => {
  process.env['PRODUCTION'] = '1';
  const site = await openVariant(
    Object.fromEntries(
      [
        'site.yaml',
        'pages/about/page.yaml',
        'pages/accessibility/page.yaml',
        'pages/data-protection/page.yaml',
      ].map((path) => [path, filled(path)]),
    ),
    '2031-11-27T12:00:00Z',
  ).finally(() => delete process.env['PRODUCTION']);
  try {
    expect((await fetch(`${site.url}/.well-known/security.txt`)).status).toBe(404);
    for (const [path, old] of [
      ['/fi/saavutettavuusseloste/', 'yli vuosi sitten'],
      ['/sv/tillganglighetsutlatande/', 'för mer än ett år sedan'],
    ])
      expect(await (await fetch(site.url + path)).text()).toContain(old);
  } finally {
    await site.close();
  }
});
