import type { ResultKind } from '../kinds/kind.ts';
import { fold, wordsOf } from './fold.ts';
import { wordWeights } from './ranking.ts';

/** A page or contact that can be found. `about` is the title and phone of a contact, or what an organisation does. */
export type GuideEntry = { kind: ResultKind; title: string; path: string; about?: string };

/** The words of an index as written, each with its weight by index of the entry. */
export type Words = Map<string, Map<number, number>>;

/** A part of the second flight: its file in the folder of the first, and the letters from which on it holds the words; first ''. */
export type Part = [file: string, from: string];

/** The index of one language. It is never changed: more words make a new one. */
export type Guide = {
  entries: GuideEntry[];
  words: Words;
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
 * words besides those of the titles. A path is relative to the folder of the entry before it, and `~` stands
 * for the slug of the title.
 * @param base the base path of the site: paths in the browser have it
 */
export function packGuide(
  { entries, words, parts = [] }: Omit<Guide, 'parts'> & Partial<Guide>,
  base = '',
): string {
  const kinds = [...new Set(entries.map(({ kind }) => JSON.stringify(kind)))];
  let folder = '';
  const lines = entries.map(({ kind, title, path, about = '' }) => {
    const withoutSlug = path.replace(slugOf(title), '~');
    const shortPath = folderOf(path) === folder ? withoutSlug.slice(folder.length) : base + withoutSlug;
    folder = folderOf(path);
    const code = String.fromCharCode(firstCode + kinds.indexOf(JSON.stringify(kind)));
    return [code + title, shortPath, about].join('\t').trimEnd();
  });
  return `${[`[[${kinds.join()}],${JSON.stringify(parts)}]`, ...lines].join('\n')}\n\n${packWords(words)}`;
}

/** Parses the output of `packGuide`; an empty text gives an empty guide. */
export function unpackGuide(text: string): Guide {
  const [head = '', packedWords = ''] = text.split('\n\n');
  const [json, ...lines] = head.split('\n');
  const [kinds, parts] = JSON.parse(json || '[[],[]]') as [ResultKind[], Part[]];
  const words = unpackWords(packedWords);
  let folder = '';
  const entries = lines.map((line, index) => {
    const [title = '', shortPath = '', about] = line.slice(1).split('\t');
    const path = (shortPath[0] === '/' ? shortPath : folder + shortPath).replace('~', slugOf(title));
    folder = folderOf(path);
    addWords(words, title, index, wordWeights.title);
    return { kind: kinds[line.charCodeAt(0) - firstCode]!, title, path, ...(about && { about }) };
  });
  return { entries, words, parts };
}

/** The code of the first character that stands for an entry or a kind. */
const firstCode = 0x41;

/**
 * Serializes words: each once, in order, without the letters that it shares with the word before it (front
 * coding); then for each word its entries: a character each, followed by the rounded weight if it is not 1.
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
      .map(([entry, sum]) => {
        const weight = Math.min(wordWeights.most, Math.round(sum));
        return String.fromCharCode(firstCode + entry) + (weight > 1 ? weight : '');
      })
      .join(''),
  );
  return [...spellings, ...entries].join('\n');
}

/** Parses the output of `packWords`. */
export function unpackWords(packed: string): Words {
  const lines = packed ? packed.split('\n') : [];
  const count = lines.length / 2;
  let word = '';
  return new Map(
    lines.slice(0, count).map((line, index) => {
      word = word.slice(0, parseInt(line[0]!, 36)) + line.slice(1);
      const entries = lines[count + index]!.matchAll(/([^\d])(\d?)/g);
      return [
        word,
        new Map(
          [...entries].map(([, entry, weight]) => [entry!.charCodeAt(0) - firstCode, Number(weight) || 1]),
        ),
      ];
    }),
  );
}

/** A path without its last segment. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The slug of a title, which is the last segment of most paths. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
