import type { Localized } from '../../i18n/languages.ts';
import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { inFileNotation } from '../../schema/notation.ts';
import { occurrences, plainLanguage } from '../plain-language.ts';

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
