// Apart from the other formats, since browsers load it for the search and would load them too.

/** A telephone number in any writing as the digits that all writings share: "+358 9 771 2000", "09 7712000" → "97712000". */
export const phoneDigits = (text: string): string =>
  text
    .replace(/\D/g, '')
    .replace(/^(?:00)?358/, '')
    .replace(/^0+/, '');
