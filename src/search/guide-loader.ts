import type { Lang } from '../i18n/languages.ts';
import { fold, wordsOf } from './fold.ts';
import { type Guide, listOf, unpackGuide, unpackWords } from './guide.ts';
import { prepare } from './match.ts';
import { aboutWeight, longestWords, notOursWeight, otherLanguageWeight, wordsAtOnce } from './ranking.ts';

/** Fetches a text; empty if the request fails. */
export type FetchText = (path: string) => Promise<string>;

/** The search field of a page, and where its index lies. */
export type SearchField = {
  form: HTMLFormElement;
  field: HTMLInputElement;
  lang: Lang;
  /** Paths of the first flights, that of the page's language first. */
  guides: string[];
  fetchText: FetchText;
};

/** The index of the page's language as it is loaded. An index that could not be loaded is empty. */
export type GuideLoader = {
  /** Its first flight. */
  first: Promise<Guide>;
  /** The first flights of the other languages. */
  others: Promise<Guide[]>;
  /** All that tells of a query, and of those before it. */
  complete: (query: string) => Promise<Guide>;
};

/**
 * Loads the index. What comes after the first flight waits for it, so that it does not slow the first answer down.
 * @param paths of the first flights, that of the page's language first
 * @param notOursFile with what is not Kuntaliitto's, where that is shown
 */
export function guideLoader(paths: string[], fetchText: FetchText, notOursFile?: string): GuideLoader {
  const [own = '', ...otherPaths] = paths;
  const first = fetchText(own).then(unpackGuide);
  const others = first.then(() => Promise.all(otherPaths.map(fetchText)));
  const wanted = new Set<string>();
  let whole: Promise<Guide> | undefined;
  return {
    first,
    others: others.then((texts) => texts.map(unpackGuide)),
    async complete(query) {
      const guide = await first;
      // Without its first flight the words have no entries to belong to.
      if (guide.entries.length === 0) return guide;
      const wantedBefore = wanted.size;
      for (const part of partsFor(guide, query)) wanted.add(own.replace(/[^/]+$/, part));
      if (!whole || wanted.size > wantedBefore)
        whole = Promise.all([
          Promise.all([...wanted].map(fetchText)),
          others,
          notOursFile ? fetchText(notOursFile) : '',
        ]).then(([second, otherTexts, notOurs]) =>
          inPieces(completeGuide(guide, { second, others: otherTexts, notOurs })),
        );
      return whole;
    },
  };
}

/** Lets the browser do what waits. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The index, prepared for matching without holding the page up. */
async function inPieces(guide: Guide): Promise<Guide> {
  do await pause();
  while (prepare(guide, wordsAtOnce));
  return guide;
}

/** The paths of the parts of the second flight that tell of a query: those of its longest words. */
export const partsFor = ({ parts }: Guide, query: string): string[] =>
  parts.length < 2
    ? parts.map(([file]) => file)
    : wordsOf(fold(query))
        .sort((a, b) => b.length - a.length)
        .slice(0, longestWords)
        .map((word) => parts.findLast(([, from]) => from <= word)![0]);

/**
 * The index of the page's language with more than its first flight.
 * @param more parts of its second flight, the first flights of the other languages, whose entries are in the
 *   same order, and the index of what others help with
 */
export function completeGuide(
  { entries, lists, parts }: Guide,
  more: { second: string[]; others: string[]; notOurs?: string },
): Guide {
  const { entries: helpers, lists: helping } = unpackGuide(more.notOurs ?? '');
  const abouts = listOf(
    helpers.map(({ about = '' }) => about),
    aboutWeight,
  );
  const offset = entries.length;
  return {
    entries: [...entries, ...helpers],
    lists: [
      ...lists,
      ...more.second.map(unpackWords),
      ...more.others.flatMap((other) =>
        unpackGuide(other).lists.map((list) => ({ ...list, weight: otherLanguageWeight })),
      ),
      ...helping.map((list) => ({ ...list, offset, weight: notOursWeight })),
      { ...abouts, offset },
    ],
    parts,
    isWhole: entries.length > 0 && more.second.every(Boolean),
  };
}
