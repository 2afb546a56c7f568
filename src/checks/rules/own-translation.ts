import { inEachLanguage, type Lang, languages, otherLanguages } from '../../i18n/languages.ts';
import type { SiteFacts } from '../../schema/site-files.ts';
import { languageNames } from '../language-names.ts';
import { copiedFrom } from '../page-paths.ts';
import { atField, type Place, rule, startOf } from '../problem.ts';
import { type FieldPath, textsIn } from '../read-document.ts';
import { askedIn, type Part, type Reading } from '../reading.ts';
import { foreignSentences, foreignSentencesOf, isForeign, isOwn, withoutNames } from '../text-in-language.ts';

/** A title or summary of at most this many words may be a name, and so the same in two languages. */
const longestNameInWords = 2;

/** A text that is copied to be translated is not left as it is. */
export const copiedText = rule('copied-text', {
  message: {
    fi: ['{name} on sama kuin {other}', 'Kirjoita teksti {own}.'],
    sv: ['{name} är samma som {other}', 'Skriv texten {own}.'],
    en: ['{name} is the same as {other}', 'Write the text {own}.'],
  },
  *find({ entries }) {
    for (const { texts } of entries)
      for (const lang of languages) {
        const other = copiedFrom(texts, lang);
        if (!other) continue;
        const { file } = texts[lang]!.document;
        yield {
          at: startOf(file),
          name: nameOf(file),
          other: nameOf(other.file),
          own: languageNames[lang].inIt,
        };
      }
  },
});
const nameOf = (file: string): string => file.split('/').at(-1)!;

/** Each text is in its own language, and not a copy that somebody forgot to translate. */
export const ownTranslation = rule('own-translation', {
  message: {
    fi: ['teksti ei ole {own}', 'Kirjoita teksti {own}.'],
    sv: ['texten är inte {own}', 'Skriv texten {own}.'],
    en: ['the text is not {own}', 'Write the text {own}.'],
  },
  find: ({ bodies, entries, singles }) => [
    ...bodies.flatMap(({ lang, passages, firstLine }) => {
      const places = passages.flatMap((passage) =>
        foreignSentencesOf(passage)
          .slice(0, 1)
          .map(({ offset }) => passage.placeOf(offset)),
      );
      // Every field, and the first place of the body: the whole of it may be in another language.
      const inBody = places.findIndex(({ line }) => line >= firstLine);
      return (inBody < 0 ? places : places.slice(0, inBody + 1)).map((at) => foundAt(at, lang));
    }),
    ...entries.flatMap((entry) =>
      languages.flatMap((lang) => {
        const asked = askedIn(entry, lang);
        const foreign = asked.find(({ text }) => isForeign(text, lang));
        const areForeign = isForeign(asked.map(({ text }) => text).join(' '), lang);
        return foreign || areForeign ? [foundAt((foreign ?? asked[0]!).at, lang)] : [];
      }),
    ),
    ...entries.flatMap(({ texts }) =>
      ['title', 'summary'].flatMap((field) =>
        copiesOf(
          (lang) => texts[lang]?.data?.[field] as string | undefined,
          (lang) => atField(texts[lang]!.document, field),
        ),
      ),
    ),
    ...copiesOf(
      (lang) => (singles.site?.data as SiteFacts | undefined)?.tagline[lang],
      (lang) => atField(singles.site!.document, 'tagline', lang),
    ),
  ],
});

const foundAt = (at: Place, lang: Lang) => ({ at, own: languageNames[lang].inIt });

/** The texts that are the same as in a language before theirs. */
const copiesOf = (textIn: (lang: Lang) => string | undefined, placeOf: (lang: Lang) => Place) =>
  languages.flatMap((lang, index) => {
    const text = textIn(lang);
    const isCopy =
      text !== undefined &&
      text.split(/\s+/).length > longestNameInWords &&
      languages.slice(0, index).some((other) => textIn(other) === text);
    return isCopy ? [foundAt(placeOf(lang), lang)] : [];
  });

