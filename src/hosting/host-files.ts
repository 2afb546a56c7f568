import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basePath, homePath, notFoundPath, sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { redirectsOf } from '../model/lookup.ts';
import type { Site } from '../model/whole-site.ts';
import type { Redirects } from '../schema/site-files.ts';
import { hashedFolders, headersOf, openDataFolder } from './headers.ts';

/** Path of a language's 404 page under the name that static hosts look for. */
const notFoundFile = (lang: (typeof languages)[number]): string => `${homePath(lang)}404.html`;

/**
 * The `_headers` file for Netlify and Cloudflare Pages. Where two rules match the same path, these hosts join
 * the values of a header or pick one, so no header is set by two overlapping rules: the
 * Content-Security-Policy of the search pages applies everywhere, and the meta element of every other page
 * disallows WebAssembly again. Pages need no Cache-Control rule: both hosts make browsers revalidate by
 * default.
 * @param base the base path of the site
 */
export function headersFile(base: string): string {
  const { 'Cache-Control': _, ...commonHeaders } = headersOf(sectionPath(languages[0], 'search'));
  const rule = (pattern: string, headers: Record<string, string | undefined>) =>
    [base + pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const singleHeader = (folder: string, name: string) =>
    rule(`${folder}*`, { [name]: headersOf(folder)[name] });
  return `${[rule('/*', commonHeaders), ...hashedFolders.map((folder) => singleHeader(folder, 'Cache-Control')), singleHeader(openDataFolder, 'Access-Control-Allow-Origin')].join('\n\n')}\n`;
}

/** Redirects to pages that are public today: a server must not reveal a page before its publication time. */
export const visibleRedirects = (site: Site): Redirects =>
  Object.fromEntries(redirectsOf(site).map(({ from, page }) => [from, page.path]));

/**
 * The `_redirects` file for Netlify and Cloudflare Pages. Cloudflare finds the 404 page of a language by
 * itself, and ignores lines with status 404.
 * @param base the base path of the site
 */
export const redirectsFile = (redirects: Redirects, base: string): string =>
  [
    ...Object.entries(redirects).map(([from, to]) => `${base}${from} ${base}${to} 301`),
    ...languages.map((lang) => `${base}${homePath(lang)}* ${base}${notFoundFile(lang)} 404`),
  ].join('\n') + '\n';

/** Writes the configuration files of static hosts and the 404 pages where they look for them. */
export async function writeHostFiles(folder: string, site: Site): Promise<void> {
  const base = basePath(site.content.site.url);
  await writeFile(join(folder, '_headers'), headersFile(base));
  await writeFile(join(folder, '_redirects'), redirectsFile(visibleRedirects(site), base));
  for (const lang of languages)
    await copyFile(join(folder, notFoundPath(lang), 'index.html'), join(folder, notFoundFile(lang)));
}
