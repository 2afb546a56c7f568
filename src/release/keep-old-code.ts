import { existsSync } from 'node:fs';
import { cp, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listedFiles, sha256 } from './manifest.ts';

/** Where Astro puts scripts and styles, under names that change with their content. */
const codeFile = /^_astro\/[^/]+\.(js|css)(\.br)?$/;
/** How long a page may stay open, or be kept by a proxy, and still find its code: a week, in milliseconds. */
const keptFor = 7 * 86_400_000;

/**
 * Takes over the scripts and styles that the published site has and the new one has not: a page that was opened before
 * the swap fetches its search only when somebody turns to the field. Texts and pictures are not taken over, because what
 * was taken off the site must be gone; nor is a file that is not as it was published.
 * @param now the moment of the build
 */
export async function keepOldCode(published: string, folder: string, now: Date): Promise<void> {
  for (const [path, hash] of Object.entries((await listedFiles(published)) ?? {})) {
    const [from, to] = [join(published, path), join(folder, path)];
    if (!codeFile.test(path) || existsSync(to) || !existsSync(from)) continue;
    const isRecent = now.getTime() - (await stat(from)).mtimeMs < keptFor;
    // A file that is taken over keeps its time, so that it goes a week after the build that made it.
    if (isRecent && sha256(await readFile(from)) === hash) await cp(from, to, { preserveTimestamps: true });
  }
}
