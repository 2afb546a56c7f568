import { isKnownType } from '../hosting/content-types.ts';
import { policyForMeta } from '../hosting/headers.ts';
import { basePath, languageOfPath, withoutBase } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import type { BuiltPage } from './read-page.ts';

export type BuiltSite = {
  pages: BuiltPage[];
  /** Every file, by its path from the site's root, for example `/icon.svg`. */
  files: Set<string>;
  /** Address under which the site is published, for example `https://example.org`, without a slash at its end. */
  origin: string;
  sitemap: string[];
  styles: { path: string; resources: string[] }[];
  /** Paths of the pages in the full-text index, by language. */
  indexed: Record<string, Set<string>>;
  /** Paths in the guide for instant answers, by language. */
  guides: Record<string, Set<string>>;
  /** URLs by language of each entry that must be found, from the open data. */
  listed: Record<string, string>[];
};

/** Something wrong with a finished page; `what` follows the path in the message. */
export type PageFault = { path: string; what: string };
type BuiltRule = (site: BuiltSite) => Iterable<PageFault>;

/**
 * Where an address leads on this site: the path, empty where nothing can be, and the anchor. Undefined for other sites.
 */
function onThisSite(
  address: string,
  from: string,
  origin: string,
): { pathname: string; hash: string } | undefined {
  const url = URL.parse(address, origin + from);
  if (url?.origin !== new URL(origin).origin) return undefined;
  const pathname = withoutBase(decoded(url.pathname), basePath(origin)) ?? '';
  // Another site of the same host. An address without a host is always meant for this one.
  return pathname === '' && URL.canParse(address) ? undefined : { pathname, hash: url.hash };
}

/** Judges the addresses of each file once: most are on every page, and only those without a slash depend on it. */
function* judged(
  files: { path: string; addresses: string[] }[],
  faultOf: (address: string, from: string) => string | undefined,
): Iterable<PageFault> {
  const known = new Map<string, string | undefined>();
  for (const { path, addresses } of files)
    for (const address of addresses) {
      const key = address.startsWith('/') ? address : `${path} ${address}`;
      if (!known.has(key)) known.set(key, faultOf(address, path));
      const what = known.get(key);
      if (what) yield { path, what };
    }
}

const fileAt = ({ files }: BuiltSite, pathname: string): boolean =>
  files.has(pathname.endsWith('/') ? `${pathname}index.html` : pathname);

const knownTypes: BuiltRule = function* ({ files }) {
  for (const path of files)
    if (!isKnownType(path))
      yield { path, what: 'is of a type that hosts are not told of (src/hosting/content-types.ts)' };
};

const noDeadLinks: BuiltRule = (site) => {
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const linking = site.pages.map(({ path, links }) => ({ path, addresses: links }));
  return judged(linking, (link, from) => {
    const url = onThisSite(link, from, site.origin);
    if (!url) return undefined;
    if (!fileAt(site, url.pathname)) return `links to ${link}, which does not exist`;
    const anchor = decoded(url.hash.slice(1));
    const target = pages.get(url.pathname);
    return anchor && target && !target.ids.has(anchor)
      ? `links to ${link}, but that page has no "${anchor}"`
      : undefined;
  });
};

const ownResourcesOnly: BuiltRule = (site) => {
  const fetching = [...site.pages, ...site.styles].map(({ path, resources }) => ({
    path,
    addresses: resources,
  }));
  return judged(fetching, (address, from) => {
    const url = onThisSite(address, from, site.origin);
    if (!url) return `fetches ${address} from another host`;
    return fileAt(site, url.pathname) ? undefined : `fetches ${address}, which does not exist`;
  });
};

const soundPages: BuiltRule = function* ({ pages, origin }) {
  for (const page of pages) for (const what of faultsIn(page, origin)) yield { path: page.path, what };
};

