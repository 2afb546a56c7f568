import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArena } from '../src/testing/faults/arena.ts';
import {
  alteredCaches,
  atOnce,
  fullDisks,
  isClean,
  killBuilds,
  killSwaps,
  outOfMemory,
  readOnlyFolders,
  type Row,
  shiftedClock,
  signals,
  vanishedContent,
} from '../src/testing/faults/faults.ts';
import { sameBytes } from '../src/testing/faults/same-bytes.ts';
import { showProgress } from '../src/release/progress.ts';
import { runCommand } from '../src/command.ts';
import { userError } from '../src/model/user-error.ts';

/**
 * `npm run faults`: injects faults into builds, and tests that the published site stays intact. Takes at
 * least half an hour.
 */
await runCommand(async () => {
  const { step, total } = showProgress();
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const arena = await makeArena(join(folder, 'arena'));
  const rows: Row[] = [
    await step('Kill builds', () => killBuilds(arena, 250)),
    await step('Kill swaps', () => killSwaps(arena, 250)),
    await step('Stop by signals', () => signals(arena, 30)),
    await step('Build several at once', () => atOnce(arena, [2, 3, 4])),
    await step('Take the memory away', () => outOfMemory(arena, [24, 32, 40, 48, 56, 64, 80, 96, 128])),
    await step('Shift the clock', () => shiftedClock(arena)),
    await step('Alter the caches', () => alteredCaches(arena)),
    await step('Take the content away', () => vanishedContent(arena)),
    await step('Forbid writing', () => readOnlyFolders(arena)),
    ...(await step('Fill the disk', () => fullDisks(join(folder, 'disk')))),
    await step('Compare builds of one commit', () => sameBytes(join(folder, 'same'), 10)),
  ];
  console.table(rows);
  console.log(
    `${rows.reduce((sum, { tries }) => sum + tries, 0)} tries in ${total()}, ${rows.reduce((sum, { skipped }) => sum + skipped, 0)} skipped (full and immutable folders need root, and rights do not bind it)`,
  );
  if (!rows.every(isClean)) throw userError('Something broke: see above.');
});
