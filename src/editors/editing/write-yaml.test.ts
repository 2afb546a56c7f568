import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../model/folders.ts';
import type { Data } from './data.ts';
import { withData } from './write-yaml.ts';

const source = `# The file of a person
kind: person # a person
name: "Maija Meikäläinen"
title:
  fi: johtaja
  sv: direktör
phone: "+358 9 771 2000"

# Years
asOf: 2022
sources:
  # The first
  - url: https://example.org/a
    title: { fi: Sivu A }
    year: 2020
  - url: https://example.org/b
    year: 2021 # or later
themes: [a, 'b', c]
`;
const data = load(source, { schema: CORE_SCHEMA }) as Record<string, Data>;
const changed = (changes: Record<string, Data | undefined>, from = source) =>
  withData(from, { ...(load(from, { schema: CORE_SCHEMA }) as object), ...changes });
/** The lines that differ: those that went with -, those that came with +. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test('a text that says what is wanted already stays byte for byte', () => {
  expect(withData(source, data)).toBe(source);
});

test.each<[string, Record<string, Data | undefined>, string[]]>([
  ['a text keeps its quotes', { phone: '+358 9 1' }, ['-phone: "+358 9 771 2000"', '+phone: "+358 9 1"']],
  ['a number stays one', { asOf: 2023 }, ['-asOf: 2022', '+asOf: 2023']],
  [
    'a comment behind a value stays',
    { kind: 'unit' },
    ['-kind: person # a person', '+kind: unit # a person'],
  ],
  [
    'one language alone changes',
    { title: { fi: 'pomo', sv: 'direktör' } },
    ['-  fi: johtaja', '+  fi: pomo'],
  ],
  [
    'a word is added to a line',
    { themes: ['a', 'b', 'c', 'd'] },
    ["-themes: [a, 'b', c]", "+themes: [a, 'b', c, d]"],
  ],
  ['a word goes from a line', { themes: ['a', 'c'] }, ["-themes: [a, 'b', c]", '+themes: [a, c]']],
  ['a field goes with its line', { phone: undefined }, ['-phone: "+358 9 771 2000"']],
  ['a mapping becomes a text', { title: 'x' }, ['-title:', '-  fi: johtaja', '-  sv: direktör', '+title: x']],
  [
    'a text becomes a mapping',
    { name: { fi: 'a', sv: 'b' } },
    ['-name: "Maija Meikäläinen"', '+name:', '+  fi: a', '+  sv: b'],
  ],
  ['a list becomes empty', { themes: [] }, ["-themes: [a, 'b', c]", '+themes: []']],
])('%s', (_, changes, lines) => {
  expect(difference(source, changed(changes))).toEqual(lines);
});

test('a new field stands after the one that comes before it', () => {
  const { kind, name, ...rest } = data;
  const after = withData(source, { kind: kind!, name: name!, note: { fi: 'huom: se', sv: 'obs' }, ...rest });
  expect(after).toBe(source.replace('title:\n', 'note:\n  fi: "huom: se"\n  sv: obs\ntitle:\n'));
});

test('in a list, items are added, changed and taken away alone', () => {
  const [a, b] = data['sources'] as [Record<string, Data>, Record<string, Data>];
  expect(changed({ sources: [a, { ...b, year: 2024 }] })).toBe(source.replace('2021', '2024'));
  expect(changed({ sources: [a] })).toBe(source.replace(/ {2}- url: https:\/\/example.org\/b\n.*\n/, ''));
  expect(changed({ sources: [a, b, { url: 'https://c.example', year: 1 }] })).toBe(
    source.replace('or later\n', 'or later\n  - url: https://c.example\n    year: 1\n'),
  );
  expect(changed({ sources: [b, a] })).toContain('url: https://example.org/b\n    year: 2021 # or later\n');
  expect(changed({ sources: [{ year: 2020, title: { fi: 'Sivu A' } }, b] })).toContain(
    '- title: { fi: Sivu A }\n    year: 2020\n',
  );
});

test('what a parser would misread is quoted', () => {
  for (const text of [
    'yes',
    '12',
    '1e3',
    'a: b',
    '#x',
    'a #b',
    '- a',
    '',
    '"',
    "it's",
    '0x1F',
    'null',
    '{a}',
    '+358401234567',
    '~',
  ])
    expect(load(withData('a: b\n', { a: text }), { schema: CORE_SCHEMA })).toEqual({ a: text });
});

test('what is told above a field that goes stays, for those below it', () => {
  expect(changed({ asOf: undefined })).toBe(source.replace('asOf: 2022\n', ''));
  expect(withData('a: 1\n# The last\nb: 1\n', { a: 1 })).toBe('a: 1\n# The last\n');
});

test('an item between the same neighbours is changed in place, and one that moves keeps its comment', () => {
  const list = (...items: string[]) => `a:\n${items.map((item) => `  ${item}\n`).join('')}`;
  const before = list('- x', "- 'y' # second", '- z');
  expect(withData(before, { a: ['x', 'w', 'z'] })).toBe(list('- x', "- 'w' # second", '- z'));
  expect(withData(before, { a: ['x', 'new', 'y', 'z'] })).toBe(list('- x', '- new', "- 'y' # second", '- z'));
  expect(withData(before, { a: ['z', 'x', 'y'] })).toBe(list('- z', '- x', "- 'y' # second"));
});

describe('odd files', () => {
  test('a field that does not change is untouched, however it is written', () => {
    const odd = "a:   {fi: 'x',  sv: y}\n\n\nb: 1\n# why\nc:\n- 1\n- [ 2,3 ]\n";
    const [a, c] = [{ fi: 'x', sv: 'y' }, [1, [2, 3]]];
    expect(withData(odd, { a, b: 2, c })).toBe(odd.replace('b: 1', 'b: 2'));
    expect(withData(odd, { a, c })).toContain('# why\nc:\n- 1\n- [ 2,3 ]\n');
    expect(withData(odd, { a, b: 1, c, constructor: 'd' })).toBe(`${odd}constructor: d\n`);
  });
  test('an empty mapping takes its first line', () => {
    expect(withData('# Old: new\n{}\n', { '/fi/a/': '/fi/b/' })).toBe('# Old: new\n/fi/a/: /fi/b/\n');
  });
  test('comments alone are kept above the first line', () => {
    expect(withData('# Nothing yet\n', { a: 1 })).toBe('# Nothing yet\na: 1\n');
    expect(withData('# Nothing yet\n', {})).toBe('# Nothing yet\n');
  });
  test('an empty value is filled in', () => {
    expect(withData('a:\nb: 1\n', { a: 'x', b: 1 })).toBe('a: x\nb: 1\n');
  });
  test('line ends of Windows stay', () => {
    expect(withData('a: 1\r\nb:\r\n  - x\r\n', { a: 2, b: ['x', 'y y'], c: 3 })).toBe(
      'a: 2\r\nb:\r\n  - x\r\n  - y y\r\nc: 3\r\n',
    );
  });
  test('a text in several lines is replaced as a whole', () => {
    expect(withData('a: >\n  one\n  two\nb: 1\n', { a: 'three', b: 1 })).toBe('a: three\nb: 1\n');
  });
});

/** Changes something somewhere, as chosen by the numbers. */
function mutated(value: Data, numbers: number[]): Data {
  const [n = 0, ...rest] = numbers;
  const fresh: Data[] = [
    'uusi',
    'uusi: teksti',
    2031,
    true,
    { fi: 'a', sv: 'b' },
    ['x', 'y'],
    [],
    'Ä "lainaus" #1',
  ];
  const other = fresh[n % fresh.length]!;
  if (Array.isArray(value)) {
    const at = n % (value.length + 1);
    if (n % 5 === 0) return value.toSpliced(at, 0, other);
    if (n % 5 === 1) return value.toSpliced(at, 1);
    if (n % 5 === 2) return value.toReversed();
    return value.map((item, index) => (index === at ? mutated(item, rest) : item));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value) as [string, Data][];
    const at = n % (entries.length + 1);
    if (n % 6 === 0) return Object.fromEntries(entries.toSpliced(at, 0, [`new${n % 9}`, other]));
    if (n % 6 === 1) return Object.fromEntries(entries.toSpliced(at, 1));
    return Object.fromEntries(entries.map(([k, v], i) => [k, i === at ? mutated(v, rest) : v]));
  }
  return rest.length === 0 || n % 2 ? other : value;
}

test('any change of any file of the content reads as what was meant, and the lines of comments stay', () => {
  const texts = filesOf('content')
    .filter((path) => path.endsWith('.yaml') && path !== 'translations.yaml')
    .map((path) => readFileSync(`content/${path}`, 'utf8'));
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }), { maxLength: 3 }),
      (pick, rounds) => {
        const before = texts[pick % texts.length]!;
        const wanted = rounds.reduce<Data>(mutated, (load(before, { schema: CORE_SCHEMA }) ?? {}) as Data);
        // `withData` itself reads back what it wrote.
        const after = withData(before, wanted);
        if (Object.keys(wanted as object).length === 0) return;
        for (const comment of before.match(/^#.*$/gm) ?? []) expect(after).toContain(comment);
      },
    ),
    { numRuns: 300 },
  );
});
