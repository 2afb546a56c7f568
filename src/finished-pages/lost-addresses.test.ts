import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagesOf, readablePages } from '../model/pages.ts';
import { checkWith, replaced } from '../testing/sound-content.ts';
import { addressesOf, lostAddresses, tellLoss } from './lost-addresses.ts';
import { allKinds } from '../kinds/kinds.ts';

const addresses = (changes: Parameters<typeof checkWith>[0] = {}) =>
  readablePages(pagesOf(checkWith(changes).content!, allKinds)).map(({ path }) => path);
const published = addresses();
/** The paths that would vanish when the content is changed. */
const lost = (changes: Parameters<typeof checkWith>[0]) =>
  lostAddresses(published, addresses(changes), checkWith(changes).content!);

const withoutNews = {
  'announcements/news/announcement.yaml': null,
  'announcements/news/fi.md': null,
  'announcements/news/sv.md': null,
};
const newsPages = ['/fi/tiedotteet/uutinen/', '/sv/meddelanden/nyhet/'];

describe('a build is refused', () => {
  test('when a page is removed without a redirect', () => {
    expect(lost(withoutNews)).toEqual(newsPages);
  });

  test('when the address of a page is changed without a redirect', () => {
    expect(lost(replaced('announcements/news/fi.md', 'address: uutinen', 'address: uusi-uutinen'))).toEqual([
      '/fi/tiedotteet/uutinen/',
    ]);
  });

  test('when a whole collection is gone, even if redirected', () => {
    expect(
      lost({
        ...withoutNews,
        'redirects.yaml': newsPages.map((path) => `${path}: ${path.slice(0, 4)}\n`).join(''),
      }),
    ).toEqual(newsPages);
  });

  test('when more than 5 % of the pages are gone, even if redirected', () => {
    const many = [...published, ...Array.from({ length: 200 }, (_, n) => `/fi/palvelut/p${n}/`)];
    const redirects = Object.fromEntries(many.map((path) => [path, '/fi/']));
    expect(lostAddresses(many, many.slice(0, -5), { redirects })).toEqual([]);
    expect(lostAddresses(many, many.slice(0, -20), { redirects })).toEqual(many.slice(-20));
  });

  test('when a whole language is gone', () => {
    const finnish = published.filter((path) => path.startsWith('/fi/'));
    const gone = lostAddresses(published, finnish, { redirects: {} });
    expect(gone).toEqual(published.filter((path) => path.startsWith('/sv/')));
    expect(tellLoss(gone, published, 'en')).toMatch(
      /All pages \/sv\/\* would vanish\.\n.*\nThe site would lose 50 % of its pages/s,
    );
  });
});

describe('a build is accepted', () => {
  test('when nothing is published yet', () => {
    expect(lostAddresses([], published, { redirects: {} })).toEqual([]);
  });

  test('when pages are added and none is removed', () => {
    expect(lostAddresses(published.slice(0, -4), published, { redirects: {} })).toEqual([]);
  });

  test('when a list has fewer pages because there are fewer services', () => {
    expect(
      lostAddresses([...published, '/fi/palvelut/2/', '/sv/tjanster/teman/namn-law/3/'], published, {
        redirects: {},
      }),
    ).toEqual([]);
  });

  test('when the old address of a page is redirected to the new one', () => {
    expect(
      lost({
        ...replaced('announcements/news/fi.md', 'address: uutinen', 'address: uusi-uutinen'),
        'redirects.yaml': '/fi/tiedotteet/uutinen/: /fi/tiedotteet/uusi-uutinen/\n',
      }),
    ).toEqual([]);
  });

  test('when removals.yaml says why a page was removed', () => {
    expect(
      lost({
        ...withoutNews,
        'removals.yaml': newsPages.map((path) => `${path}: Uutinen oli väärä.\n`).join(''),
      }),
    ).toEqual([]);
  });

  test('when removals.yaml says why a whole collection was removed', () => {
    expect(
      lost({
        ...withoutNews,
        'removals.yaml':
          '/fi/tiedotteet/*: Tiedotteita ei enää kirjoiteta.\n/sv/meddelanden/*: Meddelanden skrivs inte längre.\n',
      }),
    ).toEqual([]);
  });

  test('when a service is withdrawn instead of removed', () => {
    const withdrawn =
      'asOf: 2025\nwithdrawn: { date: 2026-11-01, reason: { fi: Palvelu päättyi., sv: Tjänsten upphörde. } }';
    expect(lost(replaced('services/alpha/service.yaml', 'asOf: 2025', withdrawn))).toEqual([]);
  });
});

describe('the message names', () => {
  test.each([
    ['fi', ['katoaisi 2 sivua', 'Palauta sivu', 'redirects.yaml', 'removals.yaml']],
    ['sv', ['2 sidor skulle försvinna', 'Ta tillbaka sidan', 'redirects.yaml', 'removals.yaml']],
    ['en', ['2 pages would vanish', 'Bring the page back', 'redirects.yaml', 'removals.yaml']],
  ] as const)('what would vanish and the three remedies (%s)', (lang, parts) => {
    const message = tellLoss(newsPages, published, lang);
    for (const part of [...parts, ...newsPages]) expect(message).toContain(part);
  });

  test('a whole collection, and the share of the pages when it is large', () => {
    expect(tellLoss(newsPages, published, 'en')).toContain('All pages /fi/tiedotteet/* would vanish.');
    expect(tellLoss(newsPages, published, 'en')).toMatch(/lose \d+ % of its pages/);
    expect(
      tellLoss(newsPages, [...published, ...Array.from({ length: 40 }, (_, n) => `/fi/${n}/`)], 'en'),
    ).not.toContain('% of its pages');
  });

  test('twenty paths, and the number of the others', () => {
    const many = Array.from({ length: 23 }, (_, n) => `/fi/palvelut/p${n}/`);
    expect(tellLoss(many, many, 'en').match(/^ {2}\/fi\//gm)).toHaveLength(20);
    expect(tellLoss(many, many, 'en')).toContain('and 3 more');
  });
});

test('the paths of a built site are those of its sitemap, whatever its host', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-'));
  expect(addressesOf(folder)).toEqual([]);
  await writeFile(
    join(folder, 'sitemap.xml'),
    '<urlset><url><loc>https://old.example.org/fi/</loc></url><url><loc>https://old.example.org/sv/</loc></url></urlset>',
  );
  expect(addressesOf(folder)).toEqual(['/fi/', '/sv/']);
  await rm(folder, { recursive: true });
});
