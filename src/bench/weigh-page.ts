import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/**
 * What a first visit to a page fetches: number of requests, and bytes with Brotli compression, in total and
 * by path.
 */
type PageWeight = { requests: number; bytes: number; files: Record<string, number> };

/**
 * Measures a first visit to a page, with an empty browser cache.
 * @param address absolute address of a page of the served site
 */
export async function weighPage(browser: Browser, address: string): Promise<PageWeight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requestedUrls: string[] = [];
  page.on('requestfinished', (request) => requestedUrls.push(request.url()));
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await context.close();
  const files: Record<string, number> = {};
  for (const url of requestedUrls)
    files[new URL(url).pathname] = brotliCompressSync(
      Buffer.from(await (await fetch(url)).arrayBuffer()),
    ).length;
  return {
    requests: requestedUrls.length,
    bytes: Object.values(files).reduce((sum, size) => sum + size, 0),
    files,
  };
}
