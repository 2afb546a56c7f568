import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold, readableQuery, wordsOf } from './fold.ts';
import type { Guide, GuideEntry } from './guide.ts';
import {
  gramLengths,
  mostReasons,
  saturation,
  shortWord,
  similarity,
  typingErrors,
  worthShowing,
  worthTelling,
} from './ranking.ts';

/** An entry that answers a query; `because` holds the words of the index that matched and are not in its title. */
export type Found = { entry: GuideEntry; score: number; because: string[] };

/**
 * Results of a query, best first. `corrected` is the query with mistyped words replaced, undefined if there
 * are none.
 */
type SearchResult = { found: Found[]; corrected: string | undefined };

/** What an n-gram matches: words by index in the vocabulary, and entries with the sum of the weights. */
type Postings = { words: number[]; entries: Map<number, number>; rarity: number };

/** The words of an index prepared for matching. */
type Vocabulary = {
  spellings: string[];
  /** Folded words between line breaks, which stand for the beginning and end of a word in n-grams. */
  delimited: string[];
  text: string;
  /** The index of the word at each position of `text`. */
  owners: Uint32Array;
  weights: Map<number, number>[];
  postings: Map<string, Postings>;
};

/** Postings are found when a query first needs them, so that opening an index costs next to nothing. */
const vocabularies = new WeakMap<Guide, Vocabulary>();

function vocabularyOf(guide: Guide): Vocabulary {
  const known = vocabularies.get(guide);
  if (known) return known;
  const spellings = [...guide.words.keys()];
  const delimited = spellings.map((word) => `\n${fold(word)}\n`);
  const text = delimited.map((word) => word.slice(1)).join('');
  const owners = new Uint32Array(text.length + 1);
  let at = 0;
  delimited.forEach((word, index) => owners.fill(index, at, (at += word.length - 1)));
  const vocabulary = {
    spellings,
    delimited,
    text: `\n${text}`,
    owners,
    weights: [...guide.words.values()],
    postings: new Map<string, Postings>(),
  };
  vocabularies.set(guide, vocabulary);
  return vocabulary;
}

/** The words of a query as they are compared; the digits alone if it can be the telephone number of an entry. */
function wordsOfQuery(query: string, { text }: Vocabulary): string[] {
  const digits = phoneDigits(query);
  return /^[+(\d][\d\s()-]+$/.test(query) && digits.length > 4 && text.includes(`\n${digits}`)
    ? [digits]
    : [...new Set(wordsOf(fold(query)))];
}

/**
 * The n-grams of a folded word, which begins and ends with a line break. Numbers and short words are their
 * own only n-gram. The end of a word that is still being typed is open.
 */
function gramsOf(word: string, isTyping: boolean): string[] {
  const delimited = `\n${word}${isTyping ? '' : '\n'}`;
  if (word.length <= shortWord || /\d/.test(word)) return [delimited];
  const grams = new Set<string>();
  for (let length = gramLengths.least; length <= gramLengths.most; length += 1)
    for (let start = 0; start + length <= delimited.length; start += 1)
      grams.add(delimited.slice(start, start + length));
  return [...grams];
}

function postingsOf(gram: string, vocabulary: Vocabulary, entryCount: number): Postings {
  const known = vocabulary.postings.get(gram);
  if (known) return known;
  const { text, owners, delimited, weights } = vocabulary;
  // The words with an n-gram are among those with the shorter one that it begins with.
  const shorter = vocabulary.postings.get(gram.slice(0, -1));
  const words = shorter ? shorter.words.filter((word) => delimited[word]!.includes(gram)) : [];
  if (!shorter)
    for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) {
      const word = owners[at]!;
      if (words.at(-1) !== word) words.push(word);
    }
  const entries = new Map<number, number>();
  for (const word of words)
    for (const [entry, weight] of weights[word]!) entries.set(entry, (entries.get(entry) ?? 0) + weight);
  const postings = { words, entries, rarity: rarityOf(entries.size, entryCount) };
  vocabulary.postings.set(gram, postings);
  return postings;
}

/** The inverse document frequency of BM25. */
const rarityOf = (matching: number, all: number): number =>
  Math.log(1 + (all - matching + 0.5) / (matching + 0.5));

/** The words of a query that tell what it is about, for the full text; all of them if none does. */
export function wordsThatTell(guide: Guide, query: string): string[] {
  const vocabulary = vocabularyOf(guide);
  const words = wordsOfQuery(readableQuery(query), vocabulary);
  const telling = words.filter(
    (word) => postingsOf(`\n${word}\n`, vocabulary, guide.entries.length).rarity >= worthTelling,
  );
  return telling.length > 0 ? telling : words;
}

/** What one word of a query matches. */
type WordMatch = {
  /** BM25 scores by entry. */
  scores: Map<number, number>;
  /** Similar words of the index: the share, by rarity, of the n-grams of the word that each has. */
  similar: [word: number, share: number][];
  /** Mean rarity of the n-grams: how much the word tells. */
  rarity: number;
};

/**
 * Okapi BM25 over character n-grams (McNamee and Mayfield 2004), without its normalization by length:
 * rarity × tf (k1 + 1) / (tf + k1), where tf is the sum of the weights of the words with the n-gram.
 * https://en.wikipedia.org/wiki/Okapi_BM25
 */
