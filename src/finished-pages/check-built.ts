import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isText } from '../hosting/content-types.ts';
import { basePath, withoutBase } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { filesOf } from '../model/folders.ts';
import { unpackGuide } from '../search/guide.ts';
import { sitemapOf } from './sitemap.ts';
import { fetchedByStyles, readPage } from './read-page.ts';
import { type BuiltSite, faultsOf, type PageFault } from './rules.ts';
import { allKinds } from '../kinds/kinds.ts';

/**
 * Patterns of text that must not be published: merge conflict markers, and paths of the machine that built
 * the site.
 */
const unpublishablePatterns = (folder: string): RegExp[] => {
  const localPaths = [process.cwd(), homedir(), resolve(folder)]
    .filter((path) => path.length > 1)
    .map((path) => new RegExp(escape(`${path}/`)));
  return [/(<|&lt;){7} /, /(>|&gt;){7} /, /file:\/\/\//, ...localPaths];
};
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Checks the files of a built site.
 * @param folder the built site
 * @param origin address under which it is published, for example `https://example.org`, without a slash at its end
 * @returns every fault; empty for a good site
 */
export async function checkBuilt(folder: string, origin: string): Promise<PageFault[]> {
  const paths = filesOf(folder).map((path) => `/${path}`);
  const site: BuiltSite = {
    pages: [],
    files: new Set(paths),
    origin,
    sitemap: sitemapOf(folder).map((address) => address.replace(origin, '')),
    styles: [],
    indexed: {},
    guides: {},
    listed: [],
  };
  const base = basePath(origin);
  const faults: PageFault[] = [];
  const unpublishable = unpublishablePatterns(folder);
  for (const path of paths) {
    const bytes = () => readFileSync(join(folder, path));
    if (path.endsWith('.pf_fragment')) readFragment(site, path, bytes());
    if (!isText(path) || path.startsWith('/pagefind/')) continue;
    const text = bytes().toString('utf8');
    const found = unpublishable.find((pattern) => pattern.test(text));
    if (found) faults.push({ path, what: `holds text that readers must not see (${found.source})` });
    if (path.endsWith('.html')) site.pages.push(readPage(path.replace(/index\.html$/, ''), text));
    else if (path.endsWith('.css')) site.styles.push({ path, resources: fetchedByStyles(text) });
    else if (dataFiles.has(path)) site.listed.push(...listedEntries(text));
    else if (
      path.startsWith('/guide/') &&
      (languages as readonly string[]).includes(languageOfFile(path, '.'))
    )
      site.guides[languageOfFile(path, '.')] = new Set(
        unpackGuide(text).entries.map(({ path }) => withoutBase(path, base) ?? path),
      );
  }
  return [...faults, ...faultsOf(site)];
}

/** The language prefix of a guide or a Pagefind fragment: `fi.da2556f277.txt`, `fi_07f1050.pf_fragment`. */
const languageOfFile = (path: string, separator: string): string =>
  path.split('/').at(-1)!.split(separator)[0]!;

/** Adds the page of a Pagefind fragment, which is a gzipped magic string followed by JSON. */
function readFragment({ indexed }: BuiltSite, path: string, bytes: Uint8Array): void {
  const text = gunzipSync(bytes).toString('utf8');
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  (indexed[languageOfFile(path, '_')] ??= new Set()).add(url);
}

/** The open data of the kinds whose entries have pages. */
const dataFiles = new Set(
  allKinds.flatMap(({ folder, pathOf, openData }) => (pathOf && openData ? `/api/${folder}.json` : [])),
);
/** URLs by language of the entries that are not withdrawn. Beside their list a file may name its licence. */
const listedEntries = (openData: string): Record<string, string>[] =>
  Object.values(
    JSON.parse(openData) as Record<string, { urls: Record<string, string>; withdrawn?: object }[] | object>,
  )
    .flatMap((value) => (Array.isArray(value) ? value : []))
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ urls }) => urls);
