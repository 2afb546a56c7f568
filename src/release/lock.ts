import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { userError } from '../model/user-error.ts';

/** SQLITE_BUSY: somebody else holds the lock. */
const busy = 5;

/**
 * Takes a lock that the operating system frees when the process ends, however it ends: a killed build leaves nothing to
 * clear, and no process number can be mistaken for another. SQLite is used for its lock alone; it works on every platform.
 * @param file is made where it is missing, stays empty, and must not be removed or opened by anything else
 * @returns gives the lock back; undefined while somebody else holds it
 */
export function takeLock(file: string): (() => void) | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // A journal on the disk would be left behind by a process that is killed. An exclusive transaction would wait for
    // readers: of two that begin at once, each could be refused for the other.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
    return () => database!.close();
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    throw userError(`The lock ${file} cannot be taken: ${error instanceof Error ? error.message : error}.`);
  }
}

/** Waits until the lock is free, and takes it. */
export async function waitForLock(file: string): Promise<() => void> {
  for (;;) {
    const unlock = takeLock(file);
    if (unlock) return unlock;
    await setTimeout(100);
  }
}
