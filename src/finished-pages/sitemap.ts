import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute URLs in the sitemap of a built site; empty when it has no sitemap. */
export function sitemapOf(folder: string): string[] {
  const file = join(folder, 'sitemap.xml');
  const sitemap = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
}

/** Paths in the sitemap of a built site; empty when it has no sitemap. */
export const addressesOf = (folder: string): string[] =>
  sitemapOf(folder).flatMap((address) => URL.parse(address)?.pathname ?? []);
