import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';

/**
 * Words in one part of the index. A query fetches only the parts that hold its words: the usual size would send the
 * whole index for one word. Pagefind knows the setting by this variable alone, and works without it too.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '5000';

/** What stands on every page of a kind tells nothing of any one of them. */
const alwaysTheSame = ['.service h2', '.notice'];

/**
 * Writes Pagefind's index of the pages in a folder to its `pagefind/`. The files are written here and not by Pagefind,
 * which has no answer to a full disk.
 */
export async function indexPages(folder: string): Promise<void> {
  const { index } = await pagefind.createIndex({ writePlayground: false, excludeSelectors: alwaysTheSame });
  if (!index) throw new Error('Pagefind could not start.');
  try {
    const added = await index.addDirectory({ path: folder });
    const { files, errors } = await index.getFiles();
    if (added.errors.length + errors.length > 0) throw new Error(`Pagefind: ${[...added.errors, ...errors].join('; ')}`);
    for (const { path, content } of files.filter(isUsed)) {
      const file = join(folder, 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await improved(path, content));
    }
  } finally {
    await pagefind.close();
  }
}

const core = 'pagefind.js';
const entry = 'pagefind-entry.json';

/** Pagefind's ready-made user interfaces and its worker are never fetched here. */
const isUsed = ({ path }: { path: string }): boolean => path === core || !/\.(js|css)$/.test(path);

async function improved(path: string, content: Uint8Array): Promise<string | Uint8Array> {
  const text = () => new TextDecoder().decode(content);
  // Its own script comes uncompressed.
  if (path === core) return (await transform(text(), { minify: true, format: 'esm', target: 'es2022' })).code;
  // It lists the languages in a chance order; the same content must give the same bytes.
  if (path === entry) return JSON.stringify(sortedLanguages(JSON.parse(text())));
  return content;
}

const sortedLanguages = (entry: { languages: Record<string, unknown> }) => ({
  ...entry,
  languages: Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1))),
});
