import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

/**
 * What a first visit to a page fetches: number of requests, and bytes with Brotli compression, in total and
 * by path.
 */
type PageWeight = { requests: number; bytes: number; files: Record<string, number> };

/** Lists the addresses that a page fetches from now on. */
export function listFetched(page: Page): string[] {
  const fetched: string[] = [];
  page.on('requestfinished', (request) => fetched.push(request.url()));
  return fetched;
}

/** Bytes of each address with brotli, asked for once however many pages fetch it. */
const sizes = new Map<string, Promise<number>>();
const sizeOf = async (url: string): Promise<number> =>
  brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;

/** What the fetched addresses weigh. */
export async function weigh(fetched: string[]): Promise<PageWeight> {
  const files: Record<string, number> = {};
  for (const url of fetched) {
    if (!sizes.has(url)) sizes.set(url, sizeOf(url));
    files[new URL(url).pathname] = await sizes.get(url)!;
  }
  return {
    requests: fetched.length,
    bytes: Object.values(files).reduce((sum, size) => sum + size, 0),
    files,
  };
}

/**
 * Measures a first visit to a page, with an empty browser cache.
 * @param address absolute address of a page of the served site
 */
export async function weighPage(browser: Browser, address: string): Promise<PageWeight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const fetched = listFetched(page);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await context.close();
  return weigh(fetched);
}