function matchWord(word: string, isTyping: boolean, vocabulary: Vocabulary, entryCount: number): WordMatch {
  const grams = gramsOf(word, isTyping);
  const scores = new Map<number, number>();
  const shares = new Float32Array(vocabulary.spellings.length);
  const touched: number[] = [];
  let all = 0;
  for (const gram of grams) {
    const { words, entries, rarity } = postingsOf(gram, vocabulary, entryCount);
    all += rarity;
    for (const [entry, weight] of entries)
      scores.set(
        entry,
        (scores.get(entry) ?? 0) + (rarity * weight * (saturation + 1)) / (weight + saturation),
      );
    for (const index of words) {
      if (shares[index] === 0) touched.push(index);
      shares[index]! += rarity;
    }
  }
  return {
    scores,
    similar: touched
      .map((index): [number, number] => {
        const candidate = vocabulary.delimited[index]!.slice(1, -1);
        const isFirstPart = candidate.length >= similarity.leastFirstPart && word.startsWith(candidate);
        return [index, Math.max(shares[index]! / all, isFirstPart ? similarity.held : 0)];
      })
      .filter(([, share]) => share >= similarity.least),
    rarity: all / grams.length,
  };
}

/** Whether the last word of a query may go on, and whether words are searched as written, without guesses. */
type SearchOptions = { isTyping?: boolean; isExact?: boolean };

/** Searches the index. The scores of the words of a query are added up (OR), so that whole questions work. */
export function search(
  guide: Guide,
  query: string,
  { isTyping = false, isExact = false }: SearchOptions = {},
): SearchResult {
  const vocabulary = vocabularyOf(guide);
  const entryCount = guide.entries.length;
  const words = wordsOfQuery(readableQuery(query), vocabulary);
  const corrections = new Map<string, string>();
  const totals = new Map<number, { score: number; share: number; evidence: number; because: Set<number> }>();
  let rarities = 0;
  for (const [index, word] of words.entries()) {
    const isOpen = isTyping && index === words.length - 1;
    let match = matchWord(word, isOpen, vocabulary, entryCount);
    const guess = isExact ? undefined : guessFor(word, isOpen, match.similar, vocabulary);
    if (guess !== undefined) {
      corrections.set(word, vocabulary.spellings[guess]!);
      match = matchWord(vocabulary.delimited[guess]!.slice(1, -1), false, vocabulary, entryCount);
    }
    rarities += match.rarity;
    const best = new Map<number, { share: number; word: number }>();
    for (const [similar, share] of match.similar)
      for (const entry of vocabulary.weights[similar]!.keys())
        if (share > (best.get(entry)?.share ?? 0)) best.set(entry, { share, word: similar });
    for (const [entry, score] of match.scores) {
      const total = totals.get(entry) ?? { score: 0, share: 0, evidence: 0, because: new Set() };
      totals.set(entry, total);
      total.score += score;
      const similar = best.get(entry);
      if (!similar) continue;
      const weight = rarityOf(vocabulary.weights[similar.word]!.size, entryCount);
      total.share += match.rarity * similar.share ** 2;
      total.evidence += weight * similar.share ** 2;
      if (similar.share >= similarity.held && weight >= worthTelling) total.because.add(similar.word);
    }
  }
  const found = [...totals]
    .filter(
      ([, { share, evidence }]) =>
        share >= worthShowing.share * rarities || evidence >= worthShowing.evidence,
    )
    .map(([index, { score, because }]): Found => {
      const entry = guide.entries[index]!;
      const title = fold(entry.title);
      return {
        entry,
        score,
        because: [...because]
          .filter((word) => !title.includes(vocabulary.delimited[word]!.slice(1, -1)))
          .slice(0, mostReasons)
          .map((word) => vocabulary.spellings[word]!),
      };
    })
    .sort((a, b) => b.score - a.score);
  return {
    found,
    corrected:
      corrections.size > 0
        ? wordsOf(readableQuery(query))
            .map((word) => corrections.get(fold(word)) ?? word)
            .join(' ')
        : undefined,
  };
}

/**
 * The word of the index that a mistyped word most likely stands for: none if the index holds the word or a
 * form of it, and one with a single error at most if it holds the first part of it.
 */
function guessFor(
  word: string,
  isTyping: boolean,
  similar: WordMatch['similar'],
  { delimited }: Vocabulary,
): number | undefined {
  const nearest = similar.reduce((most, [, share]) => Math.max(most, share), 0);
  if (nearest > similarity.held || /\d/.test(word)) return undefined;
  const most = Math.min(
    nearest === similarity.held ? 1 : typingErrors.most,
    Math.floor(word.length / typingErrors.lettersEach),
  );
  let [guess, least]: [number | undefined, number] = [undefined, most + 1];
  for (const [index, share] of similar) {
    const candidate = delimited[index]!.slice(1, isTyping ? word.length + 1 : -1);
    if (Math.abs(candidate.length - word.length) > most) continue;
    // Of equally near words the most similar one.
    const distance = distanceBetween(word, candidate) - share / 2;
    if (distance < least) [guess, least] = [index, distance];
  }
  return least <= most ? guess : undefined;
}

/**
 * Edit distance: insertions, deletions, substitutions and transpositions (Damerau–Levenshtein, optimal string
 * alignment). https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function distanceBetween(a: string, b: string): number {
  let [rowBefore, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        row[j]! + 1,
        next[j - 1]! + 1,
        isSwapped ? rowBefore[j - 2]! + 1 : Infinity,
      );
    }
    [rowBefore, row] = [row, next];
  }
  return row[b.length]!;
}
