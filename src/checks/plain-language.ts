import type { PlainLanguageRule } from '../schema/fields.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Passage } from './reading.ts';
import { type Explain, type Place, type Rule, rule } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Reading } from './reading.ts';

/** What a rule of plain language finds in a passage: the words, where they begin, and what its sentences need to tell. */
export type Found = { found: string; offset: number };

const nextStep: Record<EditorLang, string> = {
  fi: 'Tai hyväksy se kentässä accepted.',
  sv: 'Eller godkänn det i fältet accepted.',
  en: 'Or accept it in the field accepted.',
};

/**
 * Makes a rule of plain language: a warning for each finding that the editor has not accepted with a reason,
 * in the field `accepted` of the text.
 */
export function plainLanguage<Details extends object>(
  name: PlainLanguageRule,
  {
    explain,
    find,
  }: { explain: Explain<Details & Found>; find: (passage: Passage, now: Date) => Iterable<Details & Found> },
): Rule<Reading> {
  const withWayOut =
    (lang: EditorLang) =>
    (details: Details & Found): [string, string] => {
      const [message, hint] = explain[lang](details);
      return [message, `${hint} ${nextStep[lang]}`];
    };
  return rule(name, {
    level: 'warning',
    explain: { fi: withWayOut('fi'), sv: withWayOut('sv'), en: withWayOut('en') },
    *find({ bodies, now }: Reading): Iterable<Details & Found & { at: Place }> {
      for (const body of bodies) {
        const accepted = acceptedIn(body.document).filter((one) => one.rule === name);
        for (const passage of body.passages) {
          for (const finding of find(passage, now)) {
            const isAccepted = accepted.some(
              ({ text }) =>
                passage.text.includes(text) && (finding.found.includes(text) || text.includes(finding.found)),
            );
            if (!isAccepted) yield { ...finding, at: passage.placeOf(finding.offset) };
          }
        }
      }
    },
  });
}

/**
 * The places of a pattern for words in lower case, as they stand in the text. Patterns that tell capitals and small letters
 * apart are several times faster than those that do not, and a check reads a thousand texts.
 */
export const occurrences = (pattern: RegExp, text: string): Found[] =>
  [...text.toLowerCase().matchAll(pattern)].map(({ 0: match, index }) => ({
    found: text.slice(index, index + match.length),
    offset: index,
  }));

/** What the editor has accepted in a text, as far as it is written soundly. */
export function acceptedIn({ yaml }: TextDocument): { rule: string; text: string }[] {
  const { accepted } = (yaml.data ?? {}) as { accepted?: unknown };
  return Array.isArray(accepted)
    ? accepted.filter((one) => typeof one?.text === 'string' && one.text !== '')
    : [];
}
