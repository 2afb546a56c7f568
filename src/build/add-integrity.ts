import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const scriptOrStyle = /<(?:script\b[^>]*\bsrc|link\b[^>]*\brel="stylesheet"[^>]*\bhref)="(\/[^"]+)"/g;

/** Gives every script and style sheet of every page its hash (Subresource Integrity): a page that was checked runs no other code, whoever serves it. */
export async function addIntegrity(folder: string): Promise<void> {
  const hashes = new Map<string, string>();
  const hashOf = async (path: string) => `sha384-${createHash('sha384').update(await readFile(join(folder, path))).digest('base64')}`;
  for (const name of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, name), 'utf8');
    for (const [, path] of html.matchAll(scriptOrStyle)) if (!hashes.has(path!)) hashes.set(path!, await hashOf(path!));
    await writeFile(join(folder, name), html.replace(scriptOrStyle, (tag, path: string) => `${tag} integrity="${hashes.get(path)}"`));
  }
}
