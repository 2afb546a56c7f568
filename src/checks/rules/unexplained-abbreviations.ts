import { plainLanguage } from '../plain-language.ts';

/** Not the beginning of a case number such as HEL 2025-014229. Longer ones are words in capitals. */
const abbreviation = /(?<![\p{L}\d#@/.-])\p{Lu}[\p{Lu}\d]{1,11}(?![\p{L}\d@]| \d{4}-\d)/gu;
/** Two capitals on end; most passages have none. */
const capitals = /[A-ZÅÄÖ][A-ZÅÄÖ\d]/;
/** What anybody who reads Finnish or Swedish in Finland knows, and formats of files, which their whole names would not explain. */
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

/** Letters that stand for words mean nothing to who does not know the words. */
export const unexplainedAbbreviations = plainLanguage('unexplained-abbreviations', {
  message: ({ found }) => ({
    fi: [
      `lyhennettä ${found} ei selitetä`,
      `Kirjoita ensin koko nimi, "nimi (${found})", tai kerro, mikä se on.`,
    ],
    sv: [
      `förkortningen ${found} förklaras inte`,
      `Skriv först hela namnet, "namnet (${found})", eller berätta vad det är.`,
    ],
    en: [
      `the abbreviation ${found} is not explained`,
      `Write the whole name first, "name (${found})", or say what it is.`,
    ],
  }),
  *find({ text, document }) {
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

/** Before it: a bracket, or what kind of thing it is, as in "järjestöt, muun muassa CEMR". */
const introduced =
  /\($|(?:yhtiö|järjestö|verkost|hank|viras|kesku|laito|säätiö|bolag|organisation|nätverk|projekt|myndighet|institut|stiftelse)[^.\n]{0,45}$/iu;
/** After it: a bracket, or what it is or does. */
const told =
  /^(?::\p{L}+|-\p{L}+)?(?: \(| (?:on|oli|koski|koskee|är|var|har|gäller|gällde) |, (?:joka|jotka|ett?|en|som) )/u;
/** How far around it the explanation is looked for. */
const near = 60;

function isExplained(found: string, text: string): boolean {
  const initials = new RegExp(
    `(?<!\\p{L})${[...found].map((letter) => `${letter}\\p{L}+`).join('\\s+')},? $`,
    'iu',
  );
  for (let at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + 1)) {
    const before = text.slice(Math.max(0, at - near), at);
    if (
      told.test(text.slice(at + found.length, at + near)) ||
      introduced.test(before) ||
      initials.test(before)
    )
      return true;
  }
  return false;
}
