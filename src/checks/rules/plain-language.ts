import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../../i18n/languages.ts';
import { foreignNames as namesPattern } from '../../model/foreign-names.ts';
import { memoize } from '../../model/memoize.ts';
import { inFileNotation } from '../../schema/notation.ts';
import { languageNames } from '../language-names.ts';
import { acceptedIn, occurrences, plainLanguage } from '../plain-language.ts';
import { rule } from '../problem.ts';
import { textsIn } from '../read-document.ts';
import type { Reading } from '../reading.ts';
import { sentencesIn } from '../sentences.ts';
import { foreignSentencesOf } from '../text-in-language.ts';

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

/** With this many passives in one sentence or in consecutive ones, readers lose track of who does what. */
const chainLength = 3;

/**
 * Passive verbs by their endings. Excluded are nouns and pronouns with the same endings, and passives with an
 * agent ("av"): a missed passive is better than a false alarm.
 */
const passive: Localized<RegExp> = {
  fi: /(?<!\p{L})(?!(?:mi|yh|vas|kerra|kun|hin|kan|pi)[tl]+(?:aan|ään))(?:\p{L}*(?:[aeiouyäö]t|[aeiouyäö]d|hd|ell|nn|ais?t)(?:aan|ään)|\p{L}+(?:tt|aist)iin|(?:on|ei|oli|ole|ovat|olisi) (?:\p{Ll}+ )?\p{L}+[hlnrst]t[uy])(?!\p{L})/gu,
  sv: /(?<!\p{L})(?!(?:hop|lyc|fin|min|syn|träf|umg|fat|der|all|vilk|ann)\p{L}*as(?!\p{L}))(?!\p{L}*(?:plats|sats)(?!\p{L}))(?:\p{L}{2,}(?:eras|ll?as|[^rs]nas|[dgkmpt]as|ades|rdes|ats|tts)|(?:blir|blev|blivit|bli) (?:\p{Ll}+ )?\p{L}+(?:d|at|ade|en|et|da|t))(?!\p{L})(?! (?:\p{L}+ )?av )/gu,
};

/** Endings that all such verbs have, for a fast path: most passages have too few of them for a chain. */
const endings: Localized<RegExp> = { fi: /aan|ään|iin|t[uy]/g, sv: /[adt]s(?![a-zåäö])|bli/g };

export const passiveChains = plainLanguage('passive-chains', {
  message: {
    fi: [
      'teksti ei kerro, kuka tekee: {verbs}',
      'Kerro tekijä tai puhuttele lukijaa: "Kysy neuvontapalvelusta", ei "kysytään".',
    ],
    sv: [
      'texten säger inte vem som gör: {verbs}',
      'Säg vem, eller tilltala läsaren: "Fråga rådgivningen", inte "frågas".',
    ],
    en: [
      'the text does not tell who acts: {verbs}',
      'Say who, or speak to the reader: "Ask the advice service", not "it is asked".',
    ],
  },
  findInPassage({ text, lang }) {
    if ((text.match(endings[lang])?.length ?? 0) < chainLength) return [];
    const runs: { offset: number; found: string; verbs: string[] }[] = [];
    let inRun = false;
    for (const { sentence, offset } of sentencesIn(text)) {
      const verbs = sentence.toLowerCase().match(passive[lang]) ?? [];
      if (inRun && verbs.length > 0) runs.at(-1)!.verbs.push(...verbs);
      else if (verbs.length > 0) runs.push({ offset, found: sentence, verbs: [...verbs] });
      inRun = verbs.length > 0;
    }
    return runs
      .filter(({ verbs }) => verbs.length >= chainLength)
      .map(({ offset, found, verbs }) => ({ offset, found, verbs: verbs.join(', ') }));
  },
});

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

/**
 * Sections of a law, and numbers of acts such as 410/2015. Bills (HE, RP) have no other name, so theirs are
 * permitted.
 */
const statute =
  /§(?:\s*\d+)?|\d+\s*§|(?<![\p{L}\d/-]|(?:HE|RP) )\d{1,4}\/(?:19|20)\d{2}(?!\d)|\d+\s*(?:pykälä|momen[tn]ti|luvun \d+|kap\.|mom\.)\p{L}*|(?<!\p{L})\d+ kap(?:itlet)? \d+/giu;
const termOfOffice = /^(?:19|20)\d{2}\//;

