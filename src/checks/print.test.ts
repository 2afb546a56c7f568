import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { checkWith } from '../testing/sound-content.ts';
import type { Problem } from './problem.ts';

vi.doMock('node:tty', () => ({ isatty: (descriptor: number) => descriptor === 2 }));
// Other files of the same worker may have loaded the module with the real terminal.
vi.resetModules();
const { coloursOn, printComment, printGithub, printText } = await import('./print.ts');
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

test('a comment shows the line to copy as code, and lets content neither call people nor pretend', () => {
  const problem = (level: 'error' | 'warning', message: string, hint: string): Problem => ({
    file: 'services/alpha/fi.md',
    line: 4,
    column: 1,
    level,
    rule: 'lost-addresses',
    text: { fi: { message, hint }, sv: { message, hint }, en: { message, hint } },
  });
  const comment = printComment(
    [problem('error', '@everybody <b>', 'Lisää rivi "/fi/a/: /fi/b/".'), problem('warning', 'a', 'b')],
    2,
    'fi',
    'https://example.org/preview',
  );
  expect(comment.split('\n\n').slice(0, 3)).toEqual([
    '**1 virhe, 1 huomautus**',
    '[Katso, miltä sivut näyttävät](https://example.org/preview)',
    '- `services/alpha/fi.md:4` &#64;everybody &#60;b&#62; — Lisää rivi `/fi/a/: /fi/b/`.',
  ]);
  expect(comment).toContain('<details><summary>Huomautukset eivät estä julkaisua</summary>');
  expect(printComment([], 3, 'sv')).toBe('**Allt i ordning (3 filer).**');
});
