import type { ResultKind } from '../kinds/kind.ts';
import { fold, wordsOf } from './fold.ts';
import { keywordWeight, mostWeight, titleWeight } from './ranking.ts';

/** A page or contact that can be found. `about` is the title and phone of a contact, or what an organisation does. */
export type GuideEntry = { kind: ResultKind; title: string; path: string; about?: string };

/** The words of an index that is being built, as written, each with its weight by index of the entry. */
export type Words = Map<string, Map<number, number>>;

/**
 * Words of an index as they are searched: words as written, and beside each its entries as packed (see `packWords`),
 * which are read when a query first needs them. `offset` is the index of the first entry, and `weight` that of all words,
 * if they have the same.
 */
export type WordList = { words: string[]; packed: string[]; offset?: number; weight?: number };

/** A part of the second flight: its file in the folder of the first, and the letters from which on it holds the words; first ''. */
export type Part = [file: string, from: string];

/** The index of one language. It is never changed: more words make a new one. */
export type Guide = {
  entries: GuideEntry[];
  /** A word may stand in several lists. */
  lists: WordList[];
  parts: Part[];
  /** With all that the second flight says of what was searched. */
  isWhole?: boolean;
};

/** Adds the words of a text. */
export function addWords(words: Words, text: string, entry: number, weight: number): void {
  for (const word of wordsOf(text.toLowerCase())) addWord(words, word, entry, weight);
}

export function addWord(words: Words, word: string, entry: number, weight: number): void {
  const weights = words.get(word) ?? new Map<number, number>();
  words.set(word, weights.set(entry, (weights.get(entry) ?? 0) + weight));
}

/**
 * Serializes the first flight: as JSON the kinds and the parts of the second flight; then a line for each entry
 * with tab-separated columns (code of the kind followed by the title, path, `about`); and after an empty line
 * the keywords, which all weigh the same. A path is relative to the folder of the entry before it, and `~` stands
 * for the slug of the title.
 * @param base the base path of the site: paths in the browser have it
 */
export function packGuide(
  { entries, words, parts = [] }: { entries: GuideEntry[]; words: Words; parts?: Part[] },
  base = '',
): string {
  const kinds = [...new Set(entries.map(({ kind }) => JSON.stringify(kind)))];
  let folder = '';
  const lines = entries.map(({ kind, title, path, about = '' }) => {
    const withoutSlug = path.replace(slugOf(title), '~');
    const shortPath = folderOf(path) === folder ? withoutSlug.slice(folder.length) : base + withoutSlug;
    folder = folderOf(path);
    const code = codeOf(kinds.indexOf(JSON.stringify(kind)));
    return [code + title, shortPath, about].join('\t').trimEnd();
  });
  return `${[`[[${kinds.join()}],${JSON.stringify(parts)}]`, ...lines].join('\n')}\n\n${packWords(words)}`;
}

/** Parses the output of `packGuide`; an empty text gives an empty guide. */
export function unpackGuide(text: string): Guide {
  const [head = ''] = text.split('\n\n', 1);
  const [json, ...lines] = head.split('\n');
  const [kinds, parts] = JSON.parse(json || '[[],[]]') as [ResultKind[], Part[]];
  let folder = '';
  const entries = lines.map((line) => {
    const [title = '', shortPath = '', about] = line.slice(1).split('\t');
    const path = (shortPath[0] === '/' ? shortPath : folder + shortPath).replace('~', slugOf(title));
    folder = folderOf(path);
    return { kind: kinds[indexOf(line)]!, title, path, ...(about && { about }) };
  });
  const titles = listOf(
    entries.map(({ title }) => title),
    titleWeight,
  );
  const keywords = { ...unpackWords(text.slice(head.length + 2)), weight: keywordWeight };
  return { entries, lists: [titles, keywords], parts };
}

/** The words of a text for each entry. */
export function listOf(texts: string[], weight: number): WordList {
  const words = texts.map((text) => wordsOf(text.toLowerCase()));
  return { words: words.flat(), packed: words.flatMap((of, entry) => of.map(() => codeOf(entry))), weight };
}

/** The character that stands for an entry, a kind or a number; the first is `A`. */
const codeOf = (index: number): string => String.fromCharCode(0x41 + index);
const indexOf = (code: string): number => code.charCodeAt(0) - 0x41;

/**
 * Serializes words: each once, in order, as a capital for the number of letters to drop from the end of the word
 * before it, `Z` for 25 and more to come, and the letters to add (front coding); then on a line of its own for
 * each word its entries: a character each, followed by the rounded weight if it is not 1, and between line
 * breaks where they are several.
 */
export function packWords(words: Words): string {
  let before = '';
  let [spellings, entries] = ['', ''];
  for (const [word, weights] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let shared = 0;
    while (shared < before.length && word[shared] === before[shared]) shared += 1;
    const dropped = before.length - shared;
    spellings += 'Z'.repeat(dropped / 25) + codeOf(dropped % 25) + word.slice(shared);
    before = word;
    const packed = [...weights].map(([entry, sum]) => {
      const weight = Math.min(mostWeight, Math.round(sum));
      return codeOf(entry) + (weight > 1 ? weight : '');
    });
    entries += packed[1] ? `\n${packed.join('')}\n` : packed[0];
  }
  return `${spellings}\n${entries}`;
}

/** Parses the output of `packWords`. */
export function unpackWords(packed: string): WordList {
  const [spellings] = packed.split('\n', 1) as [string];
  let word = '';
  return {
    words: (spellings.match(/Z*[A-Y][^A-Z]*/g) ?? []).map((row) => {
      const many = row.lastIndexOf('Z') + 1;
      word = word.slice(0, word.length - many * 25 - indexOf(row[many]!)) + row.slice(many + 1);
      return word;
    }),
    packed: packed.slice(spellings.length + 1).match(/\n.+\n|.\d?/g) ?? [],
  };
}

/** The entries of a word, each with its weight. */
export const entriesOf = (
  { packed, offset = 0, weight }: WordList,
  word: number,
): [entry: number, weight: number][] =>
  (packed[word]!.match(/[^\n\d]\d?/g) ?? []).map((code) => [
    offset + indexOf(code),
    weight ?? (+code[1]! || 1),
  ]);

/** A path without its last segment. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The slug of a title, which is the last segment of most paths. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
