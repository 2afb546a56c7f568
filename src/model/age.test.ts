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
])('facts as of %s are labelled %s', (asOf, age) => {
  expect(ageOf(asOf, now)).toBe(age);
});

describe('a review is due', () => {
  test.each([
    [
      'for fresh facts two years after the last one',
      { asOf: '2026', reviewed: '2024-10-31' },
      { field: ['reviewed'] },
    ],
    [
      'for facts older than two years, one year after the last review',
      { asOf: '2023', reviewed: '2025-10-31' },
      { field: ['asOf'], asOf: '2023' },
    ],
    [
      'for undated facts one year after the last review',
      { asOf: 'undated', reviewed: '2025-10-31' },
      { field: ['asOf'], asOf: 'undated' },
    ],
    [
      'for a stale channel one year after the last review',
      { asOf: '2026', channels: [{}, { asOf: '2017' }], reviewed: '2025-10-31' },
      { field: ['channels', 1, 'asOf'], asOf: '2017' },
    ],
    [
      'when the last review is dated in the future',
      { asOf: '2026', reviewed: '2026-11-26' },
      { field: ['reviewed'], ahead: true },
    ],
    ['for stale facts that were never reviewed', { asOf: '2022' }, { field: ['asOf'], asOf: '2022' }],
  ])('%s', (_, facts, due) => {
    expect(reviewDue(facts, now)).toEqual(due);
  });
});

describe('no review is due', () => {
  test.each([
    ['for fresh facts within two years of the last one', { asOf: '2026', reviewed: '2024-11-01' }],
    [
      'for stale facts within a year of the last review',
      { asOf: '2015', channels: [{ asOf: 'undated' }], reviewed: '2025-11-01' },
    ],
    ['for fresh facts that were never reviewed', { asOf: '2025' }],
  ])('%s', (_, facts) => {
    expect(reviewDue(facts, now)).toBeUndefined();
  });
});

describe('the day changes at midnight in Helsinki', () => {
  const afterMidnight = new Date('2026-11-30T22:30:00Z');

  test('facts become old then', () => {
    expect(ageOf('2025-11', new Date('2026-11-30T21:30:00Z'))).toBe('fresh');
    expect(ageOf('2025-11', afterMidnight)).toBe('old');
  });

  test('a review dated the next day is not in the future then', () => {
    expect(reviewDue({ asOf: '2026', reviewed: '2026-12-02' }, afterMidnight)).toBeUndefined();
  });
});
