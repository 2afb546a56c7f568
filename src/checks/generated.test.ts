import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from './check-content.ts';
import { printGithub, printJson, printText } from './print.ts';
import { type ContentFile, isTextFile, readFiles } from './read-files.ts';
import { memoize } from '../model/memoize.ts';
import { siteInMemory } from '../testing/pages-in-memory.ts';
import { asFile, soundFiles, today } from '../testing/sound-content.ts';

/** Time limit for checking one folder, in milliseconds; an ordinary one takes a fiftieth of it. */
const timeLimit = 5_000;
/** The number of random cases; `CASES_FACTOR=100` runs a hundred times as many. */
const cases = (usual: number) => usual * Number(process.env['CASES_FACTOR'] ?? 1);

/** Snippets that editors or attackers may put into files. */
const snippets = fc.oneof(
  fc.constantFrom(
    '---',
    '---\n',
    '---js\n',
    '...\n',
    ': ',
    ':',
    '\t',
    '"',
    "'",
    '|',
    '>',
    '>-\n',
    '[',
    ']',
    '{',
    '}',
    ',',
    '*a',
    '&a [*a]',
    '<<: *a\n',
    '!!js/function x',
    '!!set {a}',
    '%YAML 1.1\n',
    '? a\n: b\n',
    '? [a]\n: b\n',
    '{ {a: b}: c }',
    '__proto__: 1\n',
    'constructor: 1\n',
    '- ',
    '- - - - ',
    '#',
    ' #',
    '<script>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<Timeline />',
    '<Timeline',
    '<Timeline>x</Timeline>',
    '<Contacts ids="x" {...y} />',
    '<Contacts ids={1} />',
    '<a.b />',
    '{1+1}',
    '{',
    '{/*',
    '![](x.png)',
    '![x](../y.png)',
    '[x](javascript:alert(1))',
    '[x](java\tscript:1)',
    '[x](&#106;avascript:1)',
    '[x](%)',
    '[x](https://[)',
    '[x](\\\\\\\\y)',
    '[x](//y)',
    '[x](mailto:)',
    '[x](tel:)',
    '[x]()',
    '[x][y]',
    '[y]: z\n',
    '[^1]',
    '(https://user@host.fi)',
    'https://xn--a',
    '(http://2130706433)',
    '\u0000',
    '\u202E',
    '\u200D',
    '\uFEFF',
    '\uD800',
    '\u2028',
    '\uFFFD',
    '\u00AD',
    '&#x202E;',
    '&#x110000;',
    '&nbsp;',
    '"\\u202E"',
    '"\\x"',
    '# ',
    '#### ',
    '##x',
    '===\n',
    '```',
    '`',
    '~~~',
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> x\n',
    '131052-308T',
    'AKIAABCDEFGHIJKLMNOP',
    'TODO',
    '>'.repeat(200),
    '['.repeat(300),
    '- '.repeat(200),
    '  '.repeat(300),
    'a'.repeat(6_000),
    '\r',
    '\r\n',
    '\n\n\n',
    'import x from "y"\n',
    'export const a = 1\n',
    '%',
    '\\',
    '💣',
    '👩🏽‍🚀',
    'ä',
    'a\u0308',
    '2026-02-30',
    '2026-12-01T25:00',
    '2027-03-28T03:30',
    '12:30',
    '1e999',
    'null',
    '~',
    'no',
    '.nan',
    '0x10',
    '0401234567',
    '*',
    '**',
    '__',
    '|a|b|\n|:-:|--|\n',
    '|a|b|\n',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

type Change = (bytes: Uint8Array, at: number) => Uint8Array;
const onText =
  (change: (text: string, offset: number) => string): Change =>
  (bytes, at) => {
    const text = Buffer.from(bytes).toString('utf8');
    return Buffer.from(change(text, Math.floor(at * text.length)));
  };
const onLines = (change: (lines: string[], index: number) => string[]): Change =>
  onText((text, offset) => change(text.split('\n'), text.slice(0, offset).split('\n').length - 1).join('\n'));

/** Changes that a typing mistake, a text editor or a merge makes to a file. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ remove: fc.nat({ max: 60 }), insert: snippets })
      .map(({ remove, insert }): Change =>
        onText((text, offset) => text.slice(0, offset) + insert + text.slice(offset + remove)),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ maxLength: 8 }).map(
      (insert): Change =>
        (bytes, at) =>
          Buffer.concat([bytes.subarray(0, at * bytes.length), insert, bytes.subarray(at * bytes.length)]),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Change>(
      onLines((lines, index) => lines.toSpliced(index, 1)),
      onLines((lines, index) => lines.toSpliced(index, 0, lines[index]!)),
      onLines((lines, index) => lines.toSpliced(index, 2, lines[index + 1] ?? '', lines[index]!)),
      onLines((lines, index) => lines.with(index, `\t${lines[index]}`)),
      onLines((lines, index) => lines.with(index, `  ${lines[index]}`)),
      onLines((lines, index) => lines.with(index, lines[index]!.toUpperCase())),
      onLines((lines, index) => lines.with(index, lines[index]!.replace(/[:#>*"-]/, ''))),
      onText((text, offset) => text.slice(0, offset)),
      onText((text, offset) => text.slice(offset)),
      onText((text) => text.replaceAll('\n', '\r\n')),
      onText((text) => text.normalize('NFD')),
      onText((text) => text + text),
      (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le'),
      (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1'),
      () => new Uint8Array(),
    ),
  },
);

/** A random change of the folder: a file is changed, replaces another one, is renamed or deleted. */
const mutation = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  change: changes,
  move: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'away',
        'over',
        'fi.md',
        'Fi.MD',
        'sv.mdx',
        'x.png',
        'x.svg',
        '../x.yaml',
        'con.yaml',
        '__proto__/a/fi.md',
        'services/x.md',
        'services/a b/fi.md',
        'contacts/a/b.yaml',
        'a\n.yaml',
      ),
    },
  ),
  other: fc.nat(),
});

