import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { takeLock, waitForLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const lock = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a lock has one holder at a time, and is free again after release', () => {
  const unlock = takeLock(lock)!;
  expect(takeLock(lock)).toBeUndefined();
  unlock();
  takeLock(lock)!();
});

test('the lock of a process that is killed is free at once', async () => {
  const script = `const { takeLock } = await import(${JSON.stringify(new URL('lock.ts', import.meta.url))}); takeLock(${JSON.stringify(lock)}); console.log('taken'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(takeLock(lock)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(readdirSync(folder)).toEqual(['lock']);
  takeLock(lock)!();
});

test('of two threads that ask at the same time, exactly one gets the lock', async () => {
  const rounds = 200;
  // Each counter is a barrier: both threads must arrive before either continues.
  const barriers = new Int32Array(new SharedArrayBuffer(4 * 2 * rounds));
  const asker = `
    const { takeLock } = await import(${JSON.stringify(new URL('lock.ts', import.meta.url))});
    const { parentPort, workerData: barriers } = await import('node:worker_threads');
    const wait = (n) => { if (Atomics.add(barriers, n, 1) === 0) while (Atomics.load(barriers, n) < 2); };
    const got = [];
    for (let n = 0; n < barriers.length; n += 2) {
      wait(n);
      const unlock = takeLock(${JSON.stringify(lock)});
      got.push(unlock !== undefined);
      wait(n + 1);
      unlock?.();
    }
    parentPort.postMessage(got);`;
  const ask = () =>
    once(
      new Worker(new URL(`data:text/javascript,${encodeURIComponent(asker)}`), { workerData: barriers }),
      'message',
    );
  const [[one], [other]] = (await Promise.all([ask(), ask()])) as [[boolean[]], [boolean[]]];
  expect(one.map((got, n) => Number(got) + Number(other[n]))).toEqual(Array(rounds).fill(1));
});

test('a waiting caller gets the lock when it is released', async () => {
  const unlock = takeLock(lock)!;
  const waiting = waitForLock(lock);
  unlock();
  (await waiting)();
});

test('the error for a lock that cannot be created names its file', () => {
  expect(() => takeLock(join(folder, 'no-such-folder', 'lock'))).toThrow(
    /no-such-folder.*cannot be taken: unable to open database file/,
  );
});
