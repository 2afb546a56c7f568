import { expect, test } from 'vitest';
import type { Guide } from './guide.ts';
import { hitsOf, mergeResults } from './merge-results.ts';

const services = { heading: 'Palvelut', hasFilters: true };
const [law, music, page] = [
  { kind: services, title: 'Lakineuvonta', path: '/laki/' },
  { kind: services, title: 'Musiikki', path: '/musiikki/' },
  { kind: { heading: 'Sivut' }, title: 'Avoin data', path: '/data/' },
] as const;
const guide: Guide = { entries: [law, music], lists: [], parts: [], isWhole: true };
const found = [{ entry: law, score: 2, confidence: 40, because: ['jäävi'] }];
const hitOf = ({ title, path }: { title: string; path: string }) => ({
  title,
  path,
  excerpt: `<mark>${title}</mark>`,
});
const paths = (rows: { path: string }[]) => rows.map(({ path }) => path);

test('a result keeps its place and gets its excerpt', () => {
  expect(mergeResults(found, [hitOf(music), hitOf(law)], guide, 'Muut sivut')).toEqual([
    { ...law, because: ['jäävi'], excerpt: '<mark>Lakineuvonta</mark>' },
  ]);
});
test('hits of the full text answer where the guide has no answer, with its kind or as pages', () => {
  const rows = hitsOf([hitOf(music), hitOf(page)], guide, guide, 'Muut sivut', 'sv');
  expect(rows.map(({ kind, lang }) => [kind.heading, lang])).toEqual([
    ['Palvelut', 'sv'],
    ['Muut sivut', 'sv'],
  ]);
});
test('hits of the full text follow while the guide is not whole, each page once', () => {
  expect(
    paths(mergeResults(found, [hitOf(law), hitOf(music)], { ...guide, isWhole: false }, 'Muut sivut')),
  ).toEqual(['/laki/', '/musiikki/']);
});
