import { Parser } from 'htmlparser2';

/** What the rules for finished pages need to know of one page. */
export type BuiltPage = {
  /** Path on the site, for example `/fi/palvelut/`. */
  path: string;
  lang: string | undefined;
  title: string;
  headings: number;
  ids: Set<string>;
  /** Addresses of links, as written. */
  links: string[];
  /** Addresses of scripts, styles, pictures and whatever else the browser fetches by itself. */
  resources: string[];
  alternates: Record<string, string>;
  canonical: string | undefined;
  /** The Content-Security-Policy of its meta element. */
  policy: string | undefined;
  /** Code or style inside the page, which the policy forbids, and what would turn its addresses elsewhere. */
  inline: string[];
  /** Pictures without an address, or without a text for those who do not see them (which may be empty). */
  picturesWithoutAlt: number;
  /** Whether the search holds the page. */
  searched: boolean;
  noindex: boolean;
};

/** Types of script elements that hold data and are never run. */
const dataBlocks = ['application/ld+json', 'application/json', 'speculationrules'];
/** Attributes whose address the browser fetches, or reports to, by itself. */
const fetching = ['src', 'data', 'poster', 'background', 'ping', 'xlink:href'];
const fetchingLinks = [
  'stylesheet',
  'icon',
  'preload',
  'modulepreload',
  'manifest',
  'prefetch',
  'prerender',
  'preconnect',
  'dns-prefetch',
  'apple-touch-icon',
];
const leading = ['href', 'action', 'formaction'];

/** Reads a finished page. It looks at the HTML alone and knows nothing of how it was made. */
export function readPage(path: string, html: string): BuiltPage {
  const page: BuiltPage = {
    path,
    lang: undefined,
    title: '',
    headings: 0,
    ids: new Set(),
    links: [],
    resources: [],
    alternates: {},
    canonical: undefined,
    policy: undefined,
    inline: [],
    picturesWithoutAlt: 0,
    searched: false,
    noindex: false,
  };
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') page.lang = attributes['lang'];
      if (name === 'title' && page.title === '') inTitle = true;
      if (name === 'h1') page.headings += 1;
      if (name === 'meta' && attributes['name'] === 'robots' && attributes['content']?.includes('noindex'))
        page.noindex = true;
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
        page.policy = attributes['content'];
      if (attributes['id'] !== undefined) page.ids.add(attributes['id']);
      if ('data-pagefind-body' in attributes) page.searched = true;
      if ((name === 'a' || name === 'area') && attributes['href'] !== undefined)
        page.links.push(attributes['href']);
      if (name === 'form' && attributes['action']) page.links.push(attributes['action']);
      if (name === 'link') readLink(page, attributes);
      page.resources.push(
        ...fetching.flatMap((attribute) => attributes[attribute] ?? []),
        ...listed(attributes['srcset'] ?? attributes['imagesrcset']),
      );
      if (name === 'use' || name === 'image') page.resources.push(...[attributes['href'] ?? []].flat());
      if (name === 'img' && (!attributes['src'] || attributes['alt'] === undefined))
        page.picturesWithoutAlt += 1;
      page.inline.push(...inlineCode(name, attributes));
    },
    ontext(text) {
      if (inTitle) page.title += text;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
    },
  });
  parser.end(html);
  return page;
}

/** The addresses of a `srcset`. */
const listed = (srcset = ''): string[] =>
  srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);

/** The addresses that a style sheet fetches. */
export const fetchedByStyles = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, url, imported]) => url ?? imported!,
  );

function readLink(page: BuiltPage, attributes: Record<string, string>): void {
  const { rel = '', href = '', hreflang } = attributes;
  if (rel === 'canonical') page.canonical = href;
  if (rel === 'alternate' && hreflang) page.alternates[hreflang] = href;
  if (rel.split(' ').some((kind) => fetchingLinks.includes(kind))) page.resources.push(href);
}

function inlineCode(name: string, attributes: Record<string, string>): string[] {
  const found: string[] = [];
  if (name === 'style' || name === 'base') found.push(`<${name}>`);
  if (name === 'script' && attributes['src'] === undefined && !dataBlocks.includes(attributes['type'] ?? ''))
    found.push('<script>');
  for (const attribute of Object.keys(attributes)) {
    const runs =
      leading.includes(attribute) && /^\s*(javascript|data|vbscript):/i.test(attributes[attribute]!);
    if (attribute === 'style' || attribute === 'srcdoc' || /^on[a-z]+$/.test(attribute) || runs)
      found.push(`${attribute}="…" on <${name}>`);
  }
  return found;
}
