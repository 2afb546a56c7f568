import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold, looksLikePhone, wordsOf } from './fold.ts';
import { type Guide, type GuideEntry, resultKinds } from './guide.ts';

/**
 * Results of a query. `found` is sorted by kind, then by score; `corrected` is the query with mistyped words
 * replaced, undefined if there are none.
 */
type SearchResult = { found: { entry: GuideEntry; score: number }[]; corrected: string | undefined };

/** Below this match the word may be mistyped, so corrections are tried, too. */
const uncertainBelow = 0.8;
/** Share by which the score of an entry increases with each further word of the query that it matches. */
const bonusPerFurtherWord = 0.35;

/** The words of a query without stop words and single letters, folded; all words if none is left. */
export function meaningfulWords(stopWords: Set<string>, query: string): string[] {
  if (looksLikePhone(query)) return [phoneDigits(query)];
  const words = [...new Set(wordsOf(fold(query)))];
  const contentWords = words.filter((word) => !stopWords.has(word) && word.length > 1);
  return contentWords.length > 0 ? contentWords : words;
}

/** Searches the index. The scores of the words of a query are added up (OR), so that whole questions work. */
export function search({ entries, stopWords, terms }: Guide, query: string): SearchResult {
  const scores = new Map<number, { score: number; wordCount: number }>();
  const corrections = new Map<string, string>();
  for (const word of meaningfulWords(stopWords, query)) {
    // A stop word must match exactly: as a part of a compound it is as irrelevant as alone.
    let matches = matchesFor(word, terms).filter(
      ({ term: { folded } }) => folded === word || !stopWords.has(folded),
    );
    const bestDirect = bestMatch(matches);
    if (bestDirect < uncertainBelow) {
      const guesses = guessesFor(word, terms);
      const bestGuess = guesses.find(({ match }) => match === bestMatch(guesses));
      if (bestGuess && bestGuess.match > bestDirect) corrections.set(word, bestGuess.term.word);
      matches = [...matches, ...guesses];
    }
    const gains = new Map<number, number>();
    for (const { term, match } of matches) {
      const rarity = Math.log(1 + entries.length / term.weights.size);
      for (const [entry, weight] of term.weights)
        gains.set(entry, Math.max(gains.get(entry) ?? 0, match * match * weight * rarity));
    }
    for (const [entry, gain] of gains) {
      const { score, wordCount } = scores.get(entry) ?? { score: 0, wordCount: 0 };
      scores.set(entry, { score: score + gain, wordCount: wordCount + 1 });
    }
  }
  const found = [...scores]
    .map(([index, { score, wordCount }]) => ({
      entry: entries[index]!,
      score: score * (1 + bonusPerFurtherWord * (wordCount - 1)),
    }))
    .sort(
      (a, b) => resultKinds.indexOf(a.entry.kind) - resultKinds.indexOf(b.entry.kind) || b.score - a.score,
    );
  return {
    found,
    corrected:
      corrections.size > 0
        ? wordsOf(query)
            .map((word) => corrections.get(fold(word)) ?? word)
            .join(' ')
        : undefined,
  };
}

type Comparable = { folded: string };
/** A term with how well it matches a word, from 0 to 1. */
type Match<T extends Comparable> = { term: T; match: number };

const bestMatch = (matches: Match<Comparable>[]): number =>
  matches.reduce((best, { match }) => Math.max(best, match), 0);

function matchesFor<T extends Comparable>(word: string, terms: T[]): Match<T>[] {
  const matches: Match<T>[] = [];
  for (const term of terms) {
    const match = compare(word, term.folded);
    if (match > 0) matches.push({ term, match });
  }
  return matches;
}

/** How well a typed word matches a term: from 0 (not at all) to 1 (the same word). Both must be folded. */
export function compare(word: string, term: string): number {
  if (word === term) return 1;
  /** Length of the common prefix. */
  let shared = 0;
  while (shared < word.length && word[shared] === term[shared]) shared += 1;
  const wordRest = word.length - shared;
  const termRest = term.length - shared;
  // Prefix: the word is still being typed.
  if (wordRest === 0)
    return word.length < 3
      ? 0.3 + (termRest < 3 ? 0.2 : 0)
      : Math.max(0.6, 0.8 * Math.sqrt(word.length / term.length)) + (termRest <= 3 ? 0.1 : 0);
  // Inflection: after the common prefix, both words have a few letters of their own.
  if (
    shared >= 3 &&
    shared >= Math.min(word.length, term.length) * 0.6 &&
    wordRest <= 6 &&
    termRest <= (shared < 8 ? 3 : 5) &&
    shared >= wordRest
  )
    return 0.9 - (0.03 * wordRest + 0.07 * termRest) * Math.min(1, 6 / shared);
  // The term is the first part of a compound. A short one must be followed by the linking s of Swedish.
  if (termRest <= 1 && (term.length >= 4 || (shared === 3 && word[3] === 's')))
    return 0.62 * Math.sqrt(shared / word.length) + 0.1;
  // Two compounds with the same beginning.
  if (shared >= 5) return 0.5 * Math.sqrt(shared / Math.max(word.length, term.length));
  return compareParts(word, term);
}

