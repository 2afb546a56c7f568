import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weighPage } from '../bench/weigh-page.ts';
import { openBrowser, siteUrl } from './browser.ts';
import { onePageOfEachKind } from './page-kinds.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const paths = await onePageOfEachKind();
const weigh = (path: string) => weighPage(browser, siteUrl() + path);

describe('a first visit', () => {
  test.each(['/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/'])(
    'to the service %s fetches no more than 14 kB in 4 requests',
    async (path) => {
      const { requests, bytes, files } = await weigh(path);
      expect(requests, Object.keys(files).join(' ')).toBeLessThanOrEqual(4);
      expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(14_000);
    },
  );

  // What a search fetches besides has a budget of its own.
  test.each(paths.map((path) => [path.replace(/\?.*/, '')]))(
    'to %s fetches no more than 20 kB',
    async (path) => {
      const { bytes, files } = await weigh(path);
      expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(20_000);
    },
  );

  test.each(paths.map((path) => [path]))('to %s moves nothing while the page loads', async (path) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(siteUrl() + path);
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      return observer
        .takeRecords()
        .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
    });
    await page.close();
    expect(shift).toBeLessThan(0.01);
  });
});
