import { type Lang, languages } from './languages.ts';

/**
 * The words of the addresses. The paths of all pages are made in this file:
 * an address that is once published stays, so a change here needs redirects.
 */
const segments = {
  services: { fi: 'palvelut', sv: 'tjanster' },
  announcements: { fi: 'tiedotteet', sv: 'meddelanden' },
  contacts: { fi: 'yhteystiedot', sv: 'kontakter' },
  search: { fi: 'haku', sv: 'sok' },
  themes: { fi: 'teemat', sv: 'teman' },
  divisions: { fi: 'toimialat', sv: 'sektorer' },
} as const satisfies Record<string, Record<Lang, string>>;

/** What has a page of its own at the top of each language. */
export const sections = ['services', 'announcements', 'contacts', 'search'] as const;
export type Section = (typeof sections)[number];
/** What sorts the services into lists of their own. */
export const facets = ['themes', 'divisions'] as const;
export type Facet = (typeof facets)[number];

export const homePath = (lang: Lang): string => `/${lang}/`;
export const sectionPath = (lang: Lang, section: Section): string => `/${lang}/${segments[section][lang]}/`;
export const entryPath = (lang: Lang, section: 'services' | 'announcements', address: string): string =>
  `${sectionPath(lang, section)}${address}/`;
/** The page that lists the services of one theme or one division, whose name makes its address. */
export const facetPath = (lang: Lang, facet: Facet, name: string): string =>
  `${sectionPath(lang, 'services')}${segments[facet][lang]}/${toAddress(name)}/`;
/** A page of a list that goes on over several; the first one has the address of the list. */
export const listPartPath = (list: string, number: number): string =>
  number === 1 ? list : `${list}${number}/`;
export const freePagePath = (lang: Lang, address: string): string => `/${lang}/${address}/`;
export const notFoundPath = (lang: Lang): string => `/${lang}/404/`;
/** The feed of a page: of the home page the announcements, of a list of services what has changed in them. */
export const feedPath = (page: string): string => `${page}rss.xml`;
/** Files about the site as a whole: the search for browsers, the name and icon for a home screen, pictures for chats. */
export const openSearchPath = (lang: Lang): string => `/${lang}/opensearch.xml`;
export const manifestPath = (lang: Lang): string => `/${lang}/manifest.webmanifest`;
export const previewPicturePath = (lang: Lang, kind: string): string => `/${lang}/preview-${kind}.png`;
/** Sizes in pixels that home screens ask for: Apple's, and the two of the manifest. */
export const iconSizes = [180, 192, 512];
export const iconPath = (size: number): string => `/icon-${size}.png`;
/** A contact for an address book, and all of them in one file, which has the name of the page. */
export const contactCardPath = (lang: Lang, id: string): string =>
  `${sectionPath(lang, 'contacts')}${id}.vcf`;
export const contactCardsPath = (lang: Lang): string => contactCardPath(lang, segments.contacts[lang]);
/** A picture beside a text, by its path in the content folder; all are served as WebP. */
export const picturePath = (file: string): string =>
  `/pictures/${file.replace(/\.(png|jpe?g|svg)$/, '-$1.webp')}`;
/** A file of the open data, for example `services.json`. */
export const openDataPath = (file: string): string => `/api/${file}`;
export const contactAnchor = (id: string): string => id;

/** First parts of addresses that the site itself uses, so that no free page may take them. */
export const reservedAddresses = (lang: Lang): string[] => [
  ...Object.values(segments).map((segment) => segment[lang]),
  '404',
];
/** Whether the site needs an address outside the languages for something of its own: folders of files, and pages for errors. */
export const isOwnAddress = (path: string): boolean =>
  /^\/(?:404|500|api|guide|pagefind|pictures)\//.test(path);
/** Whether a list of services uses the last part of an address, for a theme or division or for a further page. */
export const isServiceListAddress = (lang: Lang, address: string): boolean =>
  facets.some((facet) => segments[facet][lang] === address) || /^\d+$/.test(address);
/** Whether a path is that of a further page of a list, which comes and goes with the number of services. */
export const isListPart = (path: string): boolean =>
  languages.some((lang) => path.startsWith(sectionPath(lang, 'services'))) && /\/\d+\/$/.test(path);

/** Makes the last part of an address from a title: lower case, letters without their marks, digits and hyphens. */
export const toAddress = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Whether a note on an address speaks of a path: `/fi/palvelut/vanha/` of that page, `/fi/palvelut/*` of that page and all below it. */
export const coversPath = (noted: string, path: string): boolean =>
  noted.endsWith('*') ? path.startsWith(noted.slice(0, -1)) : path === noted;

/** The language that a path on the site belongs to, if any. */
export const languageOfPath = (path: string): Lang | undefined =>
  languages.find((lang) => path === `/${lang}` || path.startsWith(`/${lang}/`));
