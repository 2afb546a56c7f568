import type { Lang } from '../i18n/languages.ts';
import { type Answer, answerOf } from './answer.ts';
import { fold, wordsOf } from './fold.ts';
import { searchFullText } from './full-text.ts';
import type { Guide } from './guide.ts';
import { type FetchText, type GuideLoader, guideLoader, pause } from './guide-loader.ts';
import { search } from './match.ts';
import { hitsOf, mergeResults, type Row } from './merge-results.ts';
import { longestWait } from './ranking.ts';

/** The index of the page's language, and the first flights of the others. */
export type Indexes = { loader: GuideLoader; first: Guide; others: { lang: Lang; guide: Guide }[] };

/**
 * Loads the first flights.
 * @param guides their paths, that of the page's language first
 * @param notOursFile the path of what is not Kuntaliitto's, where there is such
 */
export async function loadIndexes(
  lang: Lang,
  guides: string[],
  fetchText: FetchText,
  notOursFile?: string,
): Promise<Indexes> {
  const loader = guideLoader(guides, fetchText, notOursFile);
  const [first, others] = await Promise.all([loader.first, loader.others]);
  const langs = otherLangs(lang);
  return { loader, first, others: others.map((guide, index) => ({ lang: langs[index]!, guide })) };
}

/** The languages of the other pages, in the order of their indexes. */
const otherLangs = (own: Lang): Lang[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map(({ lang }) => lang as Lang)
    .filter((lang) => lang !== own);

/** What a query gives: its rows so far, and in the end all of them. */
export type QueryAnswer = Answer & {
  rows: Row[];
  isLast: boolean;
  /** Nothing may be called missing by a search that lacks a part. */
  isComplete: boolean;
  corrected: string | undefined;
  /** A language whose titles and keywords hold the query better than the page's own: the reader may speak it. */
  otherLang: Lang | undefined;
};

/**
 * Answers a query from the index, then with the full text merged in.
 * @param lang of the page
 * @param otherPages heading of pages that are not in the index
 */
export async function* answersTo(
  query: string,
  isExact: boolean,
  { loader, first, others }: Indexes,
  lang: Lang,
  otherPages: string,
): AsyncGenerator<QueryAnswer> {
  const guide = await inTime(loader.complete(query), first);
  const { found, corrected, telling } = search(guide, query, { isExact });
  const answer = answerOf(found);
  await pause();
  const merged = (hits: Parameters<typeof mergeResults>[1]) =>
    mergeResults(answer.results, hits, guide, otherPages);
  const soFar = { ...answer, rows: merged([]), corrected, otherLang: undefined };
  let isComplete = first.entries.length > 0;
  yield { ...soFar, isLast: false, isComplete };
  const hits = await searchFullText(telling, lang, lang).catch(() => {
    isComplete = false;
    return [];
  });
  let rows = merged(hits);
  // What stands in another language alone comes before results that may be none.
  if (!answer.isSure && hits.length === 0) {
    // Not by "ja" or "och" alone, which stand in every text; what was corrected may be a word of the other language.
    const words = corrected ? wordsOf(fold(query)) : telling;
    for (const other of others) {
      const inOther = await searchFullText(words, other.lang, lang).catch(() => []);
      rows = [...hitsOf(inOther, other.guide, first, otherPages, other.lang), ...rows];
    }
  }
  const bestIn = (of: Guide) => search(of, query, { isExact: true }).found[0]?.score ?? 0;
  const otherLang = others.find((other) => bestIn(other.guide) > bestIn(first))?.lang;
  yield { ...soFar, rows, isLast: true, isComplete, otherLang };
}

/** The value of a promise, or another value if the promise takes too long. */
const inTime = <T>(promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((resolve) => setTimeout(resolve, longestWait, otherwise))]);
