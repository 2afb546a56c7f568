import { completeGuide, type Guide, partsFor, unpackGuide } from './guide.ts';

/** Fetches a text; empty if the request fails. */
export type FetchText = (path: string) => Promise<string>;

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
          completeGuide(guide, { second, others: otherTexts, notOurs }),
        );
      return whole;
    },
  };
}
