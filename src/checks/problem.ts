import type { EditorLang } from '../schema/sentences.ts';

/** Where something stands: a file of the content folder, lines and columns from 1. */
export type Place = { file: string; line: number; column: number; field?: string | undefined };

type Level = 'error' | 'warning';

/** What is wrong, and what to write instead. */
export type Told = { message: string; hint: string };

/** One problem, told in every language that editors read. One record feeds every form of printing. */
export type Problem = Place & { level: Level; rule: string; text: Record<EditorLang, Told> };

/** The sentences of a rule: `[what is wrong, what to write instead]` from the details of a finding. */
export type Explain<Details> = Record<EditorLang, (details: Details) => [message: string, hint: string]>;

/** More problems than this in one file are not told at once: nobody would read them, and most go away with the first. */
export const mostPerFile = 100;

/** A rule judges data of one kind. It reads nothing and prints nothing. */
export type Rule<Input> = { name: string; level: Level; check: (input: Input) => Problem[] };

/**
 * Makes a rule from its sentences and a function that finds.
 * A language that is missing in `explain` does not compile.
 */
export function rule<Input, Details>(
  name: string,
  {
    level = 'error',
    explain,
    find,
  }: { level?: Level; explain: Explain<Details>; find: (input: Input) => Iterable<Details & { at: Place }> },
): Rule<Input> {
  return {
    name,
    level,
    check: (input) => [...find(input)].map((finding) => tell(name, level, explain, finding)),
  };
}

function tell<Details>(
  name: string,
  level: Level,
  explain: Explain<Details>,
  finding: Details & { at: Place },
): Problem {
  const brief = Object.fromEntries(
    Object.entries(finding).map(([key, detail]) => [
      key,
      typeof detail === 'string' ? shown(detail) : detail,
    ]),
  ) as Details;
  const told = (lang: EditorLang): Told => {
    const [message, hint] = explain[lang](brief);
    return { message, hint };
  };
  return { ...finding.at, level, rule: name, text: { fi: told('fi'), sv: told('sv'), en: told('en') } };
}

/** Characters that would break a line or steer a terminal. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');

const longestShown = 120;

/** A part of the content as a message may hold it: on one line and not too long. */
export function shown(text: string): string {
  const line = oneLine(text);
  return line.length > longestShown
    ? `${line.slice(0, longestShown - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}

export const startOf = (file: string, field?: string): Place => ({ file, line: 1, column: 1, field });

/** The place of an offset in a text whose lines end with LF. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
