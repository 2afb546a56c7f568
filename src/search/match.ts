import { distanceBetween } from '../model/edit-distance.ts';
import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold, wordsOf } from './fold.ts';
import { entriesOf, type Guide, type GuideEntry, type WordList } from './guide.ts';
import {
  abbreviationCopies,
  abbreviationLetters,
  beginningWeight,
  heldFrom,
  leastConfidence,
  leastGram,
  leastNamed,
  leastOfForm,
  leastOfBest,
  leastSimilar,
  lettersPerError,
  longestQuery,
  longestTyped,
  mostErrors,
  mostGram,
  mostReasons,
  mostWordsCorrected,
  rarityEmphasis,
  saturation,
  shortWord,
  wholeFrom,
  worthTelling,
} from './ranking.ts';

/**
 * An entry that answers a query. `confidence` is its score, over the square root of what the query could tell: the
 * sum of rarity × length of its words; it is infinite where the entry holds every word. `because` holds
 * words of the index that matched, tell what the entry is about, and are not in its title.
 */
export type Found = { entry: GuideEntry; score: number; confidence: number; because: string[] };

/**
 * Results, best first; the query with mistyped words replaced, undefined if there are none; and the words that
 * tell what it is about, all if none does.
 */
type SearchResult = { found: Found[]; corrected: string | undefined; telling: string[] };

/** Whether the last word of a query may go on, and whether words are searched as written, without guesses. */
type SearchOptions = { isTyping?: boolean; isExact?: boolean };

/** What an n-gram matches: words by index, and at the index of an entry the sum of the weights of these words. */
type Postings = { words: number[]; entries: Float64Array; rarity: number };

/** The words of an index prepared for matching. */
type Vocabulary = {
  guide: Guide;
  spellings: string[];
  /** Folded words between line breaks, which stand for the beginning and end of a word in n-grams. */
  delimited: string[];
  /** The words with each of the shortest n-grams, or with a first letter. */
  shortest: Map<string, number[]>;
  /** Of so many words. */
  prepared: number;
  /** These are found when a query first needs them, so that opening an index and typing on cost little. */
  weights: [entry: number, weight: number][][];
  postings: Map<string, Postings>;
  matches: Map<string, WordMatch>;
};

const vocabularies = new WeakMap<Guide, Vocabulary>();

function vocabularyOf(guide: Guide): Vocabulary {
  const known = vocabularies.get(guide);
  if (known) return known;
  const spellings = guide.lists.flatMap(({ words }) => words);
  // Folded all at once, which takes a tenth of the time.
  const folded = fold(spellings.join('\n')).split('\n');
  const vocabulary: Vocabulary = {
    guide,
    spellings,
    delimited: folded.map((word) => `\n${word}\n`),
    shortest: new Map(),
    prepared: 0,
    weights: [],
    postings: new Map(),
    matches: new Map(),
  };
  vocabularies.set(guide, vocabulary);
  return vocabulary;
}

/**
 * Prepares an index for matching, in pieces of so many words where the page shall answer its reader meanwhile.
 * @returns whether words are left
 */
export function prepare(guide: Guide, most = Infinity): boolean {
  const vocabulary = vocabularyOf(guide);
  const { delimited, shortest } = vocabulary;
  for (const word of delimited.slice(vocabulary.prepared, vocabulary.prepared + most)) {
    const index = vocabulary.prepared++;
    for (let end = 2; end <= word.length; end += 1) {
      const gram = word.slice(Math.max(0, end - leastGram), end);
      const words = shortest.get(gram);
      if (!words) shortest.set(gram, [index]);
      else if (words.at(-1) !== index) words.push(index);
    }
  }
  return vocabulary.prepared < delimited.length;
}

/** The entries of a word by its index in the vocabulary. */
function weightsOf(word: number, { weights, guide }: Vocabulary): [entry: number, weight: number][] {
  let at = word;
  const isIn = ({ words }: WordList) => at < words.length || ((at -= words.length), false);
  return (weights[word] ??= entriesOf(guide.lists.find(isIn)!, at));
}

