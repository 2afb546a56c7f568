import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, siteUrl } from './browser.ts';
import { onePageOfEachKind } from './page-kinds.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const looks = [
  { scheme: 'light', width: 390 },
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 390 },
  { scheme: 'dark', width: 1280 },
] as const;

describe.each(looks)('in $scheme at $width px axe finds nothing to blame', ({ scheme, width }) => {
  test.each(onePageOfEachKind.map((path) => [path]))('on %s', async (path) => {
    const context = await browser.newContext({ baseURL: siteUrl(), colorScheme: scheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(path);
    if (path.includes('?q=')) await page.locator('[data-search-results][aria-busy="false"]').waitFor({ state: 'attached' });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    await context.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
});

test.each(onePageOfEachKind.map((path) => [path]))('%s does not scroll sideways at 320 px', async (path) => {
  const context = await browser.newContext({ baseURL: siteUrl(), viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(path);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  expect(width).toBeLessThanOrEqual(320);
});
