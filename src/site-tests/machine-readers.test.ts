import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, siteUrl } from './browser.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ baseURL: siteUrl() });
  page = await context.newPage();
});
afterEach(() => context.close());

describe('a feed reader', () => {
  /** Reads a feed as the browser's own XML parser does, which stops at the first fault. */
  const readFeed = (path: string) =>
    page.evaluate(async (address) => {
      const xml = new DOMParser().parseFromString(await (await fetch(address)).text(), 'application/xml');
      if (xml.querySelector('parsererror')) throw new Error(xml.documentElement.textContent!);
      const html = new DOMParser().parseFromString([...xml.getElementsByTagName('content:encoded')].map(({ textContent }) => textContent).join(''), 'text/html');
      return {
        titles: [...xml.querySelectorAll('item > title')].map(({ textContent }) => textContent),
        descriptions: [...xml.querySelectorAll('item > description')].map(({ textContent }) => textContent),
        headings: [...html.querySelectorAll('h2')].map(({ textContent }) => textContent),
        addresses: [...html.querySelectorAll('[href], [src]')].map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
        dangers: html.querySelectorAll('script, style, iframe, [style], [onclick], [onerror]').length,
      };
    }, path);

  test.each([
    ['/fi/tiedotteet/', 'Tiedotteet syötteenä (RSS)', '/fi/rss.xml'],
    ['/sv/meddelanden/', 'Meddelanden som flöde (RSS)', '/sv/rss.xml'],
  ])('is led from %s to the whole announcements', async (list, name, feed) => {
    await page.goto(list);
    const link = page.getByRole('main').getByRole('link', { name });
    expect(await link.getAttribute('href')).toBe(feed);
    expect(await page.locator(`link[rel=alternate][type="application/rss+xml"][href="${feed}"]`).count()).toBe(1);
    const titles = await page.locator('.announcement-links h2').allTextContents();
    const read = await readFeed(feed);
    expect(read.titles).toEqual(titles);
    expect(read.headings.length).toBeGreaterThan(2);
    expect(read.addresses.filter((address) => !address?.startsWith('https://'))).toEqual([]);
    expect(read.dangers).toBe(0);
  });

  test.each([['/fi/palvelut/', 'Seuraa palvelujen muutoksia (RSS)'], ['/sv/tjanster/', 'Följ ändringar i tjänsterna (RSS)'], ['/sv/tjanster/teman/kommunikation-och-sprak/', 'Följ ändringar i tjänsterna (RSS)']])('is led from %s to what has changed in its services, as their pages tell it', async (list, name) => {
    await page.goto(list);
    const feed = await page.getByRole('main').getByRole('link', { name }).getAttribute('href');
    expect(feed).toBe(`${list}rss.xml`);
    const { titles, descriptions } = await readFeed(feed!);
    expect(titles.length).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('link', { name: titles[0]!, exact: true }).click();
    expect(await page.locator('section.changes').innerText()).toContain(descriptions[0]);
  });
});