/** The words of a query as they are compared; the digits alone if they begin a telephone number of the index. */
function wordsOfQuery(query: string, vocabulary: Vocabulary): string[] {
  const digits = phoneDigits(query);
  return /^[+(\d][\d\s()-]+$/.test(query) &&
    digits.length > 4 &&
    postingsOf(`\n${digits}`, vocabulary).words.length > 0
    ? [digits]
    : [...new Set(wordsOf(fold(query)))];
}

/**
 * The n-grams of a folded word, with line breaks around it; the end of a word that is being typed is open. Numbers
 * and the shortest words match only as a whole, and weigh as words of their length that are cut.
 */
export function gramsOf(word: string, isTyping = false): string[] {
  const whole = `\n${word}${isTyping ? '' : '\n'}`;
  const isCut = word.length > shortWord && !/\d/.test(word);
  const grams = new Set<string>();
  for (let length = leastGram; isCut && length <= mostGram; length += 1)
    for (let start = 0; start + length <= whole.length; start += 1)
      grams.add(whole.slice(start, start + length));
  // About 3 n-grams a letter; beside longer words an abbreviation would hardly count.
  const copies = !isCut
    ? 3 * word.length - 2
    : word.length > abbreviationLetters || isTyping
      ? 0
      : abbreviationCopies;
  return [...grams, ...Array<string>(copies).fill(whole)];
}

function postingsOf(gram: string, vocabulary: Vocabulary): Postings {
  const { delimited, shortest, postings } = vocabulary;
  const known = postings.get(gram);
  if (known) return known;
  // The words with an n-gram are among those with the shorter one that it begins with.
  const among = postings.get(gram.slice(0, -1))?.words ?? shortest.get(gram.slice(0, leastGram)) ?? [];
  const words = among.filter((word) => delimited[word]!.includes(gram));
  const entries = new Float64Array(vocabulary.guide.entries.length);
  let matching = 0;
  for (const word of words)
    for (const [entry, weight] of weightsOf(word, vocabulary)) {
      if (entries[entry] === 0) matching += 1;
      entries[entry]! += weight;
    }
  // The inverse document frequency of BM25.
  const rarity = Math.log(1 + (entries.length - matching + 0.5) / (matching + 0.5));
  const found = { words, entries, rarity };
  postings.set(gram, found);
  return found;
}

/** A word of the index that is similar to one of a query, and the share, by rarity, of the latter's n-grams that it has. */
type Similar = [word: number, share: number];

/**
 * What a word of a query matches: scores by entry; similar words of the index, most similar first; of each entry the
 * greatest share, and the most similar word that explains it; and how much it tells, which is the mean rarity of its
 * n-grams.
 */
type WordMatch = {
  scores: Float64Array;
  similar: Similar[];
  shares: Map<number, number>;
  reasons: Map<number, number>;
  rarity: number;
};

/**
 * Matches a word of a query. The scores are Okapi BM25 over character n-grams (McNamee and Mayfield
 * 2004) without normalization by length: the sum of rarity × tf / (tf + k1), where tf is the sum of the
 * weights of the words with the n-gram. https://en.wikipedia.org/wiki/Okapi_BM25
 * Each n-gram weighs by its place: a word ends in an inflection, or in what many compounds share.
 */
function matchWord(word: string, isTyping: boolean, vocabulary: Vocabulary): WordMatch {
  const key = isTyping ? word : `${word}\n`;
  const known = vocabulary.matches.get(key);
  if (known) return known;
  const grams = gramsOf(word, isTyping);
  const whole = `\n${word}\n`;
  const scores = new Float64Array(vocabulary.guide.entries.length);
  const sharesOfWords = new Map<number, number>();
  let all = 0;
  for (const gram of grams) {
    const { words, entries, rarity } = postingsOf(gram, vocabulary);
    all += rarity;
    const place = whole.indexOf(gram) / Math.max(1, whole.length - gram.length);
    const weight = rarity * (beginningWeight - place);
    entries.forEach((tf, entry) => (scores[entry]! += (weight * tf) / (tf + saturation)));
    for (const index of words) sharesOfWords.set(index, (sharesOfWords.get(index) ?? 0) + rarity);
  }
  const similar = [...sharesOfWords]
    .filter(([, share]) => share >= leastSimilar * all)
    .map(([index, share]): Similar => [index, share / all])
    .sort(([, a], [, b]) => b - a);
  const rarity = all / grams.length;
  const match: WordMatch = { scores, similar, shares: new Map(), reasons: new Map(), rarity };
  for (const [index, share] of similar) {
    const found = vocabulary.delimited[index]!.slice(1, -1);
    const explains =
      share >= heldFrom &&
      rarity >= worthTelling &&
      (found.includes(beginningOf(word)) || word.includes(beginningOf(found)));
    for (const [entry, weight] of weightsOf(index, vocabulary)) {
      if (!match.shares.has(entry)) match.shares.set(entry, share);
      // What only stands in a text or a question is not what an entry is about.
      if (explains && weight > 1 && !match.reasons.has(entry)) match.reasons.set(entry, index);
    }
  }
  vocabulary.matches.set(key, match);
  return match;
}

/** The letters that all forms of a word share, and its compounds. */
const beginningOf = (word: string): string => word.slice(0, Math.ceil(word.length * leastOfForm));

/** Searches the index. The scores of the words of a query are added up (OR), so that whole questions work. */
export function search(
  guide: Guide,
  query: string,
  { isTyping = false, isExact = false }: SearchOptions = {},
): SearchResult {
  prepare(guide);
  const vocabulary = vocabularyOf(guide);
  const { delimited, spellings } = vocabulary;
  const readable = query.slice(0, isTyping ? longestTyped : longestQuery).trim();
  const words = wordsOfQuery(readable, vocabulary);
  const corrections = new Map<string, string>();
  const telling: string[] = [];
  const totals = new Map<number, { score: number; share: number; reasons: number[] }>();
  let [rarities, information] = [0, 0];
  for (const word of words) {
    const isOpen = isTyping && word === words.at(-1);
    let match = matchWord(word, isOpen, vocabulary);
    const guess =
      isExact || words.length > mostWordsCorrected
        ? undefined
        : guessFor(word, isOpen, match.similar, vocabulary);
    if (guess !== undefined) {
      corrections.set(word, spellings[guess]!);
      match = matchWord(delimited[guess]!.slice(1, -1), false, vocabulary);
    }
    rarities += match.rarity;
    information += match.rarity * word.length;
    if (match.rarity >= worthTelling) telling.push(fold(corrections.get(word) ?? word));
    match.scores.forEach((score, entry) => {
      if (score === 0) return;
      const total = totals.get(entry) ?? { score: 0, share: 0, reasons: [] };
      totals.set(entry, total);
      total.score += score * match.rarity ** rarityEmphasis;
      total.share += match.rarity * (match.shares.get(entry) ?? 0) ** 2;
      const reason = match.reasons.get(entry);
      if (reason !== undefined) total.reasons.push(reason);
    });
  }
  const asked = fold(readable);
  const best = Math.max(0, ...[...totals.values()].map(({ score }) => score));
  const found = [...totals]
    .map(([index, { score, share, reasons }]) => {
      const entry = guide.entries[index]!;
      const title = fold(entry.title);
      const told = title + phoneDigits(entry.about ?? '');
      const because = reasons.filter((word) => !told.includes(delimited[word]!.slice(1, -1)));
      const confidence = share >= wholeFrom * rarities ? Infinity : score / Math.sqrt(information);
      /*
       * Titles that begin with the query come first, so that a row does not leave its place while it is typed, and
       * people whose name or title is asked for with nothing else that tells.
       */
      const named = ` ${title} ${fold(entry.about ?? '')}`;
      const leads =
        title.startsWith(asked) ||
        (entry.kind.isPerson &&
          reasons.length >= telling.length &&
          telling.some((word) => named.includes(` ${word.slice(0, leastNamed)}`)));
      return {
        ...{ entry, score, confidence, leads: leads ? 1 : 0 },
        because: [...new Set(because)].slice(0, mostReasons).map((word) => spellings[word]!),
      };
    })
    .filter(
      ({ score, confidence }) =>
        confidence === Infinity || (score >= leastOfBest * best && confidence >= leastConfidence),
    )
    .sort((a, b) => b.leads - a.leads || b.score - a.score);
  const corrected = wordsOf(readable).map((word) => corrections.get(fold(word)) ?? word);
  return {
    found,
    corrected: corrections.size > 0 ? corrected.join(' ') : undefined,
    telling: telling.length > 0 ? telling : words,
  };
}

/**
 * The word of the index that a mistyped word most likely stands for: none if the index holds the word or a
 * form of it.
 */
function guessFor(
  word: string,
  isTyping: boolean,
  similar: Similar[],
  { delimited }: Vocabulary,
): number | undefined {
  const [[, nearest] = [0, 0]] = similar;
  if (nearest >= heldFrom || /\d/.test(word)) return undefined;
  const most = Math.min(mostErrors, Math.floor(word.length / lettersPerError));
  let [guess, least]: [number | undefined, number] = [undefined, most + 0.1];
  for (const [index, share] of similar) {
    const candidate = delimited[index]!.slice(1, isTyping ? word.length + 1 : -1);
    if (Math.abs(candidate.length - word.length) > most) continue;
    // Forms of a word differ at its end.
    if (!isTyping && candidate.startsWith(beginningOf(word))) return undefined;
    // Of equally near words the most similar one.
    const distance = distanceBetween(word, candidate) - share / 2;
    if (distance < least) [guess, least] = [index, distance];
  }
  return guess;
}
