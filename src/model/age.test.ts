import { describe, expect, test } from 'vitest';
import { ageOf, reviewDue } from './age.ts';

const now = new Date('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24', 'fresh'],
  ['2026', 'fresh'],
  ['2025', 'fresh'],
  ['2025-11', 'fresh'],
  ['2025-10', 'old'],
  ['2024', 'old'],
  ['undated', 'undated'],
])('facts from %s are %s to a reader', (asOf, age) => {
  expect(ageOf(asOf, now)).toBe(age);
});

describe('somebody should look', () => {
  test.each([
    ['at fresh facts after two years', { asOf: '2026', reviewed: '2024-10-31' }, { field: ['reviewed'] }],
    [
      'at facts older than two years after one',
      { asOf: '2023', reviewed: '2025-10-31' },
      { field: ['asOf'], asOf: '2023' },
    ],
    [
      'at undated facts after one',
      { asOf: 'undated', reviewed: '2025-10-31' },
      { field: ['asOf'], asOf: 'undated' },
    ],
    [
      'at an old way to get the service after one',
      { asOf: '2026', channels: [{}, { asOf: '2017' }], reviewed: '2025-10-31' },
      { field: ['channels', 1, 'asOf'], asOf: '2017' },
    ],
    [
      'at a review that is still to come',
      { asOf: '2026', reviewed: '2026-11-26' },
      { field: ['reviewed'], ahead: true },
    ],
    ['at old facts that nobody has looked at', { asOf: '2022' }, { field: ['asOf'], asOf: '2022' }],
  ])('%s', (_, facts, due) => {
    expect(reviewDue(facts, now)).toEqual(due);
  });
});

describe('nobody needs to look', () => {
  test.each([
    ['at fresh facts within two years', { asOf: '2026', reviewed: '2024-11-01' }],
    [
      'at old facts within a year of a review',
      { asOf: '2015', channels: [{ asOf: 'undated' }], reviewed: '2025-11-01' },
    ],
    ['at fresh facts without a review', { asOf: '2025' }],
  ])('%s', (_, facts) => {
    expect(reviewDue(facts, now)).toBeUndefined();
  });
});

describe('the day changes at midnight in Helsinki,', () => {
  const afterMidnight = new Date('2026-11-30T22:30:00Z');

  test('so that facts become old then', () => {
    expect(ageOf('2025-11', new Date('2026-11-30T21:30:00Z'))).toBe('fresh');
    expect(ageOf('2025-11', afterMidnight)).toBe('old');
  });

  test('and a review of the next day is not far ahead then', () => {
    expect(reviewDue({ asOf: '2026', reviewed: '2026-12-02' }, afterMidnight)).toBeUndefined();
  });
});
