import { fold, wordsOf } from './fold.ts';
import { leastShared } from './ranking.ts';

/** A hit of the full-text search: a page, and a snippet with the hits in `<mark>`. */
export type Hit = { path: string; title: string; excerpt: string };

type PagefindResult = {
  id: string;
  data: () => Promise<{ url: string; meta: Record<string, string>; excerpt: string }>;
};
/** A filter on all results of one index, by which a search is restricted to a language. */
type LanguageFilter = { lang: string };
type Pagefind = {
  search: (query: string, options: { filters: LanguageFilter }) => Promise<{ results: PagefindResult[] }>;
  mergeIndex: (path: string, options: { language: string; mergeFilter: LanguageFilter }) => Promise<void>;
  createInstance: (options: object) => Pagefind;
};

const bundlePath = `${import.meta.env.BASE_URL}pagefind/`;
/** The most hits with a snippet: each costs a request and nearly a kilobyte. */
const maxSnippets = 8;
/** Words of a snippet: no longer than a summary, so that a page is as good as painted before its snippets come. */
const excerptLength = 16;

let loading: Promise<Pagefind> | undefined;
const merging = new Map<string, Promise<void>>();

/** Loads Pagefind with the index of the page's language, and merges that of another language on first use. */
async function load(lang: string, own: string): Promise<Pagefind> {
  // With a worker thread, the same code would be fetched twice.
  loading ??= (import(/* @vite-ignore */ `${bundlePath}pagefind.js`) as Promise<Pagefind>).then(
    ({ createInstance }) =>
      createInstance({ noWorker: true, language: own, mergeFilter: { lang: own }, excerptLength }),
  );
  const pagefind = await loading;
  if (lang !== own) {
    // An absolute URL, because Pagefind refuses to merge an index from its own path, even in another
    // language.
    if (!merging.has(lang))
      merging.set(
        lang,
        pagefind.mergeIndex(new URL(bundlePath, location.href).href, {
          language: lang,
          mergeFilter: { lang },
        }),
      );
    await merging.get(lang);
  }
  return pagefind;
}

/**
 * Full-text search in a language, word by word: Pagefind combines words with AND, so a single word that is on
 * no page would leave a whole question without results. The scores of the words are added up.
 * @param own the language of the page
 * @returns the best hits first; rejects if Pagefind cannot be loaded
 */
export async function searchFullText(words: string[], lang: string, own: string): Promise<Hit[]> {
  const pagefind = await load(lang, own);
  const hits = new Map<string, { score: number; result: PagefindResult }>();
  for (const word of words) {
    const { results } = await pagefind.search(word, { filters: { lang } });
    results.forEach((result, rank) => {
      const { score } = hits.get(result.id) ?? { score: 0 };
      hits.set(result.id, { score: score + 1 / (2 + rank), result });
    });
  }
  const best = [...hits.values()].sort((a, b) => b.score - a.score).slice(0, maxSnippets);
  const found = await Promise.all(
    best.map(async ({ result }) => {
      const { url, meta, excerpt } = await result.data();
      return { path: url, title: meta['title'] ?? url, excerpt };
    }),
  );
  return found.filter(({ title, excerpt }) => holdsSome(words, `${title} ${marksOf(excerpt)}`));
}

const marksOf = (excerpt: string): string =>
  [...excerpt.matchAll(/<mark>([^<]+)/g)].map(([, marked]) => marked).join(' ');

/** Whether a text holds one of the words: where Pagefind knows none, it marks others that begin alike. */
const holdsSome = (words: string[], text: string): boolean =>
  wordsOf(fold(text)).some((other) =>
    words.some((word) => other.startsWith(word.slice(0, Math.ceil(word.length * leastShared)))),
  );
