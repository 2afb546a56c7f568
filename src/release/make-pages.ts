import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildTime } from '../model/clock.ts';
import type { Content } from '../model/content.ts';
import { visibleAt } from '../model/visible.ts';
import { addIntegrity } from './add-integrity.ts';
import { waitForLock } from './lock.ts';

/** Astro works inside the project, wherever the pages go: it moves files about, which it can on one disk only. */
const workFolder = '.astro';

/**
 * Makes all pages with Astro, always cold: an altered cache would otherwise be published.
 * Builds of one project for different folders wait for each other, because Astro would mix them.
 * @param folder empty folder to fill
 * @param content what the check found sound; Astro starts while it is awaited
 */
export async function makePages(folder: string, content: Promise<Content>): Promise<void> {
  // What is kept back does not reach Astro: nothing of it, not even a picture, can slip into the site.
  const visible = content.then((all) => visibleAt(all, buildTime()));
  // A refusal ends Astro as soon as it asks for the content.
  visible.catch(() => undefined);
  globalThis.checkedContent = visible;
  await mkdir(workFolder, { recursive: true });
  const unlock = await waitForLock(join(workFolder, 'lock'));
  const work = join(workFolder, 'build');
  try {
    await rm(work, { recursive: true, force: true });
    const { build } = await import('astro');
    const outDir = join(work, 'site');
    // Where the cache is cold, Vite bundles Astro's toolbar for developers while the content is read.
    const withoutToolbar = {
      name: 'without-toolbar',
      enforce: 'post' as const,
      configEnvironment: (_name: string, { optimizeDeps }: { optimizeDeps?: { include?: string[] } }) =>
        void optimizeDeps?.include?.splice(0),
    };
    await build({
      outDir,
      cacheDir: join(work, 'cache'),
      logLevel: 'warn',
      vite: { cacheDir: join(work, 'vite'), plugins: [withoutToolbar] },
    });
    addIntegrity(outDir);
    await move(outDir, folder);
  } finally {
    // A page that failed does not stop those that are made beside it: for a moment they still write.
    await rm(work, { recursive: true, force: true, maxRetries: 10 });
    unlock();
  }
}

/** Another disk needs a copy. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return cp(from, to, { recursive: true });
  });
}
