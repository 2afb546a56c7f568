import { describe, expect, test } from 'vitest';
import { policyForMeta } from '../hosting/headers.ts';
import { fetchedByStyles, readPage } from './read-page.ts';
import { type BuiltSite, faultsOf } from './rules.ts';

const origin = 'https://example.org';
/** The canonical and alternate links of a page. */
const pageLinks = (path: string, fi = '/fi/', sv = '/sv/') =>
  `<link rel="canonical" href="${origin}${path}"><link rel="alternate" hreflang="fi" href="${origin}${fi}"><link rel="alternate" hreflang="sv" href="${origin}${sv}">`;
const html = ({
  lang = 'fi',
  title = 'Otsikko',
  policy = policyForMeta('/fi/'),
  links = pageLinks('/fi/'),
  head = '',
  body = '<h1>Otsikko</h1>',
}) =>
  `<!doctype html><html lang="${lang}"><head>${links}<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const swedish = readPage('/sv/', html({ lang: 'sv', title: 'Rubrik', links: pageLinks('/sv/') }));
/** A site with one good page in each language, with changes to the Finnish page and to the site. */
function site(page: Parameters<typeof html>[0] = {}, changes: Partial<BuiltSite> = {}): BuiltSite {
  return {
    pages: [readPage('/fi/', html(page)), swedish],
    files: new Set(['/fi/index.html', '/sv/index.html', '/site.css']),
    origin,
    sitemap: ['/fi/', '/sv/'],
    styles: [],
    indexed: {},
    guides: {},
    listed: [],
    ...changes,
  };
}
const faults = (built: BuiltSite) => faultsOf(built).map(({ what }) => what);

test('a good page has no fault', () => {
  expect(
    faults(
      site({
        body: '<h1 id="a">A</h1><a href="/fi/">etusivu</a><a href="#a">alkuun</a><a href="https://www.kuntaliitto.fi/">muualle</a>',
        head: '<link rel="stylesheet" href="/site.css">',
      }),
    ),
  ).toEqual([]);
});

describe('a fault is reported:', () => {
  test.each([
    ['a dead link', { body: '<h1>A</h1><a href="/fi/ei/">x</a>' }, 'links to /fi/ei/, which does not exist'],
    ['an id twice', { body: '<h1 id="a">A</h1><p id="a">x</p>' }, 'has the id "a" twice'],
    ['an empty id', { body: '<h1 id="">A</h1>' }, 'has an element with an empty id'],
    [
      'a dead relative link',
      { body: '<h1>A</h1><a href="../ei/">x</a>' },
      'links to ../ei/, which does not exist',
    ],
    [
      'a link that cannot be decoded',
      { body: '<h1>A</h1><a href="/fi/%E0/">x</a>' },
      'links to /fi/%E0/, which does not exist',
    ],
    [
      'a dead anchor on another page',
      { body: '<h1>A</h1><a href="/sv/#b">x</a>' },
      'links to /sv/#b, but that page has no "b"',
    ],
    [
      'a dead form action',
      { body: '<h1>A</h1><form action="/fi/ei/"></form>' },
      'links to /fi/ei/, which does not exist',
    ],
    ['a dead anchor', { body: '<h1>A</h1><a href="#b">x</a>' }, 'links to #b, but that page has no "b"'],
    [
      'a picture from another host',
      { body: '<h1>A</h1><img src="https://tracker.example/p.gif">' },
      'fetches https://tracker.example/p.gif from another host',
    ],
    [
      'a protocol-relative picture',
      { body: '<h1>A</h1><img src="//tracker.example/p.gif">' },
      'fetches //tracker.example/p.gif from another host',
    ],
    [
      'a srcset picture from another host',
      {
        body: '<h1>A</h1><img alt="" src="/site.css" srcset="/site.css 1x, https://tracker.example/p2.gif 2x">',
      },
      'fetches https://tracker.example/p2.gif from another host',
    ],
    [
      'a foreign frame',
      { body: '<h1>A</h1><iframe src="https://video.example/"></iframe>' },
      'fetches https://video.example/ from another host',
    ],
    [
      'a foreign script',
      { head: '<script src="https://cdn.example/a.js"></script>' },
      'fetches https://cdn.example/a.js from another host',
    ],
    [
      'a connection to another host ahead of time',
      { head: '<link rel="preconnect" href="https://fonts.example">' },
      'fetches https://fonts.example from another host',
    ],
    [
      'a link that tells another host of the click',
      { body: '<h1>A</h1><a href="/fi/" ping="https://tracker.example/">x</a>' },
      'fetches https://tracker.example/ from another host',
    ],
    [
      'a missing style sheet',
      { head: '<link rel="stylesheet" href="/no.css">' },
      'fetches /no.css, which does not exist',
    ],
    ['an inline script', { body: '<h1>A</h1><script>alert(1)</script>' }, 'holds <script> inside the page'],
    ['an inline style sheet', { head: '<style>a{}</style>' }, 'holds <style> inside the page'],
    [
      'a style attribute',
      { body: '<h1 style="color:red">A</h1>' },
      'holds style="…" on <h1> inside the page',
    ],
    ['an event attribute', { body: '<h1 onclick="x()">A</h1>' }, 'holds onclick="…" on <h1> inside the page'],
    [
      'a javascript: link',
      { body: '<h1>A</h1><a href="JavaScript:alert(1)">x</a>' },
      'holds href="…" on <a> inside the page',
    ],
    [
      'a page in a srcdoc attribute',
      { body: '<h1>A</h1><iframe srcdoc="<script>1</script>"></iframe>' },
      'holds srcdoc="…" on <iframe> inside the page',
    ],
    ['a base element', { head: '<base href="/sv/">' }, 'holds <base> inside the page'],
    [
      'a weaker policy',
      { policy: 'default-src *' },
      'does not carry the Content-Security-Policy (PolicyMeta.astro)',
    ],
    [
      'a picture without src',
      { body: '<h1>A</h1><img alt="Kaavio">' },
      'holds 1 pictures without an address or a text alternative',
    ],
    [
      'a picture without alt',
      { body: '<h1>A</h1><img src="/site.css">' },
      'holds 1 pictures without an address or a text alternative',
    ],
    ['no heading', { body: '<p>A</p>' }, 'has 0 h1 headings instead of one'],
    ['two headings', { body: '<h1>A</h1><h1>B</h1>' }, 'has 2 h1 headings instead of one'],
    ['the wrong language', { lang: 'sv' }, 'says lang="sv" instead of "fi"'],
    ['no title', { title: ' ' }, 'has no title'],
    [
      'no alternate in the other language',
      { links: pageLinks('/fi/').replace(/<link[^>]*"sv"[^>]*>/, '') },
      'names no page in "sv"',
    ],
    [
      'an alternate in the wrong language',
      { links: pageLinks('/fi/', '/fi/', '/fi/') },
      `names ${origin}/fi/ as its page in "sv"`,
    ],
    [
      'an alternate that does not exist',
      { links: pageLinks('/fi/', '/fi/', '/sv/x/') },
      `names ${origin}/sv/x/ as its page in "sv", which does not exist`,
    ],
    [
      'the canonical URL of another page',
      { links: pageLinks('/sv/') },
      `names ${origin}/sv/ as its own address`,
    ],
  ])('%s', (_, page, what) => {
    expect(faults(site(page))).toContain(what);
  });

  test('a data block does not count as a script', () => {
    expect(faults(site({ head: '<script type="application/ld+json">{}</script>' }))).toEqual([]);
  });

  test('two pages with the same title', () => {
    const built = site();
    const other = readPage('/sv/', html({ lang: 'sv', links: pageLinks('/sv/') }));
    expect(faults({ ...built, pages: [built.pages[0]!, other] })).toEqual([
      'has the same title as /fi/: "Otsikko"',
    ]);
  });

  test('an alternate that does not point back', () => {
    const built = site();
    const other = readPage('/sv/', html({ lang: 'sv', title: 'Rubrik', links: pageLinks('/sv/', '/fi/x/') }));
    expect(faults({ ...built, pages: [built.pages[0]!, other] })).toContain(
      `names ${origin}/sv/ as its page in "sv", which does not point back`,
    );
  });

  test('a page missing from the sitemap, and a sitemap entry without a page', () => {
    expect(faults(site({}, { sitemap: ['/sv/', '/fi/x/'] }))).toEqual([
      'is missing from the sitemap',
      'is in the sitemap but not on the site',
    ]);
  });

  test('a file of an unknown type', () => {
    const files = new Set(['/fi/index.html', '/sv/index.html', '/.env', '/_astro/tool.exe', '/.git/HEAD']);
    expect(faultsOf(site({}, { files })).map(({ path, what }) => `${path} ${what}`)).toEqual(
      ['/.env', '/_astro/tool.exe', '/.git/HEAD'].map(
        (path) => `${path} is of a type that hosts are not told of (src/hosting/content-types.ts)`,
      ),
    );
  });

  test('a style sheet that loads from another host', () => {
    const styles = [
      {
        path: '/site.css',
        resources: fetchedByStyles(
          '@import "https://fonts.example/a.css"; a { background: url( "//tracker.example/b.png" ) } b { src: url(/site.css) }',
        ),
      },
    ];
    expect(faults(site({}, { styles }))).toEqual([
      'fetches https://fonts.example/a.css from another host',
      'fetches //tracker.example/b.png from another host',
    ]);
  });

  test('a page missing from the full-text index, in the wrong language, or there without a marker', () => {
    const searched = { body: '<h1>A</h1><div data-pagefind-body></div>' };
    expect(faults(site(searched, { indexed: { fi: new Set(['/fi/']) } }))).toEqual([]);
    expect(faults(site(searched))).toEqual(['is not in the full text search in "fi"']);
    expect(faults(site(searched, { indexed: { sv: new Set(['/fi/']) } }))).toEqual([
      'is not in the full text search in "fi"',
      'is in the full text search in "sv" but not for it',
    ]);
    expect(faults(site({}, { indexed: { fi: new Set(['/fi/']) } }))).toEqual([
      'is in the full text search in "fi" but not for it',
    ]);
  });

  test('an entry of the open data that is missing from the full-text index, even without a marker on its page', () => {
    const changes = { listed: [{ fi: `${origin}/fi/`, sv: `${origin}/sv/` }] };
    const guides = { fi: new Set(['/fi/']), sv: new Set(['/sv/']) };
    expect(faults(site({}, { ...changes, guides }))).toEqual(
      ['fi', 'sv'].map((lang) => `is not in the full text search in "${lang}"`),
    );
  });

  test('an entry missing from the guide of a language', () => {
    const listed = [{ fi: `${origin}/fi/`, sv: `${origin}/sv/` }];
    const guideFaults = (guides: BuiltSite['guides']) =>
      faults(site({}, { listed, guides })).filter((what) => what.includes('instant'));
    expect(guideFaults({ fi: new Set(['/fi/']), sv: new Set(['/sv/']) })).toEqual([]);
    expect(guideFaults({ fi: new Set(['/fi/']) })).toEqual(['is not among the instant answers in "sv"']);
  });
});
