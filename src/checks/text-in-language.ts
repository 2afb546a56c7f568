import { type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';

/** Common words and endings of only one of the languages; nearly every sentence has some. */
const signs: Localized<RegExp> = {
  fi: /(?<!\p{L})(?:ja|on|ei|et|että|joka|tai|se|kun|voit|ovat|myös|mutta|sinun|siitä|jos|niin|kuin|sekä|\p{L}*(?:aa|ää|uu|yy|öö|yö|uo|äy|öy)\p{L}*|\p{L}{2,}(?:it[aä]|[sl][st][aä]|l[lt][aä]|lle|ksi|nen|mme|nne|vat|vät|jen|[iouyäö]n|[aeiouyäö]{2}[nst]?))(?!\p{L})/gu,
  sv: /(?<!\p{L})(?:och|är|inte|att|som|eller|det|när|kan|också|men|din|för|om|den|ett|av|med|till|de|du|en|vi|på|\p{L}*å\p{L}*|\p{L}+(?:[bdfgkmpv]|ar|er|or|ens|ande|ades?|arna|erna|orna|ningen|heten|liga|iska))(?!\p{L})/gu,
};
/** Fewer may be a name. */
const fewestSigns = 3;

const count = (text: string, lang: Lang): number => text.match(signs[lang])?.length ?? 0;

/** The sentences of a text, with the offset where each begins. */
const sentencesOf = (text: string): { text: string; offset: number }[] =>
  [...text.matchAll(/\S.*?(?:[.!?:](?=\s)|$)/gmu)].map(({ 0: sentence, index }) => ({
    text: sentence,
    offset: index,
  }));

/** Without what is quoted, and without names, in capitals: both are the same in every language. */
const ownWords = (text: string): string =>
  text
    .replace(/[”"][^”"]*[”"]/gu, '')
    .replace(/(?<=\S\s+)\p{Lu}\S*/gu, '')
    .toLowerCase();

/** What texts were found to be. The preview asks of the same texts after every save. */
const known = new Map<string, boolean>();
const mostKnown = 50_000;

/** Whether the words of one sentence, or of few, show that it is in another language. */
export function isForeign(text: string, lang: Lang): boolean {
  const key = `${lang} ${text}`;
  const answer = known.get(key) ?? hasForeignWords(text, lang);
  if (known.size >= mostKnown) known.clear();
  known.set(key, answer);
  return answer;
}

function hasForeignWords(text: string, lang: Lang): boolean {
  const words = ownWords(text);
  return otherLanguages(lang).some((other) => {
    const theirs = count(words, other);
    return theirs >= fewestSigns && theirs > count(words, lang) * 2;
  });
}

/** Whether the words of a text show that it is in its own language. */
export const isOwn = (text: string, lang: Lang): boolean =>
  otherLanguages(lang).every((other) => count(ownWords(text), lang) > count(ownWords(text), other));

/** The sentences of a text that are in another language than it. */
export const foreignSentences = (text: string, lang: Lang): { text: string; offset: number }[] => {
  const found = sentencesOf(text).filter((sentence) => isForeign(sentence.text, lang));
  return found.length === 0 && isForeign(text, lang) ? [{ text, offset: 0 }] : found;
};
