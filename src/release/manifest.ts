import { createHash } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../model/folders.ts';

/** Lists every file of a release with its SHA-256, and lies in the release itself. */
const manifestName = 'release.json';

/** Files that are flushed at a time: the disk gathers them, and few are open at once. */
const atOnce = 32;

/** Writes the manifest of a finished site. Every file is on the disk when it returns. */
export async function writeManifest(folder: string): Promise<void> {
  const paths = contentsOf(folder);
  const hashes: [path: string, hash: string][] = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    hashes.push(
      ...(await Promise.all(
        paths
          .slice(from, from + atOnce)
          .map(async (path): Promise<[string, string]> => [path, await flushAndHash(join(folder, path))]),
      )),
    );
  }
  await writeFile(
    join(folder, manifestName),
    `${JSON.stringify({ files: Object.fromEntries(hashes) }, null, 1)}\n`,
    { flush: true },
  );
}

/**
 * Compares a release with its manifest.
 * @returns paths of files that are missing, altered or not in the manifest: none in a whole release
 */
export async function brokenFiles(folder: string): Promise<string[]> {
  const files = await listedFiles(folder);
  if (!files) return [manifestName];
  const broken = contentsOf(folder).filter((path) => !(path in files));
  for (const [path, hash] of Object.entries(files)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (!bytes || sha256(bytes) !== hash) broken.push(path);
  }
  return broken;
}

/** The files of a release with their hashes, as its manifest has them; undefined where there is no manifest that can be read. */
export async function listedFiles(folder: string): Promise<Record<string, string> | undefined> {
  try {
    return (
      JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as { files?: Record<string, string> }
    ).files;
  } catch {
    return undefined;
  }
}

const contentsOf = (folder: string): string[] => filesOf(folder).filter((path) => path !== manifestName);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The file must be on the disk before the link points to it, or a power cut could publish an empty one. */
async function flushAndHash(path: string): Promise<string> {
  const file = await open(path, 'r+');
  try {
    const bytes = await file.readFile();
    await file.datasync();
    return sha256(bytes);
  } finally {
    await file.close();
  }
}
