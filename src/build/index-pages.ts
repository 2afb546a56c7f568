import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

/**
 * Writes Pagefind's index of the pages in a folder to its `pagefind/`.
 * @returns number of pages indexed
 */
export async function indexPages(folder: string): Promise<number> {
  const { index } = await pagefind.createIndex({ writePlayground: false });
  if (!index) throw new Error('Pagefind could not start.');
  try {
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const errors = [...added.errors, ...written.errors];
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
    await sortLanguages(join(folder, 'pagefind', 'pagefind-entry.json'));
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}

/** Pagefind lists the languages in a chance order; the same content must give the same bytes. */
async function sortLanguages(file: string): Promise<void> {
  const entry = JSON.parse(await readFile(file, 'utf8')) as { languages: Record<string, unknown> };
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(file, JSON.stringify({ ...entry, languages }));
}
