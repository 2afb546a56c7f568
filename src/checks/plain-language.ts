import type { PlainLanguageRule } from '../schema/fields.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { type DetailsOf, type Message, type MessageFrom, type Rule, rule } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Body, Passage, Reading } from './reading.ts';

/** What a rule of plain language finds in a passage: the words, and the offset where they begin. */
export type FoundWords = { found: string; offset: number };

const orAccept: Record<EditorLang, string> = {
  fi: 'Tai hyväksy se kentässä accepted.',
  sv: 'Eller godkänn det i fältet accepted.',
  en: 'Or accept it in the field accepted.',
};

/**
 * Makes a rule of plain language. It warns of everything found, except what the editor has accepted with a
 * reason in the text's field `accepted`; each hint mentions that field.
 */
export function plainLanguage<const One extends MessageFrom<never>>(
  name: PlainLanguageRule,
  {
    message,
    ...finders
  }: { message: One } & (
    | { findInFile: (passage: Passage) => Iterable<DetailsOf<One> & FoundWords> }
    | { find: (passage: Passage, reading: Reading) => Iterable<DetailsOf<One> & FoundWords> }
  ),
): Rule {
  const notAccepted = function* (
    bodies: Body[],
    find: (passage: Passage) => Iterable<DetailsOf<One> & FoundWords>,
  ) {
    for (const body of bodies) {
      const accepted = acceptedIn(body.document).filter((entry) => entry.rule === name);
      for (const passage of body.passages) {
        for (const words of find(passage)) {
          const isAccepted = accepted.some(
            ({ text }) =>
              passage.text.includes(text) && (words.found.includes(text) || text.includes(words.found)),
          );
          if (!isAccepted) yield { ...words, at: passage.placeOf(words.offset) };
        }
      }
    }
  };
  const definition = {
    level: 'warning',
    message:
      typeof message === 'function' ? (details: never) => acceptable(message(details)) : acceptable(message),
    ...('findInFile' in finders
      ? { findInFile: ({ bodies }: Pick<Reading, 'bodies'>) => notAccepted(bodies, finders.findInFile) }
      : {
          find: (reading: Reading) =>
            notAccepted(reading.bodies, (passage) => finders.find(passage, reading)),
        }),
  };
  // The compiler has compared the message with what is found where the rule is written.
  return rule(name, definition as never);
}

const acceptable = ({ fi, sv, en }: Message): Message => ({
  fi: [fi[0], `${fi[1]} ${orAccept.fi}`],
  sv: [sv[0], `${sv[1]} ${orAccept.sv}`],
  en: [en[0], `${en[1]} ${orAccept.en}`],
});

/**
 * Matches a pattern against the text in lower case, and returns the words as written. A case-sensitive
 * pattern is several times faster than a case-insensitive one, and a check reads a thousand texts.
 */
export const occurrences = (pattern: RegExp, text: string): FoundWords[] =>
  [...text.toLowerCase().matchAll(pattern)].map(({ 0: match, index }) => ({
    found: text.slice(index, index + match.length),
    offset: index,
  }));

/** The valid items of a text's field `accepted`; other rules report the invalid ones. */
export function acceptedIn({ yaml }: TextDocument): { rule: string; text: string }[] {
  const { accepted } = (yaml.data ?? {}) as { accepted?: unknown };
  return Array.isArray(accepted)
    ? accepted.filter((item) => typeof item?.text === 'string' && item.text !== '')
    : [];
}
