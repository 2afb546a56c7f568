import { plainLanguage } from '../plain-language.ts';
import { sentencesIn } from '../sentences.ts';

const mostWords = 25;
const countWords = (sentence: string): number =>
  sentence.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

export const longSentences = plainLanguage('long-sentences', {
  message: {
    fi: [
      `virkkeessä on {wordCount} sanaa, enintään ${mostWords} on vaivatta luettavissa`,
      'Jaa se kahdeksi tai tee siitä luettelo.',
    ],
    sv: [
      `meningen har {wordCount} ord, högst ${mostWords} läses utan möda`,
      'Dela den i två eller gör en lista.',
    ],
    en: [
      `the sentence has {wordCount} words, at most ${mostWords} are read with ease`,
      'Divide it in two, or make a list.',
    ],
  },
  findInPassage({ text }) {
    // Fast path: most passages are shorter than this as a whole.
    if (text.split(' ').length <= mostWords) return [];
    return sentencesIn(text)
      .map(({ sentence, offset }) => ({ found: sentence, offset, wordCount: countWords(sentence) }))
      .filter(({ wordCount }) => wordCount > mostWords);
  },
});
