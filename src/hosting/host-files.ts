import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homePath, notFoundPath, sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { redirectsOf } from '../model/lookup.ts';
import type { Site } from '../model/whole-site.ts';
import type { Redirects } from '../schema/site-files.ts';
import { hashedFolders, headersOf, openDataFolder } from './headers.ts';

/** The error page of a language under the name that static hosts look for. */
const notFoundFile = (lang: (typeof languages)[number]): string => `${homePath(lang)}404.html`;

/**
 * Headers for Netlify and Cloudflare Pages. Where two rules meet, these hosts join their values or take one of them,
 * so no header stands in two rules that meet: the policy is that of the search pages everywhere, and the meta element of
 * every other page takes WebAssembly back. Pages need no rule for their age: both hosts let browsers ask each time.
 */
export function headersFile(): string {
  const { 'Cache-Control': _, ...everywhere } = headersOf(sectionPath(languages[0], 'search'));
  const rule = (pattern: string, headers: Record<string, string | undefined>) =>
    [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const only = (folder: string, name: string) => rule(`${folder}*`, { [name]: headersOf(folder)[name] });
  return `${[rule('/*', everywhere), ...hashedFolders.map((folder) => only(folder, 'Cache-Control')), only(openDataFolder, 'Access-Control-Allow-Origin')].join('\n\n')}\n`;
}

/** Old addresses whose new page can be seen today: a server must not tell of a page before its time. */
export const visibleRedirects = (site: Site): Redirects =>
  Object.fromEntries(redirectsOf(site).map(({ from, page }) => [from, page.path]));

/** Redirects for Netlify and Cloudflare Pages. The second finds the error page of a language by itself, and passes over lines that end with 404. */
export const redirectsFile = (redirects: Redirects): string =>
  [
    ...Object.entries(redirects).map(([from, to]) => `${from} ${to} 301`),
    ...languages.map((lang) => `${homePath(lang)}* ${notFoundFile(lang)} 404`),
  ].join('\n') + '\n';

/** Writes what static hosts read beside the pages. */
export async function writeHostFiles(folder: string, site: Site): Promise<void> {
  await writeFile(join(folder, '_headers'), headersFile());
  await writeFile(join(folder, '_redirects'), redirectsFile(visibleRedirects(site)));
  for (const lang of languages)
    await copyFile(join(folder, notFoundPath(lang), 'index.html'), join(folder, notFoundFile(lang)));
}
