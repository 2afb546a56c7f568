import { plainLanguage } from '../plain-language.ts';
import { sentencesIn } from '../sentences.ts';

const mostWords = 25;
const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

export const longSentences = plainLanguage('long-sentences', {
  message: ({ words }: { words: number }) => ({
    fi: [
      `virkkeessä on ${words} sanaa, enintään ${mostWords} on vaivatta luettavissa`,
      'Jaa se kahdeksi tai tee siitä luettelo.',
    ],
    sv: [
      `meningen har ${words} ord, högst ${mostWords} läses utan möda`,
      'Dela den i två eller gör en lista.',
    ],
    en: [
      `the sentence has ${words} words, at most ${mostWords} are read with ease`,
      'Divide it in two, or make a list.',
    ],
  }),
  find({ text }) {
    // Few passages have so many words at all.
    if (text.split(' ').length <= mostWords) return [];
    return sentencesIn(text)
      .map(({ sentence, offset }) => ({ found: sentence, offset, words: wordsIn(sentence) }))
      .filter(({ words }) => words > mostWords);
  },
});
