import { expect, test } from 'vitest';
import { distanceBetween } from './edit-distance.ts';

test.each([
  ['a transposition counts as one edit', 'jurisit', 'juristi', 1],
  ['a letter more, one less and another one are an edit each', 'summry', 'sumaari', 3],
  ['a word is its own length away from nothing', '', 'laki', 4],
])('%s', (_, a, b, distance) => {
  expect(distanceBetween(a, b)).toBe(distance);
});