export const statuteNumbers = plainLanguage('statute-numbers', {
  message: {
    fi: [
      'tekstissä on pykälä tai säädöksen numero: {found}',
      'Kerro lain nimi ja mitä se vaatii. Numero kuuluu linkkiin tai lähteisiin.',
    ],
    sv: [
      'texten har en paragraf eller numret på en författning: {found}',
      'Säg lagens namn och vad den kräver. Numret hör till en länk eller källorna.',
    ],
    en: [
      'the text holds a section or the number of an act: {found}',
      'Say the name of the law and what it demands. The number belongs to a link or the sources.',
    ],
  },
  findInPassage: ({ text }) =>
    [...text.matchAll(statute)]
      .filter(([found]) => !termOfOffice.test(found))
      .map((match) => ({ found: match[0], offset: match.index })),
});

/**
 * Words that are true only when they are written. "nyt" and "nu", "uusi" and "ny" are left out: most of the
 * time they refer to the time of reading, or are part of a name.
 */
const ageing: Localized<RegExp> = {
  fi: /(?<!\p{L})(?:tällä hetkellä|nykyään|nykyisin|(?:ensi|viime) (?:vuo|kevää|syksy|talve|kesä|kuu|viiko)\p{L}+|tänä (?:vuonna|keväänä|syksynä|kesänä|talvena)|äskettäin|hiljattain|vastikään|viime aikoina|lähiaikoina|lähivuosina|parhaillaan|toistaiseksi)(?!\p{L})/gu,
  sv: /(?<!\p{L})(?:för närvarande|just nu|nuförtiden|numera|nyligen|på sistone|(?:nästa|förra) (?:år|vår|höst|vinter|sommar|månad|vecka)\p{L}*|i (?:fjol|år|vår|höst|vinter|sommar|våras|höstas|somras)|inom kort|tills vidare|i dagsläget|de närmaste åren)(?!\p{L})/gu,
};
export const ageingWords = plainLanguage('ageing-words', {
  message: {
    fi: ['"{found}" vanhenee', 'Kirjoita vuosi tai päivä, jolta tieto on.'],
    sv: ['"{found}" blir gammalt', 'Skriv året eller dagen som uppgiften är från.'],
    en: ['"{found}" will age', 'Write the year or the day that the fact is from.'],
  },
  findInPassage: ({ text, lang }) => occurrences(ageing[lang], text),
});

/** A date as both languages write it: 24.11.2026. */
const fullDate = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g;

export const datesAhead = plainLanguage('ageing-words', {
  message: {
    fi: [
      '{found} on edessä, ja teksti vanhenee silloin',
      'Kirjoita niin, että teksti pitää paikkansa myös sen jälkeen.',
    ],
    sv: [
      '{found} ligger framför oss, och då blir texten gammal',
      'Skriv så att texten stämmer också efter det.',
    ],
    en: [
      '{found} lies ahead, and then the text is out of date',
      'Write so that the text holds after that day, too.',
    ],
  },
  *find({ text }, { now }) {
    for (const { 0: found, index: offset } of text.matchAll(fullDate))
      if (inFileNotation('date', found) > helsinkiDay(now)) yield { found, offset };
  },
});

/**
 * Two to twelve capitals and digits; longer ones are words in capitals. The beginning of a case number such
 * as HEL 2025-014229 is not an abbreviation.
 */
