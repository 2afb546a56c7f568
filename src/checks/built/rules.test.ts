import { describe, expect, test } from 'vitest';
import { policyForMeta } from '../../hosting/headers.ts';
import { readPage } from './read-page.ts';
import { type BuiltSite, builtRules } from './rules.ts';

const origin = 'https://example.org';
const html = ({ lang = 'fi', title = 'Otsikko', policy = policyForMeta('/fi/'), head = '', body = '<h1>Otsikko</h1>' }) =>
  `<!doctype html><html lang="${lang}"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** A site of one good page, changed as the test says. */
function site(page: Parameters<typeof html>[0] = {}, changes: Partial<BuiltSite> = {}): BuiltSite {
  const path = '/fi/';
  return { pages: [readPage(path, html(page))], files: new Set(['/fi/index.html', '/site.css']), origin, sitemap: [path], indexed: {}, ...changes };
}
const faults = (built: BuiltSite) => builtRules.flatMap((rule) => rule(built)).map(({ what }) => what);

test('a good page has no fault', () => {
  expect(faults(site({ body: '<h1 id="a">A</h1><a href="/fi/">etusivu</a><a href="#a">alkuun</a><a href="https://www.kuntaliitto.fi/">muualle</a>', head: '<link rel="stylesheet" href="/site.css">' }))).toEqual([]);
});

describe('a fault is told:', () => {
  test.each([
    ['a dead link', { body: '<h1>A</h1><a href="/fi/ei/">x</a>' }, 'links to /fi/ei/, which does not exist'],
    ['a dead relative link', { body: '<h1>A</h1><a href="../sv/">x</a>' }, 'links to ../sv/, which does not exist'],
    ['a dead anchor', { body: '<h1>A</h1><a href="#b">x</a>' }, 'links to #b, but that page has no "b"'],
    ['a foreign picture', { body: '<h1>A</h1><img src="https://tracker.example/p.gif">' }, 'fetches https://tracker.example/p.gif from another host'],
    ['a picture by an address without scheme', { body: '<h1>A</h1><img src="//tracker.example/p.gif">' }, 'fetches //tracker.example/p.gif from another host'],
    ['a missing style sheet', { head: '<link rel="stylesheet" href="/no.css">' }, 'fetches /no.css, which does not exist'],
    ['an inline script', { body: '<h1>A</h1><script>alert(1)</script>' }, 'holds <script> inside the page'],
    ['an inline style sheet', { head: '<style>a{}</style>' }, 'holds <style> inside the page'],
    ['a style attribute', { body: '<h1 style="color:red">A</h1>' }, 'holds style="…" on <h1> inside the page'],
    ['an event attribute', { body: '<h1 onclick="x()">A</h1>' }, 'holds onclick="…" on <h1> inside the page'],
    ['a weaker policy', { policy: 'default-src *' }, 'does not carry the Content-Security-Policy (PolicyMeta.astro)'],
    ['no heading', { body: '<p>A</p>' }, 'has 0 h1 headings instead of one'],
    ['two headings', { body: '<h1>A</h1><h1>B</h1>' }, 'has 2 h1 headings instead of one'],
    ['the wrong language', { lang: 'sv' }, 'says lang="sv" instead of "fi"'],
    ['no title', { title: ' ' }, 'has no title'],
    ['a twin that does not exist', { head: `<link rel="alternate" hreflang="sv" href="${origin}/sv/">` }, `names ${origin}/sv/ as its page in "sv", which does not exist`],
  ])('%s', (_, page, what) => {
    expect(faults(site(page))).toContain(what);
  });

  test('a data block is no script', () => {
    expect(faults(site({ head: '<script type="application/ld+json">{}</script>' }))).toEqual([]);
  });

  test('two pages with one title', () => {
    const built = site({}, { pages: [readPage('/fi/', html({})), readPage('/fi/a/', html({}))], files: new Set(['/fi/index.html', '/fi/a/index.html']), sitemap: ['/fi/', '/fi/a/'] });
    expect(faults(built)).toEqual(['has the same title as /fi/: "Otsikko"']);
  });

  test('a twin that does not point back', () => {
    const built = site({}, {
      pages: [readPage('/fi/', html({ head: `<link rel="alternate" hreflang="sv" href="${origin}/sv/">` })), readPage('/sv/', html({ lang: 'sv', title: 'Rubrik' }))],
      files: new Set(['/fi/index.html', '/sv/index.html']), sitemap: ['/fi/', '/sv/'],
    });
    expect(faults(built)).toEqual([`names ${origin}/sv/ as its page in "sv", which does not point back`]);
  });

  test('a page that the sitemap forgot, and one that it invented', () => {
    expect(faults(site({}, { sitemap: ['/fi/x/'] }))).toEqual(['is missing from the sitemap', 'is in the sitemap but not on the site']);
  });

  test('a file that no site should hold', () => {
    const files = new Set(['/fi/index.html', '/.env', '/_astro/tool.exe', '/.git/HEAD']);
    expect(builtRules.flatMap((rule) => rule(site({}, { files }))).map(({ path, what }) => `${path} ${what}`)).toEqual(['/.env', '/_astro/tool.exe', '/.git/HEAD'].map((path) => `${path} is of a type that hosts are not told of (src/hosting/content-types.ts)`));
  });

  test('a page that the search does not hold', () => {
    expect(faults(site({ body: '<h1>A</h1><div data-pagefind-body></div>' }))).toEqual(['the search holds 0 of 1 pages in "fi"']);
  });
});
