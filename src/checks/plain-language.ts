import type { PlainLanguageRule } from '../schema/fields.ts';
import { inEditorLanguages, type Sentence } from '../schema/sentences.ts';
import { type DetailsOf, type Message, type Rule, rule } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Body, Passage, Reading } from './reading.ts';

type FoundWords = { found: string; offset: number };

const orAccept: Sentence = {
  fi: 'Tai hyväksy se kentässä accepted.',
  sv: 'Eller godkänn det i fältet accepted.',
  en: 'Or accept it in the field accepted.',
};

/** Makes a rule that warns of everything found but what the text's field `accepted` accepts; each hint mentions it. */
export function plainLanguage<const One extends Message>(
  name: PlainLanguageRule,
  {
    message,
    find,
    findInPassage,
  }: {
    message: One;
    find?: (passage: Passage, reading: Reading) => Iterable<DetailsOf<One> & FoundWords>;
    findInPassage?: (passage: Passage) => Iterable<DetailsOf<One> & FoundWords>;
  },
): Rule {
  const notAccepted = function* ({ document, passages }: Body, findIn: NonNullable<typeof findInPassage>) {
    const accepted = acceptedIn(document).filter((entry) => entry.rule === name);
    for (const passage of passages)
      for (const words of findIn(passage)) {
        const isAccepted = accepted.some(
          ({ text }) =>
            passage.text.includes(text) && (words.found.includes(text) || text.includes(words.found)),
        );
        if (!isAccepted) yield { ...words, at: passage.placeOf(words.offset) };
      }
  };
  // The compiler has compared the message with what is found where the rule is written.
  return rule(name, {
    level: 'warning',
    message: inEditorLanguages((lang) => [message[lang][0], `${message[lang][1]} ${orAccept[lang]}`]),
    find:
      find &&
      ((reading) =>
        reading.bodies.flatMap((body) => [...notAccepted(body, (passage) => find(passage, reading))])),
    findInBody: findInPassage && ((body) => notAccepted(body, findInPassage)),
  });
}

/** Matches a pattern against the text in lower case: a pattern for both cases is several times slower. */
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
