import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answered } from './browser.ts';
import { ask, field, options, results } from './search-page.ts';
import { context, page, replacePage, usePage } from './use-page.ts';

usePage();

const resultStatus = () => page.locator('[data-search-status]');

describe('the search finds', () => {
  test.each([
    ['fi', 'upphandling', 'Hankintaneuvonta', 'Upphandlingsrådgivning'],
    ['sv', 'kilpailutus', 'Upphandlingsrådgivning', 'Hankintaneuvonta'],
  ])(
    'in %s a word of the other language (%s) and offers the results in that language',
    async (lang, query, title, twin) => {
      await ask(`/${lang}/${lang === 'fi' ? 'haku' : 'sok'}/?q=${query}`);
      expect(await results().first().textContent()).toBe(title);
      const other = page.locator('[data-search-notes] a');
      expect(await other.getAttribute('lang')).toBe(lang === 'fi' ? 'sv' : 'fi');
      await other.click();
      await page.waitForURL(`**/${lang === 'fi' ? 'sv/sok' : 'fi/haku'}/?q=${query}`);
      await answered(page);
      expect(await results().first().textContent()).toBe(twin);
    },
  );
  test.each(['09 771 2000', '097712000', '+358 9 7712000', 'karhunen', 'Minna Karhusen'])(
    'a person by name or number: %s',
    async (query) => {
      await ask(`/fi/haku/?q=${encodeURIComponent(query)}`);
      expect(await results().filter({ hasText: 'Minna Karhunen' }).getAttribute('href')).toBe(
        '/fi/yhteystiedot/#minna-karhunen',
      );
    },
  );
  test.each(['karhunen', 'karhusen puhelin', 'toimitusjohtaja', '09 771 2000'])(
    'the person first: %s',
    async (query) => {
      await ask(`/fi/haku/?q=${encodeURIComponent(query)}`);
      const row = page.locator('[data-search-results] li').first();
      expect(await row.textContent()).toMatch(/^Minna Karhunentoimitusjohtaja, \+358 9 771 2000/);
      expect(await page.locator('[data-search-results] h2').first().textContent()).toBe('Yhteystiedot');
    },
  );
  test('2025 as a year, not as the beginning of a telephone number', async () => {
    await ask('/fi/haku/?q=2025');
    expect(await page.locator('[data-search-results] h2').first().textContent()).not.toBe('Yhteystiedot');
  });
  test('what only the words that people ask with hold, and says which of them matched', async () => {
    await ask('/fi/haku/?q=serkku');
    expect(await results().first().textContent()).toBe('Lakineuvonta');
    expect(await page.locator('[data-search-results] .because').first().textContent()).toBe(
      'Vastaa myös: serkku',
    );
  });
  test('a query of signs that mean something to programs, and shows it as it is', async () => {
    await ask(`/fi/haku/?q=${encodeURIComponent("laki $' $& <b>")}`);
    expect(await page.title()).toMatch(/^”laki \$' \$& <b>”: Haku/);
    expect(await page.locator('[data-search-results] b, [data-search-notes] b').count()).toBe(0);
  });
  test('each kind under its own heading', async () => {
    await ask('/fi/haku/?q=tietosuoja');
    const headings = await page.locator('[data-search-results] h2').allTextContents();
    expect(headings).toEqual([...new Set(headings)]);
    expect(headings).toEqual(expect.arrayContaining(['Palvelut', 'Muut sivut']));
  });
  test('passages of the full text with the hit marked', async () => {
    await ask('/fi/haku/?q=vaaliviranomaisten');
    expect((await page.locator('[data-search-results] mark').allTextContents()).join(' ')).toMatch(
      /vaaliviranomaisten/,
    );
  });
  test('what only stands in the text of the other language, and says so', async () => {
    // A word of one Swedish text and of no Finnish one, nor of any keyword.
    await ask('/fi/haku/?q=fastlandsfinland');
    expect(await results().first().getAttribute('href')).toMatch(/^\/sv\//);
    expect(await results().first().getAttribute('lang')).toBe('sv');
    expect(await page.locator('[data-search-results] .tag').first().textContent()).toBe(
      'Löytyi vain ruotsiksi',
    );
    const passage = page.locator('[data-search-results] .excerpt').first();
    expect([await passage.getAttribute('lang'), await passage.locator('mark').first().textContent()]).toEqual(
      ['sv', expect.stringMatching(/fastlandsfinland/i)],
    );
  });
  test('after that in the language of the reader again, and each page once', async () => {
    await ask('/fi/haku/?q=fastlandsfinland');
    for (const query of ['eu', 'fastlandsfinland']) {
      await field().fill(query);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/fi/haku/?q=${query}`);
      await answered(page);
      const paths = await results().evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      expect(paths.length).toBeGreaterThan(0);
      expect(paths).toEqual([...new Set(paths)]);
      expect(paths[0]).toMatch(query === 'eu' ? /^\/fi\// : /^\/sv\//);
    }
  });
  test('a mistyped word, says so, and lets the reader insist', async () => {
    await ask('/fi/haku/?q=kilpialutus');
    expect(await page.locator('.correction').textContent()).toBe(
      'Näytetään tulokset haulle ”kilpailutus”. Hae sen sijaan ”kilpialutus”',
    );
    await page.locator('.correction a').click();
    await page.waitForURL(/exact/);
    await answered(page);
    expect(await page.locator('.correction').count()).toBe(0);
  });
  test.each(['qqxxzzyy', 'hammashoito', 'qqxx ja zzyy'])('nothing rather than noise: %s', async (query) => {
    await ask(`/fi/haku/?q=${query}`);
    expect(await results().count()).toBe(0);
    expect(await resultStatus().textContent()).toBe(`Haulla ”${query}” ei löytynyt Kuntaliiton palvelua`);
  });
  test.each([
    ['/fi/haku/', 'virkaehtosopimus', 'KT Kunta- ja hyvinvointialuetyönantajat', '/fi/kuka-auttaa/#kt'],
    ['/fi/haku/', 'AVI', 'Lupa- ja valvontavirasto', '/fi/kuka-auttaa/#licensing-and-supervision-agency'],
    ['/sv/sok/', 'pension', 'Keva', '/sv/vem-hjalper/#keva'],
  ])('on %s?q=%s who helps when it is not Kuntaliitto: %s', async (path, query, name, address) => {
    await ask(`${path}?q=${query}`);
    const helper = page.locator('[data-not-ours] a').first();
    expect(await helper.textContent()).toBe(name);
    await helper.click();
    expect(page.url()).toContain(address);
    expect(await page.locator(`${new URL(page.url()).hash} h3`).textContent()).toContain(name);
  });
  test('nobody else for what a service answers', async () => {
    await ask('/fi/haku/?q=lakineuvonta');
    expect(await page.locator('[data-not-ours] a').count()).toBe(0);
  });
  test('nothing likely, and says so before what is nearest, with a human being and a theme', async () => {
    await ask('/fi/haku/?q=hautapaikka');
    const note = page.locator('[data-not-ours]');
    expect(await note.textContent()).toMatch(/ei ehkä ole Kuntaliiton asia|Emme ole varmoja/);
    const hrefs = await note
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(hrefs).toContain('/fi/palvelut/henkilokohtainen-neuvonta/');
    expect(hrefs.filter((path) => path.startsWith('/fi/palvelut/teemat/'))).toHaveLength(1);
    expect(await results().count()).toBeGreaterThan(0);
  });
  test('what it has so far while it searches on', async () => {
    const held = Promise.withResolvers<void>();
    await page.route('**/pagefind.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto('/fi/haku/?q=hankinnat');
    await expect
      .poll(() => resultStatus().textContent(), { timeout: 5000 })
      .toMatch(/^\d+ tulosta, haetaan lisää…$/);
    held.resolve();
    await answered(page);
    expect(await resultStatus().textContent()).toMatch(/^\d+ hakutulosta haulle/);
  });
  test('under a large field, and puts the keyboard of a phone away', async () => {
    await replacePage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    await ask('/fi/haku/?q=juristi');
    expect(await page.locator('main input[type=search]').count()).toBe(await field().count());
    await field().tap();
    await field().fill('laki');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/?q=laki');
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(false);
  });
  test('nothing, and then offers themes and a human being', async () => {
    await ask('/sv/sok/?q=qqxxzzyy');
    const hrefs = await page
      .locator('.nothing a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(hrefs).toContain('/sv/tjanster/personlig-radgivning/');
    expect(hrefs.filter((path) => path.startsWith('/sv/tjanster/teman/')).length).toBeGreaterThanOrEqual(10);
  });
  test('its first row at once, and it stays there when the full text comes', async () => {
    const held = Promise.withResolvers<void>();
    await page.route('**/pagefind.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto('/fi/haku/?q=hankinnat');
    await results().first().waitFor();
    expect(await page.locator('[data-search-results]').getAttribute('aria-busy')).toBe('true');
    const first = await results().first().textContent();
    held.resolve();
    await answered(page);
    expect(await results().first().textContent()).toBe(first);
  });
});

describe.each([
  ['fi', 'sv', '/fi/haku/?q=tietosuojavastaava'],
  ['sv', 'fi', '/sv/sok/?q=dataskyddsombud'],
])('the weight of the search in %s', (lang, other, asked) => {
  const requests = async (act: () => Promise<void>) => {
    const files: Promise<{ path: string; bytes: number }>[] = [];
    page.on('requestfinished', (request) =>
      files.push(
        request.sizes().then(({ responseBodySize }) => ({
          path: new URL(request.url()).pathname,
          bytes: responseBodySize,
        })),
      ),
    );
    await act();
    await page.waitForLoadState('networkidle');
    return Promise.all(files);
  };
  /** What a host with brotli sends; the preview server sends no file smaller than 1 kB compressed. */
  const brotli = async (path: string) =>
    brotliCompressSync(Buffer.from(await (await context.request.get(path)).body())).length;

  test('nothing is fetched before the field has the focus', async () => {
    const files = await requests(async () => void (await page.goto(`/${lang}/`)));
    expect(files.filter(({ path }) => /guide|combobox|match|pagefind/.test(path))).toEqual([]);
  });
  /** What is fetched while the first answer is shown: the index of all words, and the code that reads it. */
  const secondFlight = new RegExp(`^/(guide/(${other}|words)|_astro/guide-loader)`);

  test('the first answer needs no more than 8 kB', async () => {
    await page.goto(`/${lang}/`, { waitUntil: 'networkidle' });
    const files = await requests(async () => {
      await field().pressSequentially('juri');
      await options().first().waitFor();
    });
    const needed = files.filter(({ path }) => !secondFlight.test(path));
    expect(needed.map(({ path }) => path).some((path) => path.startsWith(`/guide/${lang}`))).toBe(true);
    const bytes = await Promise.all(needed.map(({ path }) => brotli(path)));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8000);
  });
  test('the second flight needs no more than 45 kB', async () => {
    const files = await requests(async () => {
      await page.goto(`/${lang}/`);
      await field().focus();
    });
    const second = files.filter(({ path }) => secondFlight.test(path));
    expect(second.map(({ path }) => path.split('.')[0]).sort()).toEqual([
      '/_astro/guide-loader',
      `/guide/${other}`,
      `/guide/words-${lang}`,
    ]);
    const bytes = await Promise.all(second.map(({ path }) => brotli(path)));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(45_000);
  });
  test('all of it, full text included, needs no more than 150 kB', async () => {
    const files = await requests(() => ask(asked));
    const ofSearch = files.filter(({ path }) => !/\.(html|css|svg)$|\/$/.test(path));
    expect(ofSearch.some(({ path }) => path.includes('wasm'))).toBe(true);
    // Pagefind's own files are compressed already.
    const bytes = await Promise.all(
      ofSearch.map(({ path, bytes: sent }) => (/\.(js|txt|json)$/.test(path) ? brotli(path) : sent)),
    );
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
  });
});
