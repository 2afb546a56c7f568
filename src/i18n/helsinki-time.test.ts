import { describe, expect, test } from 'vitest';
import { helsinkiClock, isAmbiguousInHelsinki, momentInHelsinki } from './helsinki-time.ts';

describe('a time in Helsinki', () => {
  test.each([
    ['2026-11-24T09:00', '2026-11-24T07:00:00.000Z', 'in winter'],
    ['2026-07-01T09:00', '2026-07-01T06:00:00.000Z', 'in summer'],
    ['2027-03-28T02:59', '2027-03-28T00:59:00.000Z', 'the minute before clocks go forward'],
    ['2027-03-28T04:00', '2027-03-28T01:00:00.000Z', 'the minute after clocks have gone forward'],
    ['2026-10-25T03:30', '2026-10-25T00:30:00.000Z', 'occurs twice: the first counts'],
  ])('%s is %s (%s)', (local, utc) => {
    expect(momentInHelsinki(local)?.toISOString()).toBe(utc);
  });

  test('that clocks skip in spring does not exist', () => {
    expect(momentInHelsinki('2027-03-28T03:30')).toBeUndefined();
  });

  test('that occurs twice in autumn is ambiguous', () => {
    expect(isAmbiguousInHelsinki('2026-10-25T03:30')).toBe(true);
    expect(isAmbiguousInHelsinki('2026-10-25T04:30')).toBe(false);
  });

  test('is computed from an instant', () => {
    expect(helsinkiClock(new Date('2026-12-31T22:00:00Z'))).toBe('2027-01-01T00:00');
  });
});
