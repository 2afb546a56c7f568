import type { PlainLanguageRule } from '../schema/fields.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Passage } from './reading.ts';
import { type Explain, type Place, type Rule, rule } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Reading } from './reading.ts';

/** A match of a plain-language rule: the text found, and its offset in the passage. */
export type Found = { found: string; offset: number };

const acceptHint: Record<EditorLang, string> = {
  fi: 'Tai hyväksy se kentässä accepted.',
  sv: 'Eller godkänn det i fältet accepted.',
  en: 'Or accept it in the field accepted.',
};

/**
 * Makes a plain-language rule: a warning for each match that the editor has not accepted, with a reason, in
 * the field `accepted` of the text.
 */
export function plainLanguage<Details extends object>(
  name: PlainLanguageRule,
  {
    explain,
    find,
  }: { explain: Explain<Details & Found>; find: (passage: Passage, now: Date) => Iterable<Details & Found> },
): Rule<Reading> {
  const withAcceptHint =
    (lang: EditorLang) =>
    (details: Details & Found): [string, string] => {
      const [message, hint] = explain[lang](details);
      return [message, `${hint} ${acceptHint[lang]}`];
    };
  return rule(name, {
    level: 'warning',
    explain: { fi: withAcceptHint('fi'), sv: withAcceptHint('sv'), en: withAcceptHint('en') },
    *find({ bodies, now }: Reading): Iterable<Details & Found & { at: Place }> {
      for (const body of bodies) {
        const accepted = acceptedIn(body.document).filter((item) => item.rule === name);
        for (const passage of body.passages) {
          for (const match of find(passage, now)) {
            const isAccepted = accepted.some(
              ({ text }) =>
                passage.text.includes(text) && (match.found.includes(text) || text.includes(match.found)),
            );
            if (!isAccepted) yield { ...match, at: passage.placeOf(match.offset) };
          }
        }
      }
    },
  });
}

/**
 * The matches of a lower-case pattern, with their original capitals. Lower-casing the text once and matching
 * case-sensitively is several times faster than the `i` flag, and a check reads a thousand texts.
 */
export const occurrences = (pattern: RegExp, text: string): Found[] =>
  [...text.toLowerCase().matchAll(pattern)].map(({ 0: match, index }) => ({
    found: text.slice(index, index + match.length),
    offset: index,
  }));

/** The accepted warnings of a text; invalid items are left out. */
export function acceptedIn({ yaml }: TextDocument): { rule: string; text: string }[] {
  const { accepted } = (yaml.data ?? {}) as { accepted?: unknown };
  return Array.isArray(accepted)
    ? accepted.filter((item) => typeof item?.text === 'string' && item.text !== '')
    : [];
}
