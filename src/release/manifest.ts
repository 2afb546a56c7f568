import { createHash } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../model/folders.ts';

/**
 * The manifest, in the folder of the release: every file with its SHA-256, and the commit that the content was
 * taken from with its time, where that is known.
 */
const manifestName = 'release.json';

/** Files flushed at a time: enough for the disk to combine flushes, and few open files. */
const concurrency = 32;

/** Writes the manifest of a finished site, and flushes every file to the disk. */
export async function writeManifest(
  folder: string,
  content?: { commit: string; time: string },
): Promise<void> {
  const paths = pathsInRelease(folder);
  const hashes: [path: string, hash: string][] = [];
  for (let from = 0; from < paths.length; from += concurrency) {
    hashes.push(
      ...(await Promise.all(
        paths
          .slice(from, from + concurrency)
          .map(async (path): Promise<[string, string]> => [path, await flushAndHash(join(folder, path))]),
      )),
    );
  }
  await writeFile(
    join(folder, manifestName),
    `${JSON.stringify({ content, files: Object.fromEntries(hashes) }, null, 1)}\n`,
    { flush: true },
  );
}

/**
 * Compares a release with its manifest.
 * @returns paths of files that are missing, altered or not in the manifest; empty for an intact release
 */
export async function brokenFiles(folder: string): Promise<string[]> {
  const files = await readManifest(folder);
  if (!files) return [manifestName];
  const broken = pathsInRelease(folder).filter((path) => !(path in files));
  for (const [path, hash] of Object.entries(files)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (!bytes || sha256(bytes) !== hash) broken.push(path);
  }
  return broken;
}

/** Whether two releases are the same to the byte, and both are whole. */
export async function isSameRelease(folder: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all(
    [folder, other].map((release) => readFile(join(release, manifestName)).catch(() => undefined)),
  );
  return one !== undefined && two !== undefined && one.equals(two) && (await brokenFiles(other)).length === 0;
}

/** SHA-256 hashes (hex) by path from the manifest of a release; undefined when no manifest can be read. */
export async function readManifest(folder: string): Promise<Record<string, string> | undefined> {
  try {
    return (
      JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as { files?: Record<string, string> }
    ).files;
  } catch {
    return undefined;
  }
}

const pathsInRelease = (folder: string): string[] => filesOf(folder).filter((path) => path !== manifestName);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Flushes before the link points to the file: otherwise a power failure could publish an empty file. */
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
