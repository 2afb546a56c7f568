import { inEachLanguage, type Localized } from '../../i18n/languages.ts';
import { occurrences, plainLanguage } from '../plain-language.ts';

/** Patterns for officialese, each with the plain words to use instead. The patterns cover inflected forms. */
const plainWords: Localized<[officialese: string, plain: string][]> = {
  fi: [
    ['kysei(?:nen|se\\p{L}*|ste\\p{L}*)', 'tämä tai se'],
    ['edellä (?:mainit\\p{L}+|kuvat\\p{L}+|esitet\\p{L}+)', 'asian nimi'],
    ['(?:ko|ao|em|ns)\\.', 'sana kokonaan'],
    ['toimesta', 'kuka tekee'],
    ['taholta', 'kuka tekee'],
    ['osalta', 'mistä on kyse, esimerkiksi "Helsingissä"'],
    ['puitteissa', 'missä tai milloin'],
    ['mitä tulee', 'suoraan asiaan'],
    ['johdosta', 'takia tai koska'],
    ['mikäli', 'jos'],
    ['omaava[nt]?', 'jolla on'],
    ['suorit(?:taa|tavat|etaan|ettiin|ettava\\p{L}*)', 'tehdä'],
    ['hyödyn(?:tää|tävät|netään|nettiin|tämi\\p{L}+)', 'käyttää'],
    ['mahdollist(?:aa|avat|etaan|ettiin)', 'voit tai voi'],
    ['liittyen', 'mistä, esimerkiksi "kysy hinnasta"'],
    ['koskien', 'mistä, esimerkiksi "kysy hinnasta"'],
    ['kokonaisvaltai\\p{L}+', 'mitä se sisältää'],
    ['sangen|varsin', 'ei mitään sen tilalle'],
  ],
  sv: [
    ['i syfte att', 'för att'],
    ['avseende|beträffande|angående', 'om'],
    ['i enlighet med', 'enligt'],
    ['med anledning av', 'på grund av'],
    ['inom ramen för', 'i'],
    ['ovannämnd\\p{L}*|ovanstående|ifrågavarande', 'sakens namn'],
    ['dylik\\p{L}*', 'sådan'],
    ['erhåll(?:a|er|it|s)', 'få'],
    ['tillse(?:r|s)?', 'se till'],
    ['möjliggör(?:a|s|t)?', 'kan'],
    ['nyttja(?:s|r|t)?', 'använda'],
    ['utgör(?:a|s|t)?', 'är'],
    ['således|sålunda|därav|härmed', 'så eller därför'],
    ['huruvida', 'om'],
    ['samtliga', 'alla'],
    ['helhetsmässig\\p{L}*', 'vad det omfattar'],
  ],
};

const wholeWords = (pattern: string) => new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'gu');
const replacements = inEachLanguage((lang) =>
  plainWords[lang].map(([officialese, plain]) => ({ pattern: wholeWords(officialese), plain })),
);
/** All patterns in one, as a fast path: most passages match none. */
const anyOfficialese = inEachLanguage((lang) =>
  wholeWords(plainWords[lang].map(([officialese]) => officialese).join('|')),
);

export const fillerWords = plainLanguage('filler-words', {
  message: {
    fi: ['"{found}" on virkakieltä', 'Kirjoita sen sijaan: {plain}.'],
    sv: ['"{found}" är kanslispråk', 'Skriv i stället: {plain}.'],
    en: ['"{found}" is officialese', 'Write instead: {plain}.'],
  },
  findInPassage: ({ text, lang }) =>
    text.toLowerCase().search(anyOfficialese[lang]) >= 0
      ? replacements[lang].flatMap(({ pattern, plain }) =>
          occurrences(pattern, text).map((words) => ({ ...words, plain })),
        )
      : [],
});
