import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { userError } from '../model/user-error.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine: `CHROMIUM_PATH`, one at a usual place, or the one that Playwright installed. */
export function findChromium(): string | undefined {
  const candidates = [process.env['CHROMIUM_PATH'], ...usualPlaces, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

/** Connects to the browser of the test run, or starts one of its own where there is none. */
export function openBrowser(): Promise<Browser> {
  const endpoint = process.env['BROWSER_ENDPOINT'];
  return endpoint ? chromium.connect(endpoint) : chromium.launch(browserOptions());
}

/**
 * How Chromium is started: without the traffic of its own that would disturb a test.
 * @throws a user-facing error where there is no Chromium
 */
export function browserOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath)
    throw userError(
      'No Chromium was found. Install one (npx playwright-core install chromium) or set CHROMIUM_PATH.',
    );
  return {
    executablePath,
    // Readers' browsers keep pages for the way back; drivers turn that off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** The address of the served site, which `npm test` builds and serves. */
export const siteUrl = (): string => given('SITE_URL');

/** The folder of that site. */
export const siteFolder = (): string => given('SITE_DIR');

function given(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      'These tests look at the built site: run "npm test", or serve one and set SITE_URL and SITE_DIR.',
    );
  return value;
}

/** Waits for the answer to the query in the address, where there is one. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (path.includes('?q=')) await answered(page);
}

/** Waits until the list of results is the answer to what was asked last. */
export const answered = (page: Page): Promise<void> =>
  page.locator('[data-search-results][aria-busy="false"]').waitFor({ state: 'attached' });

/** Goes one step back. A page that the browser kept is never loaded again, so its load is not waited for. */
export const goBack = (page: Page): Promise<unknown> => page.goBack({ waitUntil: 'commit' });
