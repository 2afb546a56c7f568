import { existsSync } from 'node:fs';
import { cp, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest, sha256 } from './manifest.ts';

/** Scripts and style sheets from Astro, whose names contain a hash of their content. */
const codeFile = /^_astro\/[^/]+\.(js|css)(\.br)?$/;
/**
 * How long a page may stay open in a browser or in a cache and still find its code: a week, in milliseconds.
 */
const maxAge = 7 * 86_400_000;

/**
 * Copies scripts and style sheets that only the published site has into the new site: a page that was opened
 * before the swap loads its search script only when the visitor focuses the field. Texts and pictures are not
 * copied, because removed content must disappear; nor is a file that was altered since it was published.
 * @param published folder of the published site
 * @param folder folder of the new site
 * @param now time of the build
 */
export async function keepOldCode(published: string, folder: string, now: Date): Promise<void> {
  for (const [path, hash] of Object.entries((await readManifest(published)) ?? {})) {
    const [from, to] = [join(published, path), join(folder, path)];
    if (!codeFile.test(path) || existsSync(to) || !existsSync(from)) continue;
    const isRecent = now.getTime() - (await stat(from)).mtimeMs < maxAge;
    // Keep the modification time, so that the file expires a week after the build that made it.
    if (isRecent && sha256(await readFile(from)) === hash) await cp(from, to, { preserveTimestamps: true });
  }
}
