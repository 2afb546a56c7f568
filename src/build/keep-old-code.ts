import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where Astro puts scripts and styles, under names that change with their content. */
const codeFolder = '_astro';
/** How long a page may stay open, or be kept by a proxy, and still find its code: a week, in milliseconds. */
const keptFor = 7 * 86_400_000;

/**
 * Takes over the scripts and styles that the published site has and the new one has not: a page that was opened before
 * the swap fetches its search only when somebody turns to the field. Texts and pictures are not taken over, because what
 * was taken off the site must be gone.
 * @param now the moment of the build
 */
export function keepOldCode(published: string, folder: string, now: Date): void {
  if (!existsSync(join(published, codeFolder))) return;
  for (const name of readdirSync(join(published, codeFolder)).filter((name) => /\.(js|css)(\.br)?$/.test(name))) {
    const [from, to] = [join(published, codeFolder, name), join(folder, codeFolder, name)];
    // A file that is taken over keeps its time, so that it goes a week after the build that made it.
    if (!existsSync(to) && now.getTime() - statSync(from).mtimeMs < keptFor) cpSync(from, to, { preserveTimestamps: true });
  }
}
