import { type Lang, type Localized, otherLanguages } from '../../i18n/languages.ts';
import { languageNames } from '../language-names.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Words that only one of the languages has, common enough to stand in every paragraph. */
const functionWords: Localized<RegExp> = {
  fi: /(?<!\p{L})(?:ja|on|ei|että|joka|tai|se|kun|voit|ovat|myös|mutta|sinun|siitä|jos|niin|kuin|sekä)(?!\p{L})/gu,
  sv: /(?<!\p{L})(?:och|är|inte|att|som|eller|det|när|kan|också|men|din|för|om|den|ett|av|med|till)(?!\p{L})/gu,
};
/** Texts shorter than this have too few such words to tell. */
const fewestWords = 25;

/** A text in the other language is a translation that somebody forgot. */
export const ownTranslation = rule('own-translation', {
  explain: {
    fi: ({ lang }: { lang: Lang }) => [`teksti ei ole ${languageNames.fi[lang].inIt}`, `Kirjoita teksti ${languageNames.fi[lang].inIt}.`],
    sv: ({ lang }) => [`texten är inte ${languageNames.sv[lang].inIt}`, `Skriv texten ${languageNames.sv[lang].inIt}.`],
    en: ({ lang }) => [`the text is not ${languageNames.en[lang].inIt}`, `Write the text ${languageNames.en[lang].inIt}.`],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap(({ document, lang, text, firstLine }) => {
      const lowerCase = text.toLowerCase();
      const count = (pattern: RegExp) => lowerCase.match(pattern)?.length ?? 0;
      const isForeign = (other: Lang) => count(functionWords[other]) >= 3 && count(functionWords[other]) > count(functionWords[lang]) * 2;
      const foreign = otherLanguages(lang).some(isForeign) && count(/\p{L}+/gu) >= fewestWords;
      return foreign ? [{ at: { file: document.file, line: firstLine + leadingBlankLines(text), column: 1 }, lang }] : [];
    }),
});

const leadingBlankLines = (text: string): number => /^(\s*\n)*/.exec(text)![0].split('\n').length - 1;
