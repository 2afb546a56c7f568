import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTime } from './clock.ts';

test('the build time is BUILD_TIME, or the current time when it is not set', () => {
  expect(buildTime({ BUILD_TIME: '2027-06-01T12:00:00+03:00' })).toEqual(new Date('2027-06-01T09:00:00Z'));
  expect(Math.abs(buildTime({}).getTime() - Date.now())).toBeLessThan(60_000);
});

test.each([['tomorrow'], ['2027-06-01T12:00:00'], ['2027-13-01T12:00:00Z']])(
  'BUILD_TIME=%s is refused',
  (given) => {
    expect(() => buildTime({ BUILD_TIME: given })).toThrow('BUILD_TIME');
  },
);

test('no other module reads the current time', () => {
  const files = globSync('{src,scripts}/**/*.{ts,astro}').filter((file) => !file.endsWith('.test.ts'));
  expect(files.filter((file) => /new Date\(\)|Date\.now\(/.test(readFileSync(file, 'utf8')))).toEqual([
    'src/model/clock.ts',
  ]);
});
