import type { Content } from '../model/content.ts';
import { userError } from '../model/user-error.ts';
import { inCodeOrder } from '../model/order.ts';
import { mostPerFile, type Problem } from './problem.ts';
import { type ContentFile, examinePictures, maximumFiles, readFiles } from './read-files.ts';
import { readContent, toContent } from './read-content.ts';
import type { Reading } from './reading.ts';
import { contentRules } from './rules.ts';
import { fileCount } from './rules/file-count.ts';

export type Report = {
  /** All problems of all files, by file and line; warnings are looked for when they are read here. */
  readonly problems: Problem[];
  files: number;
  /** The content as a whole; undefined while there is an error. */
  content: Content | undefined;
};

/**
 * Checks a content folder. With `PRODUCTION=1` it must also say who answers for the site.
 * @param folder path of the folder
 * @throws a user-facing error when there is no such folder
 */
export async function checkContent(folder: string, now: Date): Promise<Report> {
  const files = readFiles(folder);
  await examinePictures(files);
  return checkFiles(files, now, process.env['PRODUCTION'] === '1');
}

/**
 * The content of a report, for commands that can do nothing without it and leave it to the check to tell what is wrong.
 * @throws a user-facing error while there is an error in the content
 */
export function soundContent({ content }: Report): Content {
  if (!content) throw userError('The content has errors: run "npm run check".');
  return content;
}

/** Checks files that were read already and whose pictures were examined, so that tests need no disk. */
export function checkFiles(
  files: ContentFile[],
  now: Date,
  production = false,
  rules = contentRules,
): Report {
  const { reading, errors, problems } = judge(files, now, production, rules);
  return {
    files: files.length,
    content: errors.length > 0 ? undefined : toContent(reading),
    get problems() {
      return problems();
    },
  };
}

type Judgement = { reading: Reading; errors: Problem[]; problems: () => Problem[] };

/** Reads files and finds what is wrong with them. What only warns is looked for when somebody asks for all problems: a build of sound content does not. */
export function judge(files: ContentFile[], now: Date, production = false, rules = contentRules): Judgement {
  const tooMany = files.length > maximumFiles;
  // Too many files are refused before they are parsed.
  const reading = readContent(tooMany ? [] : files, now, production);
  const judging = tooMany ? rules.filter((rule) => rule === fileCount) : rules;
  const find = (level: Problem['level']) =>
    judging.filter((rule) => rule.level === level).flatMap((rule) => rule.check({ ...reading, files }));
  const errors = [...reading.fieldProblems, ...find('error')];
  return { reading, errors, problems: () => inOrder([...errors, ...find('warning')]) };
}

/** Problems by file and line, as many of each file as somebody would read: errors and warnings are counted apart. */
function inOrder(problems: Problem[]): Problem[] {
  const told = new Map<string, number>();
  return problems
    .sort(
      (a, b) =>
        inCodeOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inCodeOrder(a.rule, b.rule),
    )
    .filter(({ file, level }) => {
      const count = (told.get(`${level} ${file}`) ?? 0) + 1;
      told.set(`${level} ${file}`, count);
      return count <= mostPerFile;
    });
}
