import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Arena, makeArena } from './faults/arena.ts';
import { atOnce, fullDisks, isClean, killBuilds, killSwaps, type Row } from './faults/faults.ts';
import { sameBytes } from './faults/same-bytes.ts';

let folder: string;
let arena: Arena;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
  arena = await makeArena(join(folder, 'arena'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the published site is whole, and the next build fine, after', () => {
  test.each<[string, number, () => Promise<Row>]>([
    ['builds that are killed', 2, () => killBuilds(arena, 2)],
    ['kills around the swap', 6, () => killSwaps(arena, 6)],
    ['two builds at once', 2, () => atOnce(arena, [2])],
  ])(
    '%s',
    async (_, tries, inject) => {
      const row = await inject();
      expect(row).toMatchObject({ tries });
      expect(isClean(row), JSON.stringify(row)).toBe(true);
    },
    240_000,
  );
});

test('builds of one commit in two folders, time zones, locales and rights give the same bytes', async () => {
  const row = await sameBytes(join(folder, 'same'), 2);
  expect(row).toMatchObject({ tries: 2, 'broken sites': 0, 'wrong exits': 0 });
}, 240_000);

test('a disk that is full or read-only leaves the site whole', async () => {
  const rows = await fullDisks(join(folder, 'disk'));
  expect(rows.filter((row) => !isClean(row))).toEqual([]);
  // Only root can make a disk of its own; what was skipped is counted, and said.
  const skipped = rows.reduce((sum, row) => sum + row.skipped, 0);
  if (skipped > 0) console.warn(`${skipped} tries on a full disk were skipped: they need root.`);
}, 600_000);
