import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, filesOf } from '../model/folders.ts';

/** Every file of the content with its size and time; empty when there is no such folder. */
export function stateOfContent(): string {
  if (!existsSync(contentFolder())) return '';
  const describe = (path: string) => {
    const { size, mtimeMs } = lstatSync(join(contentFolder(), path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${size} ${mtimeMs}`;
  };
  return filesOf(contentFolder()).map(describe).join('\n');
}
