import type { Content } from './content.ts';
import { describe, expect, test } from 'vitest';
import { checkWith } from '../testing/sound-content.ts';
import { languages } from '../i18n/languages.ts';
import { datasets } from '../outputs/open-data.ts';
import { pagesOf, readablePages } from './pages.ts';
import { visibleAt } from './visible.ts';
import { byFirstLetter, offered } from '../kinds/service/services.ts';
import { allKinds } from '../kinds/kinds.ts';

const rowsOf = (name: string, content: Content) =>
  datasets.find((dataset) => dataset.name === name)!.rows(content);

const content = checkWith({}).content!;
const pages = pagesOf(content, allKinds);

describe('the list of pages', () => {
  test('gives every page an alternate in every language, which links back', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    for (const page of pages) {
      for (const lang of languages) expect(byPath.get(page.twins[lang])?.twins[page.lang]).toBe(page.path);
    }
  });

  test('contains each path once', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  test('has as many pages in Swedish as in Finnish', () => {
    const count = (lang: string) => pages.filter((page) => page.lang === lang).length;
    expect(count('sv')).toBe(count('fi'));
  });

  test('gives a service its own address in each language', () => {
    const service = pages.find(
      (page) => page.subject.kind === 'service' && page.subject.entry.id === 'alpha',
    );
    expect(service?.twins).toEqual({ fi: '/fi/palvelut/palvelu-alpha/', sv: '/sv/tjanster/tjanst-alpha/' });
  });

  test('has no 404 pages when it is reduced to readable pages', () => {
    expect(readablePages(pages).some(({ path }) => path.includes('404'))).toBe(false);
  });
});

test('an announcement has no page and is not in the open data before its publication time', () => {
  const upcoming = checkWith({
    'announcements/news/announcement.yaml':
      'published: 2026-12-01T09:00\nkind: news\ncontacts: []\nservices: []\nsources:\n  - url: https://www.kuntaliitto.fi/uutinen\n    year: 2026\n',
  }).content!;
  const isPublicAt = (moment: string) => {
    const visible = visibleAt(upcoming, allKinds, new Date(moment));
    return JSON.stringify([pagesOf(visible, allKinds), rowsOf('announcements', visible)]).includes(
      '/fi/tiedotteet/uutinen/',
    );
  };
  expect(isPublicAt('2026-12-01T06:59:59Z')).toBe(false);
  expect(isPublicAt('2026-12-01T07:00:00Z')).toBe(true);
});

test('a withdrawn service keeps its page but is in no list', () => {
  const withdrawn = content.services.map((service) =>
    service.id === 'alpha'
      ? {
          ...service,
          facts: {
            ...service.facts,
            withdrawn: { date: '2026-11-01', reason: { fi: 'Päättyi.', sv: 'Upphörde.' } },
          },
        }
      : service,
  );
  expect(offered(withdrawn).map(({ id }) => id)).toEqual(['beta', 'gamma', 'personal-expert-advice']);
  expect(
    pagesOf({ ...content, services: withdrawn }, allKinds).some(
      ({ path }) => path === '/fi/palvelut/palvelu-alpha/',
    ),
  ).toBe(true);
});

test('the index goes from A to Ö, whatever stands before the first letter', () => {
  const titled = (title: string, id: string) => ({
    ...content.services[0]!,
    id,
    texts: { ...content.services[0]!.texts, fi: { ...content.services[0]!.texts.fi, title } },
  });
  const letters = byFirstLetter('fi', [
    titled('Öljy', 'a'),
    titled('Äänet', 'b'),
    titled('arkisto', 'c'),
    titled('Zeniitti', 'd'),
    titled('”Arki” kunnassa', 'e'),
    titled('✅ Öisin', 'f'),
  ]).map(({ letter }) => letter);
  expect(letters).toEqual(['A', 'Z', 'Ä', 'Ö']);
});

test('the open data has absolute URLs of every service in both languages', () => {
  const services = rowsOf('services', content) as { id: string; urls: object }[];
  expect(services.map(({ id }) => id)).toEqual(['alpha', 'beta', 'gamma', 'personal-expert-advice']);
  expect(services[0]!.urls).toEqual({
    fi: 'https://example.org/fi/palvelut/palvelu-alpha/',
    sv: 'https://example.org/sv/tjanster/tjanst-alpha/',
  });
});
