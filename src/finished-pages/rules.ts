import { isKnownType } from '../hosting/content-types.ts';
import { policyForMeta } from '../hosting/headers.ts';
import { languageOfPath } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import type { BuiltPage } from './read-page.ts';

/** A built site as the rules see it. */
export type BuiltSite = {
  pages: BuiltPage[];
  /** Every file, by its path from the site's root, for example `/icon.svg`. */
  files: Set<string>;
  /** Address under which the site is published, for example `https://example.org`. */
  origin: string;
  /** Paths that the sitemap names. */
  sitemap: string[];
  /** What each style sheet fetches. */
  styles: { path: string; resources: string[] }[];
  /** Paths of the pages that the full text search holds, by language. */
  indexed: Record<string, Set<string>>;
  /** Paths that the instant answer leads to, by language. */
  guides: Record<string, Set<string>>;
  /** Addresses of the services that are offered, by language, as the open data tells them. */
  services: Record<string, string>[];
  /** The same of the announcements. */
  announcements: Record<string, string>[];
};

/** Something wrong with a finished page. */
export type Fault = { path: string; what: string };
type BuiltRule = (site: BuiltSite) => Fault[];

const onEachPage =
  (faults: (page: BuiltPage, site: BuiltSite) => string[]): BuiltRule =>
  (site) =>
    site.pages.flatMap((page) => faults(page, site).map((what) => ({ path: page.path, what })));

/** The address on this site, or undefined for other hosts and other schemes. */
function onThisSite(address: string, from: string, origin: string): URL | undefined {
  const url = URL.parse(address, origin + from);
  return url?.origin === new URL(origin).origin ? url : undefined;
}

/** Judges each address once, because most of them stand on every page; only one that does not begin with a slash depends on the page. */
function onceEach<T>(judge: (address: string, from: string) => T): (address: string, from: string) => T {
  const judged = new Map<string, T>();
  return (address, from) => {
    const key = address.startsWith('/') ? address : `${from} ${address}`;
    if (!judged.has(key)) judged.set(key, judge(address, from));
    return judged.get(key)!;
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

const linksLead: BuiltRule = (site) => {
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const faultsOf = onceEach((link, from) => {
    const url = onThisSite(link, from, site.origin);
    if (!url) return [];
    const pathname = decoded(url.pathname);
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

const resourcesAreOwn: BuiltRule = (site) => {
  const faultsOf = onceEach((address, from) => {
    const url = onThisSite(address, from, site.origin);
    if (!url) return [`fetches ${address} from another host`];
    return fileAt(site, decoded(url.pathname)) ? [] : [`fetches ${address}, which does not exist`];
  });
  return [...site.pages, ...site.styles].flatMap(({ path, resources }) =>
    resources.flatMap((address) => faultsOf(address, path).map((what) => ({ path, what }))),
  );
};

const nothingInline = onEachPage(({ inline }) => inline.map((code) => `holds ${code} inside the page`));

const picturesShow = onEachPage(({ picturesWithoutAlt }) =>
  picturesWithoutAlt === 0
    ? []
    : [`holds ${picturesWithoutAlt} pictures without an address or a text alternative`],
);

const ownPolicy = onEachPage(({ policy, path }) =>
  policy === policyForMeta(path) ? [] : ['does not carry the Content-Security-Policy (PolicyMeta.astro)'],
);

const oneHeading = onEachPage(({ headings }) =>
  headings === 1 ? [] : [`has ${headings} h1 headings instead of one`],
);

const ownLanguage = onEachPage(({ lang, path }) => {
  const wanted = languageOfPath(path);
  return lang && (!wanted || lang === wanted)
    ? []
    : [`says lang="${lang ?? ''}" instead of "${wanted ?? 'a language'}"`];
});

const titlesTellPagesApart: BuiltRule = ({ pages }) => {
  const first = new Map<string, string>();
  return pages.flatMap(({ title, path, noindex }) => {
    if (!title.trim()) return [{ path, what: 'has no title' }];
    // Two old addresses of one page may say the same: no list shows them.
    if (noindex) return [];
    const other = first.get(title);
    first.set(title, other ?? path);
    return other ? [{ path, what: `has the same title as ${other}: "${title}"` }] : [];
  });
};

const everyLanguage = onEachPage(({ path, noindex, canonical, alternates }, { origin }) => {
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

const twinsPointBack: BuiltRule = ({ pages, origin }) => {
  const byAddress = new Map(pages.map((page) => [origin + page.path, page]));
  return pages.flatMap((page) =>
    Object.entries(page.alternates).flatMap(([lang, address]) => {
      const twin = byAddress.get(address);
      if (!twin)
        return [{ path: page.path, what: `names ${address} as its page in "${lang}", which does not exist` }];
      const pointsBack =
        lang === 'x-default' ||
        page.path === '/' ||
        Object.values(twin.alternates).includes(origin + page.path);
      return pointsBack
        ? []
        : [{ path: page.path, what: `names ${address} as its page in "${lang}", which does not point back` }];
    }),
  );
};

const sitemapAgrees: BuiltRule = ({ pages, sitemap }) => {
  const listed = new Set(sitemap);
  const wanted = new Set(
    pages.filter(({ path, noindex }) => !noindex && languageOfPath(path)).map(({ path }) => path),
  );
  return [
    ...[...wanted]
      .filter((path) => !listed.has(path))
      .map((path) => ({ path, what: 'is missing from the sitemap' })),
    ...sitemap
      .filter((path) => !wanted.has(path))
      .map((path) => ({ path, what: 'is in the sitemap but not on the site' })),
  ];
};

const searchHoldsEveryPage: BuiltRule = ({ pages, indexed, services, announcements, origin }) => {
  // The open data names what there is to find, whatever the pages say of themselves.
  const told = [...services, ...announcements].flatMap((urls) =>
    Object.entries(urls).map(([lang, url]): [string, string] => [url.replace(origin, ''), lang]),
  );
  const wanted = new Map([
    ...told,
    ...pages.filter(({ searched }) => searched).map(({ path, lang = '' }): [string, string] => [path, lang]),
  ]);
  const held = Object.entries(indexed).flatMap(([lang, paths]) => [...paths].map((path) => ({ path, lang })));
  return [
    ...[...wanted]
      .filter(([path, lang]) => !indexed[lang]?.has(path))
      .map(([path, lang]) => ({ path, what: `is not in the full text search in "${lang}"` })),
    ...held
      .filter(({ path, lang }) => wanted.get(path) !== lang)
      .map(({ path, lang }) => ({ path, what: `is in the full text search in "${lang}" but not for it` })),
  ];
};

const guideNamesEveryService: BuiltRule = ({ services, guides, origin }) =>
  services.flatMap((urls) =>
    languages.flatMap((lang) => {
      const path = urls[lang]?.replace(origin, '') ?? '';
      return guides[lang]?.has(path) ? [] : [{ path, what: `is not among the instant answers in "${lang}"` }];
    }),
  );

/** All rules for finished pages. They read what visitors get, so that a hole in the content check is not a hole in the site. */
export const builtRules: BuiltRule[] = [
  knownTypes,
  linksLead,
  resourcesAreOwn,
  nothingInline,
  picturesShow,
  ownPolicy,
  oneHeading,
  ownLanguage,
  titlesTellPagesApart,
  everyLanguage,
  twinsPointBack,
  sitemapAgrees,
  searchHoldsEveryPage,
  guideNamesEveryService,
];
