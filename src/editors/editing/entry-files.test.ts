import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allKinds } from '../../kinds/kinds.ts';
import { filesOf } from '../../model/folders.ts';
import { contentOf, editableSingles, partsOf, textWith } from './entry-files.ts';

const paths = filesOf('content');
const keys = [
  ...new Set(
    allKinds.flatMap(({ folder }) =>
      paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.split('/').slice(0, 2).join('/').replace('.yaml', '')),
    ),
  ),
  ...editableSingles,
];
const textOf = (path: string) => (paths.includes(path) ? readFileSync(`content/${path}`, 'utf8') : undefined);

test('saving every file of the content unchanged leaves every byte', () => {
  const parts = keys.flatMap((key) => partsOf(key)!);
  expect(parts.length).toBeGreaterThan(150);
  for (const part of parts) {
    const text = textOf(part.path);
    expect(textWith(part, text, contentOf(part.path, text)), part.path).toBe(text);
  }
});

test('what an editor can open is all that lies in the folders of the kinds', () => {
  const opened = new Set(keys.flatMap((key) => partsOf(key)!.map(({ path }) => path)));
  const texts = paths.filter((path) => /\.(?:yaml|mdx?)$/.test(path));
  expect(texts.filter((path) => !opened.has(path))).toEqual(['README.md', 'translations.yaml']);
});

test.each([
  'services/../../etc/passwd',
  '../package.json',
  'services/legal-advice/fi.md',
  'services/.git',
  'services/',
  'services',
  'scripts/dev',
  'translations.yaml',
  'README.md',
  'contacts/A',
  'contacts/a\0b',
  '__proto__/a',
  'constructor',
])('the key %j opens nothing', (key) => {
  expect(partsOf(key)).toBeUndefined();
});

test('a body is changed alone, and its empty lines and line ends stay', () => {
  const [part] = partsOf('services/x')!;
  const text = '---\r\ntitle: A # b\r\n---\r\n\r\n\r\n## C\r\n\r\nd\r\n\r\n';
  const content = contentOf(part!.path, text);
  expect(content).toEqual({ data: { title: 'A' }, body: '## C\n\nd' });
  expect(textWith(part!, text, { data: { title: 'A' }, body: '## C\n\ne\nf' })).toBe(
    text.replace('d\r\n\r\n', 'e\r\nf\r\n\r\n'),
  );
});

test('a file that cannot be read is edited as it is', () => {
  const [part] = partsOf('contacts/x')!;
  for (const text of ['a: [', 'a: &x 1\nb: *x\n', '- a\n', 'a: 1\na: 2\n'])
    expect(contentOf(part!.path, text)).toEqual({ raw: text });
  expect(textWith(part!, 'a: [', { raw: 'a: []\n' })).toBe('a: []\n');
});

test('a file that may be missing is made when it has something to say, and goes when it has nothing', () => {
  const asked = partsOf('services/x')!.at(-1)!;
  expect(textWith(asked, undefined, { data: {} })).toBeUndefined();
  expect(textWith(asked, undefined, { data: { sv: ['x'], fi: ['kuka auttaa'] } })).toBe(
    'fi:\n  - kuka auttaa\nsv: [x]\n',
  );
  expect(textWith(asked, 'fi: [a]\n', { data: {} })).toBeUndefined();
});

test('words of both languages that are emptied take their file away', () => {
  const part = partsOf('services/legal-advice')!.find(({ isOptional }) => isOptional)!;
  const text = 'fi:\n  - jäävi\nsv:\n  - jävig\n';
  expect(textWith(part, text, { data: { fi: [], sv: [] } })).toBeUndefined();
  expect(textWith(part, text, { data: { fi: ['jäävi'], sv: [] } })).toContain('sv: []');
});
