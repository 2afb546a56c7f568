import { plainLanguage } from '../plain-language.ts';

/** Sections of a law, and numbers of acts such as 410/2015. A bill is known by its number alone, so HE and RP may stand. */
const statute =
  /§(?:\s*\d+)?|\d+\s*§|(?<![\p{L}\d/-]|(?:HE|RP) )\d{1,4}\/(?:19|20)\d{2}(?!\d)|\d+\s*(?:pykälä|momen[tn]ti|luvun \d+|kap\.|mom\.)\p{L}*|(?<!\p{L})\d+ kap(?:itlet)? \d+/giu;
/** A term of office is written like the number of an act. */
const term = /^(?:19|20)\d{2}\//;

export const statuteNumbers = plainLanguage('statute-numbers', {
  message: ({ found }) => ({
    fi: [
      `tekstissä on pykälä tai säädöksen numero: ${found}`,
      'Kerro lain nimi ja mitä se vaatii. Numero kuuluu linkkiin tai lähteisiin.',
    ],
    sv: [
      `texten har en paragraf eller numret på en författning: ${found}`,
      'Säg lagens namn och vad den kräver. Numret hör till en länk eller källorna.',
    ],
    en: [
      `the text holds a section or the number of an act: ${found}`,
      'Say the name of the law and what it demands. The number belongs to a link or the sources.',
    ],
  }),
  find: ({ text }) =>
    [...text.matchAll(statute)]
      .filter(([found]) => !term.test(found))
      .map((match) => ({ found: match[0], offset: match.index })),
});
