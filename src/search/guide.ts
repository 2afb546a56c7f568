import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold, wordsOf } from './fold.ts';
import { wordWeights } from './ranking.ts';

/** The kinds of results. */
export const resultKinds = ['service', 'facet', 'announcement', 'contact', 'page'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** An entry of the index: a page or contact that can be found. `about` is the title and phone of a contact. */
export type GuideEntry = { kind: ResultKind; title: string; path: string; about?: string };

/** An entry with the words of its keywords. */
export type IndexedEntry = GuideEntry & { searchTerms: string[] };

/** The words of an index as written, each with its weight by index of the entry. */
export type Words = Map<string, Map<number, number>>;

/** The index of one language. Like its words it is never changed: more words give a new one. */
export type Guide = { entries: GuideEntry[]; words: Words };

export function addWord(words: Words, word: string, entry: number, weight: number): void {
  const weights = words.get(word) ?? new Map<number, number>();
  words.set(word, weights.set(entry, (weights.get(entry) ?? 0) + weight));
}

/**
 * Serializes the first flight compactly, so that it loads in one round trip: a line for each entry with
 * tab-separated columns: index of the kind followed by the title, path, search terms, what it is about. Words of
 * other columns are not repeated as terms, a path is relative to the folder of the entry before it, and `~` stands for the slug of
 * the title.
 */
export function packGuide(entries: IndexedEntry[]): string {
  let folder = '';
  return entries
    .map(({ kind, title, path, searchTerms, about }) => {
      const withoutSlug = path.replace(slugOf(title), '~');
      const shortPath = folderOf(path) === folder ? withoutSlug.slice(folder.length) : withoutSlug;
      folder = folderOf(path);
      return [resultKinds.indexOf(kind) + title, shortPath, searchTerms.join(' '), about]
        .join('\t')
        .trimEnd();
    })
    .join('\n');
}

/** Parses the output of `packGuide`; an empty text gives an empty guide. */
export function unpackGuide(text: string): Guide {
  const words: Words = new Map();
  let folder = '';
  const entries = (text ? text.split('\n') : []).map((line, index) => {
    const [title = '', shortPath = '', searchTerms = '', about] = line.slice(1).split('\t');
    const path = (shortPath[0] === '/' ? shortPath : folder + shortPath).replace('~', slugOf(title));
    folder = folderOf(path);
    const add = (text: string, weight: number) => {
      for (const word of wordsOf(text.toLowerCase())) addWord(words, word, index, weight);
    };
    add(title, wordWeights.title);
    add(`${searchTerms} ${path.endsWith('/') ? path.slice(folder.length) : ''}`, wordWeights.keyword);
    if (about) add(`${about.replace(/\d/g, '')} ${phoneDigits(about)}`, wordWeights.keyword);
    return { kind: resultKinds[Number(line[0])]!, title, path, ...(about && { about }) };
  });
  return { entries, words };
}

/** The code of the first character that stands for an entry. */
const firstCode = 0x41;

/**
 * Serializes the second flight: each word once, in order, with the letters that it shares with the word
 * before it left out (front coding); then, in the same order, the entries of each word: a character for an entry,
 * followed by its weight if that is more than one.
 */
export function packWords(words: Words): string {
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  let before = '';
  const spellings = sorted.map(([word]) => {
    let shared = 0;
    while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared += 1;
    before = word;
    return shared.toString(36) + word.slice(shared);
  });
  const entries = sorted.map(([, weights]) =>
    [...weights]
      .map(([entry, weight]) => String.fromCharCode(firstCode + entry) + (weight > 1 ? weight : ''))
      .join(''),
  );
  return [...spellings, ...entries].join('\n');
}

/** The guide with the words of a second flight; an empty text adds none. */
export function withWords({ entries, words: first }: Guide, packed: string): Guide {
  const lines = packed ? packed.split('\n') : [];
  const count = lines.length / 2;
  const words = copyOf(first);
  let word = '';
  for (let index = 0; index < count; index += 1) {
    const line = lines[index]!;
    word = word.slice(0, parseInt(line[0]!, 36)) + line.slice(1);
    for (const [, entry, weight] of lines[count + index]!.matchAll(/([^\d])(\d?)/g))
      addWord(words, word, entry!.charCodeAt(0) - firstCode, Number(weight) || 1);
  }
  return { entries, words };
}

/** The guide with the words of the other language. Entries must be in the same order in both. */
export function withOtherLanguage({ entries, words: own }: Guide, other: Guide): Guide {
  const words = copyOf(own);
  for (const [word, weights] of other.words)
    for (const entry of weights.keys()) addWord(words, word, entry, wordWeights.otherLanguage);
  return { entries, words };
}

/**
 * The whole index of the page's language.
 * @param packed its second flight, and the first flights of the other languages
 */
export const completeGuide = (first: Guide, [second = '', ...others]: string[]): Guide =>
  others.reduce((guide, other) => withOtherLanguage(guide, unpackGuide(other)), withWords(first, second));

const copyOf = (words: Words): Words =>
  new Map([...words].map(([word, weights]) => [word, new Map(weights)]));

/** A path without its last segment. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The slug of a title, which is the last segment of most paths. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
