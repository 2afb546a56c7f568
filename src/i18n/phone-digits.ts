// Not in format.ts, because the search loads this module in browsers and would load libphonenumber with it.

/**
 * Normalizes a telephone number to the digits that all its notations share: "+358 9 771 2000", "09 7712000" →
 * "97712000".
 */
export const phoneDigits = (text: string): string =>
  text
    .replace(/\D/g, '')
    .replace(/^(?:00)?358/, '')
    .replace(/^0+/, '');