/** What is wrong with a page by itself. */
function* faultsIn(page: BuiltPage, origin: string): Iterable<string> {
  const { path, lang, policy, headings, picturesWithoutAlt, alternates } = page;
  for (const id of page.faultyIds)
    yield id.trim() ? `has the id "${id}" twice` : 'has an element with an empty id';
  for (const code of page.inline) yield `holds ${code} inside the page`;
  if (picturesWithoutAlt > 0)
    yield `holds ${picturesWithoutAlt} pictures without an address or a text alternative`;
  if (policy !== policyForMeta(path)) yield 'does not carry the Content-Security-Policy (PolicyMeta.astro)';
  if (headings !== 1) yield `has ${headings} h1 headings instead of one`;
  const wanted = languageOfPath(path);
  if (!lang || (wanted && lang !== wanted))
    yield `says lang="${lang ?? ''}" instead of "${wanted ?? 'a language'}"`;
  if (page.noindex || !wanted) return;
  for (const lang of languages) {
    const address = alternates[lang];
    if (!address) yield `names no page in "${lang}"`;
    else if (languageOfPath(address.replace(origin, '')) !== lang)
      yield `names ${address} as its page in "${lang}"`;
  }
  if (page.canonical !== origin + path) yield `names ${page.canonical ?? 'nothing'} as its own address`;
}

const uniqueTitles: BuiltRule = function* ({ pages }) {
  const pathsByTitle = new Map<string, string>();
  for (const { title, path, noindex } of pages) {
    if (!title.trim()) yield { path, what: 'has no title' };
    // Redirect pages of the same page may share a title: no list or search shows them.
    else if (!noindex) {
      const other = pathsByTitle.get(title);
      pathsByTitle.set(title, other ?? path);
      if (other) yield { path, what: `has the same title as ${other}: "${title}"` };
    }
  }
};

const reciprocalAlternates: BuiltRule = function* ({ pages, origin }) {
  const byAddress = new Map(pages.map((page) => [origin + page.path, page]));
  for (const { path, alternates } of pages)
    for (const [lang, address] of Object.entries(alternates)) {
      const alternate = byAddress.get(address);
      const named = `names ${address} as its page in "${lang}", which does not`;
      if (!alternate) yield { path, what: `${named} exist` };
      else if (
        lang !== 'x-default' &&
        path !== '/' &&
        !Object.values(alternate.alternates).includes(origin + path)
      )
        yield { path, what: `${named} point back` };
    }
};

const sitemapMatchesPages: BuiltRule = function* ({ pages, sitemap }) {
  const wanted = new Set(
    pages.filter(({ path, noindex }) => !noindex && languageOfPath(path)).map(({ path }) => path),
  );
  for (const path of wanted.difference(new Set(sitemap))) yield { path, what: 'is missing from the sitemap' };
  for (const path of sitemap)
    if (!wanted.has(path)) yield { path, what: 'is in the sitemap but not on the site' };
};

const fullTextIndexMatchesPages: BuiltRule = function* ({ pages, indexed, listed, origin }) {
  // The open data lists what must be found, even if a page lacks the marker for the index.
  const wanted = new Map([
    ...listed.flatMap((urls) =>
      Object.entries(urls).map(([lang, url]) => [url.replace(origin, ''), lang] as const),
    ),
    ...pages.filter(({ searched }) => searched).map(({ path, lang = '' }) => [path, lang] as const),
  ]);
  for (const [path, lang] of wanted)
    if (!indexed[lang]?.has(path)) yield { path, what: `is not in the full text search in "${lang}"` };
  for (const [lang, paths] of Object.entries(indexed))
    for (const path of paths)
      if (wanted.get(path) !== lang)
        yield { path, what: `is in the full text search in "${lang}" but not for it` };
};

const guideListsEveryEntry: BuiltRule = function* ({ listed, guides, origin }) {
  for (const urls of listed)
    for (const lang of languages) {
      const path = urls[lang]?.replace(origin, '') ?? '';
      if (!guides[lang]?.has(path)) yield { path, what: `is not among the instant answers in "${lang}"` };
    }
};

/** They check the published files, as a second line of defence behind the content check. */
const builtRules: BuiltRule[] = [
  knownTypes,
  noDeadLinks,
  ownResourcesOnly,
  soundPages,
  uniqueTitles,
  reciprocalAlternates,
  sitemapMatchesPages,
  fullTextIndexMatchesPages,
  guideListsEveryEntry,
];

export const faultsOf = (site: BuiltSite): PageFault[] => builtRules.flatMap((rule) => [...rule(site)]);
