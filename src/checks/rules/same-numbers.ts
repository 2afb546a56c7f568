import { inEachLanguage, type Lang, languages, otherLanguages } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

const months: Record<Lang, string[]> = {
  fi: [
    'tammi',
    'helmi',
    'maalis',
    'huhti',
    'touko',
    'kesä',
    'heinä',
    'elo',
    'syys',
    'loka',
    'marras',
    'joulu',
  ],
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
};
const addresses = /(?<![^\s(])(?:[a-z]+:|\.{0,2}\/)\S+|\S+@\S+/g;
const phone = /(?<![\d+])(?:\+358|0)[\d\s-]{6,}\d/g;
/** Finnish writes 27.1. and Swedish 27.1, each with or without a year. */
const date = /(?<![\d.,])(\d{1,2})\.(0?[1-9]|1[0-2])(?:\.(?=\d{4}|\D|$)|(?!\.?\d))/g;
const namedDate: Record<Lang, RegExp> = {
  fi: new RegExp(`(?:(\\d{1,2})\\.\\s)?(?<!\\p{L})(${months.fi.join('|')})kuu\\p{L}*`, 'giu'),
  sv: new RegExp(`(?:(\\d{1,2})\\s)?(?<!\\p{L})(${months.sv.join('|')})(?!\\p{L})`, 'giu'),
};
const number = /(\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[.,:]\d+)*)\s?(%|€|euro|prosent|procent)?/g;

/** A number as it is written, and in the form that all writings share. One digit without a unit may as well be a word, so it is not `telling`. */
type Found = { written: string; same: string; telling: boolean };

/** Years, dates, prices, per cents, phone numbers and amounts: what a reader of either language must find the same. */
export function numbersIn(text: string, lang: Lang): Found[] {
  const found: Found[] = [];
  /** Takes what matches out of the text, so that it is not read again as something else. */
  const take = (
    rest: string,
    pattern: RegExp,
    same: (match: string[]) => string,
    telling = (_match: string[]) => true,
  ) =>
    rest.replace(pattern, (...match) => {
      found.push({ written: match[0].trim(), same: same(match), telling: telling(match) });
      return ' ';
    });
  // Most sentences hold no address, and to look for one takes longer than all the rest.
  let rest = /[/@:]/.test(text) ? text.replace(addresses, ' ') : text;
  rest = take(rest, phone, ([written]) => phoneDigits(written!));
  rest = take(
    rest,
    namedDate[lang],
    ([, day, month]) => `${day ?? ''}.${months[lang].indexOf(month!.toLowerCase()) + 1}.`,
  );
  rest = take(rest, date, ([, day, month]) => `${Number(day)}.${Number(month)}.`);
  take(
    rest,
    number,
    ([, digits]) => digits!.replace(/\D/g, ''),
    ([, digits, unit]) => unit !== undefined || digits!.length > 1,
  );
  return found;
}

export const sameNumbers = rule('same-numbers', {
  level: 'warning',
  message: ({ numbers, other }: { numbers: string; other: string }) => ({
    fi: [
      `vain tässä kielessä: ${numbers}`,
      `Vertaa tiedostoon ${other}: lukujen, päivien ja hintojen pitää olla samat.`,
    ],
    sv: [
      `bara på det här språket: ${numbers}`,
      `Jämför med ${other}: tal, datum och priser ska vara desamma.`,
    ],
    en: [`in this language only: ${numbers}`, `Compare with ${other}: numbers, dates and prices must agree.`],
  }),
  find: ({ translations }: Reading) =>
    translations.flatMap(({ sentences, files, placeOf }) => {
      const numbers = inEachLanguage((lang) =>
        sentences[lang].flatMap((sentence) =>
          numbersIn(sentence.text, lang).map((it) => ({ ...it, sentence })),
        ),
      );
      return languages.flatMap((lang) =>
        otherLanguages(lang).flatMap((other): { at: Place; numbers: string; other: string }[] => {
          const inTwin = new Set(numbers[other].map(({ same }) => same));
          const alone = numbers[lang].filter(({ same, telling }) => telling && !inTwin.has(same));
          return alone.length > 0
            ? [
                {
                  at: placeOf(lang, alone[0]!.sentence),
                  numbers: [...new Set(alone.map(({ written }) => written))].join(', '),
                  other: files[other],
                },
              ]
            : [];
        }),
      );
    }),
});