type ShortText = { part: Part; lang: Lang; path: FieldPath; text: string; words: string[] };

/** The lines and sentences of fields, each with its language; lists of words that people ask with are none. */
function shortTexts({ entries, singles }: Reading): ShortText[] {
  const textsOf = (part: Part | undefined, own?: Lang) =>
    textsIn(part?.document.yaml.data).flatMap(({ path, text }): ShortText[] => {
      const inner = path.findLast((step) => (languages as FieldPath).includes(step));
      const lang = (inner as Lang | undefined) ?? own;
      const words = lang && path[0] !== 'accepted' ? wordsIn(text) : [];
      const isListed = typeof path.at(-1) === 'number';
      return lang && words.length >= (isListed ? fewestWordsInList : 1)
        ? [{ part: part!, lang, path, text, words }]
        : [];
    });
  return [
    ...entries.flatMap(({ facts }) => textsOf(facts)),
    ...textsOf(singles.site),
    ...textsOf(singles.vocabulary),
    ...entries.flatMap(({ texts }) => languages.flatMap((lang) => textsOf(texts[lang], lang))),
  ];
}
/** Fewer words in a list are what people type, in any language. */
const fewestWordsInList = 4;

/** The words of a text but names; none of an address or id. */
const wordsIn = (text: string): string[] =>
  /^(?:https:\/\/\S+|\S+@\S+|[a-z0-9-]+)$/.test(text) ? [] : (withoutNames(text).match(/\p{L}{2,}/gu) ?? []);

/** So many words of another language show that a text is in it. */
const fewestOtherWords = 2;
const enoughOtherWords = 3;
/** For each word of its own language, a text may have so many of another. */
const mostOtherWords = 4;

/** A field is too short for function words to tell its language; the words of all other texts do. */
export const textLanguage = rule('text-language', {
  level: 'warning',
  message: {
    fi: ['teksti näyttää olevan {other}', 'Kirjoita teksti {own}.'],
    sv: ['texten verkar vara {other}', 'Skriv texten {own}.'],
    en: ['the text seems to be {other}', 'Write the text {own}.'],
  },
  *find(reading) {
    const fields = shortTexts(reading);
    // In how many texts of each language a word stands, and how many are the same.
    const counts = inEachLanguage(() => new Map<string, number>());
    const same = inEachLanguage((lang) =>
      Map.groupBy(
        fields.filter((field) => field.lang === lang),
        ({ text }) => text,
      ),
    );
    const bodies = reading.bodies.map(({ lang, text }) => ({ lang, words: wordsIn(text) }));
    for (const { lang, words } of [...fields, ...bodies])
      for (const word of new Set(words)) counts[lang].set(word, (counts[lang].get(word) ?? 0) + 1);
    for (const { part, lang, path, text, words } of fields) {
      // A text is judged by others, and not by itself or its copy in the other language.
      const isKnown = (word: string, of: Lang) =>
        (counts[of].get(word) ?? 0) > (same[of].get(text)?.length ?? 0);
      const onlyIn = (of: Lang, not: Lang) =>
        words.filter((word) => isKnown(word, of) && !isKnown(word, not)).length;
      const shows = foreignSentences(text, lang).length > 0;
      // A passage that shows its language itself is an error.
      if (shows ? part.document.body : isOwn(text, lang)) continue;
      const other = otherLanguages(lang).find((of) => {
        if (shows) return true;
        const theirs = onlyIn(of, lang);
        return (
          theirs >= fewestOtherWords &&
          (theirs >= enoughOtherWords || theirs * 2 >= words.length) &&
          theirs >= onlyIn(lang, of) * mostOtherWords
        );
      });
      if (other)
        yield {
          at: { ...atField(part.document, ...path), ...part.document.yaml.placeOf(path, 'value') },
          own: languageNames[lang].inIt,
          other: languageNames[other].inIt,
        };
    }
  },
});
