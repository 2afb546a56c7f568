import { fold, looksLikePhone, phoneDigits, wordsOf } from './fold.ts';
import { type Guide, type GuideEntry, resultKinds, type Term } from './guide.ts';

/** An answer to a query: what was found, best first within each kind, and what was read in place of mistyped words. */
export type Answer = { found: { entry: GuideEntry; score: number }[]; corrected: string | undefined };

/** How sure a match is, from 1. */
const sure = { same: 1, inflected: 0.9, beginning: 0.8, head: 0.62, tail: 0.7, part: 0.6 } as const;
const guessed = 0.55;
/** When nothing matches better than this, the word may be mistyped, and guesses are made. */
const doubtful = 0.6;

/** Words of a query that tell of its subject; all of them when none does. */
export function meaningfulWords(guide: Guide, query: string): string[] {
  if (looksLikePhone(query)) return [phoneDigits(query)];
  const folded = wordsOf(fold(query));
  const whole = guide.aliases.get(folded.join(' '));
  const expanded = whole ? wordsOf(whole) : folded.flatMap((word) => wordsOf(guide.aliases.get(word) ?? word));
  const telling = expanded.filter((word) => !guide.stopWords.has(word) && word.length > 1);
  return [...new Set(telling.length > 0 ? telling : expanded)];
}

/** Finds what a query means. Every word adds to the score of what it matches, so that whole questions work. */
export function search(guide: Guide, query: string): Answer {
  const words = meaningfulWords(guide, query);
  const scores = new Map<number, number>();
  const matchedWords = new Map<number, number>();
  const corrections = new Map<string, string>();
  for (const word of words) {
    const best = new Map<number, number>();
    let matches = matchesOf(guide.terms, word);
    const sureMatch = strongest(matches);
    if (!sureMatch || sureMatch.match < doubtful) {
      const guesses = guessesOf(guide.terms, word);
      const guess = strongest(guesses);
      if (guess && guess.match > (sureMatch?.match ?? 0)) {
        corrections.set(word, guess.term.word);
        matches = [...matches, ...guesses];
      }
    }
    for (const { term, match } of matches) {
      const rarity = Math.log(1 + guide.entries.length / term.postings.length);
      for (const { entry, weight } of term.postings) best.set(entry, Math.max(best.get(entry) ?? 0, match * match * weight * rarity));
    }
    for (const [entry, score] of best) {
      scores.set(entry, (scores.get(entry) ?? 0) + score);
      matchedWords.set(entry, (matchedWords.get(entry) ?? 0) + 1);
    }
  }
  const found = [...scores]
    .map(([index, score]) => ({ entry: guide.entries[index]!, score: score * (1 + 0.35 * (matchedWords.get(index)! - 1)) }))
    .sort((a, b) => resultKinds.indexOf(a.entry.kind) - resultKinds.indexOf(b.entry.kind) || b.score - a.score);
  return { found, corrected: corrections.size > 0 ? correctedQuery(query, corrections) : undefined };
}

const correctedQuery = (query: string, corrections: Map<string, string>): string =>
  wordsOf(query).map((word) => corrections.get(fold(word)) ?? word).join(' ');

type Match = { term: Term; match: number };

const strongest = (matches: Match[]): Match | undefined => matches.reduce<Match | undefined>((best, match) => (best && best.match >= match.match ? best : match), undefined);

function matchesOf(terms: Term[], word: string): Match[] {
  const matches: Match[] = [];
  for (const term of terms) {
    const match = compare(word, term.folded);
    if (match > 0) matches.push({ term, match });
  }
  return matches;
}

/** How well a typed word matches a word of the index: 1 for the same word, 0 for another one. */
export function compare(word: string, term: string): number {
  if (word === term) return sure.same;
  const shared = sharedPrefix(word, term);
  const shorter = Math.min(word.length, term.length);
  const wordRest = word.length - shared;
  const termRest = term.length - shared;
  if (shared < 2) return inside(word, term);
  // Typing: the beginning of a word.
  if (wordRest === 0) return word.length < 3 ? (termRest < 3 ? 0.5 : 0.3) : Math.max(sure.part, sure.beginning * Math.sqrt(word.length / term.length)) + (termRest <= 3 ? 0.1 : 0);
  // Endings of inflection: both words go on for a few letters after what they share.
  if (shared >= 3 && shared >= shorter * 0.6 && wordRest <= 6 && termRest <= 3 && shared >= wordRest) return sure.inflected - 0.03 * wordRest - 0.07 * termRest;
  // A longer compound: the word of the index is its head.
  if (termRest <= 1 && term.length >= 4) return sure.head * Math.sqrt(shared / word.length) + 0.1;
  // Two compounds with the same head.
  if (shared >= 6) return 0.5 * Math.sqrt(shared / Math.max(word.length, term.length));
  return inside(word, term);
}

/** Parts of compounds: the word inside the word of the index, or the other way round at the end. */
function inside(word: string, term: string): number {
  if (word.length >= 4) {
    // The last letters may belong to an ending, so the stem of the word is looked for.
    const stem = word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word;
    const at = term.indexOf(stem, 2);
    if (at > 1) return (at + word.length >= term.length - 1 ? sure.tail : sure.part) * Math.sqrt(Math.min(1, (word.length + 3) / term.length));
  }
  if (term.length >= 4 && word.length >= term.length + 3) {
    const stem = term.length > 6 ? term.slice(0, -2) : term.length > 4 ? term.slice(0, -1) : term;
    const at = word.lastIndexOf(stem);
    // What follows the tail can only be an ending.
    if (at > 1 && word.length - at - term.length <= 4) return sure.tail * Math.sqrt(term.length / word.length) + 0.12;
  }
  return 0;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Mistyped words: by edit distance to the whole word, or to its beginning and stem while endings differ. */
function guessesOf(terms: Term[], word: string): Match[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const permitted = word.length < 8 ? 1 : 2;
  const guesses: Match[] = [];
  for (const term of terms) {
    if (term.folded.length < 4) continue;
    const distance = distanceToBeginning(word, term.folded, permitted);
    if (distance <= permitted) guesses.push({ term, match: guessed + 0.25 * (1 - distance / 3) - (word[0] === term.folded[0] ? 0 : 0.15) });
  }
  const best = Math.max(0, ...guesses.map(({ match }) => match));
  return guesses.filter(({ match }) => match > best - 0.1);
}

/**
 * Distance between a word and the nearest beginning of a term, or a term and the nearest beginning of the word, in letters
 * added, left out, changed or swapped. An ending of up to four letters is free at half the price of a letter.
 */
export function distanceToBeginning(word: string, term: string, permitted: number): number {
  const longest = 4;
  if (Math.abs(word.length - term.length) > longest + permitted) return 99;
  let before: number[] = [];
  let row = Array.from({ length: term.length + 1 }, (_, j) => j);
  let best = 99;
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= term.length; j += 1) {
      let value = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (word[i - 1] === term[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      next.push(value);
    }
    before = row;
    row = next;
    const rest = word.length - i;
    if (rest <= longest && term.length >= 5) best = Math.min(best, row[term.length]! + (rest > 0 ? 0.5 : 0));
  }
  for (let j = term.length; j >= Math.max(4, term.length - longest); j -= 1) best = Math.min(best, row[j]! + (j < term.length ? 0.5 : 0));
  return best;
}
