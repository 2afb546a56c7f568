import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { checkWith } from '../testing/sound-content.ts';

vi.doMock('node:tty', () => ({ isatty: (descriptor: number) => descriptor === 2 }));
// Other files of the same worker may have loaded the module with the real terminal.
vi.resetModules();
const { coloursOn, printGithub, printText } = await import('./print.ts');
afterAll(() => vi.doUnmock('node:tty'));
afterEach(() => vi.unstubAllEnvs());

test('colours are on only for a terminal, for each stream separately', () => {
  vi.stubEnv('NO_COLOR', '');
  expect([coloursOn(1), coloursOn(2)]).toEqual([false, true]);
});

test('NO_COLOR turns colours off', () => {
  vi.stubEnv('NO_COLOR', '1');
  expect(coloursOn(2)).toBe(false);
});

test('no file content begins a line of its own, whatever a field is called', () => {
  const { problems } = checkWith({
    'removals.yaml': `? |-\n  /fi/x/\n  ::add-mask::a\n: "${'sana '.repeat(80)}"\n`,
  });
  expect(problems).not.toEqual([]);
  for (const text of [printText(problems, 1, 'fi', false), printGithub(problems, 'fi', 'content')])
    expect(text).not.toMatch(/^::add-mask|\u0085/m);
});
