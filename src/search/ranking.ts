/*
 * Weights and thresholds of the search. What the browser needs are single numbers, which its code holds in fewer bytes than
 * objects. Each has the figure that chose it: the share of queries with a right
 * service first (s@1) or among the first three (s@3). "Left out" means questions of asked.yaml asked of an
 * index that holds the other two thirds of them.
 */

/** Weights of a word by where it stands. Twice or half of any of them changes s@3 by less than a point. */
export const titleWeight = 3;
/** Or of a word of the address. */
export const keywordWeight = 3;
export const wordWeights = {
  asked: 2,
  question: 1,
  summary: 1.2,
  body: 0.7,
} as const;
/** Of a title or keyword of the other language. */
export const otherLanguageWeight = 1.5;
/**
 * Of a word of what is not Kuntaliitto's: these have fewer words in all, and none twice. Of 60 foreign topics the right
 * helper is named (Finnish and Swedish) for 83 and 77 % with 3, 90 and 85 % with 4, 93 and 90 % with 5 and
 * with 6, which names one beside 22 % of our own queries instead of 16 %.
 */
export const notOursWeight = 5;
/** Of a word of the sentence that tells what they help with: 2 points more in Swedish. */
export const aboutWeight = 2;
/** What all of a flight gives to a word at most: as good as no limit, and packs best. */
export const mostWeight = 3;

/**
 * A word that people ask with and that has so many letters stands for those that it begins and that have so few
 * more: that takes 1 kB from each second flight of 38 and 35 kB; left out s@3 stays within half a point, but of words
 * with five letters more one query of strangers is lost.
 */
export const leastStem = 5;
export const longestEnding = 4;

/**
 * A word that people ask with, of so many letters, is left out where other words of its services have this share of its
 * n-grams: that takes 3 kB from each second flight. Of 430 queries of a stranger s@1 is as good as with 0.8, and
 * 1 point worse with 0.7.
 */
export const longWord = 10;
export const leastCovered = 0.75;

/**
 * The saturation k1 of BM25. Weights are counts here, so it is higher than the usual 1.2. Mean s@1 of three lists by
 * different hands in two languages: 89.8 % with 2, 91.1 % with 3, 91.8 % with 4, 91.1 % with 8, 89.9 % with 16; with 4
 * no list is worse than with 8 by more than one query.
 */
export const saturation = 4;

/**
 * What an n-gram at the beginning of a word weighs; one at its end weighs one less. Of 430 queries of a stranger the
 * right service is first for 86.8 % with 1.5, for 84.9 % with 1.15 at the beginning and 0.85 at the end, for 84.4 %
 * if all weigh the same, and among the first three for 96.1 instead of 94.9 %.
 */
export const beginningWeight = 1.5;

/** The power of the rarity of a word by which its score is multiplied once more: s@1 86.5 instead of 86.3 %. */
export const rarityEmphasis = 0.2;

/** Lengths of n-grams: left out s@3 with 3–4 80 %, 3–5 82 %, 3–6 82 % (Finnish, other weights as they were). */
export const leastGram = 3;
export const mostGram = 5;

/** The longest query that is read, in characters: nobody types more, and a pasted text would freeze the page. */
export const longestQuery = 300;
/**
 * What suggestions read of it: of a pasted text all words are new; 45 letters take 40 ms at a quarter of the speed, 60
 * take 60.
 */
export const longestTyped = 45;

/** Words of so many letters match only as a whole: OM, DO and PL stand inside hundreds of words. */
export const shortWord = 2;

/**
 * How many n-grams more a word of so few letters (SDG, YVA) has, each the whole word: left out s@3 83.5 instead of
 * 82.7 % (Finnish), 85.5 instead of 84.3 % (Swedish); with up to five letters no more.
 */
export const abbreviationLetters = 4;
export const abbreviationCopies = 3;

/**
 * Of the n-grams of a query's word, by rarity, the share that a word of the index has: fewer are there by chance, and
 * no typing error leaves so few.
 */
export const leastSimilar = 0.05;
/** The share from which the index holds the word or a form of it, and nothing is guessed. */
export const heldFrom = 0.5;
/** The share of a word's letters, from its beginning, that another form of it has. */
export const leastOfForm = 0.8;
/**
 * One typing error for so many letters, and never more than the most. Of the words that are asked in one language 5 % were
 * "corrected" on the page of the other with 4, 0.5 % are with 6, and no mistyped query of the list is lost.
 */
export const lettersPerError = 6;
export const mostErrors = 2;

/**
 * Only a query of so few words is corrected: in a sentence other words tell, and what was corrected there was nearly
 * always a form that the index does not hold (saimme, tehtäis). Of 430 queries of a stranger one more is first.
 */
export const mostWordsCorrected = 5;

/**
 * What an entry must reach to be among the results: a share of the best score, and a confidence (see `Found`); one
 * that holds the `whole` query is always among them. Lost are (left out, Finnish) 5 % of the right services with
 * these, 6 % with the share 0.5, and 6 % with the confidence 3.8; of the best 0.3 gives half as many results more.
 */
export const leastConfidence = 2.4;
export const leastOfBest = 0.4;
export const wholeFrom = 0.99;

/**
 * The confidence below which the page says that it does not know, before the results. With 7 it says so of a tenth of
 * the queries that the content knows and of a fifth of a stranger's, and 91 % (Finnish) and 85 % (Swedish) of a
 * stranger's foreign topics get the right helper or that; with 6 of 4 and 12 %, and 89 and 85 %; with 8 of 20 and
 * 34 %, and 93 and 89 %.
 */
export const leastSure = 7;

/**
 * The share of the best service's score from which on somebody else is said to help with a query. Of 80 foreign
 * topics written by somebody else 65 and 55 % get the right one with 1, 75 and 63 % with 0.9, 78 and 70 % with 0.8 (85 %
 * with those that are told that the page is not sure); one is then named beside 28 % of our own queries, such as
 * "vero", and never in place of the results.
 */
export const notOursFrom = 0.8;
/** The most who are named, the second only with this share of the score of the first. */
export const mostHelpers = 2;
export const secondHelperFrom = 0.8;

/** Of a word of the query, the letters by which a name or a title of a person begins that is asked for. */
export const leastNamed = 4;

/** The rarity from which a word explains a result: those of a third of the entries (who, how, may) do not. */
export const worthTelling = 1.1;
/** The most words that explain a result. */
export const mostReasons = 3;

/** How many words are prepared for matching before the page may do something else: 15 ms at a quarter of the speed. */
export const wordsAtOnce = 1500;

/** How long the results page waits for the whole index, in milliseconds, before it answers with what it has. */
export const longestWait = 1000;

/** The share of a word, from its beginning, that a word marked in the full text must have. */
export const leastShared = 0.6;

/**
 * What the second flight may hold as one file, and each part of a longer one, in units of `sizeOf` (about 0.6 bytes
 * of Brotli): 40 services have 64,000, so that they stay one file.
 */
export const mostInPart = { alone: 80_000, ofSeveral: 7_000 } as const;
/** A query fetches the parts with so many of its words, the longest. */
export const longestWords = 6;
