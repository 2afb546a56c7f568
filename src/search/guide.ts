import { fold, wordsOf } from './fold.ts';

/** What a result leads to. The order is the order of the groups on the page. */
export const resultKinds = ['service', 'facet', 'announcement', 'contact', 'page'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** Something that can be found. */
export type GuideEntry = { kind: ResultKind; title: string; path: string };

/** An entry with the words besides its title that lead to it. */
export type DescribedEntry = GuideEntry & { words: string[] };

/** A word of the index, as an editor wrote it and as it is compared; each entry that it leads to, with a weight. */
export type Term = { word: string; folded: string; weights: Map<number, number> };

/** The index for the instant answer, in one language, ready to be searched. */
export type Guide = {
  entries: GuideEntry[];
  /** Words that stand in any question and tell nothing of its subject; folded. */
  stopWords: Set<string>;
  terms: Term[];
};

/** What a guide is made of. */
export type GuideSource = { entries: DescribedEntry[]; stopWords: string[] };

/** Joins the words of a phrase, which say less alone than together. */
export const phrase = '+';

/** How much a word says of an entry, by where it stands. Measured on the query list. */
const weights = { title: 9, keyword: 8, inPhrase: 5 } as const;
/** How much a word of the other language counts against one of the reader's. */
const otherLanguage = 0.7;

/**
 * Packs a guide as text that comes in one round trip: the stop words in the first line, then a line for each entry.
 * Words of the title are not repeated, and a path says only what differs from the one before; `~` is the title as an address.
 */
export function packGuide({ entries, stopWords }: GuideSource): string {
  let folder = '';
  const lines = entries.map(({ kind, title, path, words }) => {
    const short = path.replace(slugOf(title), '~');
    const shown = folderOf(path) === folder ? short.slice(folder.length) : short;
    folder = folderOf(path);
    return [resultKinds.indexOf(kind) + title, shown, words.join(' ')].join('\t');
  });
  return [stopWords.join(' '), ...lines].join('\n');
}

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
    const [title = '', shown = '', words = ''] = line.slice(1).split('\t');
    const path = (shown[0] === '/' ? shown : folder + shown).replace('~', slugOf(title));
    folder = folderOf(path);
    add(index, wordsOf(title.toLowerCase()), weights.title);
    // An address that is not the title is the thing's other name.
    if (path.endsWith('/')) add(index, wordsOf(path.slice(folder.length)), weights.keyword);
    for (const word of words.split(' '))
      add(index, wordsOf(word), word.includes(phrase) ? weights.inPhrase : weights.keyword);
    return { kind: resultKinds[Number(line[0])]!, title, path };
  });
  return {
    entries,
    stopWords: new Set(stopWords.split(' ')),
    terms: [...terms.values()],
  };
}

/** Adds the words of the other language. Entries stand in the same order in both guides. */
export const withOtherLanguage = (guide: Guide, other: Guide): Guide => ({
  ...guide,
  stopWords: new Set([...guide.stopWords, ...other.stopWords]),
  terms: [
    ...guide.terms,
    ...other.terms.map((term) => ({
      ...term,
      weights: new Map([...term.weights].map(([entry, weight]) => [entry, weight * otherLanguage])),
    })),
  ],
});

/** A path without its last part. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** What the last part of most addresses is: the title in small letters and hyphens. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
