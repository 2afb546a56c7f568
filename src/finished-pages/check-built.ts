import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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

/** Text that readers must not see: merge conflict markers, and paths of the machine that built the site. */
const unpublishable = (folder: string): string[] => [
  ...['<', '&lt;', '>', '&gt;'].map((sign) => `${sign.repeat(7)} `),
  'file:///',
  ...[process.cwd(), homedir(), resolve(folder)].filter((path) => path !== '/').map((path) => `${path}/`),
];

/**
 * Checks the files of a built site.
 * @param origin address under which it is published, for example `https://example.org`, without a slash at its end
 * @param files the files to check, by their paths in the folder
 * @returns every fault; empty for a good site
 */
export async function checkBuilt(
  folder: string,
  origin: string,
  files = filesOf(folder),
): Promise<PageFault[]> {
  const paths = files.map((path) => `/${path}`);
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
  const refused = unpublishable(folder);
  for (const path of paths) {
    const bytes = () => readFileSync(join(folder, path));
    // The language of a guide or a Pagefind fragment: `fi.da2556f277.txt`, `fi_07f1050.pf_fragment`.
    const [lang = ''] = path.split('/').at(-1)!.split(/[._]/);
    if (path.endsWith('.pf_fragment')) (site.indexed[lang] ??= new Set()).add(pageOfFragment(bytes()));
    if (!isText(path) || path.startsWith('/pagefind/')) continue;
    const text = bytes().toString('utf8');
    const found = refused.find((part) => text.includes(part));
    if (found) faults.push({ path, what: `holds text that readers must not see (${found})` });
    // The caller may do something else beside this.
    await setImmediate();
    if (path.endsWith('.html')) site.pages.push(readPage(path.replace(/index\.html$/, ''), text));
    else if (path.endsWith('.css')) site.styles.push({ path, resources: fetchedByStyles(text) });
    else if (dataFiles.has(path)) site.listed.push(...listedEntries(text));
    else if (path.startsWith('/guide/') && (languages as readonly string[]).includes(lang))
      site.guides[lang] = new Set(
        unpackGuide(text).entries.map(({ path }) => withoutBase(path, base) ?? path),
      );
  }
  return [...faults, ...faultsOf(site)];
}

/** The page of a Pagefind fragment, which is a gzipped magic string followed by JSON. */
function pageOfFragment(bytes: Uint8Array): string {
  const text = gunzipSync(bytes).toString('utf8');
  return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
}

const dataFiles = new Set(
  allKinds.flatMap(({ folder, pathOf, openData }) => (pathOf && openData ? `/api/${folder}.json` : [])),
);
/** URLs by language of the entries that are not withdrawn. Beside their list a file may name its licence. */
const listedEntries = (openData: string): Record<string, string>[] =>
  Object.values(
    JSON.parse(openData) as Record<string, { urls: Record<string, string>; withdrawn?: object }[]>,
  )
    .filter(Array.isArray)
    .flatMap((list) => list.filter(({ withdrawn }) => !withdrawn).map(({ urls }) => urls));
