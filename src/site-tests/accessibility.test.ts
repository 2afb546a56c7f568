import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser, openPage, siteFolder, siteUrl } from './browser.ts';
import { everyPage, onePageOfEachKind } from './page-kinds.ts';

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => context.close());

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({ baseURL: siteUrl(), viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await openPage(page, path);
  return page;
}
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('light and dark, on a phone and on a desktop, axe finds nothing to blame', () => {
  test.each(everyPage(siteFolder()).map((path) => [path]))('on %s', async (path) => {
    expect(await axeFindings(await open(path))).toEqual([]);
  });
});

const onePages = await onePageOfEachKind();

describe.each(onePages.map((path) => [path]))('%s', (path) => {
  test('does not scroll sideways at 320 px, which is 400 % zoom', async () => {
    expect(await overflow(await open(path, { viewport: { width: 320, height: 640 } }))).toBeLessThanOrEqual(0);
  });

  test('holds text of twice the size', async () => {
    const page = await open(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await clippedTexts(page)).toEqual([]);
  });

  test('holds the spacing of text that WCAG 1.4.12 lets readers set', async () => {
    const page = await open(path, { viewport: { width: 390, height: 844 }, bypassCSP: true });
    await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await clippedTexts(page)).toEqual([]);
  });

  test('can be walked with the keyboard: every control in the order of the page, in sight and with a visible focus', async () => {
    const page = await open(path);
    const named = await page.evaluateHandle(nameControls);
    const controls = await named.evaluate((names) => [...names.values()]);
    const walked: string[] = [];
    for (const _ of controls) {
      await page.keyboard.press('Tab');
      walked.push(await named.evaluate(tellFocus));
    }
    expect(walked).toEqual(controls);
    const skipLink = /^\/(404\.html)?$/.test(path) ? [] : ['#content'];
    expect(controls.slice(0, skipLink.length)).toEqual(skipLink);
  });
});

test.each(['fi', 'sv'])('in %s help stands at the same place on every kind of page', async (lang) => {
  const help: string[] = [];
  for (const path of onePages.filter((path) => path.startsWith(`/${lang}/`))) {
    const page = await open(path);
    help.push(await page.locator('.site-footer section').first().innerText());
    await context.close();
  }
  expect(help.length).toBeGreaterThan(8);
  expect(new Set(help).size).toBe(1);
});

test.each(['/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/', '/sv/kontakter/'])('%s is printed on one A4 page with its address and the age of its facts', async (path) => {
  const page = await open(path);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.printed').innerText()).toContain(path);
  expect(await page.locator('.sources, .contact .age').first().isVisible()).toBe(true);
});

test('in the colours of the reader, what is chosen and where the focus is can be seen', async () => {
  const page = await open('/fi/palvelut/', { forcedColors: 'active' });
  await page.locator('input[type=search]').fill('digi');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const colours = await page.evaluate(() => ['[aria-selected=true]', '[role=option]:not([aria-selected=true])'].map((option) => getComputedStyle(document.querySelector(option)!).backgroundColor));
  expect(colours[0]).not.toBe(colours[1]);
  expect(await page.locator('.main-links [aria-current]').evaluate((link) => getComputedStyle(link).borderBottomColor)).not.toBe(await page.locator('.main-links a:not([aria-current])').first().evaluate((link) => getComputedStyle(link).borderBottomColor));
});

/** Texts that a box of a fixed height cuts off; runs in the page. */
const clippedTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hidesText = overflowX !== 'visible' || overflowY !== 'visible';
        return hidesText && !element.matches('.visually-hidden, input, select, option') && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

/** The controls that the keyboard must reach, in the order of the page, and a name of each; runs in the page. */
const nameControls = () =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control): [Element, string] => [control, control.getAttribute('href') || control.id || control.textContent]),
  );

/** The name of the control that has the focus, or what is wrong with it; runs in the page. */
const tellFocus = (names: ReturnType<typeof nameControls>) => {
  const control = document.activeElement!;
  const name = names.get(control) ?? `${control.outerHTML.slice(0, 120)} is not for the keyboard`;
  const { outlineStyle, outlineWidth } = getComputedStyle(control);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `${name} shows no focus`;
  const [box] = control.getClientRects();
  const seen = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return seen && (control.contains(seen) || seen.contains(control)) ? name : `${name} is covered`;
};
