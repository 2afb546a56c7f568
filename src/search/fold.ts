/** Lower case without diacritics, so that queries match with or without them: "Työllisyys" → "tyollisyys". */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/æ/g, 'a');

/** The words of a text as written, without punctuation; "EU-rahoitus" gives two words. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a query is a telephone number, or the beginning of one. */
export const looksLikePhone = (query: string): boolean => /^[+(]?\d[\d\s()-]{3,}$/.test(query.trim());
