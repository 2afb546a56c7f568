import {
  inEachLanguage,
  type Lang,
  languages,
  type Localized,
  otherLanguages,
} from '../../i18n/languages.ts';
import type { SiteFacts } from '../../schema/site-files.ts';
import { languageNames } from '../language-names.ts';
import { type Place, rule } from '../problem.ts';
import { askedIn } from '../reading.ts';

/** Common function words that exist in only one of the languages; nearly every paragraph has some. */
const functionWords: Localized<RegExp> = {
  fi: /(?<!\p{L})(?:ja|on|ei|että|joka|tai|se|kun|voit|ovat|myös|mutta|sinun|siitä|jos|niin|kuin|sekä)(?!\p{L})/gu,
  sv: /(?<!\p{L})(?:och|är|inte|att|som|eller|det|när|kan|också|men|din|för|om|den|ett|av|med|till)(?!\p{L})/gu,
};
/** Fewer words of another language may be a name or a quotation. */
const fewestForeignWords = 3;
/** A title or summary of at most this many words may be a name, and so the same in two languages. */
const longestNameInWords = 2;

/** Each text is in its own language, and not a copy that somebody forgot to translate. */
export const ownTranslation = rule('own-translation', {
  message: ({ lang }: { lang: Lang }) => ({
    fi: [`teksti ei ole ${languageNames.fi[lang].inIt}`, `Kirjoita teksti ${languageNames.fi[lang].inIt}.`],
    sv: [`texten är inte ${languageNames.sv[lang].inIt}`, `Skriv texten ${languageNames.sv[lang].inIt}.`],
    en: [`the text is not ${languageNames.en[lang].inIt}`, `Write the text ${languageNames.en[lang].inIt}.`],
  }),
  find: ({ bodies, entries, singles }) => [
    ...bodies.flatMap(({ lang, passages }) => {
      const foreign = passages.find(({ text }) => isForeign(text.toLowerCase(), lang));
      return foreign ? [{ at: foreign.placeOf(0), lang }] : [];
    }),
    ...entries.flatMap((entry) =>
      languages.flatMap((lang) => {
        const asked = askedIn(entry, lang);
        const foreign = asked.find(({ text }) => isForeign(text.toLowerCase(), lang));
        const areForeign = isForeign(asked.map(({ text }) => text.toLowerCase()).join(' '), lang);
        return foreign || areForeign ? [{ at: (foreign ?? asked[0]!).at, lang }] : [];
      }),
    ),
    ...entries.flatMap(({ texts }) =>
      ['title', 'summary'].flatMap((field) =>
        copiesOf(
          (lang) => texts[lang]?.data?.[field] as string | undefined,
          (lang) => ({ ...texts[lang]!.document.yaml.placeOf([field]), field }),
        ),
      ),
    ),
    ...copiesOf(
      (lang) => (singles.site?.data as SiteFacts | undefined)?.tagline[lang],
      (lang) => ({ ...singles.site!.document.yaml.placeOf(['tagline', lang]), field: 'tagline' }),
    ),
  ],
});

function isForeign(text: string, lang: Lang): boolean {
  const count = (of: Lang) => text.match(functionWords[of])?.length ?? 0;
  return otherLanguages(lang).some(
    (other) => count(other) >= fewestForeignWords && count(other) > count(lang) * 2,
  );
}

/** The languages whose text is the same as that of a language before them, with the place of the copy. */
const copiesOf = (
  textIn: (lang: Lang) => string | undefined,
  placeOf: (lang: Lang) => Place,
): { at: Place; lang: Lang }[] =>
  languages.flatMap((lang, index) => {
    const text = textIn(lang);
    const isCopy =
      text !== undefined &&
      text.split(/\s+/).length > longestNameInWords &&
      languages.slice(0, index).some((other) => textIn(other) === text);
    return isCopy ? [{ at: placeOf(lang), lang }] : [];
  });

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** A title is too short for function words to tell its language; the words of all other texts do. */
export const titleLanguage = rule('title-language', {
  level: 'warning',
  message: ({ lang, other }: { lang: Lang; other: Lang }) => ({
    fi: [
      `otsikko näyttää olevan ${languageNames.fi[other].inIt}`,
      `Kirjoita otsikko ${languageNames.fi[lang].inIt}.`,
    ],
    sv: [
      `rubriken verkar vara ${languageNames.sv[other].inIt}`,
      `Skriv rubriken ${languageNames.sv[lang].inIt}.`,
    ],
    en: [
      `the title seems to be ${languageNames.en[other].inIt}`,
      `Write the title ${languageNames.en[lang].inIt}.`,
    ],
  }),
  *find({ bodies, entries }) {
    // In how many texts of each language a word stands.
    const counts = inEachLanguage(() => new Map<string, number>());
    for (const { lang, document, text } of bodies)
      for (const word of new Set(
        wordsIn(`${(document.yaml.data as { summary?: unknown })?.summary} ${text}`),
      ))
        counts[lang].set(word, (counts[lang].get(word) ?? 0) + 1);
    for (const { texts } of entries)
      for (const lang of languages) {
        const title = texts[lang]?.data?.['title'];
        if (typeof title !== 'string') continue;
        const words = wordsIn(title);
        const known = (of: Lang) => words.filter((word) => counts[of].has(word)).length;
        const other = otherLanguages(lang).find(
          (of) => words.length > 0 && known(lang) === 0 && known(of) * 2 >= words.length && known(of) > 0,
        );
        if (other)
          yield { at: { ...texts[lang]!.document.yaml.placeOf(['title']), field: 'title' }, lang, other };
      }
  },
});