/** Matches later parts of compounds: the word within the term, or the term within the word. */
function compareParts(word: string, term: string): number {
  const stem = stemOf(word);
  const start = word.length >= 3 ? term.indexOf(stem, 2) : -1;
  // The longer the part, the less likely it is there by chance.
  if (start > 1 && (word.length > 3 || start + 3 === term.length))
    return (start + word.length >= term.length - 1 ? 0.5 : 0.4) + 0.04 * Math.min(8, word.length);
  if (term.length < 4 || word.length < term.length + 3) return 0;
  const termStart = word.lastIndexOf(stemOf(term));
  if (termStart <= 1) return 0;
  const share = Math.sqrt(term.length / word.length);
  // At most four letters after the term are taken for an inflectional ending; otherwise it is a part in the
  // middle.
  return word.length - termStart - term.length <= 4 ? 0.7 * share + 0.12 : term.length >= 5 ? 0.5 * share : 0;
}

/** A crude stem: the word without the last letters, which may belong to an ending. */
const stemOf = (word: string): string =>
  word.slice(0, word.length > 6 ? -2 : word.length > 4 ? -1 : undefined);

/** Terms that a mistyped word may stand for, by edit distance; only the nearest ones. */
export function guessesFor<T extends Comparable>(word: string, terms: T[]): Match<T>[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const guesses: Match<T>[] = [];
  const maxDistance = word.length / 4;
  const letters = lettersOf(word.slice(0, word.length - maxEndingOf(word)));
  for (const term of terms) {
    // Each letter that the term lacks costs at least one edit, so most terms can be skipped.
    if (term.folded.length < 4 || countBits(letters & ~lettersOf(term.folded)) > maxDistance) continue;
    const distance = distanceBetween(word, term.folded);
    if (distance >= 1 && distance <= maxDistance)
      guesses.push({ term, match: 0.9 - (1.6 * distance) / word.length });
  }
  const best = bestMatch(guesses);
  return guesses.filter(({ match }) => match > best - 0.1);
}

/** Edit cost of letters before or after the matched part of a compound, however many there are. */
const partialCost = { start: 0.5, end: 0.3 } as const;
/** How many letters at the end of a typed word may be an inflectional ending. */
const maxEndingOf = (word: string): number => Math.min(4, Math.floor(word.length / 3));

/** The letters of a word as a bit set, by the low five bits of the character code. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Edit distance between a typed word and a term or a part of it: insertions, deletions, substitutions and
 * transpositions (Damerau-Levenshtein, optimal string alignment). Other parts of a compound, and an
 * inflectional ending, cost less than an edit.
 */
export function distanceBetween(word: string, term: string): number {
  let [rowBefore, row, nextRow] = rows;
  const start = word.length > 4 ? partialCost.start : Infinity;
  for (let j = 0; j <= term.length; j += 1) row[j] = Math.min(j, j > 0 ? start : 0);
  let smallest = Infinity;
  const maxEnding = maxEndingOf(word);
  for (let i = 1; i <= word.length; i += 1) {
    nextRow[0] = i;
    for (let j = 1; j <= term.length; j += 1) {
      let distance = Math.min(
        row[j - 1]! + (word[i - 1] === term[j - 1] ? 0 : 1),
        row[j]! + 1,
        nextRow[j - 1]! + 1,
      );
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1])
        distance = Math.min(distance, rowBefore[j - 2]! + 1);
      nextRow[j] = distance;
    }
    [rowBefore, row, nextRow] = [row, nextRow, rowBefore];
    const rest = word.length - i;
    if (rest <= maxEnding)
      smallest = Math.min(smallest, row[term.length]! + (rest > 0 ? partialCost.end : 0));
  }
  for (let j = 0; j <= term.length; j += 1)
    smallest = Math.min(smallest, row[j]! + (j < term.length ? partialCost.end : 0));
  return smallest;
}

/**
 * Three rows of the distance matrix, reused for every pair of words: allocating them would take most of the
 * time.
 */
const rows: [number[], number[], number[]] = [[], [], []];
