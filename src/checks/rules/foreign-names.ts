import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../../i18n/languages.ts';
import { foreignNames as pattern } from '../../model/foreign-names.ts';
import { languageNames } from '../language-names.ts';
import { occurrences, plainLanguage } from '../plain-language.ts';
import type { Reading } from '../reading.ts';
import { foreignSentencesOf } from '../text-in-language.ts';

/** Parts of names that show their language: words that stand in many names, and that the other language does not share. */
const signs: Localized<string> = {
  fi: 'verkosto|hanke(?!n)|kunta|kuntien|palvelu|keskus|virasto|foorumi|tieto|neuvo(?:nta|sto)|laitos|kysely|sopimus|luvat(?!t)|päättäj|kartta|lehti|koulu|liitto|musiikki',
  sv: 'nätverk|förbund|tjänst|rådgivning|utbildning|upphandling|avgift|ärende|bildning',
};

/** A word, in lower case, that holds a sign; a part of an address is none. */
const wordsWithSign = inEachLanguage(
  (lang) =>
    new RegExp(
      `(?<![\\p{L}\\d.@/-])(?=\\p{L})[\\p{L}\\d-]*?(?:${signs[lang]})[\\p{L}\\d-]*(?![\\p{L}\\d-]|\\.\\p{L})`,
      'gu',
    ),
);

/** The raw data: a mistake in another setting must not make every name a stranger. */
function namesOf({ singles }: Reading): Localized<string[]> {
  const { names } = (singles.site?.document.yaml.data ?? {}) as { names?: Partial<Record<Lang, unknown>> };
  return inEachLanguage((lang) =>
    [names?.[lang]].flat().filter((name): name is string => typeof name === 'string'),
  );
}

/** Names of another language are listed, so that pages can say in which language they are to be read. */
export const foreignNames = plainLanguage('foreign-names', {
  message: {
    fi: [
      '"{found}" näyttää olevan {language}',
      'Lisää nimi tiedostoon site.yaml: names.{inLang}. Silloin ruudunlukija lukee sen oikein.',
    ],
    sv: [
      '"{found}" verkar vara {language}',
      'Lägg till namnet i site.yaml: names.{inLang}. Då uttalar skärmläsare det rätt.',
    ],
    en: [
      '"{found}" seems to be {language}',
      'Add the name to site.yaml: names.{inLang}. Screen readers then read it right.',
    ],
  },
  *find(passage, reading) {
    const { text, lang } = passage;
    // A name of a sentence in the other language is none among words of this one: that is told of the sentence.
    const foreign = foreignSentencesOf(passage);
    const isTold = (offset: number) =>
      foreign.some(
        (sentence) => offset >= sentence.offset && offset < sentence.offset + sentence.text.length,
      );
    const listed = pattern(lang, namesOf(reading));
    for (const inLang of otherLanguages(lang)) {
      const unlisted = listed ? text.replace(listed, (name) => ' '.repeat(name.length)) : text;
      for (const words of occurrences(wordsWithSign[inLang], unlisted))
        if (/^\p{Lu}/u.test(words.found) && !isTold(words.offset))
          yield { ...words, language: languageNames[inLang].object, inLang };
    }
  },
});
