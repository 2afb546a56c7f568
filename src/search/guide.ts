import { fold, wordsOf } from './fold.ts';
import { wordWeights } from './ranking.ts';

/** The kinds of results. */
export const resultKinds = ['service', 'facet', 'announcement', 'contact', 'page'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** A page or contact that can be found. `about` is the title and phone of a contact. */
export type GuideEntry = { kind: ResultKind; title: string; path: string; about?: string };

/** The words of an index as written, each with its weight by index of the entry. */
export type Words = Map<string, Map<number, number>>;

/** The index of one language; `isWhole` with its second flight. It is never changed: more words make a new one. */
export type Guide = { entries: GuideEntry[]; words: Words; isWhole?: boolean };

/** Adds the words of a text. */
export function addWords(words: Words, text: string, entry: number, weight: number): void {
  for (const word of wordsOf(text.toLowerCase())) addWord(words, word, entry, weight);
}

function addWord(words: Words, word: string, entry: number, weight: number): void {
  const weights = words.get(word) ?? new Map<number, number>();
  words.set(word, weights.set(entry, (weights.get(entry) ?? 0) + weight));
}

/**
 * Serializes the first flight: a line for each entry with tab-separated columns (index of the kind followed by
 * the title, path, `about`), and after an empty line words besides those of the titles. A path is relative to
 * the folder of the entry before it, and `~` stands for the slug of the title.
 * @param base the base path of the site: paths in the browser have it
 */
export function packGuide({ entries, words }: Guide, base = ''): string {
  let folder = '';
  const lines = entries.map(({ kind, title, path, about = '' }) => {
    const withoutSlug = path.replace(slugOf(title), '~');
    const shortPath = folderOf(path) === folder ? withoutSlug.slice(folder.length) : base + withoutSlug;
    folder = folderOf(path);
    return [resultKinds.indexOf(kind) + title, shortPath, about].join('\t').trimEnd();
  });
  return `${lines.join('\n')}\n\n${packWords(words)}`;
}

/** Parses the output of `packGuide`; an empty text gives an empty guide. */
export function unpackGuide(text: string): Guide {
  const [lines, packedWords = ''] = text.split('\n\n');
  const words = unpackWords(packedWords);
  let folder = '';
  const entries = (lines ? lines.split('\n') : []).map((line, index) => {
    const [title = '', shortPath = '', about] = line.slice(1).split('\t');
    const path = (shortPath[0] === '/' ? shortPath : folder + shortPath).replace('~', slugOf(title));
    folder = folderOf(path);
    addWords(words, title, index, wordWeights.title);
    return { kind: resultKinds[Number(line[0])]!, title, path, ...(about && { about }) };
  });
  return { entries, words };
}

/** The code of the first character that stands for an entry. */
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

function unpackWords(packed: string): Words {
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

/**
 * The whole index of the page's language. Entries are in the same order in every language.
 * @param packed its second flight, and the first flights of the other languages
 */
export function completeGuide({ entries, words: first }: Guide, [second = '', ...others]: string[]): Guide {
  const words: Words = new Map([...first].map(([word, weights]) => [word, new Map(weights)]));
  const add = (more: Words, fixedWeight?: number) => {
    for (const [word, weights] of more)
      for (const [entry, weight] of weights) addWord(words, word, entry, fixedWeight ?? weight);
  };
  add(unpackWords(second));
  for (const other of others) add(unpackGuide(other).words, wordWeights.otherLanguage);
  return { entries, words, isWhole: second !== '' };
}

/** A path without its last segment. */
const folderOf = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The slug of a title, which is the last segment of most paths. */
const slugOf = (title: string): string => wordsOf(fold(title)).join('-');
