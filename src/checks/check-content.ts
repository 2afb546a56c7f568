import type { Content } from '../model/content.ts';
import { mendable } from '../model/mendable.ts';
import { inCodeOrder } from '../model/order.ts';
import { mostPerFile, type Problem } from './problem.ts';
import { type ContentFile, maximumFiles, readFiles } from './read-files.ts';
import { readContent, type Reading, toContent } from './reading.ts';
import { contentRules } from './rules.ts';
import { fileCount } from './rules/file-count.ts';

export type Report = {
  /** All problems of all files, by file and line. */
  problems: Problem[];
  files: number;
  /** The content as a whole; undefined while there is an error. */
  content: Content | undefined;
};

/**
 * Checks a content folder. With `PRODUCTION=1` it must also say who answers for the site.
 * @param folder path of the folder
 * @throws a mendable error when there is no such folder
 */
export const checkContent = async (folder: string, now: Date): Promise<Report> => checkFiles(readFiles(folder), now, process.env['PRODUCTION'] === '1');

/**
 * The content of a report, for commands that can do nothing without it and leave it to the check to tell what is wrong.
 * @throws a mendable error while there is an error in the content
 */
export function soundContent({ content }: Report): Content {
  if (!content) throw mendable('The content has errors: run "npm run check".');
  return content;
}

/** Checks files that were read already, so that tests need no disk. */
export function checkFiles(files: ContentFile[], now: Date, production = false, rules = contentRules): Report {
  const { reading, problems } = judge(files, now, production, rules);
  const content = problems.some(({ level }) => level === 'error') ? undefined : toContent(reading);
  return { problems, files: files.length, content };
}

/** Reads files and finds what is wrong with them, by file and line. */
export function judge(files: ContentFile[], now: Date, production = false, rules = contentRules): { reading: Reading; problems: Problem[] } {
  // Too many files are refused before they are parsed.
  const reading = readContent(files.length > maximumFiles ? [] : files, now, production);
  const judging = files.length > maximumFiles ? rules.filter((rule) => rule === fileCount) : rules;
  const found = [...reading.fieldProblems, ...judging.flatMap((rule) => rule.check({ ...reading, files }))].sort(
    (a, b) => inCodeOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inCodeOrder(a.rule, b.rule),
  );
  const errors = new Map<string, number>();
  const problems = found.filter(({ file, level }) => {
    if (level === 'error') errors.set(file, (errors.get(file) ?? 0) + 1);
    return level === 'warning' || errors.get(file)! <= mostPerFile;
  });
  return { reading, problems };
}
