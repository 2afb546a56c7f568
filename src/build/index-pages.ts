import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
 * Writes Pagefind's index of the pages in a folder to its `pagefind/`.
 * @returns number of pages indexed
 */
export async function indexPages(folder: string): Promise<number> {
  const { index } = await pagefind.createIndex({ writePlayground: false, excludeSelectors: alwaysTheSame });
  if (!index) throw new Error('Pagefind could not start.');
  try {
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const errors = [...added.errors, ...written.errors];
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
    await keepWhatIsUsed(join(folder, 'pagefind'));
    await sortLanguages(join(folder, 'pagefind', 'pagefind-entry.json'));
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}

/** Pagefind's ready-made user interfaces and its worker are never fetched here; its own script comes uncompressed. */
async function keepWhatIsUsed(folder: string): Promise<void> {
  const core = 'pagefind.js';
  const unused = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name) && name !== core);
  await Promise.all(unused.map((name) => rm(join(folder, name))));
  const { code } = await transform(await readFile(join(folder, core), 'utf8'), { minify: true, format: 'esm', target: 'es2022' });
  await writeFile(join(folder, core), code);
}

/** Pagefind lists the languages in a chance order; the same content must give the same bytes. */
async function sortLanguages(file: string): Promise<void> {
  const entry = JSON.parse(await readFile(file, 'utf8')) as { languages: Record<string, unknown> };
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(file, JSON.stringify({ ...entry, languages }));
}
