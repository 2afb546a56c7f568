import { describe, expect, test } from 'vitest';
import { answerOf } from './answer.ts';
import type { Found } from './match.ts';
import { leastSure } from './ranking.ts';

const found = (title: string, score: number, confidence: number, isNotOurs = false): Found => ({
  entry: { kind: { heading: isNotOurs ? 'Muut' : 'Palvelut', isNotOurs }, title, path: `/${title}/` },
  score,
  confidence,
  because: [],
});
const titles = (all: Found[]) => all.map(({ entry }) => entry.title);

describe('an answer', () => {
  test('names who else helps where nothing of ours is better, and keeps them from the results', () => {
    const { results, helpers, isSure } = answerOf([found('kt', 200, 60, true), found('laki', 150, 40)]);
    expect([titles(results), titles(helpers), isSure]).toEqual([['laki'], ['kt'], true]);
  });
  test('names nobody else where a result of ours is better', () => {
    expect(answerOf([found('laki', 200, 60), found('kt', 150, 50, true)]).helpers).toEqual([]);
  });
  test('names nobody else beside a contact that answers better', () => {
    const { entry, ...score } = found('karhunen', 100, 40);
    const person = { entry: { ...entry, about: 'toimitusjohtaja, +358 9 771 2000' }, ...score };
    expect(answerOf([person, found('kt', 90, 40, true)]).helpers).toEqual([]);
    expect(titles(answerOf([found('kt', 90, 40, true), found('laki', 100, 40)]).helpers)).toEqual(['kt']);
  });
  test('names no more than two', () => {
    expect(titles(answerOf(['a', 'b', 'c'].map((name) => found(name, 9, 40, true))).helpers)).toEqual([
      'a',
      'b',
    ]);
  });
  test('names a second only if nearly as likely', () => {
    expect(titles(answerOf([found('it', 100, 40, true), found('kirjasto', 70, 40, true)]).helpers)).toEqual([
      'it',
    ]);
  });
  test('is not sure where nothing holds enough of the query', () => {
    expect(answerOf([found('laki', 100, leastSure - 1), found('kt', 90, leastSure - 1, true)]).isSure).toBe(
      false,
    );
    expect(answerOf([]).isSure).toBe(false);
  });
});
