import { createHash, randomBytes } from 'node:crypto';
import {
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** Where a file is written before it takes its place: beside the content folder, which the preview watches. */
const unfinished = /^\.saving-[0-9a-f]{16}$/;

/** A file as an editor saw it: a hash of its bytes; empty for a file that is missing. */
export const versionOf = (bytes: Uint8Array | undefined): string =>
  bytes ? createHash('sha256').update(bytes).digest('hex').slice(0, 32) : '';

/**
 * The place of a file of the content folder, for reading and writing.
 * @param path of the file in the folder, with forward slashes
 * @throws an error for a path that leads out of the folder, also through a link
 */
export async function placeIn(folder: string, path: string): Promise<string> {
  const root = await realpath(folder);
  const place = resolve(root, path);
  if (!place.startsWith(root + sep) || path.split('/').some((name) => name.startsWith('.')))
    throw new Error(`Not in the content folder: ${path}`);
  for (let at = place; at !== root; at = dirname(at)) {
    const found = await lstat(at).catch(() => undefined);
    if (found && (found.isSymbolicLink() || !(at === place ? found.isFile() : found.isDirectory())))
      throw new Error(`Not a plain file of the content folder: ${path}`);
  }
  return place;
}

/** The bytes of a file of the content folder; undefined when it is missing. */
export async function readIn(folder: string, path: string): Promise<Buffer | undefined> {
  const place = await placeIn(folder, path);
  return readFile(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/**
 * Writes a file of the content folder, or removes it when there are no bytes. Whoever reads it, also after a
 * crash in the middle, sees the old or the new file, whole.
 */
export async function writeIn(folder: string, path: string, bytes: Uint8Array | undefined): Promise<void> {
  const place = await placeIn(folder, path);
  if (!bytes) return rm(place, { force: true });
  await mkdir(dirname(place), { recursive: true });
  const temporary = join(dirname(resolve(folder)), `.saving-${randomBytes(8).toString('hex')}`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temporary, 'wx');
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(temporary, place);
  } catch (error) {
    await handle?.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what a crash left beside the content folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  const parent = dirname(resolve(folder));
  for (const name of await readdir(parent))
    if (unfinished.test(name)) await rm(join(parent, name), { force: true });
}
