import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOf } from '../model/folders.ts';
import { layoutIds } from '../i18n/heading-ids.ts';
import { bodyHtml } from './bodies.ts';

test('a body becomes HTML with the anchors that the check expects', async () => {
  expect(await bodyHtml('## Mitä saat\n\nKatso [sivu](../sivu/).', 'services/alpha/fi.md')).toBe(
    '<h2 id="mitä-saat">Mitä saat</h2>\n<p>Katso <a href="../sivu/">sivu</a>.</p>\n',
  );
});

test.each([
  '<script>alert(1)</script>',
  'a <b onclick="alert(1)">b</b>',
  '[a](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '![a][b]\n\n[b]: data:text/html,a',
  'a[^1]\n\n[^1]: [b](vbscript:a)',
])('%j is not rendered, even where no check has seen it', async (body) => {
  await expect(bodyHtml(body, 'services/alpha/fi.md')).rejects.toThrow(
    /holds (?:HTML|a link)|does not lie beside/,
  );
});

test('in a feed, links are absolute, and what looks like one in a title or a text stays', async () => {
  const page = { url: 'https://example.org', path: '/fi/tiedotteet/uutinen/' };
  const body = 'Katso [palvelut](/fi/palvelut/?a=1&b=2 "a src=") ja [toinen](../toinen/), src=x.';
  expect(await bodyHtml(body, 'announcements/news/fi.md', page)).toBe(
    '<p>Katso <a href="https://example.org/fi/palvelut/?a=1&amp;b=2" title="a src=">palvelut</a> ja <a href="https://example.org/fi/tiedotteet/toinen/">toinen</a>, src=x.</p>\n',
  );
});

test('in a feed of a site under a path, links lead below it', async () => {
  const page = { url: 'https://example.org/repo', path: '/fi/tiedotteet/uutinen/' };
  const body = '[a](/fi/palvelut/) [b](../toinen/) [c](https://other.example/fi/)';
  const html = await bodyHtml(body, 'announcements/news/fi.md', page);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    'https://example.org/repo/fi/palvelut/',
    'https://example.org/repo/fi/tiedotteet/toinen/',
    'https://other.example/fi/',
  ]);
});

test('quotation marks are those of Finnish and Swedish, in code as written', async () => {
  expect(await bodyHtml('"Näin" ja \'näin\' EU\'n “**a**” `"b"`', 'services/alpha/fi.md')).toBe(
    '<p>”Näin” ja ’näin’ EU’n ”<strong>a</strong>” <code>"b"</code></p>\n',
  );
});

test('no heading has an id of the layout, nor two the same, and links in the check know it', async () => {
  const html = await bodyHtml('## Content\n\n## Content\n\n## A -- b', 'services/alpha/fi.md');
  expect([...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['content-1', 'content-2', 'a--b']);
});

test.each([
  ['fi', 'Taulukko'],
  ['sv', 'Tabell'],
])('a table in %s lies in a box that the keyboard reaches, named %s', async (lang, name) => {
  const html = await bodyHtml('| a | b |\n|---|---|\n| c | d |', `services/alpha/${lang}.md`);
  expect(html).toMatch(`<div class="table" tabindex="0" role="group" aria-label="${name}"><table>`);
});

test('the ids of every view that shows a text are reserved', () => {
  const ids = ['views', 'components', 'kinds'].flatMap((folder) =>
    filesOf(`src/${folder}`)
      .filter((name) => name.endsWith('.astro') && !withoutText.includes(name))
      .flatMap((name) => [...readFileSync(`src/${folder}/${name}`, 'utf8').matchAll(/\sid="([^"]+)"/g)]),
  );
  expect(layoutIds).toEqual([...new Set(ids.map(([, id]) => id))].sort());
});
/** Views of pages that are made of lists alone. */
const withoutText = [
  'Home.astro',
  'SearchPage.astro',
  'Filters.astro',
  'organisation/OrganisationDirectory.astro',
  'service/ServiceList.astro',
];
