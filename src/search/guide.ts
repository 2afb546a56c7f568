import { fold, wordsOf } from './fold.ts';

/** The kinds of results, in the order of their groups on the results page. */
export const resultKinds = ['service', 'facet', 'announcement', 'contact', 'page'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** An entry of the index: a page or contact that can be found. */
export type GuideEntry = { kind: ResultKind; title: string; path: string };

/**
 * An entry with further search terms besides its title; the words of a phrase are joined by
 * `phraseSeparator`.
 */
export type IndexedEntry = GuideEntry & { searchTerms: string[] };

/** A term of the inverted index: as written, folded for comparison, and its weight by index of the entry. */
export type Term = { word: string; folded: string; weights: Map<number, number> };

/**
 * The inverted index for search suggestions in one language. It is small enough to be searched while typing.
 */
export type Guide = {
  entries: GuideEntry[];
  /** Folded. */
  stopWords: Set<string>;
  terms: Term[];
};

/** The data that a guide is built from. */
export type GuideSource = { entries: IndexedEntry[]; stopWords: string[] };

/** Joins the words of a phrase. Each of them weighs less than a keyword, since alone it means less. */
export const phraseSeparator = '+';

/** Weight of a term by its source. Tuned on queries.tsv. */
const weights = { title: 9, keyword: 8, inPhrase: 5 } as const;
/** Factor for the weights of terms in the other language. */
const otherLanguageFactor = 0.7;

/**
 * Serializes a guide compactly, so that it loads in one round trip: the stop words in the first line, then a
 * line for each entry with tab-separated columns: index of the kind followed by the title, path, search
 * terms. Title words are not repeated as terms, a path is relative to the folder of the entry before it, and
 * `~` stands for the slug of the title.
 */
export function packGuide({ entries, stopWords }: GuideSource): string {
  let folder = '';
  const lines = entries.map(({ kind, title, path, searchTerms }) => {
    const withoutSlug = path.replace(slugOf(title), '~');
    const shortPath = folderOf(path) === folder ? withoutSlug.slice(folder.length) : withoutSlug;
    folder = folderOf(path);
    return [resultKinds.indexOf(kind) + title, shortPath, searchTerms.join(' ')].join('\t');
  });
  return [stopWords.join(' '), ...lines].join('\n');
}

/** Parses the output of `packGuide`; an empty text gives an empty guide. */
export function unpackGuide(text: string): Guide {
  const [stopWords = '', ...lines] = text.split('\n');
  const terms = new Map<string, Term>();
  const add = (entry: number, words: string[], weight: number): void => {
    for (const word of words) {
      const term = terms.get(word) ?? { word, folded: fold(word), weights: new Map<number, number>() };
      terms.set(word, term);
      if (!term.weights.has(entry)) term.weights.set(entry, weight);
    }
  };
  let folder = '';
  const entries = lines.map((line, index) => {
    const [title = '', shortPath = '', searchTerms = ''] = line.slice(1).split('\t');
    const path = (shortPath[0] === '/' ? shortPath : folder + shortPath).replace('~', slugOf(title));
    folder = folderOf(path);
    add(index, wordsOf(title.toLowerCase()), weights.title);
    // The words of a slug that differs from the title are search terms, too.
    if (path.endsWith('/')) add(index, wordsOf(path.slice(folder.length)), weights.keyword);
    for (const term of searchTerms.split(' '))
      add(index, wordsOf(term), term.includes(phraseSeparator) ? weights.inPhrase : weights.keyword);
    return { kind: resultKinds[Number(line[0])]!, title, path };
  });
  return {
    entries,
    stopWords: new Set(stopWords.split(' ')),
    terms: [...terms.values()],
  };
}

/** Adds the terms of the other language. Entries must be in the same order in both guides. */
export const withOtherLanguage = (guide: Guide, other: Guide): Guide => ({
  ...guide,
  stopWords: new Set([...guide.stopWords, ...other.stopWords]),
  terms: [
    ...guide.terms,
    ...other.terms.map((term) => ({
      ...term,
      weights: new Map([...term.weights].map(([entry, weight]) => [entry, weight * otherLanguageFactor])),
    })),
  ],
});

/** A path without its last segment. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The slug of a title, which is the last segment of most paths. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
