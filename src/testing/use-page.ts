import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser, openPage, siteUrl } from './browser.ts';

/** The browser of a file of tests, and what the test of the moment has of its own in it. */
export let browser: Browser;
export let context: BrowserContext;
export let page: Page;

/** Opens a browser for a file of tests. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
}

/**
 * Gives every test of a file a page of its own.
 * @param prepare what the page must meet from its beginning
 */
export function usePage(prepare: () => Promise<void> = async () => {}): void {
  useBrowser();
  beforeEach(async () => {
    context = await browser.newContext({ baseURL: siteUrl() });
    await prepare();
    page = await context.newPage();
  });
  afterEach(() => context.close());
}

/** Puts a page of another kind of browser in place of the page of the test. */
export async function replacePage(options: BrowserContextOptions): Promise<void> {
  await context.close();
  context = await browser.newContext({ baseURL: siteUrl(), ...options });
  page = await context.newPage();
}

/** Opens an address of the site on a desktop, or in a browser with these options, in place of the page of the test. */
export async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  await replacePage({ viewport: { width: 1280, height: 900 }, ...options });
  await openPage(page, path);
  return page;
}
