import { afterEach, expect, test, vi } from 'vitest';
import { coloursOn } from './print.ts';

vi.mock('node:tty', () => ({ isatty: (descriptor: number) => descriptor === 2 }));
afterEach(() => vi.unstubAllEnvs());

test('colours are on only for a terminal, for each stream separately', () => {
  vi.stubEnv('NO_COLOR', '');
  expect([coloursOn(1), coloursOn(2)]).toEqual([false, true]);
});

test('NO_COLOR turns colours off', () => {
  vi.stubEnv('NO_COLOR', '1');
  expect(coloursOn(2)).toBe(false);
});
