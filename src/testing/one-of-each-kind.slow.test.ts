import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAtPage } from './look-at-page.ts';
import { onePageOfEachKind } from './page-kinds.ts';

/* The pages of every kind that the quick tests leave out, in the other language. */

const { others: paths } = await onePageOfEachKind();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(paths)(
  '%s is light, keeps its place and the policy, and serves readers at any zoom, spacing, size and by keyboard',
  (path) => lookAtPage(browser, path),
);
