import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { isText } from '../hosting/content-types.ts';
import { hashedFolders } from '../hosting/headers.ts';
import { filesOf } from '../model/folders.ts';

/** Bytes; a smaller response fits in one packet anyway. */
const minBytes = 1_000;
/**
 * The best quality for files that nearly every visitor fetches; for pages, of which there may be thousands, a
 * quality that takes a fiftieth of the time.
 */
const qualityFor = (path: string): number =>
  hashedFolders.some((folder) => path.startsWith(folder)) ? 11 : 6;

/** Files in progress at a time; Node compresses four of them in parallel. */
const concurrency = 16;

/**
 * Writes a Brotli copy (`.br`) beside every text file, so that a server does not compress the same page for
 * each visitor.
 */
export async function compress(folder: string): Promise<void> {
  const names = filesOf(folder).filter(isText);
  for (let from = 0; from < names.length; from += concurrency)
    await Promise.all(names.slice(from, from + concurrency).map((name) => compressFile(folder, name)));
}

async function compressFile(folder: string, name: string): Promise<void> {
  const bytes = await readFile(join(folder, name));
  if (bytes.length < minBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualityFor(`/${name}`),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
}
