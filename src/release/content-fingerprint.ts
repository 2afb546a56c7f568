import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureType } from '../checks/picture.ts';
import { contentFolder, filesOf } from '../model/folders.ts';

/** Larger pictures are refused by the check: their size alone tells them apart. */
const largestHashed = 1_000_000;

/**
 * A text that changes when a file in the content folder changes: paths with sizes, inode numbers and change
 * times (ctime, which programs cannot set back). Pictures are read a second time when pages are made, so
 * theirs is a hash of the bytes. Empty when the folder does not exist.
 */
export function contentFingerprint(): string {
  if (!existsSync(contentFolder())) return '';
  return filesOf(contentFolder())
    .map((path) => `${path} ${stateOf(join(contentFolder(), path))}`)
    .join('\n');
}

function stateOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return 'gone';
  if (pictureType(file) && stats.isFile() && stats.size <= largestHashed)
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${stats.size} ${stats.ctimeMs} ${stats.ino}`;
}
