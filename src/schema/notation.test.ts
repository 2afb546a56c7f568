import { expect, test } from 'vitest';
import { inFileNotation, type Notation } from './notation.ts';

test.each<[Notation, string, string]>([
  ['phone', '09 771 2000', '+358 9 771 2000'],
  ['phone', '050 123 4567', '+358 50 123 4567'],
  ['phone', '(09) 771-2000', '+358 9 771 2000'],
  ['phone', '+358 (0)9 771 2000', '+358 9 771 2000'],
  ['phone', '00358 9 7711', '+358 9 7711'],
  ['phone', ' +358 9 771 2000 ', '+358 9 771 2000'],
  ['phone', '+46 8 452 70 00', '+46 8 452 70 00'],
  ['phone', '12', '12'],
  ['phone', 'kysy vaihteesta', 'kysy vaihteesta'],
  ['date', '1.12.2026', '2026-12-01'],
  ['date', '24. 11. 2026', '2026-11-24'],
  ['date', '12/2026', '2026-12'],
  ['date', '12.2026', '2026-12'],
  ['date', '2026', '2026'],
  ['date', '2026-12-01', '2026-12-01'],
  ['date', 'undated', 'undated'],
  ['date', '31.2.2026', '2026-02-31'],
  ['time', '1.12.2026 klo 9.00', '2026-12-01T09:00'],
  ['time', '1.12.2026 kl. 9.00', '2026-12-01T09:00'],
  ['time', '1.12.2026 9:05', '2026-12-01T09:05'],
  ['time', '2026-12-01 9.00', '2026-12-01T09:00'],
  ['time', '12/2026 9.00', '12/2026 9.00'],
  ['time', '2026-12-01T09:00', '2026-12-01T09:00'],
])('a %s written as %j is held as %j', (notation, written, held) => {
  expect(inFileNotation(notation, written)).toBe(held);
});
