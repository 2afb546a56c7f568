import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, filesOf } from '../model/folders.ts';

/**
 * A text that changes when a file in the content folder changes: paths with sizes, inode numbers and change
 * times (ctime, which programs cannot set back). Empty when the folder does not exist.
 */
export function contentFingerprint(): string {
  if (!existsSync(contentFolder())) return '';
  const describe = (path: string) => {
    const { size, ctimeMs, ino } = lstatSync(join(contentFolder(), path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${size} ${ctimeMs} ${ino}`;
  };
  return filesOf(contentFolder()).map(describe).join('\n');
}
