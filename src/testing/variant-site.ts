import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contentFolder } from '../model/folders.ts';
import { serve } from '../release/serve.ts';

/**
 * Builds and serves the site with some files of the content changed, for what the real content has no example of.
 * @param changes path in the content folder → its text after the change; a new file was empty before, and may have bytes
 * @param now the moment to build for
 * @returns the address, and a function that ends it
 */
export async function openVariant(
  changes: Record<string, (text: string) => string | Uint8Array>,
  now?: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'variant-'));
  const content = join(folder, 'content');
  await cp(contentFolder(), content, { recursive: true });
  for (const [path, change] of Object.entries(changes))
    await writeFile(join(content, path), change(await readFile(join(content, path), 'utf8').catch(() => '')));
  const site = join(folder, 'site');
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site, ...(now && { BUILD_TIME: now }) },
  });
  const { server, url } = await serve(site, 0);
  return {
    url,
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
