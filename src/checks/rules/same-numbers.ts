import { inEachLanguage, type Lang, languages, otherLanguages } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { rule } from '../problem.ts';

const months = inEachLanguage((lang) => {
  const { format } = new Intl.DateTimeFormat(lang, { month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format(new Date(2026, month)).replace(/kuu$/, ''));
});
const addresses = /(?<![^\s(])(?:[a-z]+:|\.{0,2}\/)\S+|\S+@\S+/g;
const phone = /(?<![\d+])(?:\+358|0)[\d\s-]{6,}\d/g;
/** A date with or without a year: Finnish writes 27.1. and Swedish 27.1 without the last point. */
const date = /(?<![\d.,])(\d{1,2})\.(0?[1-9]|1[0-2])(?:\.(?=\d{4}|\D|$)|(?!\.?\d))/g;
const namedDate: Record<Lang, RegExp> = {
  fi: new RegExp(`(?:(\\d{1,2})\\.\\s)?(?<!\\p{L})(${months.fi.join('|')})kuu\\p{L}*`, 'giu'),
  sv: new RegExp(`(?:(\\d{1,2})\\s)?(?<!\\p{L})(${months.sv.join('|')})(?!\\p{L})`, 'giu'),
};
const number = /(\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[.,:]\d+)*)\s?(%|€|euro|prosent|procent)?/g;

/**
 * A number as written, and normalised for comparison. A single digit without a unit is not `significant`: the
 * other language may write it as a word.
 */
type FoundNumber = { written: string; normalized: string; significant: boolean };

/** The numbers that must agree between the languages: years, dates, prices, percentages, phone numbers. */
function numbersIn(text: string, lang: Lang): FoundNumber[] {
  const found: FoundNumber[] = [];
  /** Collects the matches and removes them from the text, so that no other pattern matches them again. */
  const extract = (
    rest: string,
    pattern: RegExp,
    normalize: (match: string[]) => string,
    isSignificant = (_match: string[]) => true,
  ) =>
    rest.replace(pattern, (...match) => {
      found.push({
        written: match[0].trim(),
        normalized: normalize(match),
        significant: isSignificant(match),
      });
      return ' ';
    });
  // Most sentences contain no address, and this pattern is slower than all the others together.
  let rest = /[/@]|:\S/.test(text) ? text.replace(addresses, ' ') : text;
  const hasDigits = /\d/.test(rest);
  if (hasDigits) rest = extract(rest, phone, ([written]) => phoneDigits(written!));
  rest = extract(
    rest,
    namedDate[lang],
    ([, day, month]) => `${day ?? ''}.${months[lang].indexOf(month!.toLowerCase()) + 1}.`,
  );
  if (!hasDigits) return found;
  rest = extract(rest, date, ([, day, month]) => `${Number(day)}.${Number(month)}.`);
  extract(
    rest,
    number,
    ([, digits]) => digits!.replace(/\D/g, ''),
    ([, digits, unit]) => unit !== undefined || digits!.length > 1,
  );
  return found;
}

export const sameNumbers = rule('same-numbers', {
  level: 'warning',
  message: {
    fi: [
      'vain tässä kielessä: {numbers}',
      'Vertaa tiedostoon {other}: lukujen, päivien ja hintojen pitää olla samat.',
    ],
    sv: ['bara på det här språket: {numbers}', 'Jämför med {other}: tal, datum och priser ska vara desamma.'],
    en: ['in this language only: {numbers}', 'Compare with {other}: numbers, dates and prices must agree.'],
  },
  *find({ translations }) {
    for (const { sentences, files, placeOf } of translations) {
      const numbers = inEachLanguage((lang) =>
        sentences[lang].flatMap((sentence) =>
          numbersIn(sentence.text, lang).map((found) => ({ ...found, sentence })),
        ),
      );
      for (const lang of languages)
        for (const other of otherLanguages(lang)) {
          const inOther = new Set(numbers[other].map(({ normalized }) => normalized));
          const onlyHere = numbers[lang].filter(
            ({ normalized, significant }) => significant && !inOther.has(normalized),
          );
          if (onlyHere.length > 0)
            yield {
              at: placeOf(lang, onlyHere[0]!.sentence),
              numbers: [...new Set(onlyHere.map(({ written }) => written))].join(', '),
              other: files[other],
            };
        }
    }
  },
});
