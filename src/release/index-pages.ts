import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { type Lang, languages } from '../i18n/languages.ts';

/**
 * Words in one chunk of the index. A query fetches only the chunks with its words; with the default size one
 * word would fetch the whole index. Pagefind reads the setting only from this variable, and also works
 * without it.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '800';

/**
 * Text that is the same on every page of a kind is useless for search, and what the results show anyway is
 * useless in an excerpt.
 */
const repeatedText = ['.service h2', '.notice', '.page-header', 'button', 'dt'];

/**
 * Writes Pagefind's index of the pages in a folder to its subfolder `pagefind/`. Pagefind does not write the
 * files itself, because it does not handle a full disk.
 * @throws an error when Pagefind reports one
 */
export async function indexPages(folder: string): Promise<void> {
  const indexes = await Promise.all(languages.map((lang) => indexLanguage(folder, lang)));
  // Files that the languages share are identical, except the list of languages.
  const files = new Map(
    indexes
      .flat()
      .filter(isUsed)
      .map(({ path, content }): [string, string | Uint8Array] => [path, content]),
  );
  files.set(scriptName, await minify(contentOf(scriptName, indexes[0]!)));
  files.set(languageListName, mergeLanguageLists(indexes.map((index) => contentOf(languageListName, index))));
  for (const [path, content] of files) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

type IndexFile = { path: string; content: Uint8Array };

/**
 * The index of the pages of one language. Each language has its own Pagefind process, because a process uses
 * one core only.
 */
async function indexLanguage(folder: string, lang: Lang): Promise<IndexFile[]> {
  // Each instance of the module starts one process; the query makes it a new instance.
  const pagefind = (await import(`${import.meta.resolve('pagefind')}?${lang}`)) as typeof import('pagefind');
  try {
    const { index } = await pagefind.createIndex({ writePlayground: false, excludeSelectors: repeatedText });
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

const scriptName = 'pagefind.js';
const languageListName = 'pagefind-entry.json';

/** The site does not use Pagefind's ready-made user interfaces or its worker. */
const isUsed = ({ path }: IndexFile): boolean => path === scriptName || !/\.(js|css)$/.test(path);

const contentOf = (path: string, files: IndexFile[]): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)!.content);

/** Pagefind's script is not minified. */
const minify = async (script: string): Promise<string> =>
  (await transform(script, { minify: true, format: 'esm', target: 'es2022' })).code;

/** Merges the lists of languages of the indexes into one. */
function mergeLanguageLists(entries: string[]): string {
  const [first, ...others] = entries.map((text) => JSON.parse(text) as { languages: object });
  return JSON.stringify({
    ...first,
    languages: Object.assign({}, first!.languages, ...others.map((other) => other.languages)),
  });
}
