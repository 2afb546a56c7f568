import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { isText } from '../hosting/content-types.ts';
import { hashedFolders } from '../hosting/headers.ts';
import { filesOf } from '../model/folders.ts';

/** Bytes; a smaller response fits in one packet anyway. */
const minBytes = 1_000;
/**
 * The best quality for files that nearly every visitor fetches, which for the words of the search is 10: 2 % smaller
 * than 11, in half the time. For pages, of which there may be thousands, one that takes a fiftieth of the time.
 */
const qualityFor = (path: string): number => {
  if (path.startsWith('/guide/')) return 10;
  return hashedFolders.some((folder) => path.startsWith(folder)) ? 11 : 6;
};

/** Files in progress at a time: of Node's four threads, one fewer, so that what runs beside this gets its share. */
const concurrency = 3;

/**
 * Writes a Brotli copy (`.br`) beside every text file, so that a server does not compress the same page for
 * each visitor.
 */
export async function compress(folder: string): Promise<void> {
  const names = filesOf(folder).filter(isText).values();
  const compressNext = async () => {
    for (const name of names) await compressFile(folder, name);
  };
  await Promise.all(Array.from({ length: concurrency }, compressNext));
}

async function compressFile(folder: string, name: string): Promise<void> {
  const bytes = readFileSync(join(folder, name));
  if (bytes.length < minBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualityFor(`/${name}`),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
}
