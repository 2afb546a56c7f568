import { plainLanguage } from '../plain-language.ts';

/**
 * Two to twelve capitals and digits; longer ones are words in capitals. The beginning of a case number such
 * as HEL 2025-014229 is not an abbreviation.
 */
const abbreviation = /(?<![\p{L}\d#@/.-])\p{Lu}[\p{Lu}\d]{1,11}(?![\p{L}\d@]| \d{4}-\d)/gu;
/** A fast path: most passages have no two capitals in a row. */
const capitals = /[A-ZÅÄÖ][A-ZÅÄÖ\d]/;
/** Abbreviations that readers in Finland know, and file formats, whose full names would explain nothing. */
const known = [
  'EU',
  'YK',
  'FN',
  'USA',
  'THL',
  'STT',
  'TE',
  'AN',
  'ICT',
  'IKT',
  'AI',
  'PDF',
  'HTML',
  'XML',
  'JSON',
  'CSV',
  'RSS',
  'URL',
  'UTF',
];

/** Abbreviations are explained where they are used, for readers who do not know them. */
export const unexplainedAbbreviations = plainLanguage('unexplained-abbreviations', {
  message: {
    fi: [
      'lyhennettä {found} ei selitetä',
      'Kirjoita ensin koko nimi, "nimi ({found})", tai kerro, mikä se on.',
    ],
    sv: [
      'förkortningen {found} förklaras inte',
      'Skriv först hela namnet, "namnet ({found})", eller berätta vad det är.',
    ],
    en: [
      'the abbreviation {found} is not explained',
      'Write the whole name first, "name ({found})", or say what it is.',
    ],
  },
  *findInPassage({ text, document }) {
    if (!capitals.test(text)) return;
    const seen = new Set<string>();
    for (const match of text.matchAll(abbreviation)) {
      const [found] = match;
      if (seen.has(found) || known.includes(found) || isExplained(found, document.text)) continue;
      seen.add(found);
      yield { found, offset: match.index };
    }
  },
});

/**
 * An explanation before an abbreviation: a bracket, or what kind of thing it is ("järjestöt, muun muassa
 * CEMR").
 */
const explainedBefore =
  /\($|(?:yhtiö|järjestö|verkost|hank|viras|kesku|laito|säätiö|bolag|organisation|nätverk|projekt|myndighet|institut|stiftelse)[^.\n]{0,45}$/iu;
/** An explanation after an abbreviation: a bracket, or what it is or does. */
const explainedAfter =
  /^(?::\p{L}+|-\p{L}+)?(?: \(| (?:on|oli|koski|koskee|är|var|har|gäller|gällde) |, (?:joka|jotka|ett?|en|som) )/u;
/** How many characters before and after an abbreviation are searched for an explanation. */
const searchDistance = 60;

function isExplained(found: string, text: string): boolean {
  const initials = new RegExp(
    `(?<!\\p{L})${[...found].map((letter) => `${letter}\\p{L}+`).join('\\s+')},? $`,
    'iu',
  );
  for (let index = text.indexOf(found); index >= 0; index = text.indexOf(found, index + 1)) {
    const before = text.slice(Math.max(0, index - searchDistance), index);
    if (
      explainedAfter.test(text.slice(index + found.length, index + searchDistance)) ||
      explainedBefore.test(before) ||
      initials.test(before)
    )
      return true;
  }
  return false;
}
