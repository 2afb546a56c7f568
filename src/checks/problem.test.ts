import { expect, test } from 'vitest';
import { readContent } from './read-content.ts';
import { rule } from './problem.ts';

const at = { file: 'a.md', line: 1, column: 1 };
const reading = readContent([], new Date());

test('a message is filled in with the details that it names, and with nothing that content says', () => {
  const moved = rule('moved', {
    message: {
      fi: ['sivu {from}', 'Katso {to}.'],
      sv: ['sidan {from}', 'Se {to}.'],
      en: ['the page {from}', 'See {to}: a brace { alone stays.'],
    },
    find: () => [{ at, from: '/{to}/', to: 7 }],
  });
  expect(moved.check(reading).map(({ text }) => text.en)).toEqual([
    { message: 'the page /{to}/', hint: 'See 7: a brace { alone stays.' },
  ]);
});

test('what a message quotes is one short line, and its own words are whole, in each language', () => {
  const words = { fi: 'a'.repeat(200), sv: 'b', en: 'c' };
  const text = { fi: ['{text}', '{words}'], sv: ['{text}', '{words}'], en: ['{text}', '{words}'] } as const;
  const quoting = rule('quoting', {
    message: text,
    find: () => [{ at, text: `a\n${'b'.repeat(200)}`, words }],
  });
  const [problem] = quoting.check(reading);
  expect(problem!.text.en).toEqual({ message: `a ${'b'.repeat(117)}…`, hint: 'c' });
  expect(problem!.text.fi.hint).toBe(words.fi);
});
