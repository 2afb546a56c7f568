import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../../i18n/languages.ts';
import { foreignNames as pattern } from '../../model/foreign-names.ts';
import { memoize } from '../../model/memoize.ts';
import { languageNames } from '../language-names.ts';
import { plainLanguage } from '../plain-language.ts';
import { textsIn } from '../read-document.ts';
import type { Reading } from '../reading.ts';
import { foreignSentencesOf } from '../text-in-language.ts';

/** Parts of names that show their language: words that stand in many names, and that the other language does not share. */
const signs: Localized<RegExp> = {
  fi: /verkosto|hanke(?!n)|kunta|kuntien|palvelu|keskus|virasto|foorumi|tieto|neuvo(?:nta|sto)|laitos|kysely|sopimus|luvat(?!t)|päättäj|kartta|lehti|koulu|liitto|musiikki/,
  sv: /nätverk|förbund|tjänst|rådgivning|utbildning|upphandling|avgift|ärende|bildning/,
};

/** A word that begins with a capital; a part of an address is none. */
const capitalized = /(?<![\p{L}\d.@/-])\p{Lu}[\p{L}\d-]*(?![\p{L}\d-]|\.\p{L})/gu;

/** Patterns of the listed names. The raw data: a mistake in another setting must not make every name a stranger. */
const listedNames = memoize(({ singles }: Reading) => {
  const { names } = (singles.site?.document.yaml.data ?? {}) as { names?: Partial<Record<Lang, unknown>> };
  const texts = inEachLanguage((lang) => textsIn(names?.[lang]).map(({ text }) => text));
  return inEachLanguage((lang) => pattern(lang, texts));
});

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
    const isTold = (offset: number) =>
      foreignSentencesOf(passage).some(
        (sentence) => offset >= sentence.offset && offset < sentence.offset + sentence.text.length,
      );
    const listed = listedNames(reading)[lang];
    const unlisted = listed ? text.replace(listed, (name) => ' '.repeat(name.length)) : text;
    for (const { 0: found, index: offset } of unlisted.matchAll(capitalized))
      for (const inLang of otherLanguages(lang))
        if (signs[inLang].test(found.toLowerCase()) && !isTold(offset))
          yield { found, offset, language: languageNames[inLang].object, inLang };
  },
});
