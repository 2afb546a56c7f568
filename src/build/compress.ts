import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isText } from '../hosting/content-types.ts';
import { hashedFolders } from '../hosting/headers.ts';
import { filesOf } from '../model/folders.ts';

/** Below this many bytes an answer travels in one packet anyway. */
const worthIt = 1_000;
/** Files that nearly every reader fetches get the best quality; a page, of which there may be thousands, one that takes a fiftieth of the time. */
const qualityFor = (path: string): number => (hashedFolders.some((folder) => path.startsWith(folder)) ? 11 : 6);

/** Writes a Brotli copy beside every text file, so that a server need not compress the same page for every reader. */
export function compress(folder: string): void {
  for (const name of filesOf(folder)) {
    if (!isText(name)) continue;
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < worthIt) continue;
    const quality = qualityFor(`/${name}`);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
}
