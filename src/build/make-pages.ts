import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addIntegrity } from './add-integrity.ts';

/**
 * Makes all pages with Astro into a folder, always cold: an altered cache would otherwise be published.
 * @param outDir folder to fill
 */
export async function makePages(outDir: string): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const cacheDir = await mkdtemp(join(tmpdir(), 'site-cache-'));
  try {
    const { build } = await import('astro');
    await build({ outDir, cacheDir, logLevel: 'warn' });
    await addIntegrity(outDir);
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}
