import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAtPage } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* One page of every kind, the languages in turns; the slow tests look at the other half, and with axe at every page. */

const { inTurns: paths } = await onePageOfEachKind();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(paths)(
  '%s is light, keeps its place and the policy, and serves readers at any zoom, spacing, size and by keyboard',
  (path) => lookAtPage(browser, path),
);
