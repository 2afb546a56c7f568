import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { axeFindings } from './axe.ts';
import { openBrowser, openPage, siteFolder, siteUrl } from './browser.ts';
import { everyPage } from './page-kinds.ts';

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

describe('light and dark, on a phone and on a desktop, axe finds nothing to blame', () => {
  test.each(everyPage(siteFolder()).map((path) => [path]))('on %s', async (path) => {
    expect(await axeFindings(await open(path))).toEqual([]);
  });
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
    expect(await page.locator('.glance > .age, .contact .age').first().isVisible()).toBe(true);
  },
);
