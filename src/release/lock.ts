import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { userError } from '../model/user-error.ts';

/** SQLITE_BUSY: another connection holds the lock. */
const sqliteBusy = 5;

/**
 * Takes a lock that the operating system releases when the process ends, however it ends: a killed build
 * leaves no stale lock, and no reused process ID can be mistaken for its holder. SQLite serves only as a file
 * lock that works on every platform.
 * @param file lock file; created when missing, stays empty, and must not be removed or opened by anything
 *   else
 * @returns a function that releases the lock; undefined while another holder has it
 * @throws a user-facing error when the lock file cannot be opened or locked
 */
export function takeLock(file: string): (() => void) | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // A killed process would leave a journal file behind. BEGIN EXCLUSIVE would also wait for readers: of two
    // processes that start at the same time, each could be refused because of the other.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
    return () => database!.close();
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw userError(`The lock ${file} cannot be taken: ${error instanceof Error ? error.message : error}.`);
  }
}

/**
 * Waits until the lock is free, and takes it.
 * @returns a function that releases the lock
 */
export async function waitForLock(file: string): Promise<() => void> {
  for (;;) {
    const unlock = takeLock(file);
    if (unlock) return unlock;
    await setTimeout(100);
  }
}
