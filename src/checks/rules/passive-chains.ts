import type { Localized } from '../../i18n/languages.ts';
import { plainLanguage } from '../plain-language.ts';
import { sentencesIn } from '../sentences.ts';

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
