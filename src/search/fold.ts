/**
 * The form in which words of the index and of queries are compared: lower case, compatibility characters such
 * as ligatures taken apart (NFKD), without diacritics and invisible characters: "Työlli\u00ADsyys" →
 * "tyollisyys".
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a');

/** The words of a text as written, without punctuation; "EU-rahoitus" gives two words. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
