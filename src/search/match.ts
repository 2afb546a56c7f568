import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold, looksLikePhone, wordsOf } from './fold.ts';
import { type Guide, type GuideEntry, resultKinds } from './guide.ts';

/** An answer to a query: what was found, best first within each kind, and what was read in place of mistyped words. */
type Answer = { found: { entry: GuideEntry; score: number }[]; corrected: string | undefined };

/** A match weaker than this may be a coincidence: the word may be mistyped, and guesses are made. */
const doubtful = 0.8;
/** How much an entry gains when it matches one more word of the query. */
const togetherness = 0.35;

/** Words of a query that tell of its subject; all of them when none does. */
export function meaningfulWords(stopWords: Set<string>, query: string): string[] {
  if (looksLikePhone(query)) return [phoneDigits(query)];
  const words = [...new Set(wordsOf(fold(query)))];
  const telling = words.filter((word) => !stopWords.has(word) && word.length > 1);
  return telling.length > 0 ? telling : words;
}

/** Finds what a query means. Every word adds to the score of what it matches, so that whole questions work. */
export function search({ entries, stopWords, terms }: Guide, query: string): Answer {
  const scores = new Map<number, { score: number; words: number }>();
  const corrections = new Map<string, string>();
  for (const word of meaningfulWords(stopWords, query)) {
    // A word that tells nothing alone tells nothing as a part of a compound either.
    let matches = matchesFor(word, terms).filter(
      ({ term: { folded } }) => folded === word || !stopWords.has(folded),
    );
    const sure = strongest(matches);
    if (sure < doubtful) {
      const guesses = guessesFor(word, terms);
      const best = guesses.find(({ match }) => match === strongest(guesses));
      if (best && best.match > sure) corrections.set(word, best.term.word);
      matches = [...matches, ...guesses];
    }
    const gained = new Map<number, number>();
    for (const { term, match } of matches) {
      const rarity = Math.log(1 + entries.length / term.weights.size);
      for (const [entry, weight] of term.weights)
        gained.set(entry, Math.max(gained.get(entry) ?? 0, match * match * weight * rarity));
    }
    for (const [entry, gain] of gained) {
      const { score, words } = scores.get(entry) ?? { score: 0, words: 0 };
      scores.set(entry, { score: score + gain, words: words + 1 });
    }
  }
  const found = [...scores]
    .map(([index, { score, words }]) => ({
      entry: entries[index]!,
      score: score * (1 + togetherness * (words - 1)),
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
type Match<T extends Comparable> = { term: T; match: number };

const strongest = (matches: Match<Comparable>[]): number =>
  matches.reduce((best, { match }) => Math.max(best, match), 0);

function matchesFor<T extends Comparable>(word: string, terms: T[]): Match<T>[] {
  const matches: Match<T>[] = [];
  for (const term of terms) {
    const match = compare(word, term.folded);
    if (match > 0) matches.push({ term, match });
  }
  return matches;
}

/** How well a typed word matches a word of the index: 1 for the same word, 0 for another one. Both are folded. */
export function compare(word: string, term: string): number {
  if (word === term) return 1;
  let shared = 0;
  while (shared < word.length && word[shared] === term[shared]) shared += 1;
  const wordRest = word.length - shared;
  const termRest = term.length - shared;
  // Typing: the beginning of a word.
  if (wordRest === 0)
    return word.length < 3
      ? 0.3 + (termRest < 3 ? 0.2 : 0)
      : Math.max(0.6, 0.8 * Math.sqrt(word.length / term.length)) + (termRest <= 3 ? 0.1 : 0);
  // Inflection: both words end in a few letters of their own after what they share.
  if (
    shared >= 3 &&
    shared >= Math.min(word.length, term.length) * 0.6 &&
    wordRest <= 6 &&
    termRest <= (shared < 8 ? 3 : 5) &&
    shared >= wordRest
  )
    return 0.9 - (0.03 * wordRest + 0.07 * termRest) * Math.min(1, 6 / shared);
  // A longer compound: the word of the index is its beginning. A short one needs the s that joins Swedish words.
  if (termRest <= 1 && (term.length >= 4 || (shared === 3 && word[3] === 's')))
    return 0.62 * Math.sqrt(shared / word.length) + 0.1;
  // Two compounds with the same beginning.
  if (shared >= 5) return 0.5 * Math.sqrt(shared / Math.max(word.length, term.length));
  return inside(word, term);
}

/** Parts of compounds: the word inside the word of the index, or the other way round at the end. */
function inside(word: string, term: string): number {
  const stem = stemOf(word);
  const at = word.length >= 3 ? term.indexOf(stem, 2) : -1;
  // The longer the part, the less likely it stands there by chance.
  if (at > 1 && (word.length > 3 || at + 3 === term.length))
    return (at + word.length >= term.length - 1 ? 0.5 : 0.4) + 0.04 * Math.min(8, word.length);
  if (term.length < 4 || word.length < term.length + 3) return 0;
  const part = word.lastIndexOf(stemOf(term));
  if (part <= 1) return 0;
  const share = Math.sqrt(term.length / word.length);
  // What follows the last part can only be an ending; more follows a part in the middle.
  return word.length - part - term.length <= 4 ? 0.7 * share + 0.12 : term.length >= 5 ? 0.5 * share : 0;
}

/** A word without the letters at its end that may belong to an ending. */
const stemOf = (word: string): string =>
  word.slice(0, word.length > 6 ? -2 : word.length > 4 ? -1 : undefined);

/** Words of the index that a mistyped word may stand for; the nearest ones only. */
export function guessesFor<T extends Comparable>(word: string, terms: T[]): Match<T>[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const guesses: Match<T>[] = [];
  const permitted = word.length / 4;
  const letters = lettersOf(word.slice(0, word.length - endingOf(word)));
  for (const term of terms) {
    // Every letter that the term lacks costs at least one change: most terms need no closer look.
    if (term.folded.length < 4 || countBits(letters & ~lettersOf(term.folded)) > permitted) continue;
    const distance = distanceBetween(word, term.folded);
    if (distance >= 1 && distance <= permitted)
      guesses.push({ term, match: 0.9 - (1.6 * distance) / word.length });
  }
  const best = strongest(guesses);
  return guesses.filter(({ match }) => match > best - 0.1);
}

/** What it costs that a word is only the beginning or the end of the other one, in letters. */
const partial = { start: 0.5, end: 0.3 } as const;
/** How many letters at the end of a typed word may be an ending, and are left out of account. */
const endingOf = (word: string): number => Math.min(4, Math.floor(word.length / 3));

/** The letters of a word as a set of bits. */
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
 * Distance between a typed word and a word of the index or a part of it, in letters added, left out, changed or swapped
 * (Damerau-Levenshtein, optimal string alignment). Parts of compounds and endings cost less than a letter.
 */
export function distanceBetween(word: string, term: string): number {
  let [before, row, next] = rows;
  const start = word.length > 4 ? partial.start : Infinity;
  for (let j = 0; j <= term.length; j += 1) row[j] = Math.min(j, j > 0 ? start : 0);
  let least = Infinity;
  const ending = endingOf(word);
  for (let i = 1; i <= word.length; i += 1) {
    next[0] = i;
    for (let j = 1; j <= term.length; j += 1) {
      let distance = Math.min(
        row[j - 1]! + (word[i - 1] === term[j - 1] ? 0 : 1),
        row[j]! + 1,
        next[j - 1]! + 1,
      );
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1])
        distance = Math.min(distance, before[j - 2]! + 1);
      next[j] = distance;
    }
    [before, row, next] = [row, next, before];
    const rest = word.length - i;
    if (rest <= ending) least = Math.min(least, row[term.length]! + (rest > 0 ? partial.end : 0));
  }
  for (let j = 0; j <= term.length; j += 1)
    least = Math.min(least, row[j]! + (j < term.length ? partial.end : 0));
  return least;
}

/** Three rows of the table of distances, used again for every pair of words: making them anew would take most of the time. */
const rows: [number[], number[], number[]] = [[], [], []];
