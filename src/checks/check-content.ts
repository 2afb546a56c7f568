import type { Content } from '../model/content.ts';
import { userError } from '../model/user-error.ts';
import { inCodeOrder } from '../model/order.ts';
import { withoutConsequences } from './consequences.ts';
import { said } from './editor-language.ts';
import { mostPerFile, type Problem } from './problem.ts';
import { type ContentFile, examinePictures, maximumFiles, readFiles } from './read-files.ts';
import { readContent, toContent } from './read-content.ts';
import { isDraftEntry } from './page-paths.ts';
import type { PublishedPage } from './reading.ts';
import { contentRules, rulesOfFiles } from './rules.ts';
import { fileCount } from './rules/files.ts';

export type Report = {
  /** All problems of all files, by file and line. The warning rules run only when this is read. */
  readonly problems: Problem[];
  files: number;
  /** The content as a whole; undefined while there is an error. */
  content: Content | undefined;
};

/**
 * Checks a content folder; with `PRODUCTION=1` by the rules for a public site, too.
 * @param published pages that readers have now and must not lose
 * @throws a user-facing error when there is no such folder
 */
export async function checkContent(
  folder: string,
  now: Date,
  published: PublishedPage[] = [],
): Promise<Report> {
  const files = readFiles(folder);
  await examinePictures(files);
  return checkFiles(files, now, process.env['PRODUCTION'] === '1', contentRules, published);
}

/**
 * The content of a report, for commands that do not list the problems themselves.
 * @throws a user-facing error when the content has errors
 */
export function soundContent({ content }: Report): Content {
  if (!content)
    throw userError(
      said({
        fi: 'Sisällössä on virheitä: aja "npm run check".',
        sv: 'Innehållet har fel: kör "npm run check".',
        en: 'The content has errors: run "npm run check".',
      }),
    );
  return content;
}

/** Checks files whose bytes are in memory and whose pictures are examined, so that tests need no disk. */
export function checkFiles(...given: Parameters<typeof runRules>): Report {
  const { reading, errors, problems, forgiven } = runRules(...given);
  return {
    files: given[0].length,
    // Drafts are left out here, so that nothing that makes a site can know them.
    content: errors.some((problem) => !forgiven(problem))
      ? undefined
      : toContent({ ...reading, entries: reading.entries.filter((entry) => !isDraftEntry(entry)) }),
    get problems() {
      return problems();
    },
  };
}

/**
 * Parses the files and runs the error rules. The warning rules run when `problems` is called: a build of valid
 * content does not need them.
 * @returns also whether an error is forgiven: it stands in a draft and stops no publication
 */
export function runRules(
  files: ContentFile[],
  now: Date,
  production = false,
  rules = contentRules,
  published: PublishedPage[] = [],
) {
  const tooMany = files.length > maximumFiles;
  // Too many files are rejected without parsing any of them.
  const reading = { ...readContent(tooMany ? [] : files, now, production, published), files };
  const applicable = tooMany ? rules.filter((rule) => rule === fileCount) : rules;
  const problemsOf = (level: Problem['level']) =>
    applicable.filter((rule) => rule.level === level).flatMap((rule) => rule.check(reading));
  const found = [...reading.fieldProblems, ...problemsOf('error')];
  const isTold = withoutConsequences(found);
  const errors = found.filter(isTold);
  const drafts = reading.entries.filter(isDraftEntry).map(({ folder, id }) => `${folder}/${id}/`);
  const forgiven = ({ file, rule, field }: Problem) =>
    !rulesOfFiles.has(rule) && field !== 'draft' && drafts.some((draft) => file.startsWith(draft));
  const told = (error: Problem): Problem => (forgiven(error) ? { ...error, level: 'warning' } : error);
  return {
    reading,
    errors,
    forgiven,
    problems: () => sortedAndCapped([...errors.map(told), ...problemsOf('warning').filter(isTold)]),
  };
}

function sortedAndCapped(problems: Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems
    .sort(
      (a, b) =>
        inCodeOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inCodeOrder(a.rule, b.rule),
    )
    .filter(({ file, level }) => {
      const count = (counts.get(`${level} ${file}`) ?? 0) + 1;
      counts.set(`${level} ${file}`, count);
      return count <= mostPerFile;
    });
}
