import { type Lang, languages } from './languages.ts';

/**
 * Path segments of the sections, each with a page directly below the home page. The paths of all pages are built in
 * this file. Published addresses must keep working, so a change here needs redirects.
 */
const sectionSegments = {
  services: { fi: 'palvelut', sv: 'tjanster' },
  announcements: { fi: 'tiedotteet', sv: 'meddelanden' },
  contacts: { fi: 'yhteystiedot', sv: 'kontakter' },
  organisations: { fi: 'kuka-auttaa', sv: 'vem-hjalper' },
  search: { fi: 'haku', sv: 'sok' },
} as const satisfies Record<string, Record<Lang, string>>;
/** The facets of services whose values have list pages. */
const facetSegments = {
  themes: { fi: 'teemat', sv: 'teman' },
  divisions: { fi: 'toimialat', sv: 'sektorer' },
} as const satisfies Record<string, Record<Lang, string>>;

/**
 * The path below which the site lies on its host, `/repo` for `https://org.github.io/repo`; mostly empty. No path
 * in this file has it: it is added where an address leaves the site for a browser or a server.
 * @param siteUrl `url` of `site.yaml`
 */
export const basePath = (siteUrl: string): string => new URL(siteUrl).pathname.replace(/\/$/, '');
/** The path on the site, from the path of a URL; undefined outside the base path. */
export const withoutBase = (pathname: string, base: string): string | undefined =>
  pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;

export type Section = keyof typeof sectionSegments;
export const sections = Object.keys(sectionSegments) as Section[];
export type Facet = keyof typeof facetSegments;
export const facets = Object.keys(facetSegments) as Facet[];

export const homePath = (lang: Lang): string => `/${lang}/`;
export const sectionPath = (lang: Lang, section: Section): string =>
  `/${lang}/${sectionSegments[section][lang]}/`;
export const entryPath = (lang: Lang, section: 'services' | 'announcements', address: string): string =>
  `${sectionPath(lang, section)}${address}/`;
/** The list page of a theme or division; its slug is derived from the name. */
export const facetPath = (lang: Lang, facet: Facet, name: string): string =>
  `${sectionPath(lang, 'services')}${facetSegments[facet][lang]}/${toAddress(name)}/`;
/** A page of a paginated list; number 1 has the path of the list itself. */
export const listPartPath = (list: string, number: number): string =>
  number === 1 ? list : `${list}${number}/`;
export const freePagePath = (lang: Lang, address: string): string => `/${lang}/${address}/`;
export const notFoundPath = (lang: Lang): string => `/${lang}/404/`;
/** The feed of a page: announcements for the home page, changes for a list of services. */
export const feedPath = (page: string): string => `${page}rss.xml`;
/**
 * Files about the site as a whole: OpenSearch description, web app manifest, preview images for link
 * previews.
 */
export const openSearchPath = (lang: Lang): string => `/${lang}/opensearch.xml`;
export const manifestPath = (lang: Lang): string => `/${lang}/manifest.webmanifest`;
export const previewPicturePath = (lang: Lang, kind: string): string => `/${lang}/preview-${kind}.png`;
/** Icon sizes in pixels: Apple's touch icon, and the two sizes of the web app manifest. */
export const iconSizes = [180, 192, 512];
export const iconPath = (size: number): string => `/icon-${size}.png`;
/** The vCard file of a contact, and that of all contacts, which is named after the section. */
export const contactCardPath = (lang: Lang, id: string): string =>
  `${sectionPath(lang, 'contacts')}${id}.vcf`;
export const contactCardsPath = (lang: Lang): string => contactCardPath(lang, sectionSegments.contacts[lang]);
/** Whether the card of a contact with this id would have the address of the card of all. */
export const isContactCards = (lang: Lang, id: string): boolean => sectionSegments.contacts[lang] === id;
/** The path of a picture in a text, from its path in the content folder; all are served as WebP. */
export const picturePath = (file: string): string =>
  `/pictures/${file.replace(/\.(png|jpe?g|svg)$/, '.$1.webp')}`;
/** The path of an open data file, for example of `services.json`. */
export const openDataPath = (file: string): string => `/api/${file}`;
export const contactAnchor = (id: string): string => id;

/** First path segments that the site itself uses, so that no free page may take them. */
export const reservedAddresses = (lang: Lang): string[] => [
  ...Object.values({ ...sectionSegments, ...facetSegments }).map((segment) => segment[lang]),
  '404',
];
/** Whether the site itself uses a path outside the language folders: for folders of files, or error pages. */
export const isOwnAddress = (path: string): boolean =>
  /^\/(?:404|500|api|guide|pagefind|pictures)\//.test(path);
/** Whether a slug below the list of services is reserved, for facets or for the pages of a paginated list. */
export const isServiceListAddress = (lang: Lang, address: string): boolean =>
  facets.some((facet) => facetSegments[facet][lang] === address) || /^\d+$/.test(address);
/**
 * Whether a path is that of a further page of a paginated list, which exists only while there are enough
 * services.
 */
export const isListPart = (path: string): boolean =>
  languages.some((lang) => path.startsWith(sectionPath(lang, 'services'))) && /\/\d+\/$/.test(path);

/** Makes a slug from a title: lower case, no diacritics, only letters, digits and hyphens. */
export const toAddress = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * Whether a pattern matches a path: `/fi/palvelut/vanha/` only itself, `/fi/palvelut/*` that page and all
 * below it.
 */
export const coversPath = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** The language that a path on the site belongs to, if any. */
export const languageOfPath = (path: string): Lang | undefined =>
  languages.find((lang) => path === `/${lang}` || path.startsWith(`/${lang}/`));
