import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { listFetched, weigh } from './weigh-page.ts';
import { axeFindings } from './axe.ts';
import { openPage, siteUrl } from './browser.ts';
import {
  brokenAddresses,
  clippedTexts,
  landmarks,
  nameControls,
  overflow,
  rightEdges,
  smallTargets,
  spaceTextOut,
  tellFocus,
  watchIncidents,
} from './page-probes.ts';
import { browser, useBrowser } from './use-page.ts';

/** Tests each page in every way that a reader may have it. */
export function lookAtPages(paths: string[]): void {
  useBrowser();
  test.each(paths)(
    '%s is light, keeps its place and the policy, and serves readers at any zoom, spacing, size and by keyboard',
    lookAtPage,
  );
}

/** Height of the header in pixels that no page exceeds, by the width of the window: a phone keeps its first screen for the answer. */
const headerHeights = { 320: 190, 390: 160, 768: 120, 1024: 120, 1280: 120, 1920: 120 };

/**
 * Opens a page once and looks at it in every way that a reader may have it: its weight, layout shift, policy, targets,
 * header, edges, zoom, spacing, keyboard, text of twice the size, and axe in every look. Each fault is told; none hides another.
 */
async function lookAtPage(path: string): Promise<void> {
  const context = await browser.newContext({ baseURL: siteUrl(), viewport: { width: 390, height: 844 } });
  const incidents = await watchIncidents(context);
  const page = await context.newPage();
  const fetched = listFetched(page);
  await openPage(page, path);
  await page.waitForLoadState('networkidle');
  // What a search fetches besides has a budget of its own.
  if (!path.includes('?')) {
    const { bytes, files } = await weigh(fetched);
    expect.soft(bytes, `bytes of a first visit: ${JSON.stringify(files)}`).toBeLessThanOrEqual(20_000);
  }
  expect.soft(await layoutShift(page), 'layout shift while the page loads').toBeLessThan(0.01);
  expect.soft(incidents, 'violations of the policy, complaints, requests to others').toEqual([]);
  // WCAG 2.2: 2.5.8.
  expect.soft(await smallTargets(page), 'targets smaller than 24 px').toEqual([]);

  expect.soft(await brokenAddresses(page), 'addresses that may get a hyphen').toEqual([]);
  expect.soft((await landmarks(page)).length, 'landmarks, of which a dozen help').toBeLessThanOrEqual(12);

  const hasFrame = (await page.locator('.site-header').count()) > 0;
  for (const [width, most] of Object.entries(headerHeights)) {
    await page.setViewportSize({ width: Number(width), height: 640 });
    expect.soft(await overflow(page), `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
    if (!hasFrame) continue;
    const { height } = (await page.locator('.site-header').boundingBox())!;
    expect.soft(height, `height of the header at ${width} px`).toBeLessThanOrEqual(most);
  }
  if (hasFrame) {
    expect.soft(await page.locator('input[type=search]').count(), 'search fields').toBe(1);
    await page.setViewportSize({ width: 1280, height: 844 });
    // Beside its facets a list has a column of its own.
    for (const column of ['main > :not(.with-aside)', '.with-aside'])
      expect
        .soft((await page.evaluate(rightEdges, column)).length, `right edges of ${column}`)
        .toBeLessThanOrEqual(1);
  }

  await page.setViewportSize({ width: 390, height: 844 });
  const takeAway = await spaceTextOut(page);
  expect.soft(await overflow(page), 'sideways scroll with the spacing of WCAG 1.4.12').toBeLessThanOrEqual(0);
  expect.soft(await clippedTexts(page), 'texts cut off with the spacing of WCAG 1.4.12').toEqual([]);
  await takeAway();

  await page.setViewportSize({ width: 1280, height: 900 });
  const named = await page.evaluateHandle(nameControls);
  const controls = await named.evaluate((names) => [...names.values()]);
  const walked: string[] = [];
  for (const _ of controls) {
    await page.keyboard.press('Tab');
    walked.push(await named.evaluate(tellFocus));
  }
  expect
    .soft(walked, 'controls in the order of the page, in sight and with a visible focus')
    .toEqual(controls);
  const isList = (await page.locator('#list').count()) > 0;
  const skipLink = /^\/(404\.html)?$/.test(path) ? [] : [isList ? '#list' : '#content'];
  expect.soft(controls.slice(0, skipLink.length), 'first the skip link').toEqual(skipLink);

  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect.soft(await overflow(page), 'sideways scroll with text of twice the size').toBeLessThanOrEqual(0);
  expect.soft(await clippedTexts(page), 'texts of twice the size cut off').toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));

  expect.soft(await axeFindings(page), 'axe, light and dark, phone and desktop').toEqual([]);
  await context.close();
}

const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer
      .takeRecords()
      .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
  });
