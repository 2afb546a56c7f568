/** One hit of the full text: the page and the passage with the hit marked by `<mark>`. */
export type Hit = { path: string; title: string; excerpt: string };

type PagefindResult = {
  id: string;
  data: () => Promise<{ url: string; meta: Record<string, string>; excerpt: string }>;
};
/** What every result of one index is marked with, and by which a search chooses its index. */
type ByLanguage = { lang: string };
type Pagefind = {
  search: (query: string, options: { filters: ByLanguage }) => Promise<{ results: PagefindResult[] }>;
  mergeIndex: (path: string, options: { language: string; mergeFilter: ByLanguage }) => Promise<void>;
  createInstance: (options: object) => Pagefind;
};

const bundle = '/pagefind/';
/** Most pages whose passage is shown: each costs a request and nearly a kilobyte. */
const mostPassages = 8;
/** Most hits of one word that are looked at: the rest could not come near the top. */
const mostHits = 12;

let loading: Promise<Pagefind> | undefined;
const merging = new Map<string, Promise<void>>();

/** Loads Pagefind with the index of the page's language, and that of another one when it is first asked for. */
async function load(lang: string): Promise<Pagefind> {
  const own = document.documentElement.lang;
  // Without a worker the same code is not fetched twice.
  loading ??= (import(/* @vite-ignore */ `${bundle}pagefind.js`) as Promise<Pagefind>).then(
    ({ createInstance }) => createInstance({ noWorker: true, mergeFilter: { lang: own } }),
  );
  const pagefind = await loading;
  if (lang !== own) {
    // As a whole address: Pagefind takes the same path as before for a mistake, though the language is another.
    if (!merging.has(lang))
      merging.set(
        lang,
        pagefind.mergeIndex(new URL(bundle, location.href).href, { language: lang, mergeFilter: { lang } }),
      );
    await merging.get(lang);
  }
  return pagefind;
}

/**
 * Searches the full text of a language word by word: Pagefind joins words with AND, and one word that stands
 * elsewhere would empty the answer to a whole question. Ranks of the words are added.
 */
export async function searchFullText(words: string[], lang: string): Promise<Hit[]> {
  const pagefind = await load(lang);
  const hits = new Map<string, { score: number; result: PagefindResult }>();
  for (const word of words) {
    const { results } = await pagefind.search(word, { filters: { lang } });
    results.slice(0, mostHits).forEach((result, rank) => {
      // A word that stands on many pages tells little of each.
      const score = 1 / (2 + rank) / Math.sqrt(Math.max(1, results.length / 4));
      const before = hits.get(result.id);
      hits.set(result.id, { score: score + (before?.score ?? 0), result: before?.result ?? result });
    });
  }
  const best = [...hits.values()].sort((a, b) => b.score - a.score).slice(0, mostPassages);
  return Promise.all(
    best.map(async ({ result }) => {
      const { url, meta, excerpt } = await result.data();
      return { path: url, title: meta['title'] ?? url, excerpt };
    }),
  );
}
