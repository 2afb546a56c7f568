import { isatty } from 'node:tty';
import type { EditorLang } from '../schema/sentences.ts';
import { oneLine, type Problem } from './problem.ts';

const words: Record<
  EditorLang,
  {
    error: string;
    warning: string;
    fine: (files: number) => string;
    count: (errors: number, warnings: number) => string;
  }
> = {
  fi: {
    error: 'virhe',
    warning: 'huomautus',
    fine: (files) => `Kaikki kunnossa (${files} tiedostoa).`,
    count: (e, w) => `${e} ${e === 1 ? 'virhe' : 'virhettä'}, ${w} ${w === 1 ? 'huomautus' : 'huomautusta'}`,
  },
  sv: {
    error: 'fel',
    warning: 'anmärkning',
    fine: (files) => `Allt i ordning (${files} filer).`,
    count: (e, w) => `${e} fel, ${w} ${w === 1 ? 'anmärkning' : 'anmärkningar'}`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    fine: (files) => `All is well (${files} files).`,
    count: (e, w) => `${e} ${e === 1 ? 'error' : 'errors'}, ${w} ${w === 1 ? 'warning' : 'warnings'}`,
  },
};

/**
 * Whether what is written to a file descriptor may have colours: a person reads it and has not declined them.
 * The stream of a thread does not know whether it ends at a terminal, so the descriptor is asked.
 * @param descriptor 1 for results, 2 for errors
 */
export const coloursOn = (descriptor: 1 | 2): boolean => isatty(descriptor) && !process.env['NO_COLOR'];

/**
 * For people: one line a problem, grouped by file, with a count at the end.
 * `services/legal-advice/fi.md:4:1 error summary — what is wrong — what to write instead`
 */
export function printText(problems: Problem[], files: number, lang: EditorLang, colours: boolean): string {
  const t = words[lang];
  if (problems.length === 0) return t.fine(files);
  const paint = (code: number, text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const groups = Map.groupBy(problems, ({ file }) => file);
  return [
    ...[...groups.values()].map((group) =>
      group.map((problem) => problemLine(problem, lang, paint)).join('\n'),
    ),
    countProblems(problems, lang),
  ].join('\n\n');
}

/** One problem on one line. */
export function problemLine(
  { file, line, column, level, rule, field, text }: Problem,
  lang: EditorLang,
  paint = (_colour: number, part: string): string => part,
): string {
  const { message, hint } = text[lang];
  return `${paint(1, `${oneLine(file)}:${line}:${column}`)} ${paint(level === 'error' ? 31 : 33, words[lang][level])} ${oneLine(field ?? rule)} — ${message} — ${hint}`;
}

/** How many errors and warnings there are. */
export function countProblems(problems: Problem[], lang: EditorLang): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  return words[lang].count(errors, problems.length - errors);
}

/** For programs: a list of plain records. */
export const printJson = (problems: Problem[], lang: EditorLang): string =>
  JSON.stringify(
    problems.map(({ file, line, column, level, rule, field, text }) => ({
      file,
      line,
      column,
      level,
      rule,
      field,
      ...text[lang],
    })),
    null,
    2,
  );

/** For pull requests on GitHub: annotations on the lines. */
export const printGithub = (problems: Problem[], lang: EditorLang, folder: string): string =>
  problems
    .map(({ file, line, column, level, rule, field, text }) => {
      const { message, hint } = text[lang];
      return `::${level} file=${property(`${folder}/${file}`)},line=${line},col=${column},title=${property(field ?? rule)}::${escapeData(`${message} — ${hint}`)}`;
    })
    .join('\n');

/** Workflow commands end at a line break, and their properties also at a colon or comma. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string =>
  escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
