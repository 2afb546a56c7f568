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

test('what a message quotes is one short line, whichever way the message is made', () => {
  const said = { text: `a\n${'b'.repeat(200)}` };
  const quoted = { fi: ['{text}', ''], sv: ['{text}', ''], en: ['{text}', ''] } as const;
  const rules = [
    rule('fixed', { message: quoted, find: () => [{ at, ...said }] }),
    rule('made', {
      message: ({ text }: { text: string }) => ({ fi: [text, ''], sv: [text, ''], en: [text, ''] }),
      find: () => [{ at, ...said }],
    }),
  ];
  for (const { check } of rules) expect(check(reading)[0]!.text.en.message).toBe(`a ${'b'.repeat(117)}…`);
});
