import type { EditorLang } from '../schema/sentences.ts';

/** A place in a file of the content folder. Lines and columns count from 1. */
export type Place = { file: string; line: number; column: number; field?: string | undefined };

type Level = 'error' | 'warning';

/** What is wrong, and what to write instead. */
export type ProblemText = { message: string; hint: string };

/** One problem in every language that editors read. All forms of output are printed from this record. */
export type Problem = Place & { level: Level; rule: string; text: Record<EditorLang, ProblemText> };

/** What is wrong and what to write instead, in every language that editors read. */
export type Message = Record<EditorLang, [message: string, hint: string]>;

/** A fixed message, or a function that makes one from the details of a problem. */
type MessageFrom<Details> = Message | ((details: Details) => Message);

/** The messages of a rule by the names of the faults that it looks for. */
type Messages = Record<string, MessageFrom<never>>;

/**
 * What a rule finds: a place, and the details that its message needs. A rule with several messages also names the fault.
 * (Where a rule has no single message, the compiler leaves `One` as wide as it can be.)
 */
type Found<One, All> =
  MessageFrom<never> extends One
    ? { [Fault in keyof All]: { at: Place; fault: Fault } & DetailsOf<All[Fault]> }[keyof All]
    : { at: Place } & DetailsOf<One>;
type DetailsOf<Maker> = Maker extends (details: infer Details) => Message ? Details : unknown;

/** More problems than this in one file are not reported at once: nobody would read them, and most go away with the first. */
export const mostPerFile = 100;

/** A rule checks data of one kind. It reads no files and prints nothing. */
export type Rule<Input> = { name: string; level: Level; check: (input: Input) => Problem[] };

/**
 * Makes a rule from a function that finds problems and from its message, or from a message for each fault that it looks for.
 * It does not compile when a language lacks a message, or when `find` names a fault or gives details without one.
 */
export function rule<Input, One extends MessageFrom<never>, All extends Messages>(
  name: string,
  definition: { level?: Level; find: (input: Input) => Iterable<Found<One, All>> } & (
    { message: One; messages?: undefined } | { messages: All; message?: undefined }
  ),
): Rule<Input>;
export function rule<Input, Details extends object>(
  name: string,
  {
    level = 'error',
    message,
    messages = {},
    find,
  }: {
    level?: Level;
    message?: MessageFrom<Details>;
    messages?: Record<string, MessageFrom<Details>>;
    find: (input: Input) => Iterable<Details & { at: Place; fault?: string }>;
  },
): Rule<Input> {
  return {
    name,
    level,
    check: (input) =>
      [...find(input)].map((found) => ({
        ...found.at,
        level,
        rule: name,
        text: problemTexts(message ?? messages[found.fault!]!, found),
      })),
  };
}

function problemTexts<Details extends object>(
  message: MessageFrom<Details>,
  details: Details,
): Problem['text'] {
  const { fi, sv, en } = typeof message === 'function' ? message(withExcerpts(details)) : message;
  const asText = ([message, hint]: [string, string]): ProblemText => ({ message, hint });
  return { fi: asText(fi), sv: asText(sv), en: asText(en) };
}

const withExcerpts = <Details extends object>(details: Details): Details =>
  Object.fromEntries(
    Object.entries(details).map(([key, detail]) => [
      key,
      typeof detail === 'string' ? excerpt(detail) : detail,
    ]),
  ) as Details;

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

export const startOf = (file: string, field?: string): Place => ({ file, line: 1, column: 1, field });

/** The place of an offset in a text whose lines end with LF. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
