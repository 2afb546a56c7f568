import { describe, expect, test } from 'vitest';
import { page, replacePage, usePage } from './use-page.ts';

/* The page of who else helps: folded topics, each organisation once. */

usePage();
const pages = ['/fi/kuka-auttaa/', '/sv/vem-hjalper/'];

describe.each(pages)('%s', (path) => {
  test('shows a phone all its topics within two screens, and the first within one', async () => {
    await replacePage({ viewport: { width: 390, height: 844 } });
    await page.goto(path);
    const tops = await page
      .locator('.fold > summary')
      .evaluateAll((all) => all.map((summary) => summary.getBoundingClientRect().bottom));
    expect(tops.length).toBeGreaterThan(10);
    expect(tops[4]).toBeLessThan(844);
    expect(tops.at(-1)).toBeLessThan(2 * 844);
  });

  test('holds each organisation once, and leads to it by name and from the other topics', async () => {
    await page.goto(path);
    const [ids, links] = await page.evaluate(() => [
      [...document.querySelectorAll('.organisations > li')].map(({ id }) => id),
      [...document.querySelectorAll<HTMLAnchorElement>('.fold a[href^="#"]')].map(({ hash }) =>
        hash.slice(1),
      ),
    ]);
    expect(new Set(ids).size).toBe(ids!.length);
    expect(new Set(links)).toEqual(new Set(ids));
    expect(links!.length).toBeGreaterThan(ids!.length);
  });

  test.each([{}, { javaScriptEnabled: false }])(
    'opens what an address or a link within it leads to, in a browser with %j',
    async (options) => {
      await replacePage(options);
      await page.goto(`${path}#keva`);
      await page.locator('#keva').waitFor({ state: 'visible' });
      expect(await page.locator('.fold[open]').count()).toBe(1);
      await page.goto(`${path}#by-name`);
      await page.locator('#by-name a[href="#hsl"]').click();
      await page.locator('#hsl').waitFor({ state: 'visible' });
      await expect
        .poll(() => page.locator('#hsl').evaluate((element) => element.getBoundingClientRect().top))
        .toBeLessThan(720);
    },
  );

  test('is printed whole', async () => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('.organisations > li')
        .evaluateAll((all) => all.filter((item) => item.getBoundingClientRect().height === 0).length),
    ).toBe(0);
  });
});

test('a browser that leaves folded what an address leads to is helped', async () => {
  await page.goto('/fi/kuka-auttaa/#keva');
  await page.locator('.fold[open]').evaluate((fold: HTMLDetailsElement) => (fold.open = false));
  await page.evaluate(() => dispatchEvent(new Event('hashchange')));
  expect(await page.locator('#keva').isVisible()).toBe(true);
});
