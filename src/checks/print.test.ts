import { afterAll, afterEach, expect, test, vi } from 'vitest';

vi.doMock('node:tty', () => ({ isatty: (descriptor: number) => descriptor === 2 }));
// Other files of the same worker may have loaded the module with the real terminal.
vi.resetModules();
const { coloursOn } = await import('./print.ts');
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
