import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basePath, homePath, withoutBase } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';

/** Absolute URLs in the sitemap of a built site; empty when it has no sitemap. */
export function sitemapOf(folder: string): string[] {
  const file = join(folder, 'sitemap.xml');
  const sitemap = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
}

/** The base path of a built site, from the shortest address of its sitemap: a home page. Empty without a sitemap. */
export function baseOfBuilt(folder: string): string {
  const [home = ''] = sitemapOf(folder).sort((a, b) => a.length - b.length);
  const lang = languages.find((one) => home.endsWith(homePath(one)));
  return lang ? basePath(home.slice(0, -homePath(lang).length)) : '';
}

/** Paths on the site in the sitemap of a built site; empty when it has no sitemap. */
export function addressesOf(folder: string): string[] {
  const base = baseOfBuilt(folder);
  return sitemapOf(folder).flatMap((address) => withoutBase(URL.parse(address)?.pathname ?? '', base) ?? []);
}
