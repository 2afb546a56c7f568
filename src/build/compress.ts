import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { hashedFolders } from '../hosting/headers.ts';

const compressed = promisify(brotliCompress);
const text = /\.(html|css|js|json|xml|txt|csv|svg|webmanifest)$/;
/** Below this many bytes an answer travels in one packet anyway. */
const worthIt = 1_000;
/** Files that nearly every reader fetches get the best quality; a page, of which there may be thousands, one that takes a fiftieth of the time. */
const qualityFor = (path: string): number => (hashedFolders.some((folder) => path.startsWith(folder)) ? 11 : 6);

/** Writes a Brotli copy beside every text file, so that a server need not compress the same page for every reader. */
export async function compress(folder: string): Promise<void> {
  for (const name of (await readdir(folder, { recursive: true })).filter((name) => text.test(name))) {
    const bytes = await readFile(join(folder, name));
    if (bytes.length < worthIt) continue;
    const quality = qualityFor(`/${name.replaceAll('\\', '/')}`);
    await writeFile(join(folder, `${name}.br`), await compressed(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
}
