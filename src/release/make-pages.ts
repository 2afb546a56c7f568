import { once } from 'node:events';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { basePath } from '../i18n/addresses.ts';
import { buildTime } from '../model/clock.ts';
import type { Content } from '../model/content.ts';
import { visibleAt } from '../model/visible.ts';
import { addIntegrity } from './add-integrity.ts';
import { waitForLock } from './lock.ts';
import { allKinds } from '../kinds/kinds.ts';

/**
 * Astro builds inside the project, wherever the output goes: it renames files, which works on one file system
 * only.
 */
const workFolder = '.astro';

/* The worker thread of build-site.ts: it is told the folder to fill, and is sent the content once that is checked. */
await makePages(
  workerData as string,
  once(parentPort!, 'message').then(([content]: Content[]) => content!),
);

/**
 * Renders all pages with Astro, without a cache: otherwise an altered cache could reach the site. Builds of
 * one project for different output folders wait for each other, because Astro would mix their files.
 * @param folder empty folder to fill
 * @param content content that passed the check; Astro starts while it is awaited
 */
async function makePages(folder: string, content: Promise<Content>): Promise<void> {
  // Astro does not get unpublished content, so that nothing of it, not even a picture, can reach the site.
  const visible = content.then((all) => visibleAt(all, allKinds, buildTime()));
  // Avoid an unhandled rejection: Astro fails when it awaits the content.
  visible.catch(() => undefined);
  globalThis.checkedContent = visible;
  await mkdir(workFolder, { recursive: true });
  const unlock = await waitForLock(join(workFolder, 'lock'));
  const buildFolder = join(workFolder, 'build');
  try {
    await rm(buildFolder, { recursive: true, force: true });
    const { build } = await import('astro');
    const outDir = join(buildFolder, 'site');
    await build({
      outDir,
      cacheDir: join(buildFolder, 'cache'),
      logLevel: 'warn',
      vite: { cacheDir: join(buildFolder, 'vite') },
    });
    addIntegrity(outDir, basePath((await content).site.url));
    await move(outDir, folder);
  } finally {
    // When one page fails, pages that render at the same time still write files for a moment: retry.
    await rm(buildFolder, { recursive: true, force: true, maxRetries: 10 });
    unlock();
  }
}

/** Renames a folder, or copies it to another file system. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return cp(from, to, { recursive: true });
  });
}
