import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { type Lang, languages, type Localized } from '../i18n/languages.ts';

/** 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms latency: the slow network of Lighthouse's mobile runs. */
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const cpuSlowdown = 4;

/** The word to type, also misspelt, in each language. */
const sampleWords: Localized<string> = { fi: 'edunvalvonta', sv: 'upphandling' };

/** A question to type after it. */
const sampleQuestions: Localized<string> = {
  fi: 'saako virkamies ottaa lounaan vastaan yritykseltä',
  sv: 'får en tjänsteman tacka ja till lunch av ett företag',
};

export const measureSearchInEachLanguage = async (browser: Browser, url: string) => {
  const rows = [];
  for (const lang of languages)
    rows.push({ lang, ...(await measureSearch(browser, url, lang, sampleWords[lang])) });
  return rows;
};

/**
 * Measures the suggestions in a browser with a slow network and a slow processor.
 * @returns kilobytes (Brotli) loaded before the first suggestion, milliseconds until it appears, and
 *   milliseconds per keystroke: median and 95th percentile
 */
async function measureSearch(browser: Browser, url: string, lang: Lang, word: string) {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  const requestedUrls: string[] = [];
  await page.goto(`${url}/${lang}/`);
  await page.waitForLoadState('networkidle');
  page.on('requestfinished', (request) => requestedUrls.push(request.url()));
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slowNetwork);
  const first = await page.evaluate(firstAnswer, word);
  await page.waitForLoadState('networkidle');
  const keystrokes = (
    await typeOnSlowProcessor(browser, `${url}/${lang}/`, [
      word,
      // Misspelt.
      word.slice(0, 3) + word[4]! + word[3]! + word.slice(5),
      sampleQuestions[lang],
    ])
  ).sort((a, b) => a - b);
  await page.close();
  const needed = requestedUrls.filter((path) => !/\/guide\//.test(path) || path.includes(`/guide/${lang}.`));
  const sizes = await Promise.all(
    needed.map(
      async (path) => brotliCompressSync(Buffer.from(await (await fetch(path)).arrayBuffer())).length,
    ),
  );
  const percentile = (share: number) =>
    Number(keystrokes[Math.floor(share * (keystrokes.length - 1))]!.toFixed(1));
  return {
    'search kB': Number((sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)),
    'first answer ms': Math.round(first),
    [`keystroke ms at ${cpuSlowdown}x slower`]: percentile(0.5),
    [`keystroke ms at ${cpuSlowdown}x slower, 95 %`]: percentile(0.95),
  };
}

/**
 * Types texts as people do: focuses the field first, and types when the search has loaded. Milliseconds per
 * keystroke.
 */
async function typeOnSlowProcessor(browser: Browser, address: string, texts: string[]): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('input[type=search]').focus();
  await page.locator('input[role=combobox]').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await (
    await page.context().newCDPSession(page)
  ).send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const times = await page.evaluate(typeTexts, texts);
  await page.close();
  return times;
}

/** Milliseconds from focus to the first suggestion. Runs in the page. */
const firstAnswer = (word: string): Promise<number> => {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const began = performance.now();
  const answered = new Promise<number>((resolve) => {
    new MutationObserver(
      () => document.querySelector('[role=option]') && resolve(performance.now() - began),
    ).observe(document.body, { childList: true, subtree: true });
  });
  field.focus();
  field.value = word;
  field.dispatchEvent(new Event('input'));
  return answered;
};

/** Milliseconds that the page takes for each keystroke of texts. Runs in the page. */
const typeTexts = (texts: string[]): number[] => {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const times: number[] = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      field.value = text.slice(0, length);
      const began = performance.now();
      field.dispatchEvent(new Event('input'));
      times.push(performance.now() - began);
    }
  }
  return times;
};
