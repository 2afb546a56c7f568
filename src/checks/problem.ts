import { memoize } from '../model/memoize.ts';
import { type EditorLang, inEditorLanguages, type Sentence } from '../schema/sentences.ts';
import type { TextDocument } from './read-document.ts';
import type { Body, Reading } from './reading.ts';

/** A place in a file of the content folder. Lines and columns count from 1. */
export type Place = { file: string; line: number; column: number; field?: string | undefined };

type Level = 'error' | 'warning';

/** All output formats are printed from this record. */
export type Problem = Place & {
  level: Level;
  rule: string;
  text: Record<EditorLang, { message: string; hint: string }>;
};

/** What is wrong, and what to write instead. A name in braces stands for a detail: `there is no page {target}`. */
export type Message = Record<EditorLang, readonly [message: string, hint: string]>;

/** What stands for a name in braces: a quotation from the content, or names or words of our own. */
type Detail = string | number | readonly string[] | Sentence;
export type DetailsOf<One extends Message> = Record<NamesIn<One[EditorLang][number]>, Detail>;
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/**
 * A place, the details of the message, and the name of the fault if the rule has several. Without `message` the compiler
 * infers nothing for `One` and falls back to its constraint.
 */
type Found<One extends Message, All extends Record<string, Message>> = Message extends One
  ? { [Fault in keyof All]: { at: Place; fault: Fault } & DetailsOf<All[Fault]> }[keyof All]
  : { at: Place } & DetailsOf<One>;

/** So many problems of a file are reported: nobody reads more, and most go away with the first fix. */
export const mostPerFile = 100;
/** So many problems are looked for by a rule, so that a folder made to be slow is not. */
const mostFound = 5_000;

/** A rule checks the parsed content. It reads no files and prints nothing. */
export type Rule = { name: string; level: Level; check: (reading: Reading) => Problem[] };

/**
 * Makes a rule, which finds problems in the whole content, in each file or in each body; what it finds in these is
 * remembered until they change. It does not compile when a message lacks a language, or when a fault or details are
 * found that no message has.
 */
export function rule<const One extends Message, const All extends Record<string, Message>>(
  name: string,
  {
    level = 'error',
    message,
    messages,
    find,
    findInFile,
    findInBody,
  }: {
    level?: Level;
    find?: (reading: Reading) => Iterable<Found<One, All>>;
    findInFile?: (document: TextDocument) => Iterable<Found<One, All>>;
    findInBody?: (body: Body) => Iterable<Found<One, All>>;
  } & ({ message: One; messages?: undefined } | { messages: All; message?: undefined }),
): Rule {
  const problemsOf = (found: Iterable<{ at: Place; fault?: keyof All }>): Problem[] =>
    [...Iterator.from(found).take(mostFound)].map((one) => ({
      ...one.at,
      level,
      rule: name,
      text: problemText(message ?? messages![one.fault!]!, one),
    }));
  const inFile = findInFile && memoize((document: TextDocument) => problemsOf(findInFile(document)));
  const inBody = findInBody && memoize((body: Body) => problemsOf(findInBody(body)));
  return {
    name,
    level,
    check: (reading) => [
      ...(find ? problemsOf(find(reading)) : []),
      ...(inFile ? reading.documents.values().flatMap(inFile).take(mostFound) : []),
      ...(inBody ? reading.bodies.values().flatMap(inBody).take(mostFound) : []),
    ],
  };
}

export function problemText(message: Message, details: object): Problem['text'] {
  const filled = (lang: EditorLang, text: string) =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) => {
      const detail = (details as Record<string, Detail | undefined>)[name] ?? braces;
      if (typeof detail !== 'object') return excerpt(String(detail));
      return 'fi' in detail ? detail[lang] : detail.join(', ');
    });
  return inEditorLanguages((lang) => ({
    message: filled(lang, message[lang][0]),
    hint: filled(lang, message[lang][1]),
  }));
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

export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The place of a field, with its name: `security.expires`. */
export const atField = ({ yaml }: TextDocument, ...path: (string | number)[]): Place => ({
  ...yaml.placeOf(path),
  field: path.filter((step) => typeof step === 'string').join('.'),
});
