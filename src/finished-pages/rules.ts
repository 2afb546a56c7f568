import { isKnownType } from '../hosting/content-types.ts';
import { policyForMeta } from '../hosting/headers.ts';
import { basePath, languageOfPath, withoutBase } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import type { BuiltPage } from './read-page.ts';

/** The parsed files of a built site. */
export type BuiltSite = {
  pages: BuiltPage[];
  /** Every file, by its path from the site's root, for example `/icon.svg`. */
  files: Set<string>;
  /** Address under which the site is published, for example `https://example.org`, without a slash at its end. */
  origin: string;
  /** Paths in the sitemap. */
  sitemap: string[];
  /** The URLs that each style sheet loads. */
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
type BuiltRule = (site: BuiltSite) => PageFault[];

const onEachPage =
  (faults: (page: BuiltPage, site: BuiltSite) => string[]): BuiltRule =>
  (site) =>
    site.pages.flatMap((page) => faults(page, site).map((what) => ({ path: page.path, what })));

/**
 * Where an address leads on this site: the path, empty where there can be nothing, and the anchor. Undefined for other
 * sites.
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

/**
 * Memoizes by address, because most links are on every page. Only those that do not begin with a slash depend
 * on the page.
 */
function memoized<T>(check: (address: string, from: string) => T): (address: string, from: string) => T {
  const results = new Map<string, T>();
  return (address, from) => {
    const key = address.startsWith('/') ? address : `${from} ${address}`;
    if (!results.has(key)) results.set(key, check(address, from));
    return results.get(key)!;
  };
}

const fileAt = ({ files }: BuiltSite, pathname: string): boolean =>
  files.has(pathname.endsWith('/') ? `${pathname}index.html` : pathname);

const knownTypes: BuiltRule = ({ files }) =>
  [...files]
    .filter((path) => !isKnownType(path))
    .map((path) => ({
      path,
      what: 'is of a type that hosts are not told of (src/hosting/content-types.ts)',
    }));

const noDeadLinks: BuiltRule = (site) => {
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const faultsOf = memoized((link, from) => {
    const url = onThisSite(link, from, site.origin);
    if (!url) return [];
    const { pathname } = url;
    if (!fileAt(site, pathname)) return [`links to ${link}, which does not exist`];
    const anchor = decoded(url.hash.slice(1));
    const target = pages.get(pathname);
    return anchor && target && !target.ids.has(anchor)
      ? [`links to ${link}, but that page has no "${anchor}"`]
      : [];
  });
  return site.pages.flatMap(({ path, links }) =>
    links.flatMap((link) => faultsOf(link, path).map((what) => ({ path, what }))),
  );
};

const ownResourcesOnly: BuiltRule = (site) => {
  const faultsOf = memoized((address, from) => {
    const url = onThisSite(address, from, site.origin);
    if (!url) return [`fetches ${address} from another host`];
    return fileAt(site, url.pathname) ? [] : [`fetches ${address}, which does not exist`];
  });
  return [...site.pages, ...site.styles].flatMap(({ path, resources }) =>
    resources.flatMap((address) => faultsOf(address, path).map((what) => ({ path, what }))),
  );
};

const distinctIds = onEachPage(({ faultyIds }) =>
  faultyIds.map((id) => (id.trim() ? `has the id "${id}" twice` : 'has an element with an empty id')),
);

const noInlineCode = onEachPage(({ inline }) => inline.map((code) => `holds ${code} inside the page`));

const picturesWithAlt = onEachPage(({ picturesWithoutAlt }) =>
  picturesWithoutAlt === 0
    ? []
    : [`holds ${picturesWithoutAlt} pictures without an address or a text alternative`],
);

const contentSecurityPolicy = onEachPage(({ policy, path }) =>
  policy === policyForMeta(path) ? [] : ['does not carry the Content-Security-Policy (PolicyMeta.astro)'],
);

const oneMainHeading = onEachPage(({ headings }) =>
  headings === 1 ? [] : [`has ${headings} h1 headings instead of one`],
);

const languageOfPage = onEachPage(({ lang, path }) => {
  const wanted = languageOfPath(path);
  return lang && (!wanted || lang === wanted)
    ? []
    : [`says lang="${lang ?? ''}" instead of "${wanted ?? 'a language'}"`];
});

const uniqueTitles: BuiltRule = ({ pages }) => {
  const pathsByTitle = new Map<string, string>();
  return pages.flatMap(({ title, path, noindex }) => {
    if (!title.trim()) return [{ path, what: 'has no title' }];
    // Redirect pages of the same page may share a title: no list or search shows them.
    if (noindex) return [];
    const other = pathsByTitle.get(title);
    pathsByTitle.set(title, other ?? path);
    return other ? [{ path, what: `has the same title as ${other}: "${title}"` }] : [];
  });
};

const canonicalAndAlternates = onEachPage(({ path, noindex, canonical, alternates }, { origin }) => {
  if (noindex || !languageOfPath(path)) return [];
  const missing = languages.filter((lang) => !alternates[lang]).map((lang) => `names no page in "${lang}"`);
  const wrong = languages
    .filter((lang) => alternates[lang] && languageOfPath(alternates[lang].replace(origin, '')) !== lang)
    .map((lang) => `names ${alternates[lang]} as its page in "${lang}"`);
  return [
    ...missing,
    ...wrong,
    ...(canonical === origin + path ? [] : [`names ${canonical ?? 'nothing'} as its own address`]),
  ];
});

const reciprocalAlternates: BuiltRule = ({ pages, origin }) => {
  const byAddress = new Map(pages.map((page) => [origin + page.path, page]));
  return pages.flatMap((page) =>
    Object.entries(page.alternates).flatMap(([lang, address]) => {
      const alternate = byAddress.get(address);
      if (!alternate)
        return [{ path: page.path, what: `names ${address} as its page in "${lang}", which does not exist` }];
      const pointsBack =
        lang === 'x-default' ||
        page.path === '/' ||
        Object.values(alternate.alternates).includes(origin + page.path);
      return pointsBack
        ? []
        : [{ path: page.path, what: `names ${address} as its page in "${lang}", which does not point back` }];
    }),
  );
};

const sitemapMatchesPages: BuiltRule = ({ pages, sitemap }) => {
  const inSitemap = new Set(sitemap);
  const wanted = new Set(
    pages.filter(({ path, noindex }) => !noindex && languageOfPath(path)).map(({ path }) => path),
  );
  return [
    ...[...wanted]
      .filter((path) => !inSitemap.has(path))
      .map((path) => ({ path, what: 'is missing from the sitemap' })),
    ...sitemap
      .filter((path) => !wanted.has(path))
      .map((path) => ({ path, what: 'is in the sitemap but not on the site' })),
  ];
};

const fullTextIndexMatchesPages: BuiltRule = ({ pages, indexed, listed, origin }) => {
  // The open data lists what must be found, even if a page lacks the marker for the index.
  const fromOpenData = listed.flatMap((urls) =>
    Object.entries(urls).map(([lang, url]): [string, string] => [url.replace(origin, ''), lang]),
  );
  const wanted = new Map([
    ...fromOpenData,
    ...pages.filter(({ searched }) => searched).map(({ path, lang = '' }): [string, string] => [path, lang]),
  ]);
  const indexedPages = Object.entries(indexed).flatMap(([lang, paths]) =>
    [...paths].map((path) => ({ path, lang })),
  );
  return [
    ...[...wanted]
      .filter(([path, lang]) => !indexed[lang]?.has(path))
      .map(([path, lang]) => ({ path, what: `is not in the full text search in "${lang}"` })),
    ...indexedPages
      .filter(({ path, lang }) => wanted.get(path) !== lang)
      .map(({ path, lang }) => ({ path, what: `is in the full text search in "${lang}" but not for it` })),
  ];
};

const guideListsEveryEntry: BuiltRule = ({ listed, guides, origin }) =>
  listed.flatMap((urls) =>
    languages.flatMap((lang) => {
      const path = urls[lang]?.replace(origin, '') ?? '';
      return guides[lang]?.has(path) ? [] : [{ path, what: `is not among the instant answers in "${lang}"` }];
    }),
  );

/**
 * All rules for finished pages. They check the published files, as a second line of defence behind the
 * content check.
 */
export const builtRules: BuiltRule[] = [
  knownTypes,
  noDeadLinks,
  ownResourcesOnly,
  distinctIds,
  noInlineCode,
  picturesWithAlt,
  contentSecurityPolicy,
  oneMainHeading,
  languageOfPage,
  uniqueTitles,
  canonicalAndAlternates,
  reciprocalAlternates,
  sitemapMatchesPages,
  fullTextIndexMatchesPages,
  guideListsEveryEntry,
];
