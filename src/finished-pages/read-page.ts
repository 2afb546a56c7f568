import { Parser } from 'htmlparser2';

/** @param path path on the site, for example `/fi/palvelut/` */
const newPage = (path: string) => ({
  path,
  lang: undefined as string | undefined,
  title: '',
  headings: 0,
  ids: new Set<string>(),
  /** Ids that are empty or that the page has twice. */
  faultyIds: [] as string[],
  /** URLs of links and form actions, as written. */
  links: [] as string[],
  /** URLs of scripts, styles, pictures and everything else that the browser loads by itself, as written. */
  resources: [] as string[],
  alternates: {} as Record<string, string>,
  canonical: undefined as string | undefined,
  policy: undefined as string | undefined,
  /** Inline code and styles, which the policy forbids, and `<base>`, which would redirect relative URLs. */
  inline: [] as string[],
  /** Number of pictures without `src` or without `alt` (which may be empty). */
  picturesWithoutAlt: 0,
  searched: false,
  noindex: false,
});
export type BuiltPage = ReturnType<typeof newPage>;

/** Types of script elements that hold data and are never executed. */
const dataBlocks = ['application/ld+json', 'application/json', 'speculationrules'];
/** Attributes whose URL the browser requests by itself. */
const fetchedAttributes = ['src', 'data', 'poster', 'background', 'ping', 'xlink:href'];
/** `rel` values of link elements whose URL the browser requests by itself. */
const fetchedLinkTypes = [
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
/** Attributes whose URL is opened on activation, and would run a `javascript:` URL. */
const navigationAttributes = ['href', 'action', 'formaction'];

/** Parses a finished page. It uses only the HTML, independently of the code that built it. */
export function readPage(path: string, html: string): BuiltPage {
  const page = newPage(path);
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
      const id = attributes['id'];
      if (id !== undefined) {
        if (id.trim() === '' || page.ids.has(id)) page.faultyIds.push(id);
        page.ids.add(id);
      }
      if ('data-pagefind-body' in attributes) page.searched = true;
      if ((name === 'a' || name === 'area') && attributes['href'] !== undefined)
        page.links.push(attributes['href']);
      if (name === 'form' && attributes['action']) page.links.push(attributes['action']);
      if (name === 'link') readLink(page, attributes);
      page.resources.push(
        ...fetchedAttributes.flatMap((attribute) => attributes[attribute] ?? []),
        ...srcsetUrls(attributes['srcset'] ?? attributes['imagesrcset']),
      );
      if ((name === 'use' || name === 'image') && attributes['href']) page.resources.push(attributes['href']);
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

const srcsetUrls = (srcset = ''): string[] =>
  srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);

export const fetchedByStyles = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, url, imported]) => url ?? imported!,
  );

function readLink(page: BuiltPage, attributes: Record<string, string>): void {
  const { rel = '', href = '', hreflang } = attributes;
  if (rel === 'canonical') page.canonical = href;
  if (rel === 'alternate' && hreflang) page.alternates[hreflang] = href;
  if (rel.split(' ').some((kind) => fetchedLinkTypes.includes(kind))) page.resources.push(href);
}

function inlineCode(name: string, attributes: Record<string, string>): string[] {
  const found: string[] = [];
  if (name === 'style' || name === 'base') found.push(`<${name}>`);
  if (name === 'script' && attributes['src'] === undefined && !dataBlocks.includes(attributes['type'] ?? ''))
    found.push('<script>');
  for (const attribute of Object.keys(attributes)) {
    const runs =
      navigationAttributes.includes(attribute) &&
      /^\s*(javascript|data|vbscript):/i.test(attributes[attribute]!);
    if (attribute === 'style' || attribute === 'srcdoc' || /^on[a-z]+$/.test(attribute) || runs)
      found.push(`${attribute}="…" on <${name}>`);
  }
  return found;
}
