import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { isText } from '../../hosting/content-types.ts';
import { readPage } from './read-page.ts';
import { type BuiltSite, builtRules, type Fault } from './rules.ts';

/** What must not reach a reader: marks of an unfinished merge, and paths of the machine that built the site. */
const strayText = () => [/^<{7} /m, /^>{7} /m, new RegExp(escape(`${process.cwd()}/`)), new RegExp(escape(`${homedir()}/`)), /file:\/\/\//];
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Checks a built site as visitors get it.
 * @param folder the built site
 * @param origin address under which it is published, for example `https://example.org`
 * @returns every fault; none in a good site
 */
export async function checkBuilt(folder: string, origin: string): Promise<Fault[]> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`);
  const site: BuiltSite = { pages: [], files: new Set(paths), origin, sitemap: [], indexed: {} };
  const faults: Fault[] = [];
  const stray = strayText();
  for (const path of paths.filter((path) => isText(path) && !path.startsWith('/pagefind/'))) {
    const text = readFileSync(join(folder, path), 'utf8');
    const found = stray.find((pattern) => pattern.test(text));
    if (found) faults.push({ path, what: `holds text that readers must not see (${found.source})` });
    if (path.endsWith('.html')) site.pages.push(readPage(path.replace(/index\.html$/, ''), text));
    if (path === '/sitemap.xml') site.sitemap = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!.replace(origin, ''));
  }
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8')) as { languages: Record<string, { page_count: number }> };
  site.indexed = Object.fromEntries(Object.entries(entry.languages).map(([lang, { page_count }]) => [lang, page_count]));
  return [...faults, ...builtRules.flatMap((rule) => rule(site))];
}
