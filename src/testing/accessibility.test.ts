import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf } from '../finished-pages/lost-addresses.ts';
import { sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { filesOf } from '../model/folders.ts';
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
  context = await browser.newContext({
    baseURL: siteUrl(),
    viewport: { width: 1280, height: 900 },
    ...options,
  });
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
    expect(await overflow(await open(path, { viewport: { width: 320, height: 640 } }))).toBeLessThanOrEqual(
      0,
    );
  });

  test('holds text of twice the size', async () => {
    const page = await open(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await clippedTexts(page)).toEqual([]);
  });

  test('holds the spacing of text that WCAG 1.4.12 lets readers set', async () => {
    const page = await open(path, { viewport: { width: 390, height: 844 }, bypassCSP: true });
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
    });
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

const services = addressesOf(siteFolder()).filter((path) =>
  languages.some((lang) => path.startsWith(sectionPath(lang, 'services')) && path.split('/').length === 5),
);

test.each(['/sv/kontakter/', ...services])(
  '%s is printed on one A4 page with its address and the age of its facts',
  async (path) => {
    expect(services.length).toBeGreaterThan(50);
    const page = await open(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed').innerText()).toContain(path);
    expect(await page.locator('.sources, .contact .age').first().isVisible()).toBe(true);
  },
);

test('in the colours of the reader, what is chosen and where the focus is can be seen', async () => {
  const page = await open('/fi/palvelut/', { forcedColors: 'active' });
  await page.locator('input[type=search]').fill('digi');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const colours = await page.evaluate(() =>
    ['[aria-selected=true]', '[role=option]:not([aria-selected=true])'].map(
      (option) => getComputedStyle(document.querySelector(option)!).backgroundColor,
    ),
  );
  expect(colours[0]).not.toBe(colours[1]);
  expect(
    await page
      .locator('.main-links [aria-current]')
      .evaluate((link) => getComputedStyle(link).borderBottomColor),
  ).not.toBe(
    await page
      .locator('.main-links a:not([aria-current])')
      .first()
      .evaluate((link) => getComputedStyle(link).borderBottomColor),
  );
});

test.each(['/fi/palvelut/lakineuvonta/', '/sv/sok/?q=jurist'])(
  '%s is found sound by axe for readers who want more contrast',
  async (path) => {
    expect(await axeFindings(await open(path, { contrast: 'more' }))).toEqual([]);
  },
);

test('axe finds nothing to blame on what appears by use: suggestions, filters, a copied number', async () => {
  const page = await open('/fi/palvelut/?theme=procurement');
  await page.locator('.filters button').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('input[type=search]').fill('digi');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/fi/yhteystiedot/');
  await page.locator('button.copy').first().click();
  await page.locator('button.copy + [role=status]').filter({ hasText: 'Kopioitu' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test.each(['/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/'])(
  '%s tells the price and how to begin on the first screen of a phone',
  async (path) => {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    for (const answer of ['.glance dd', '.channels a']) {
      const { y, height } = (await page.locator(answer).first().boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(844);
    }
  },
);

// WCAG 2.2: 2.5.8.
test.each(onePages.map((path) => [path]))(
  'on %s what is pressed is at least 24 px high and wide',
  async (path) => {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    const small = await page.evaluate(() =>
      // A link within a sentence is as high as its line.
      [
        ...document.querySelectorAll(
          'button, select, input, summary, header a, footer a, nav a, dd a, .needs a, .more',
        ),
      ]
        .filter(
          (target) =>
            target.checkVisibility({ visibilityProperty: true }) &&
            !target.closest('p:not(:has(> .more:only-child))'),
        )
        .filter(
          (target) =>
            ['width', 'height'].some(
              (side) => target.getBoundingClientRect()[side as 'width' | 'height'] < 24,
            ) && !target.matches('.skip-link, .visually-hidden'),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  },
);

// WCAG 2.2: 2.5.7 and 3.3.8; and 2.3.3.
test('nothing is dragged, no password asked for, and nothing moves by itself', () => {
  const files = filesOf(siteFolder()).filter((path) => /\.(html|js|css)$/.test(path));
  const told = (ending: string, pattern: RegExp) =>
    files.filter(
      (path) => path.endsWith(ending) && pattern.test(readFileSync(join(siteFolder(), path), 'utf8')),
    );
  expect(files.length).toBeGreaterThan(100);
  expect(told('.html', /draggable|type="(?:password|range)"|<(?:video|audio|marquee|canvas)/)).toEqual([]);
  expect(told('.js', /dragstart|(?:pointer|touch|mouse)move/)).toEqual([]);
  expect(told('.css', /animation|transition|scroll-behavior/)).toEqual([]);
});

/** Texts that a box of a fixed height cuts off; runs in the page. */
const clippedTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hidesText = overflowX !== 'visible' || overflowY !== 'visible';
        return (
          hidesText &&
          !element.matches('.visually-hidden, input, select, option') &&
          (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

/** The controls that the keyboard must reach, in the order of the page, and a name of each; runs in the page. */
const nameControls = () =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control): [Element, string] => [
        control,
        control.getAttribute('href') || control.id || control.textContent,
      ]),
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
