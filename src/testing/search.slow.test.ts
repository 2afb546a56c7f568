import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answered, goBack } from './browser.ts';
import { ask, field, options, results } from './search-page.ts';
import { context, page, replacePage, usePage } from './use-page.ts';

usePage();

/** The suggestions without the last option, which leads to all results. */
const suggestionCount = async () => (await options().count()) - 1;
const status = () => page.locator('[data-search-form] [role=status]');
async function type(text: string): Promise<void> {
  await page.goto('/fi/');
  await field().click();
  await field().pressSequentially(text);
  await options().first().waitFor();
}

// The criteria of alphagov/accessible-autocomplete (accessibility-criteria.md), one test each.
describe('the search field with its suggestions', () => {
  test('1, 2: takes the focus from the keyboard and shows it', async () => {
    await page.goto('/fi/');
    const outline = () => field().evaluate((input) => getComputedStyle(input).outlineWidth);
    for (
      let presses = 0;
      presses < 20 && !(await field().evaluate((input) => input === document.activeElement));
      presses += 1
    )
      await page.keyboard.press('Tab');
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(parseFloat(await outline())).toBeGreaterThanOrEqual(2);
  });
  test('3, 5: says that it can be written in and that suggestions follow', async () => {
    await type('juri');
    const tree = await page
      .getByRole('combobox', { name: 'Hae palveluista' })
      .evaluate((input: HTMLInputElement) => [
        input.ariaAutoComplete,
        input.readOnly,
        input.getAttribute('aria-controls'),
      ]);
    expect(tree).toEqual(['list', false, 'search-suggestions']);
  });
  test('4: holds the query on the page of results', async () => {
    await ask('/fi/haku/?q=juristi');
    expect(await field().inputValue()).toBe('juristi');
  });
  test('6, 8, 9: says how many suggestions there are and how to reach them', async () => {
    await type('juri');
    await expect
      .poll(() => status().textContent())
      .toBe(
        `${await suggestionCount()} ehdotusta. Selaa nuolinäppäimillä.`.replace(/^1 ehdotusta/, '1 ehdotus'),
      );
  });
  test('says it once, 600 ms after the last key, and not again when the number is the same', async () => {
    await page.goto('/fi/');
    await field().click();
    await expect.poll(() => field().getAttribute('role')).toBe('combobox');
    const told = await status().evaluateHandle((node) => {
      const texts: string[] = [];
      new MutationObserver(() => texts.push(node.textContent)).observe(node, { childList: true });
      return texts;
    });
    const texts = () => told.jsonValue();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    for (const letter of 'hankint') {
      await page.keyboard.type(letter);
      await page.clock.runFor(599);
    }
    await options().first().waitFor();
    expect(await texts()).toEqual([]);
    await page.clock.runFor(1);
    expect(await texts()).toEqual([expect.stringMatching(/^\d ehdotus/)]);
    const count = await options().count();
    // Letters that change the text and not the query.
    await page.keyboard.type(' ');
    expect(await options().count()).toBe(count);
    await page.clock.runFor(600);
    expect(await texts()).toHaveLength(1);
    await field().fill('qqxxzz');
    await page.clock.runFor(600);
    expect((await texts()).slice(1)).toEqual([expect.stringMatching(/^Ei ehdotuksia/)]);
    await field().fill('hankint');
    await page.keyboard.press('Escape');
    await page.clock.runFor(600);
    expect(await texts()).toHaveLength(2);
  });
  test('8: says that there are none', async () => {
    await type('juri');
    await field().fill('qqxxzz');
    await expect.poll(() => status().textContent()).toMatch(/^Ei ehdotuksia/);
    expect(await options().count()).toBe(0);
  });
  test('7: says that the list opened, and closed', async () => {
    await type('juri');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await field().inputValue()).toBe('juri');
  });
  test('10: says it anew when the number changes', async () => {
    await type('ki');
    const before = await status().textContent();
    await field().fill('karhunen');
    await expect.poll(() => status().textContent()).not.toBe(before);
  });
  test('11, 12, 13: the arrow keys go through the list and back to the field, one press a step', async () => {
    await type('digi');
    const count = await options().count();
    await page.keyboard.press('ArrowDown');
    expect(await field().getAttribute('aria-activedescendant')).toBe(
      await options().first().getAttribute('id'),
    );
    expect(await options().first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await field().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(
      await options()
        .nth(count - 1)
        .getAttribute('aria-selected'),
    ).toBe('true');
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
  });
  test('15: chooses nothing for the reader: Enter opens all results', async () => {
    await type('digi');
    expect(await page.locator('[aria-selected=true]').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/haku\/\?q=digi/);
  });
  test('16, 17: Enter on a suggestion opens its page, which says what it is', async () => {
    await type('juristi');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/palvelut\/./);
    expect(await page.title()).toMatch(/^Lakineuvonta/);
  });
  test('11: a finger or mouse opens a suggestion too', async () => {
    await type('kirjasto');
    await options().first().click();
    await page.waitForURL(/palvelut\/./);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/kirjasto/i);
  });
  test.each([
    ['Control', { modifiers: ['Control'] }],
    ['the middle button', { button: 'middle' }],
  ] satisfies [string, Parameters<Locator['click']>[0]][])(
    'opens a suggestion in another tab with %s, as a link',
    async (_, click) => {
      await type('kirjasto');
      const path = await options().first().getAttribute('href');
      const [opened] = await Promise.all([context.waitForEvent('page'), options().first().click(click)]);
      await opened.waitForURL(`**${path}`);
      expect([new URL(page.url()).pathname, await options().first().isVisible()]).toEqual(['/fi/', true]);
    },
  );
  test('ends its suggestions with the way to all results', async () => {
    await type('hankinta');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => options().last().getAttribute('aria-selected')).toBe('true');
    expect(await options().last().textContent()).toBe('Näytä kaikki tulokset');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fi/haku/?q=hankinta');
  });
  test.each([
    ['lainsäädäntöön vaikut', 'Lainsäädäntöön vaikuttaminen', 'aihe'],
    ['kaupunkiympäristön toimiala', 'Kaupunkiympäristön toimiala', 'toimiala'],
    ['karhunen', 'Minna Karhunen', 'henkilö'],
    ['puhelinvaihde', 'Kuntaliiton vaihde', 'yhteystieto'],
  ])('names the kind of %s exactly', async (query, title, kind) => {
    await type(query);
    await expect
      .poll(() => options().allTextContents())
      .toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${title} – ${kind}`))]));
  });
  test('tells which word it took for a mistyped one', async () => {
    await type('juri');
    await field().fill('kilpialutus');
    await expect.poll(() => status().textContent()).toMatch(/^”kilpailutus”: \d/);
  });
  test('leaves the keys of an input method to it', async () => {
    await type('juristi');
    await page.keyboard.press('ArrowDown');
    const prevented = await field().evaluate((input) =>
      [{ isComposing: true }, { keyCode: 229 }].map(
        (composing) =>
          !input.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...composing }),
          ),
      ),
    );
    expect(prevented).toEqual([false, false]);
    expect(new URL(page.url()).pathname).toBe('/fi/');
  });
  test.each(['/fi/', '/sv/tjanster/juridisk-radgivning/'])(
    'on %s looks the same with its suggestions: no marks of a list',
    async (path) => {
      await page.goto(path);
      await field().pressSequentially('jur');
      await options().first().waitFor();
      expect(
        await options().evaluateAll((all) => [
          ...new Set(all.map((option) => getComputedStyle(option).display)),
        ]),
      ).toEqual(['block']);
    },
  );
  test.each([
    ['/fi/', ''],
    ['/sv/sok/?q=laki', 'laki'],
  ])('on %s is closed on the way back, and holds the query of the address', async (path, query) => {
    await page.goto(path);
    // A page that the browser does not keep would prove nothing.
    await page.evaluate(() => ((globalThis as unknown as { kept: boolean }).kept = true));
    await field().fill('juri');
    await options().first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/(palvelut|tjanster)\/./);
    await goBack(page);
    expect(await page.evaluate(() => (globalThis as unknown as { kept?: boolean }).kept)).toBe(true);
    await expect.poll(() => field().inputValue()).toBe(query);
    expect(await options().filter({ visible: true }).count()).toBe(0);
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await field().getAttribute('aria-activedescendant')).toBeNull();
  });
  test('speaks the language of the page after a browser has translated it', async () => {
    await page.goto('/sv/sok/');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await field().fill('jurist');
    await options().first().waitFor();
    await expect.poll(() => status().textContent()).toMatch(/förslag/);
  });
  test('does not suggest before somebody types', async () => {
    await page.goto('/fi/');
    await field().click();
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            performance.getEntriesByType('resource').filter(({ name }) => name.includes('/guide/')).length,
        ),
      )
      .toBe(3);
    expect(await field().getAttribute('role')).toBe('combobox');
    expect(await options().count()).toBe(0);
  });
  test.each(['/fi/', '/fi/haku/?q=laki'])(
    'on %s keeps what somebody types before the script has come, and suggests',
    async (path) => {
      const held = Promise.withResolvers<void>();
      await page.route('**/_astro/*.js', async (route) => {
        await held.promise;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await field().pressSequentially('juri');
      held.resolve();
      await options().first().waitFor();
      expect(await field().inputValue()).toBe('juri');
    },
  );
});

describe('a search before the second flight has come', () => {
  const hold = async () => {
    const held = Promise.withResolvers<void>();
    await page.route('**/guide/words-*', async (route) => {
      await held.promise;
      await route.continue();
    });
    return held.resolve;
  };
  test('suggests from titles and keywords, and changes nothing on the screen until the next key', async () => {
    const release = await hold();
    await type('laki');
    const before = await options().allTextContents();
    release();
    await page.waitForLoadState('networkidle');
    expect(await options().allTextContents()).toEqual(before);
    await field().pressSequentially(' serkku');
    await expect.poll(() => options().first().textContent()).toMatch(/^Lakineuvonta/);
  });
  test('answers on the results page after a second', async () => {
    await hold();
    await ask('/fi/haku/?q=juristi');
    expect(await results().first().textContent()).toBe('Lakineuvonta');
  });
});

describe('each layer alone', () => {
  test('without the guide the full text answers', async () => {
    await page.route('**/guide/**', (route) => route.abort());
    await ask('/fi/haku/?q=esteellisyydestä');
    expect(
      await results().evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname)),
    ).toContain('/fi/palvelut/lakineuvonta/');
  });
  test('without the second flight titles and full text answer', async () => {
    await page.route('**/guide/words-*', (route) => route.abort());
    await ask('/fi/haku/?q=vaaliviranomaisten');
    expect(await results().allTextContents()).toContain('Lakineuvonta');
    await ask('/fi/haku/?q=juristi');
    expect(await results().first().textContent()).toBe('Lakineuvonta');
  });
  test.each(['**/pagefind/**', '**/wasm.*'])('without %s the guide answers', async (blocked) => {
    await page.route(blocked, (route) => route.abort());
    await ask('/fi/haku/?q=juristi');
    expect(await results().first().textContent()).toBe('Lakineuvonta');
  });
  test.each(['**/{guide,pagefind}/**', '**/results.*.js'])(
    'without %s says that nothing could be asked, and shows the list and the advice',
    async (blocked) => {
      await page.route(blocked, (route) => route.abort());
      await ask('/fi/haku/?q=juristi');
      expect(await page.locator('[data-search-status]').textContent()).toMatch(/Hakua ei voitu ladata/);
      expect(await page.locator('[data-search-status] a').getAttribute('href')).toBe(
        '/fi/palvelut/henkilokohtainen-neuvonta/',
      );
      expect(await page.locator('.nothing').count()).toBe(0);
      expect(await page.locator('.service-links li:visible').count()).toBeGreaterThan(30);
    },
  );
  test('without the full text does not call anything missing', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await ask('/sv/sok/?q=qqxxzzyy');
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/Sökningen kunde inte laddas/);
    expect(await page.locator('.nothing').count()).toBe(0);
  });
  test('in a page that a browser has translated all of it answers', async () => {
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => (document.documentElement.lang = 'en')),
    );
    await ask('/fi/haku/?q=vaaliviranomaisten');
    expect((await page.locator('mark').allTextContents()).join(' ')).toMatch(/vaaliviranomaisten/);
  });
  test('a question that is asked four times is one step', async () => {
    await ask('/fi/haku/?q=juristi');
    const before = await page.evaluate(() => history.length);
    for (let presses = 0; presses < 4; presses += 1) {
      await field().press('Enter');
      await answered(page);
    }
    expect(await page.evaluate(() => history.length)).toBe(before);
    await field().fill('laki');
    await field().press('Enter');
    await page.waitForURL(/q=laki/);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
  });
  test('without WebAssembly the guide answers', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await ask('/sv/sok/?q=jurist');
    expect(await results().first().textContent()).toBe('Juridisk rådgivning');
  });
});

describe('filters', () => {
  const chosen = (name: string) => page.locator(`select[name=${name}]`);
  const shown = () => page.locator('[data-filter-list] li:visible');

  test.each([
    ['/fi/palvelut/', '/sv/tjanster/'],
    ['/sv/tjanster/', '/fi/palvelut/'],
  ])('on %s combine, count, stand in the address and go along to the other language', async (path, twin) => {
    await page.goto(path);
    const all = await shown().count();
    await chosen('theme').selectOption('procurement');
    await page.waitForURL(/theme=procurement/);
    const inTheme = await shown().count();
    expect(inTheme).toBeLessThan(all);
    const counted = Number(
      /\((\d+)\)$/.exec((await chosen('kind').locator('option[value=advice]').textContent())!)![1],
    );
    await chosen('kind').selectOption('advice');
    await expect.poll(() => shown().count()).toBe(counted);
    expect(page.url()).toContain('theme=procurement&kind=advice');
    await page
      .locator('a[data-language]')
      .filter({ visible: true })
      .and(page.locator(`[href="${twin}"]`))
      .click();
    await page.waitForURL(`**${twin}?theme=procurement&kind=advice`);
    await expect.poll(() => shown().count()).toBe(counted);
  });
  test('go back and forward with the browser, and are all taken away with one button', async () => {
    await page.goto('/fi/palvelut/');
    const all = await shown().count();
    await chosen('price').selectOption('free');
    await page.waitForURL(/price=free/);
    const free = await shown().count();
    await goBack(page);
    await expect.poll(() => shown().count()).toBe(all);
    await page.goForward({ waitUntil: 'commit' });
    await expect.poll(() => shown().count()).toBe(free);
    await page.locator('.filters button').click();
    await expect.poll(() => shown().count()).toBe(all);
    expect(await chosen('theme').evaluate((select) => select === document.activeElement)).toBe(true);
  });
  test('narrow the results of a search, whose address holds both', async () => {
    await ask('/fi/haku/?q=digi&kind=network');
    const narrowed = await results().count();
    expect(await chosen('kind').inputValue()).toBe('network');
    expect(narrowed).toBeGreaterThan(0);
    await chosen('kind').selectOption('');
    await page.waitForURL(/q=digi$/);
    await answered(page);
    expect(await results().count()).toBeGreaterThan(narrowed);
  });
  test('are one step back for all the arrow keys in one of them, and another for the next', async () => {
    await page.goto('/fi/');
    await page.goto('/fi/palvelut/');
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    await chosen('theme').focus();
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowDown');
    expect(await chosen('theme').evaluate((select: HTMLSelectElement) => select.selectedIndex)).toBe(5);
    expect(await steps()).toBe(before + 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await steps()).toBe(before + 2);
  });
  test('that nobody offers are ignored, in the list and in a search', async () => {
    await page.goto('/fi/palvelut/');
    const all = await shown().count();
    await page.goto('/fi/palvelut/?theme=zzz&price=free');
    await page.locator('.filters button').waitFor();
    const free = await shown().count();
    expect(free).toBeGreaterThan(0);
    await page.goto('/fi/palvelut/?theme=zzz&q=x');
    await expect.poll(() => chosen('kind').locator('option').nth(1).textContent()).toMatch(/\(\d+\)/);
    expect([await shown().count(), await page.locator('.filters button').isVisible()]).toEqual([all, false]);
    await ask('/fi/haku/?q=juristi&kind=zzz');
    expect(await results().first().textContent()).toBe('Lakineuvonta');
  });
  test.each([
    ['/fi/palvelut/?price=free', '[data-filter-list] li:visible a'],
    ['/sv/sok/?q=digi&price=free', '[data-search-results] ol a'],
  ])('of %s stay chosen on the way back from a service', async (path, links) => {
    await page.goto(path);
    await page.locator('.filters button').waitFor();
    await page.locator(links).first().click();
    await page.waitForURL(/(palvelut|tjanster)\/[a-z]/);
    await goBack(page);
    await expect.poll(() => chosen('price').inputValue()).toBe('free');
    // WebKit empties the fields of a page that it kept, after it has told so.
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      for (const field of document.querySelectorAll<HTMLInputElement>('select, input')) field.value = '';
    });
    await expect.poll(() => chosen('price').inputValue()).toBe('free');
    expect(await field().inputValue()).toBe(path.includes('q=') ? 'digi' : '');
    await chosen('kind').selectOption({ index: 1 });
    expect(new URL(page.url()).search).toContain('price=free&kind=');
  });
  test('that leave no result are said to be the reason', async () => {
    await ask('/fi/haku/?q=kirjasto&kind=network&price=paid');
    expect(await results().count()).toBe(0);
    expect(await page.locator('.nothing').count()).toBe(0);
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/rajausten ulkopuolelle/);
  });
  test('are plain pages by theme and division without a script', async () => {
    await replacePage({ javaScriptEnabled: false });
    await page.goto('/fi/palvelut/');
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.locator('.facets a', { hasText: 'Kaupunkiympäristön toimiala' }).click();
    await page.waitForURL(/toimialat\/kaupunkiympariston-toimiala/);
    expect(await page.locator('.service-links li').count()).toBeGreaterThan(3);
  });
});
