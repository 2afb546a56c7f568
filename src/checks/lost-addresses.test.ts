import { describe, expect, test } from 'vitest';
import { pagesOf, readablePages } from '../model/pages.ts';
import { asFile, checkWith, replaced, soundFiles, today } from '../testing/sound-content.ts';
import { checkFiles } from './check-content.ts';
import { lostAddresses } from './lost-addresses.ts';
import type { PublishedPage } from './reading.ts';
import { readContent } from './read-content.ts';
import { namedPaths } from './page-paths.ts';
import { contentRules } from './rules.ts';
import { allKinds } from '../kinds/kinds.ts';

const addresses = (changes: Parameters<typeof checkWith>[0] = {}) =>
  readablePages(pagesOf(checkWith(changes).content!, allKinds)).map(({ path }) => path);
const published = addresses();
/** The paths that would vanish when the content is changed. */
const lost = (changes: Parameters<typeof checkWith>[0]) =>
  lostAddresses(published, addresses(changes), checkWith(changes).content!).paths;

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
    expect(lostAddresses(many, many.slice(0, -5), { redirects }).paths).toEqual([]);
    expect(lostAddresses(many, many.slice(0, -20), { redirects }).paths).toEqual(many.slice(-20));
  });

  test('when a whole language is gone', () => {
    const finnish = published.filter((path) => path.startsWith('/fi/'));
    const { paths, share, sections } = lostAddresses(published, finnish, { redirects: {} });
    expect(paths).toEqual(published.filter((path) => path.startsWith('/sv/')));
    expect([Math.round(share * 100), sections[0]]).toEqual([50, '/sv/']);
  });
});

describe('a build is accepted', () => {
  test('when nothing is published yet', () => {
    expect(lostAddresses([], published, { redirects: {} }).paths).toEqual([]);
  });

  test('when pages are added and none is removed', () => {
    expect(lostAddresses(published.slice(0, -4), published, { redirects: {} }).paths).toEqual([]);
  });

  test('when a list has fewer pages because there are fewer services', () => {
    expect(
      lostAddresses([...published, '/fi/palvelut/2/', '/sv/tjanster/teman/namn-law/3/'], published, {
        redirects: {},
      }).paths,
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

describe('the check tells an editor', () => {
  const files = (changes: Record<string, string | null> = {}) =>
    [...new Map([...soundFiles(), ...Object.entries(changes)])].flatMap(([path, text]) =>
      text === null ? [] : [asFile(path, text!)],
    );
  const named = namedPaths(readContent(files(), today)).map(({ path, name }) => ({ path, name }));
  const told = (changes: Record<string, string | null>, pages: PublishedPage[] = named) =>
    checkFiles(files(changes), today, false, contentRules, pages).problems.filter(
      ({ rule }) => rule === 'lost-addresses',
    );
  const renamed = replaced('announcements/news/fi.md', 'address: uutinen', 'address: tuore-uutinen');
  const line = '"/fi/tiedotteet/uutinen/: /fi/tiedotteet/tuore-uutinen/"';

  test('the finished line of a redirect where an address was changed, on that line', () => {
    const [problem, ...more] = told(renamed);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'announcements/news/fi.md', line: 4, level: 'error' });
    for (const lang of ['fi', 'sv', 'en'] as const) expect(problem!.text[lang].hint).toContain(line);
    expect(told({ ...renamed, 'redirects.yaml': `${line.slice(1, -1)}\n` })).toEqual([]);
  });

  test('the same by the nearest new address, when only the sitemap is known', () => {
    const [problem] = told(
      replaced('announcements/news/fi.md', 'address: uutinen', 'address: uutiset'),
      named.map(({ path }) => ({ path })),
    );
    expect(problem!.text.sv.hint).toContain('"/fi/tiedotteet/uutinen/: /fi/tiedotteet/uutiset/"');
  });

  test('where a page that a link led to is now, also when the sitemap is known beside its name', () => {
    const linked = replaced(
      'services/alpha/fi.md',
      'Saat neuvon',
      'Lue [uutinen](/fi/tiedotteet/uutinen/). Saat neuvon',
    );
    const pages = [...named.map(({ path }) => ({ path })), ...named];
    const problem = checkFiles(
      files({ ...renamed, ...linked }),
      today,
      false,
      contentRules,
      pages,
    ).problems.find(({ rule }) => rule === 'link-targets');
    expect(problem!.text.en.hint).toContain('/fi/tiedotteet/tuore-uutinen/');
  });

  test('three remedies where a page is gone', () => {
    const gone = Object.fromEntries(
      ['service.yaml', 'fi.md', 'sv.md'].map((name) => [`services/gamma/${name}`, null]),
    );
    const pages = [...named, ...Array.from({ length: 100 }, (_, n) => ({ path: `/fi/palvelut/${n}/` }))];
    const problems = told(gone, pages);
    const problem = problems.find(({ text }) => text.en.message.includes('palvelu-gamma'))!;
    expect(problem.file).toBe('redirects.yaml');
    expect(problem.text.fi.hint).toMatch(
      /withdrawn.*"\/fi\/palvelut\/palvelu-gamma\/: \/fi\/palvelut\/".*Syy/,
    );
  });

  test('that redirects alone do not do when a whole collection goes', () => {
    const [problem] = told(withoutNews).filter(({ file }) => file === 'removals.yaml');
    expect(problem!.text.en.hint).toContain('"/fi/tiedotteet/*: Reason."');
  });

  test('nothing while nothing is published, and nothing of a page whose address cannot be read', () => {
    expect(told(renamed, [])).toEqual([]);
    expect(told(replaced('announcements/news/fi.md', 'address: uutinen', 'address: [uutinen]'))).toEqual([]);
  });

  test('of a published announcement that gets an embargo', () => {
    const later = replaced(
      'announcements/news/announcement.yaml',
      'published: 2020',
      'published: 2026-12-01',
    );
    expect(told(later).map(({ text }) => text.en.message)).toContain(
      'the page /fi/tiedotteet/uutinen/ would vanish from the published site',
    );
  });
});
