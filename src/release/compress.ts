import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { isText } from '../hosting/content-types.ts';
import { hashedFolders } from '../hosting/headers.ts';
import { filesOf } from '../model/folders.ts';

/** Below this many bytes an answer travels in one packet anyway. */
const worthIt = 1_000;
/** Files that nearly every reader fetches get the best quality; a page, of which there may be thousands, one that takes a fiftieth of the time. */
const qualityFor = (path: string): number =>
  hashedFolders.some((folder) => path.startsWith(folder)) ? 11 : 6;

/** Files at a time: Node compresses four side by side. */
const atOnce = 16;

/** Writes a Brotli copy beside every text file, so that a server need not compress the same page for every reader. */
export async function compress(folder: string): Promise<void> {
  const names = filesOf(folder).filter(isText);
  for (let from = 0; from < names.length; from += atOnce)
    await Promise.all(names.slice(from, from + atOnce).map((name) => compressFile(folder, name)));
}

async function compressFile(folder: string, name: string): Promise<void> {
  const bytes = await readFile(join(folder, name));
  if (bytes.length < worthIt) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualityFor(`/${name}`),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
}
