import type { EditorLang } from '../schema/sentences.ts';
import type { Reading } from './reading.ts';

/** A place in a file of the content folder. Lines and columns count from 1. */
export type Place = { file: string; line: number; column: number; field?: string | undefined };

type Level = 'error' | 'warning';

/** What is wrong, and what to write instead, in one language. */
export type ProblemText = { message: string; hint: string };

/** A problem in every language that editors read. All output formats are printed from this record. */
export type Problem = Place & { level: Level; rule: string; text: Record<EditorLang, ProblemText> };

/**
 * What is wrong and what to write instead, in every language that editors read. A name in braces stands for a
 * detail of the problem: `there is no page {target}`.
 */
export type Message = Record<EditorLang, readonly [message: string, hint: string]>;

/** A message, or a function that makes one where a detail decides what is said. */
export type MessageFrom<Details> = Message | ((details: Details) => Message);

/** The messages of a rule with several faults, by fault. */
type Messages = Record<string, MessageFrom<never>>;

/**
 * What a rule finds: a place, the details that its message needs, and the name of the fault if the rule has
 * several. When a rule has no `message`, the compiler infers nothing for `One` and falls back to its
 * constraint.
 */
type Found<One, All> =
  MessageFrom<never> extends One
    ? { [Fault in keyof All]: { at: Place; fault: Fault } & DetailsOf<All[Fault]> }[keyof All]
    : { at: Place } & DetailsOf<One>;
export type DetailsOf<Maker> = Maker extends (details: infer Details) => Message
  ? Details
  : Maker extends Message
    ? Record<NamesIn<Maker[EditorLang][number]>, string | number>
    : unknown;
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/**
 * At most this many problems of a file are reported: nobody reads more, and most go away with the first fix.
 */
export const mostPerFile = 100;
/** At most this many problems are looked for by a rule, so that a folder made to be slow is not. */
const mostFound = 5_000;

/** A rule checks the parsed content. It reads no files and prints nothing. */
export type Rule = { name: string; level: Level; check: (reading: Reading) => Problem[] };

/** One file of the content folder; `bodies` is empty where it has no body. */
type ReadFile = Pick<Reading, 'documents' | 'bodies'>;

/**
 * Makes a rule from a function that finds problems, and from its message or one message for each fault. What
 * `findInFile` finds in a file is remembered until the file changes. It does not compile when a message lacks
 * a language, or when a fault or details are found that no message has.
 */
export function rule<const One extends MessageFrom<never>, const All extends Messages>(
  name: string,
  definition: { level?: Level } & (
    | { find: (reading: Reading) => Iterable<Found<One, All>> }
    | { findInFile: (file: ReadFile) => Iterable<Found<One, All>> }
  ) &
    ({ message: One; messages?: undefined } | { messages: All; message?: undefined }),
): Rule;
export function rule<Details extends object>(
  name: string,
  {
    level = 'error',
    message,
    messages = {},
    find,
    findInFile,
  }: {
    level?: Level;
    message?: MessageFrom<Details>;
    messages?: Record<string, MessageFrom<Details>>;
    find?: (reading: Reading) => Iterable<Details & { at: Place; fault?: string }>;
    findInFile?: (file: ReadFile) => Iterable<Details & { at: Place; fault?: string }>;
  },
): Rule {
  const problemsOf = (found: Iterable<Details & { at: Place; fault?: string }>): Problem[] =>
    [...Iterator.from(found).take(mostFound)].map((found) => ({
      ...found.at,
      level,
      rule: name,
      text: textsFrom(message ?? messages[found.fault!]!, found),
    }));
  if (find) return { name, level, check: (reading) => problemsOf(find(reading)) };
  const known = new WeakMap<object, Problem[]>();
  return {
    name,
    level,
    check: ({ documents, bodies }) => {
      const bodiesOf = Map.groupBy(bodies, ({ document }) => document);
      const problemsIn = (document: Reading['documents'][number]): Problem[] => {
        const problems =
          known.get(document) ??
          problemsOf(findInFile!({ documents: [document], bodies: bodiesOf.get(document) ?? [] }));
        known.set(document, problems);
        return problems;
      };
      return [...documents.values().flatMap(problemsIn).take(mostFound)];
    },
  };
}

function textsFrom<Details extends object>(message: MessageFrom<Details>, found: Details): Problem['text'] {
  const details = Object.fromEntries(
    Object.entries(found).map(([name, detail]) => [
      name,
      typeof detail === 'string' ? excerpt(detail) : detail,
    ]),
  );
  return typeof message === 'function'
    ? problemTexts(message(details as Details))
    : problemTexts(message, details);
}

/** The texts of a message, with the details that it names. */
export function problemTexts(
  { fi, sv, en }: Message,
  details: Record<string, unknown> = {},
): Problem['text'] {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (name, key: string) => String(details[key] ?? name));
  const asText = ([message, hint]: Message[EditorLang]): ProblemText => ({
    message: filled(message),
    hint: filled(hint),
  });
  return { fi: asText(fi), sv: asText(sv), en: asText(en) };
}

/** Replaces characters that would break a line or control a terminal. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');

const longestExcerpt = 120;

/** Content as a message may quote it: on one line, and at most 120 characters. */
export function excerpt(text: string): string {
  const line = oneLine(text);
  return line.length > longestExcerpt
    ? `${line.slice(0, longestExcerpt - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}

export const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** The place of an offset in a text whose lines end with LF. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
