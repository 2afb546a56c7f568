import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { type Lang, languages } from '../i18n/languages.ts';

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
  const parts = await Promise.all(languages.map((lang) => filesOfIndex(folder, lang)));
  // What all languages share is the same in each part, but for the list of languages.
  const files = new Map(
    parts
      .flat()
      .filter(isUsed)
      .map(({ path, content }): [string, string | Uint8Array] => [path, content]),
  );
  files.set(core, await minified(contentOf(core, parts[0]!)));
  files.set(entry, joined(parts.map((part) => contentOf(entry, part))));
  for (const [path, content] of files) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

type IndexFile = { path: string; content: Uint8Array };

/** The index of the pages of one language, by a Pagefind of its own: one works on one processor only. */
async function filesOfIndex(folder: string, lang: Lang): Promise<IndexFile[]> {
  // Each copy of the module has one process.
  const pagefind = (await import(`${import.meta.resolve('pagefind')}?${lang}`)) as typeof import('pagefind');
  try {
    const { index } = await pagefind.createIndex({ writePlayground: false, excludeSelectors: alwaysTheSame });
    if (!index) throw new Error('Pagefind could not start.');
    const added = await index.addDirectory({ path: folder, glob: `${lang}/**/*.html` });
    const { files, errors } = await index.getFiles();
    if (added.errors.length + errors.length > 0)
      throw new Error(`Pagefind: ${[...added.errors, ...errors].join('; ')}`);
    return files;
  } finally {
    await pagefind.close();
  }
}

const core = 'pagefind.js';
const entry = 'pagefind-entry.json';

/** Pagefind's ready-made user interfaces and its worker are never fetched here. */
const isUsed = ({ path }: IndexFile): boolean => path === core || !/\.(js|css)$/.test(path);

const contentOf = (path: string, files: IndexFile[]): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)!.content);

/** Pagefind's own script comes uncompressed. */
const minified = async (script: string): Promise<string> =>
  (await transform(script, { minify: true, format: 'esm', target: 'es2022' })).code;

/** The list of what each language has. */
function joined(entries: string[]): string {
  const [first, ...others] = entries.map((text) => JSON.parse(text) as { languages: object });
  return JSON.stringify({
    ...first,
    languages: Object.assign({}, first!.languages, ...others.map((other) => other.languages)),
  });
}
