import { expect, test } from 'vitest';
import { packGuide, packWords } from './guide.ts';
import { guideLoader } from './guide-loader.ts';

const texts: Record<string, string> = {
  '/guide/fi.txt': packGuide({
    entries: [{ kind: { heading: 'Palvelut' }, title: 'Lakineuvonta', path: '/fi/laki/' }],
    words: new Map(),
    parts: [
      ['a.txt', ''],
      ['k.txt', 'ka'],
    ],
  }),
  '/guide/a.txt': packWords(new Map([['esteellinen', new Map([[0, 2]])]])),
  '/guide/k.txt': packWords(new Map([['kokous', new Map([[0, 2]])]])),
};

test('only the parts of the second flight are fetched that tell of a query, and what was fetched stays', async () => {
  const fetched: string[] = [];
  const { complete } = guideLoader(['/guide/fi.txt'], async (path) => {
    fetched.push(path);
    return texts[path] ?? '';
  });
  const wordsFor = async (query: string) => (await complete(query)).lists.flatMap(({ words }) => words);
  expect(await wordsFor('kokouksen')).toEqual(['lakineuvonta', 'kokous']);
  expect(fetched).toEqual(['/guide/fi.txt', '/guide/k.txt']);
  expect(await wordsFor('esteellinen')).toEqual(expect.arrayContaining(['esteellinen', 'kokous']));
});
