import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { siteUrl } from './browser.ts';
import { traces, watchIncidents } from './page-probes.ts';
import { context, page, usePage } from './use-page.ts';

let incidents: string[];
usePage(async () => {
  incidents = await watchIncidents(context);
});

test.each([
  ['fi', 'hankinta', 'haku'],
  ['sv', 'upphandling', 'sok'],
])('a search in "%s", from the suggestions to the full text, does neither', async (lang, query, section) => {
  await page.goto(`/${lang}/`);
  await page.locator('input[type=search]').pressSequentially(query);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${lang}/${section}/?q=${query}`);
  await page.locator('[data-search-results][aria-busy="false"] .excerpt').first().waitFor();
  expect(incidents).toEqual([]);
  expect(await traces(context, page)).toEqual([]);
});

test('the policy stops what the site never does', async () => {
  await page.goto('/fi/');
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('img'), { src: 'https://tracker.example/p.gif' }),
    );
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' }));
  });
  expect(
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>';
        return 'written';
      } catch (error) {
        return String(error);
      }
    }),
  ).toContain('TrustedHTML');
  expect(
    await page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled', String),
    ),
  ).toContain('Content Security Policy');
  await expect.poll(() => incidents.join('\n')).toMatch(/img-src[^]*style-src|style-src[^]*img-src/);
});

/** What the MDN HTTP Observatory adds to its 100 points, for a site that sets no cookie and redirects to HTTPS. Each missing header would cost points instead. */
function observatoryBonuses(headers: Headers, html: string): Record<string, number> {
  const policy = new Map(
    (headers.get('Content-Security-Policy') ?? '')
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );
  const sources = [...policy.values()].flat();
  const scripts = html.match(/<script\b[^>]*\bsrc=[^>]*>/g) ?? [];
  const [, age = '0'] = /max-age=(\d+)/.exec(headers.get('Strict-Transport-Security') ?? '') ?? [];
  return {
    'policy that starts from nothing':
      policy.get('default-src')?.join() === "'none'" &&
      !sources.some(
        (source) => /unsafe-(inline|eval)'|^https?:|^\*$/.test(source) && !source.includes('wasm'),
      )
        ? 10
        : -25,
    'no framing': policy.get('frame-ancestors')?.join() === "'none'" ? 5 : -20,
    'referrers kept': [
      'strict-origin-when-cross-origin',
      'strict-origin',
      'same-origin',
      'no-referrer',
    ].includes(headers.get('Referrer-Policy') ?? '')
      ? 5
      : 0,
    'resources of this site only': headers.get('Cross-Origin-Resource-Policy') === 'same-origin' ? 10 : 0,
    'scripts with their hash':
      scripts.length > 0 && scripts.every((script) => script.includes(' integrity="')) ? 5 : 0,
    'HTTPS for half a year at least': Number(age) >= 15_768_000 ? 0 : -20,
    'no guessing of types': headers.get('X-Content-Type-Options') === 'nosniff' ? 0 : -5,
  };
}

test('the Observatory gives the site 135 points', async () => {
  const answer = await fetch(`${siteUrl()}/fi/`);
  const bonuses = observatoryBonuses(answer.headers, await answer.text());
  expect(100 + Object.values(bonuses).reduce((sum, points) => sum + points), JSON.stringify(bonuses)).toBe(
    135,
  );
});

test('every script and style sheet is the one that the page was checked with', async () => {
  const html = await (await fetch(`${siteUrl()}/fi/haku/`)).text();
  const tags = [...html.matchAll(/(?:src|href)="(\/_astro\/[^"]+)" integrity="sha384-([^"]+)"/g)];
  expect(tags.length).toBeGreaterThanOrEqual(2);
  for (const [, path, hash] of tags) {
    const bytes = await (await fetch(siteUrl() + path)).bytes();
    expect(createHash('sha384').update(bytes).digest('base64'), path).toBe(hash);
  }
});