function mutated(
  files: ContentFile[],
  mutations: { file: number; at: number; change: Change; move: string | undefined; other: number }[],
): ContentFile[] {
  const folder = new Map(files.map((file) => [file.path, file]));
  for (const { file, at, change, move, other } of mutations) {
    const paths = [...folder.keys()];
    const path = paths[file % paths.length]!;
    const bytes = change(folder.get(path)!.bytes, at);
    if (move !== undefined) folder.delete(path);
    const to =
      move === undefined
        ? path
        : move === 'over'
          ? paths[other % paths.length]!
          : move.includes('/')
            ? move.replace('../', '')
            : `${path.split('/').slice(0, -1).join('/')}/${move}`;
    if (move !== 'away') folder.set(to, asFile(to, bytes));
  }
  return [...folder.values()];
}

const linesOf = memoize(({ bytes }: ContentFile): number =>
  Math.max(
    ...(['utf8', 'utf16le'] as const).map(
      (encoding) =>
        Buffer.from(bytes)
          .toString(encoding)
          .split(/\r\n|\r|\n/).length,
    ),
  ),
);

/** A check either passes, and then pages can be built, or reports readable messages at places that exist. */
async function expectCleanResult(files: ContentFile[]): Promise<void> {
  const began = performance.now();
  const { problems, content } = checkFiles(files, today);
  expect(performance.now() - began).toBeLessThan(timeLimit);
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { file, line, column } of problems) {
    const source = byPath.get(file);
    expect(
      line >= 1 && column >= 1 && line <= (source ? linesOf(source) : 1),
      `${file}:${line}:${column} ${source ? JSON.stringify(Buffer.from(source.bytes).toString().slice(0, 200)) : ''}`,
    ).toBe(true);
  }
  const text = printText(problems, files.length, 'fi', false);
  const github = printGithub(problems, 'en', 'content');
  expect([text, github, printJson(problems, 'sv')].join('\n')).not.toMatch(
    /undefined|\[object |    at .*\.ts:\d/,
  );
  expect(text).not.toMatch(/[\p{Cc}--\n]|\n{3}/v);
  expect(github === '' || github.split('\n').length === problems.length).toBe(true);
  expect(content === undefined).toBe(problems.some(({ level }) => level === 'error'));
  if (content) await siteInMemory(content, today);
}

const folders: [name: string, files: ContentFile[], usualCases: number][] = [
  ['with the real content', readFiles('content').filter(({ path }) => isTextFile(path)), 10],
  ['with the test content', [...soundFiles()].map(([path, text]) => asFile(path, text)), 400],
];

test.each(folders)(
  'randomly changed folders %s give clean messages and never crash the check',
  { timeout: 6 * 3_600_000 },
  async (_, files, usual) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) =>
        expectCleanResult(mutated(files, mutations)),
      ),
      { numRuns: cases(usual), seed: 20_201_124 },
    );
  },
);
