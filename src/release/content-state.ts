import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, filesOf } from '../model/folders.ts';

/** Every file of the content with its size and the time of its last change, which no program can set back; empty when there is no such folder. */
export function stateOfContent(): string {
  if (!existsSync(contentFolder())) return '';
  const describe = (path: string) => {
    const { size, ctimeMs, ino } = lstatSync(join(contentFolder(), path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${size} ${ctimeMs} ${ino}`;
  };
  return filesOf(contentFolder()).map(describe).join('\n');
}
