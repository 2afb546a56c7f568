import { expect, test } from 'vitest';
import type { Guide } from './guide.ts';
import { mergeResults } from './merge-results.ts';

const [law, music, page] = [
  { kind: 'service', title: 'Lakineuvonta', path: '/laki/' },
  { kind: 'service', title: 'Musiikki', path: '/musiikki/' },
  { kind: 'page', title: 'Avoin data', path: '/data/' },
] as const;
const guide: Guide = { entries: [law, music], words: new Map(), isWhole: true };
const found = [{ entry: law, score: 2, share: 1, because: ['jäävi'] }];
const hitOf = ({ title, path }: { title: string; path: string }) => ({
  title,
  path,
  excerpt: `<mark>${title}</mark>`,
});
const paths = (rows: { path: string }[]) => rows.map(({ path }) => path);

test('a result keeps its place and gets its excerpt', () => {
  expect(mergeResults(found, [hitOf(music), hitOf(law)], guide)).toEqual([
    { ...law, because: ['jäävi'], excerpt: '<mark>Lakineuvonta</mark>' },
  ]);
});
test('hits of the full text answer where the guide has no answer, with its kind or as pages', () => {
  const rows = mergeResults([], [hitOf(music), hitOf(page)], guide, 'sv');
  expect(rows.map(({ kind, lang }) => [kind, lang])).toEqual([
    ['service', 'sv'],
    ['page', 'sv'],
  ]);
});
test('hits of the full text follow while the guide is not whole, each page once', () => {
  expect(paths(mergeResults(found, [hitOf(law), hitOf(music)], { ...guide, isWhole: false }))).toEqual([
    '/laki/',
    '/musiikki/',
  ]);
});
