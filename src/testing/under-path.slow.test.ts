import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { answered, openBrowser } from './browser.ts';
import { openVariant } from './variant-site.ts';

/* The real site below a path of its host, as on the pages of a project at GitHub. */

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof openVariant>>;
/** What a page asked for outside its path, what was missing, and what the browser complained of. */
const incidents: string[] = [];
beforeAll(async () => {
  site = await openVariant({
    'site.yaml': (text) => text.replace(/^url: .*$/m, 'url: https://org.github.io/repo/'),
    'redirects.yaml': (text) => `${text}\n/fi/vanha/: /fi/palvelut/\n`,
  });
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.url}/`)) incidents.push(`asked for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) incidents.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') incidents.push(message.text());
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const text = async (path: string) => (await fetch(site.url + path)).text();
/** The address at which this server answers what is published at `https://org.github.io/repo`. */
const served = (address: string) => address.replace('https://org.github.io/repo', site.url);

test('every page of the sitemap opens, and all that it links to or fetches lies below the path and is there', async () => {
  expect(site.url).toMatch(/\/repo$/);
  const pages = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url!);
  expect(pages.length).toBeGreaterThan(100);
  const addresses = new Set<string>();
  for (const address of [`${site.url}/`, ...pages]) {
    await page.goto(served(address));
    const found = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '[href], [src], [action], meta[property="og:url"], meta[property="og:image"]',
        ),
      ].flatMap((element) =>
        ['href', 'src', 'action', 'content'].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    );
    for (const one of found) {
      const url = URL.parse(served(one), page.url());
      if (url && [new URL(site.url).host, 'org.github.io'].includes(url.host))
        addresses.add(url.href.replace(/[?#].*$/, ''));
    }
  }
  const wrong: string[] = [];
  for (const address of addresses) {
    const isBelow = address.startsWith(`${site.url}/`);
    if (!isBelow || (await fetch(address)).status !== 200) wrong.push(address);
  }
  expect(wrong).toEqual([]);
  expect(addresses.size).toBeGreaterThan(pages.length);
  expect(incidents).toEqual([]);
}, 300_000);

test.each([
  ['fi', 'hankinta', 'haku', 'sv', 'sok'],
  ['sv', 'upphandling', 'sok', 'fi', 'haku'],
])(
  'in "%s" the search suggests, finds, and goes over to the other language',
  async (lang, query, section, other, otherSection) => {
    incidents.length = 0;
    await page.goto(`${site.url}/${lang}/`);
    await page.locator('input[type=search]').pressSequentially(query);
    const suggestion = page.getByRole('option').first();
    await suggestion.waitFor();
    const suggested = await suggestion.getAttribute('href');
    expect(suggested).toMatch(new RegExp(`^/repo/${lang}/`));
    await suggestion.click();
    await page.waitForURL(`**${suggested}`);
    await page.goto(`${site.url}/${lang}/`);
    await page.locator('input[type=search]').fill(query);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/${lang}/${section}/?q=${query}`);
    const results = page.locator('[data-search-results]');
    // Excerpts come from the full text.
    await results.locator('.excerpt').first().waitFor();
    await answered(page);
    const found = await results
      .locator('a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')!));
    expect(new Set(found).size).toBe(found.length);
    for (const address of found) expect((await fetch(new URL(address, page.url()))).status).toBe(200);
    await page.locator(`a[data-language][lang=${other}]`).click();
    await page.waitForURL(`${site.url}/${other}/${otherSection}/?q=${query}`);
    await answered(page);
    expect(incidents).toEqual([]);
  },
);

test('an empty search page and one with no answer lead below the path', async () => {
  incidents.length = 0;
  await page.goto(`${site.url}/fi/haku/?q=qqxxzz`);
  await answered(page);
  const links = await page
    .getByRole('main')
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(links.filter((address) => !address.startsWith('/repo/'))).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
  expect(incidents).toEqual([]);
});

test('a filter keeps the reader below the path', async () => {
  await page.goto(`${site.url}/fi/palvelut/`);
  const filter = page.locator('[data-filters] select').first();
  await filter.selectOption({ index: 1 });
  await page.waitForURL(/\/repo\/fi\/(?:palvelut|haku)\/\?/);
});

test('an old address, a missing one and the root of the host lead to the site', async () => {
  await page.goto(`${site.url}/fi/vanha/`);
  await page.waitForURL(`${site.url}/fi/palvelut/`);
  const missing = await fetch(`${site.url}/sv/finns-inte/`);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('<html lang="sv"')]);
  const { origin } = new URL(site.url);
  expect((await fetch(`${origin}/`)).url).toBe(`${site.url}/`);
  expect((await fetch(`${origin}/fi/`)).status).toBe(404);
  expect((await fetch(`${site.url}/fi/palvelut`)).url).toBe(`${site.url}/fi/palvelut/`);
});

test('manifest, search description, feeds, open data and files of hosts give addresses below the path', async () => {
  const manifest = JSON.parse(await text('/fi/manifest.webmanifest')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ start_url: '/repo/fi/', scope: '/repo/' });
  const given: [string, RegExp][] = [
    ['/fi/manifest.webmanifest', /"(?:src|start_url|scope)":"([^"]*)"/g],
    ['/sv/opensearch.xml', /template="([^"?]*)/g],
    ['/robots.txt', /^Sitemap: (\S+)$/gm],
    ['/sitemap.xml', /(?:<loc>|href=")([^<"]*)/g],
    ...languages.map((lang): [string, RegExp] => [
      `/${lang}/rss.xml`,
      /<link>([^<]*)|href=(?:"|&quot;)([^"&]*)/g,
    ]),
    ['/api/services.json', /"(https:\/\/org[^"]*)"/g],
    ['/api/services.schema.json', /"(https:\/\/org[^"]*)"/g],
    ['/api/catalog.jsonld', /"(https:\/\/org[^"#]*)[^"]*"/g],
    ['/_redirects', /^(\S+)/gm],
    ['/_headers', /^(\/\S*)$/gm],
  ];
  for (const [path, pattern] of given) {
    const addresses = [...(await text(path)).matchAll(pattern)].map(([, one, other]) => one ?? other!);
    const own = addresses.filter((address) => address.startsWith('/') || address.includes('org.github.io'));
    expect(own.length, path).toBeGreaterThan(0);
    expect(
      own.filter((address) => !/^(?:https:\/\/org\.github\.io)?\/repo\//.test(address)),
      path,
    ).toEqual([]);
  }
});
