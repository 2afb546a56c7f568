import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../model/folders.ts';

/** Every file of the content with its size and time; empty when there is no such folder. */
export function stateOfContent(): string {
  if (!existsSync(contentFolder())) return '';
  const describe = (path: string) => {
    const { size, mtimeMs } = lstatSync(join(contentFolder(), path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${size} ${mtimeMs}`;
  };
  return readdirSync(contentFolder(), { recursive: true, encoding: 'utf8' }).sort().map(describe).join('\n');
}
