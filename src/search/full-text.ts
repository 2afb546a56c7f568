/** One hit of the full text: the page and the passage, with the words that were found marked. */
export type Hit = { path: string; score: number; load: () => Promise<{ title: string; excerpt: string }> };

type PagefindResult = { id: string; score: number; data: () => Promise<{ url: string; meta: Record<string, string>; excerpt: string }> };
type Pagefind = { search: (query: string) => Promise<{ results: PagefindResult[] }>; createInstance?: (options: object) => Pagefind; options?: (options: object) => Promise<void> };

/** Most hits of one word that are looked at: the rest could not come near the top. */
const mostHits = 12;

let loading: Promise<Pagefind> | undefined;
const load = (): Promise<Pagefind> => {
  const path = '/pagefind/pagefind.js';
  loading ??= (import(/* @vite-ignore */ path) as Promise<Pagefind>).then((pagefind) => pagefind.createInstance?.({ noWorker: true }) ?? pagefind);
  return loading;
};

/**
 * Searches the full text word by word: Pagefind joins words with AND, and one word that stands elsewhere would empty
 * the answer to a whole question. Ranks of the words are added.
 */
export async function searchFullText(words: string[]): Promise<Hit[]> {
  const pagefind = await load();
  const hits = new Map<string, { score: number; result: PagefindResult }>();
  for (const word of words) {
    const { results } = await pagefind.search(word);
    results.slice(0, mostHits).forEach((result, rank) => {
      const score = 1 / (2 + rank) / Math.sqrt(Math.max(1, results.length / 4));
      const before = hits.get(result.id);
      hits.set(result.id, { score: score + (before?.score ?? 0), result: before?.result ?? result });
    });
  }
  const best = [...hits.values()].sort((a, b) => b.score - a.score).slice(0, mostHits);
  return Promise.all(
    best.map(async ({ score, result }) => {
      const { url, meta, excerpt } = await result.data();
      return { path: url, score, load: async () => ({ title: meta['title'] ?? url, excerpt }) };
    }),
  );
}
