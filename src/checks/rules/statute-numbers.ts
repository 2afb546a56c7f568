import { plainLanguage } from '../plain-language.ts';

/**
 * Sections of a law, and numbers of acts such as 410/2015. Bills (HE, RP) have no other name, so theirs are
 * permitted.
 */
const statute =
  /§(?:\s*\d+)?|\d+\s*§|(?<![\p{L}\d/-]|(?:HE|RP) )\d{1,4}\/(?:19|20)\d{2}(?!\d)|\d+\s*(?:pykälä|momen[tn]ti|luvun \d+|kap\.|mom\.)\p{L}*|(?<!\p{L})\d+ kap(?:itlet)? \d+/giu;
/** A term of office such as 2021/2025, which looks like the number of an act. */
const termOfOffice = /^(?:19|20)\d{2}\//;

export const statuteNumbers = plainLanguage('statute-numbers', {
  message: {
    fi: [
      'tekstissä on pykälä tai säädöksen numero: {found}',
      'Kerro lain nimi ja mitä se vaatii. Numero kuuluu linkkiin tai lähteisiin.',
    ],
    sv: [
      'texten har en paragraf eller numret på en författning: {found}',
      'Säg lagens namn och vad den kräver. Numret hör till en länk eller källorna.',
    ],
    en: [
      'the text holds a section or the number of an act: {found}',
      'Say the name of the law and what it demands. The number belongs to a link or the sources.',
    ],
  },
  findInPassage: ({ text }) =>
    [...text.matchAll(statute)]
      .filter(([found]) => !termOfOffice.test(found))
      .map((match) => ({ found: match[0], offset: match.index })),
});
