import { isatty } from 'node:tty';
import type { EditorLang } from '../schema/sentences.ts';
import { oneLine, type Problem } from './problem.ts';

const messages = {
  fi: {
    error: 'virhe',
    warning: 'huomautus',
    allFine: (files: number) => `Kaikki kunnossa (${files} tiedostoa).`,
    count: (e: number, w: number) =>
      `${e} ${e === 1 ? 'virhe' : 'virhettä'}, ${w} ${w === 1 ? 'huomautus' : 'huomautusta'}`,
    warnings: 'Huomautukset eivät estä julkaisua',
    preview: 'Katso, miltä sivut näyttävät',
  },
  sv: {
    error: 'fel',
    warning: 'anmärkning',
    allFine: (files: number) => `Allt i ordning (${files} filer).`,
    count: (e: number, w: number) => `${e} fel, ${w} ${w === 1 ? 'anmärkning' : 'anmärkningar'}`,
    warnings: 'Anmärkningar hindrar inte publiceringen',
    preview: 'Se hur sidorna ser ut',
  },
  en: {
    error: 'error',
    warning: 'warning',
    allFine: (files: number) => `All is well (${files} files).`,
    count: (e: number, w: number) =>
      `${e} ${e === 1 ? 'error' : 'errors'}, ${w} ${w === 1 ? 'warning' : 'warnings'}`,
    warnings: 'Warnings do not stop publication',
    preview: 'See what the pages look like',
  },
} satisfies Record<EditorLang, object>;

/**
 * Whether output may have colours.
 * @param descriptor 1 for stdout, 2 for stderr
 */
export const coloursOn = (descriptor: 1 | 2): boolean => isatty(descriptor) && !process.env['NO_COLOR'];

/**
 * One line per problem, grouped by file, with a count at the end:
 * `services/legal-advice/fi.md:4:1 error summary — what is wrong — what to write instead`
 */
export function printText(problems: Problem[], files: number, lang: EditorLang, colours: boolean): string {
  const t = messages[lang];
  if (problems.length === 0) return t.allFine(files);
  const paint = (colour: number, text: string) => (colours ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const groups = Map.groupBy(problems, ({ file }) => file);
  return [
    ...[...groups.values()].map((group) =>
      group.map((problem) => problemLine(problem, lang, paint)).join('\n'),
    ),
    countProblems(problems, lang),
  ].join('\n\n');
}

export function problemLine(
  { file, line, column, level, rule, field, text }: Problem,
  lang: EditorLang,
  paint = (_colour: number, text: string): string => text,
): string {
  const { message, hint } = text[lang];
  return `${paint(1, `${oneLine(file)}:${line}:${column}`)} ${paint(level === 'error' ? 31 : 33, messages[lang][level])} ${oneLine(field ?? rule)} — ${oneLine(`${message} — ${hint}`)}`;
}

export function countProblems(problems: Problem[], lang: EditorLang): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  return messages[lang].count(errors, problems.length - errors);
}

/** A JSON array of `{ file, line, column, level, rule, field, message, hint }`. */
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

/** GitHub Actions workflow commands, which annotate the lines in a pull request. */
export const printGithub = (problems: Problem[], lang: EditorLang, folder: string): string =>
  problems
    .map(({ file, line, column, level, rule, field, text }) => {
      const { message, hint } = text[lang];
      return `::${level} file=${escapeProperty(`${folder}/${file}`)},line=${line},col=${column},title=${escapeProperty(field ?? rule)}::${escapeData(oneLine(`${message} — ${hint}`))}`;
    })
    .join('\n');

/** The most problems in a comment: hosts limit its length, and nobody reads more. */
const mostInComment = 50;

/**
 * A comment on a request, as Markdown. What stands in quotation marks is to be copied, so it becomes code; all else is
 * escaped, so that content can neither call people nor look like the host.
 */
export function printComment(problems: Problem[], files: number, lang: EditorLang, preview = ''): string {
  const t = messages[lang];
  const list = (level: Problem['level']) =>
    problems
      .filter((problem) => problem.level === level)
      .slice(0, mostInComment)
      .map(({ file, line, text }) => {
        const { message, hint } = text[lang];
        return `- \`${file.replaceAll('`', '')}:${line}\` ${inMarkdown(message)} — ${inMarkdown(hint)}`;
      });
  const warnings = list('warning');
  return [
    `**${problems.length === 0 ? t.allFine(files) : countProblems(problems, lang)}**`,
    ...(preview ? [`[${t.preview}](${preview})`] : []),
    ...(list('error').length > 0 ? [list('error').join('\n')] : []),
    ...(warnings.length > 0
      ? [`<details><summary>${t.warnings}</summary>\n\n${warnings.join('\n')}\n</details>`]
      : []),
  ].join('\n\n');
}

const inMarkdown = (text: string): string =>
  oneLine(text)
    .split(/"([^"`]+)"/)
    .map((part, index) =>
      index % 2 === 1
        ? `\`${part}\``
        : part.replace(/[&<>@#`*_[\]\\|~!]/g, (sign) => `&#${sign.codePointAt(0)};`),
    )
    .join('');

/** A workflow command ends at a line break; its properties also end at a colon or comma. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
