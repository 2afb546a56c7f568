import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import { memoize } from '../model/memoize.ts';
import type { Passage } from './reading.ts';

/** Common words and endings of only one of the languages; nearly every sentence has some. */
const signs: Localized<RegExp> = {
  fi: /^(?:ja|on|ei|et|että|joka|tai|se|kun|voit|ovat|myös|mutta|sinun|siitä|jos|niin|kuin|sekä|\p{L}*(?:aa|ää|uu|yy|öö|yö|uo|äy|öy)\p{L}*|\p{L}{2,}(?:it[aä]|[sl][st][aä]|l[lt][aä]|lle|ksi|nen|mme|nne|vat|vät|jen|[iouyäö]n|[aeiouyäö]{2}[nst]?))$/u,
  sv: /^(?:och|är|inte|att|som|eller|det|när|kan|också|men|din|för|om|den|ett|av|med|till|de|du|en|vi|på|\p{L}*å\p{L}*|\p{L}+(?:[bdfgkmpv]|ar|er|or|ens|ande|ades?|arna|erna|orna|ningen|heten|liga|iska))$/u,
};
/** Fewer may be a name. */
const fewestSigns = 3;

/** Whether a word is a sign of a language: texts repeat their words. */
const isSign = inEachLanguage((lang) => {
  const known = new Map<string, boolean>();
  return (word: string) => known.get(word) ?? (known.set(word, signs[lang].test(word)).get(word) as boolean);
});
const count = (text: string, lang: Lang): number =>
  (text.match(/\p{L}+/gu) ?? []).filter(isSign[lang]).length;

type PlacedSentence = { text: string; offset: number };

const sentencesOf = (text: string): PlacedSentence[] =>
  [...text.matchAll(/\S.*?(?:[.!?:](?=\s)|$)/gmu)].map(({ 0: sentence, index }) => ({
    text: sentence,
    offset: index,
  }));

/** In small letters, without names, which begin with a capital: they are the same in every language. */
export const withoutNames = (text: string): string =>
  text.replace(/\p{Lu}(?<=\S\s+\p{Lu})\S*/gu, '').toLowerCase();

/** Without names and what is quoted, which is the same in every language, too. */
const ownWords = (text: string): string => withoutNames(text.replace(/[”"][^”"]*[”"]/gu, ''));

/** Whether the words of one sentence, or of few, show that it is in another language. */
export function isForeign(text: string, lang: Lang): boolean {
  const words = ownWords(text);
  return otherLanguages(lang).some((other) => {
    const theirs = count(words, other);
    return theirs >= fewestSigns && theirs > count(words, lang) * 2;
  });
}

/** Whether the words of a text show that it is in its own language. */
export function isOwn(text: string, lang: Lang): boolean {
  const words = ownWords(text);
  return otherLanguages(lang).every((other) => count(words, lang) > count(words, other));
}

/** The sentences of a passage that are in another language; two rules ask, and the preview after every save. */
export const foreignSentencesOf = memoize(({ text, lang }: Passage) => foreignSentences(text, lang));

export const foreignSentences = (text: string, lang: Lang): PlacedSentence[] => {
  // Most texts have too few signs even as a whole.
  const folded = text.toLowerCase();
  if (otherLanguages(lang).every((other) => count(folded, other) < fewestSigns)) return [];
  const found = sentencesOf(text).filter((sentence) => isForeign(sentence.text, lang));
  return found.length === 0 && isForeign(text, lang) ? [{ text, offset: 0 }] : found;
};