const abbreviation = /(?<![\p{L}\d#@/.-])\p{Lu}[\p{Lu}\d]{1,11}(?![\p{L}\d@]| \d{4}-\d)/gu;
/** A fast path: most passages have no two capitals in a row. */
const capitals = /[A-ZÅÄÖ][A-ZÅÄÖ\d]/;
/** Abbreviations that readers in Finland know, and file formats, whose full names would explain nothing. */
const knownAbbreviations = [
  'EU',
  'YK',
  'FN',
  'USA',
  'THL',
  'STT',
  'TE',
  'AN',
  'ICT',
  'IKT',
  'AI',
  'PDF',
  'HTML',
  'XML',
  'JSON',
  'CSV',
  'RSS',
  'URL',
  'UTF',
];

/** Abbreviations are explained where they are used, for readers who do not know them. */
export const unexplainedAbbreviations = plainLanguage('unexplained-abbreviations', {
  message: {
    fi: [
      'lyhennettä {found} ei selitetä',
      'Kirjoita ensin koko nimi, "nimi ({found})", tai kerro, mikä se on.',
    ],
    sv: [
      'förkortningen {found} förklaras inte',
      'Skriv först hela namnet, "namnet ({found})", eller berätta vad det är.',
    ],
    en: [
      'the abbreviation {found} is not explained',
      'Write the whole name first, "name ({found})", or say what it is.',
    ],
  },
  *findInPassage({ text, document }) {
    if (!capitals.test(text)) return;
    const seen = new Set<string>();
    for (const match of text.matchAll(abbreviation)) {
      const [found] = match;
      if (seen.has(found) || knownAbbreviations.includes(found) || isExplained(found, document.text))
        continue;
      seen.add(found);
      yield { found, offset: match.index };
    }
  },
});

/**
 * An explanation before an abbreviation: a bracket, or what kind of thing it is ("järjestöt, muun muassa
 * CEMR").
 */
const explainedBefore =
  /\($|(?:yhtiö|järjestö|verkost|hank|viras|kesku|laito|säätiö|bolag|organisation|nätverk|projekt|myndighet|institut|stiftelse)[^.\n]{0,45}$/iu;
/** An explanation after an abbreviation: a bracket, or what it is or does. */
const explainedAfter =
  /^(?::\p{L}+|-\p{L}+)?(?: \(| (?:on|oli|koski|koskee|är|var|har|gäller|gällde) |, (?:joka|jotka|ett?|en|som) )/u;
const searchDistance = 60;

function isExplained(found: string, text: string): boolean {
  const initials = new RegExp(
    `(?<!\\p{L})${[...found].map((letter) => `${letter}\\p{L}+`).join('\\s+')},? $`,
    'iu',
  );
  for (let index = text.indexOf(found); index >= 0; index = text.indexOf(found, index + 1)) {
    const before = text.slice(Math.max(0, index - searchDistance), index);
    if (
      explainedAfter.test(text.slice(index + found.length, index + searchDistance)) ||
      explainedBefore.test(before) ||
      initials.test(before)
    )
      return true;
  }
  return false;
}

/** Parts of names that show their language: words that stand in many names, and that the other language does not share. */
const nameSigns: Localized<RegExp> = {
  fi: /verkosto|hanke(?!n)|kunta|kuntien|palvelu|keskus|virasto|foorumi|tieto|neuvo(?:nta|sto)|laitos|kysely|sopimus|luvat(?!t)|päättäj|kartta|lehti|koulu|liitto|musiikki/,
  sv: /nätverk|förbund|tjänst|rådgivning|utbildning|upphandling|avgift|ärende|bildning/,
};

/** A word that begins with a capital; a part of an address is none. */
const capitalized = /(?<![\p{L}\d.@/-])\p{Lu}[\p{L}\d-]*(?![\p{L}\d-]|\.\p{L})/gu;

/** Patterns of the listed names. The raw data: a mistake in another setting must not make every name a stranger. */
const listedNames = memoize(({ singles }: Reading) => {
  const { names } = (singles.site?.document.yaml.data ?? {}) as { names?: Partial<Record<Lang, unknown>> };
  const texts = inEachLanguage((lang) => textsIn(names?.[lang]).map(({ text }) => text));
  return inEachLanguage((lang) => namesPattern(lang, texts));
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
        if (nameSigns[inLang].test(found.toLowerCase()) && !isTold(offset))
          yield { found, offset, language: languageNames[inLang].object, inLang };
  },
});

/** An entry of the field `accepted` must quote words that are still in the text. */
export const acceptedTexts = rule('accepted-texts', {
  level: 'warning',
  message: {
    fi: [
      'hyväksyttyä kohtaa "{text}" ei ole enää tekstissä',
      'Poista se kentästä accepted tai kirjoita se kuten tekstissä.',
    ],
    sv: [
      'det godkända stället "{text}" finns inte längre i texten',
      'Ta bort det ur fältet accepted eller skriv det som i texten.',
    ],
    en: [
      'the accepted "{text}" no longer stands in the text',
      'Remove it from the field accepted, or write it as in the text.',
    ],
  },
  *findInBody({ document, passages }) {
    for (const [index, { text }] of acceptedIn(document).entries())
      if (!passages.some((passage) => passage.text.includes(text)))
        yield { at: document.yaml.placeOf(['accepted', index, 'text'], 'value'), text };
  },
});
