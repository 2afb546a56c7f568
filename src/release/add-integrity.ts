import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../model/folders.ts';

const scriptOrStyle = /<(?:script\b[^>]*\bsrc|link\b[^>]*\brel="stylesheet"[^>]*\bhref)="(\/[^"]+)"/g;

/**
 * Adds the hash of every script and style sheet to the pages (Subresource Integrity), so that a page runs
 * only the code it was published with, whoever serves it.
 * @param base the base path of the site, with which the addresses begin
 */
export function addIntegrity(folder: string, base: string): void {
  const hashes = new Map<string, string>();
  const hashOf = (path: string): string => {
    const hash =
      hashes.get(path) ??
      `sha384-${createHash('sha384')
        .update(readFileSync(join(folder, path.slice(base.length))))
        .digest('base64')}`;
    hashes.set(path, hash);
    return hash;
  };
  for (const name of filesOf(folder)) {
    if (!name.endsWith('.html')) continue;
    const html = readFileSync(join(folder, name), 'utf8');
    // Overwrite in place: truncating makes ext4 flush every file. It is safe because the page only grows.
    writeFileSync(
      join(folder, name),
      html.replace(scriptOrStyle, (tag, path: string) => `${tag} integrity="${hashOf(path)}"`),
      { flag: 'r+' },
    );
  }
}
