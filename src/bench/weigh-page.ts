import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** What a first visit to a page fetches: the number of requests, and bytes as a host sends them with brotli. */
type PageWeight = { requests: number; bytes: number; files: Record<string, number> };

/**
 * Opens a page as somebody who has never been there.
 * @param address the whole address of a page of the served site
 */
export async function weighPage(browser: Browser, address: string): Promise<PageWeight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('requestfinished', (request) => fetched.push(request.url()));
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await context.close();
  const files: Record<string, number> = {};
  for (const url of fetched)
    files[new URL(url).pathname] = brotliCompressSync(
      Buffer.from(await (await fetch(url)).arrayBuffer()),
    ).length;
  return {
    requests: fetched.length,
    bytes: Object.values(files).reduce((sum, size) => sum + size, 0),
    files,
  };
}
