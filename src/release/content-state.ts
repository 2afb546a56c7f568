import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureType } from '../checks/picture.ts';
import { contentFolder, filesOf } from '../model/folders.ts';

/** A file that grew beyond what the check permits is told by its size alone. */
const largestHashed = 1_000_000;

/**
 * The state of every file of the content, so that a change during a build is noticed: size, inode and the time of the
 * last change, which no program can set back. Pictures are read a second time when pages are made, so theirs is a hash.
 * @returns empty when there is no content folder
 */
export function stateOfContent(): string {
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
