/** One hit of the full text: the page and the passage with the hit marked by `<mark>`. */
export type Hit = { path: string; title: string; excerpt: string; score: number };

type PagefindResult = { id: string; data: () => Promise<{ url: string; meta: Record<string, string>; excerpt: string }> };
type Pagefind = {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
  mergeIndex: (path: string, options: { language: string }) => Promise<void>;
  createInstance: (options: object) => Pagefind;
};

const bundle = '/pagefind/';
/** Most pages whose passage is shown: each costs a request and nearly a kilobyte. */
const mostPassages = 8;
/** Most hits of one word that are looked at: the rest could not come near the top. */
const mostHits = 12;

let loading: Promise<Pagefind> | undefined;
const load = (): Promise<Pagefind> =>
  // Without a worker the same code is not fetched twice.
  (loading ??= (import(/* @vite-ignore */ `${bundle}pagefind.js`) as Promise<Pagefind>).then((pagefind) => pagefind.createInstance({ noWorker: true })));

/**
 * Searches the full text of the page's language word by word: Pagefind joins words with AND, and one word that stands
 * elsewhere would empty the answer to a whole question. Ranks of the words are added.
 */
export async function searchFullText(words: string[]): Promise<Hit[]> {
  const pagefind = await load();
  const hits = new Map<string, { score: number; result: PagefindResult }>();
  for (const word of words) {
    const { results } = await pagefind.search(word);
    results.slice(0, mostHits).forEach((result, rank) => {
      // A word that stands on many pages tells little of each.
      const score = 1 / (2 + rank) / Math.sqrt(Math.max(1, results.length / 4));
      const before = hits.get(result.id);
      hits.set(result.id, { score: score + (before?.score ?? 0), result: before?.result ?? result });
    });
  }
  const best = [...hits.values()].sort((a, b) => b.score - a.score).slice(0, mostPassages);
  return Promise.all(
    best.map(async ({ score, result }) => {
      const { url, meta, excerpt } = await result.data();
      return { path: url, title: meta['title'] ?? url, excerpt, score };
    }),
  );
}

const merging = new Map<string, Promise<void>>();

/** Searches the full text of another language as well; its index is fetched when nothing else was found. */
export async function searchOtherLanguage(words: string[], lang: string): Promise<Hit[]> {
  const pagefind = await load();
  // As a whole address: Pagefind takes the same path as before for a mistake, though the language is another.
  if (!merging.has(lang)) merging.set(lang, pagefind.mergeIndex(new URL(bundle, location.href).href, { language: lang }));
  await merging.get(lang);
  return (await searchFullText(words)).filter(({ path }) => path.startsWith(`/${lang}/`));
}
