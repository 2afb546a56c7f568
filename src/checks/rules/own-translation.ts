import { languages } from '../../i18n/languages.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Words that only one of the languages has, common enough to stand in every paragraph. */
const functionWords = {
  fi: /(?<!\p{L})(ja|on|ei|että|joka|tai|se|kun|voit|ovat|myös|mutta|sinun|siitä|jos|niin|kuin|sekä)(?!\p{L})/giu,
  sv: /(?<!\p{L})(och|är|inte|att|som|eller|det|när|kan|också|men|din|för|om|den|ett|av|med|till)(?!\p{L})/giu,
};
/** Texts shorter than this have too few such words to tell. */
const fewestWords = 25;

/** A text in the other language is a translation that somebody forgot. */
export const ownTranslation = rule('own-translation', {
  explain: {
    fi: ({ lang }: { lang: 'fi' | 'sv' }) => [lang === 'sv' ? 'teksti ei ole ruotsia' : 'teksti ei ole suomea', lang === 'sv' ? 'Käännä teksti ruotsiksi.' : 'Kirjoita teksti suomeksi.'],
    sv: ({ lang }) => [lang === 'sv' ? 'texten är inte på svenska' : 'texten är inte på finska', lang === 'sv' ? 'Översätt texten till svenska.' : 'Skriv texten på finska.'],
    en: ({ lang }) => [lang === 'sv' ? 'the text is not Swedish' : 'the text is not Finnish', lang === 'sv' ? 'Translate the text into Swedish.' : 'Write the text in Finnish.'],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap(({ document, lang, text, firstLine }) => {
      const other = languages.find((candidate) => candidate !== lang)!;
      const words = text.match(/\p{L}+/gu)?.length ?? 0;
      const count = (of: 'fi' | 'sv') => text.match(functionWords[of])?.length ?? 0;
      const foreign = words >= fewestWords && count(other) >= 3 && count(other) > count(lang) * 2;
      return foreign ? [{ at: { file: document.file, line: firstLine + leadingBlankLines(text), column: 1 }, lang }] : [];
    }),
});

const leadingBlankLines = (text: string): number => /^(\s*\n)*/.exec(text)![0].split('\n').length - 1;
