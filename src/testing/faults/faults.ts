import { execFileSync } from 'node:child_process';
import { cp, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type Arena,
  builtFor,
  type Ended,
  faultOf,
  hasTold,
  isReadable,
  leftoversOf,
  makeArena,
  reasonOf,
  type Running,
  start,
  startBuild,
} from './arena.ts';

/** What a kind of fault did: `stopped` builds did not come to their end; what follows must be 0, but for `skipped`. */
export type Row = {
  fault: string;
  tries: number;
  stopped: number;
  'broken sites': number;
  'wrong exits': number;
  'no readable reason': number;
  'next build failed': number;
  skipped: number;
};

export const newRow = (fault: string): Row => ({
  fault,
  tries: 0,
  stopped: 0,
  'broken sites': 0,
  'wrong exits': 0,
  'no readable reason': 0,
  'next build failed': 0,
  skipped: 0,
});
export const isClean = (row: Row): boolean =>
  row['broken sites'] + row['wrong exits'] + row['no readable reason'] + row['next build failed'] === 0;

/** Says what went wrong, at once: a run may take an hour. */
const complain = (
  row: Row,
  kind: 'broken sites' | 'wrong exits' | 'no readable reason' | 'next build failed',
  why: string,
): void => {
  row[kind] += 1;
  console.error(`${row.fault}: ${kind}: ${why}`);
};

type Wanted = { exit?: (code: number | null) => boolean; lines?: number };
const failure: Wanted = { exit: (code) => code !== 0 };
/** Whether the fault is met depends on the moment. */
const either: Wanted = {};

/** Judges an attempt: the site is whole, the exit code is right, and who failed has told why. */
async function judge(
  row: Row,
  arena: Arena,
  ended: Ended,
  { exit = () => true, lines = Infinity }: Wanted,
): Promise<void> {
  row.tries += 1;
  if (ended.code !== 0) row.stopped += 1;
  const fault = await faultOf(arena);
  if (fault) complain(row, 'broken sites', fault);
  if (!exit(ended.code)) complain(row, 'wrong exits', `${ended.code ?? ended.signal}\n${ended.told}`);
  const reason = reasonOf(ended);
  if (ended.code !== 0 && ended.signal === null && (!isReadable(reason) || reason.length > lines))
    complain(row, 'no readable reason', ended.told);
}

/** The next build publishes, and leaves nothing behind of those before it. */
async function nextBuild(row: Row, arena: Arena): Promise<void> {
  const ended = await startBuild(arena).ended;
  const why = ended.code === 0 ? ((await faultOf(arena)) ?? (await leftoversOf(arena))[0]) : ended.told;
  if (why) complain(row, 'next build failed', why);
}

/** SIGKILL of a build with all its processes at random moments. */
export async function killBuilds(arena: Arena, times: number): Promise<Row> {
  const row = newRow('SIGKILL at random moments of a build');
  for (let n = 1; n <= times; n += 1) {
    const build = startBuild(arena);
    await setTimeout(Math.random() * arena.usual);
    build.killAll('SIGKILL');
    await judge(row, arena, await build.ended, either);
    if (n % 10 === 0 || n === times) await nextBuild(row, arena);
  }
  return row;
}

/** SIGKILL while a finished site is published: manifest, rename, swap, forgetting old releases. */
export async function killSwaps(arena: Arena, times: number): Promise<Row> {
  const row = newRow('SIGKILL around the swap');
  const made = join(arena.project, 'made');
  await cp(`${arena.site}/`, made, { recursive: true });
  const untilMade = async () => {
    const running = start(
      ['src/testing/faults/publish-copy.ts', made, arena.site, builtFor],
      arena.project,
      {},
    );
    await hasTold(running, 'made');
    return running;
  };
  const healthy = await untilMade();
  const began = performance.now();
  await healthy.ended;
  const usual = performance.now() - began;
  for (let n = 1; n <= times; n += 1) {
    const running = await untilMade();
    await setTimeout(Math.random() * usual);
    running.killAll('SIGKILL');
    await judge(row, arena, await running.ended, either);
  }
  const { code, told } = await (await untilMade()).ended;
  if (code !== 0 || (await leftoversOf(arena)).length > 0) complain(row, 'next build failed', told);
  return row;
}

export async function atOnce(arena: Arena, numbers: number[]): Promise<Row> {
  const row = newRow('Several builds at once');
  for (const number of numbers) {
    const builds = await Promise.all(Array.from({ length: number }, () => startBuild(arena).ended));
    for (const ended of builds)
      await judge(row, arena, ended, { exit: (code) => code === 0 || code === 75, lines: 1 });
    if (!builds.some(({ code }) => code === 0))
      complain(row, 'wrong exits', `none of ${number} builds published`);
    const left = await leftoversOf(arena);
    if (left.length > 0) complain(row, 'next build failed', `left ${left.join(', ')}`);
  }
  return row;
}

/** Steps, in per cent of the room that a build needs. */
const diskSteps = [5, 30, 55, 80, 105];

/** Full and read-only disks, on a small disk in memory that only root can make. */
export async function fullDisks(folder: string): Promise<Row[]> {
  const full = newRow('Disk full, from 5 % to 105 % of the need');
  const readOnly = newRow('Disk read-only');
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  const roomy = 'size=1g';
  await mkdir(folder, { recursive: true });
  try {
    mount(roomy);
  } catch {
    full.skipped = diskSteps.length;
    readOnly.skipped = 1;
    return [full, readOnly];
  }
  const unmount = () => execFileSync('umount', [folder]);
  process.prependOnceListener('exit', unmount);
  try {
    const arena = await makeArena(folder);
    const need = await peakOf(folder, startBuild(arena));
    for (const step of diskSteps) {
      mount(`remount,size=${Math.ceil((await usedOn(folder)) + (need * step) / 100)}`);
      const ended = await startBuild(arena).ended;
      mount(`remount,${roomy}`);
      await judge(full, arena, ended, { lines: 1 });
      await nextBuild(full, arena);
    }
    mount(`remount,ro,${roomy}`);
    const ended = await startBuild(arena).ended;
    mount(`remount,rw,${roomy}`);
    await judge(readOnly, arena, ended, { ...failure, lines: 1 });
    await nextBuild(readOnly, arena);
  } finally {
    process.off('exit', unmount);
    unmount();
  }
  return [full, readOnly];
}

/** Bytes in use on the disk of a folder. */
async function usedOn(folder: string): Promise<number> {
  const { blocks, bfree, bsize } = await statfs(folder);
  return (blocks - bfree) * bsize;
}

/** The most bytes that a build uses at a time, beyond those in use before. */
async function peakOf(folder: string, { ended }: Running): Promise<number> {
  const before = await usedOn(folder);
  let peak = before;
  let running = true;
  void ended.then(() => (running = false));
  while (running) {
    peak = Math.max(peak, await usedOn(folder));
    await setTimeout(5);
  }
  return peak - before;
}
