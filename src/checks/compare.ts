import { userError } from '../model/user-error.ts';
import { checkFiles } from './check-content.ts';
import { branchingPoint, filesAt, isAsIn } from './git.ts';
import { namedPaths } from './page-paths.ts';
import type { Problem } from './problem.ts';
import { readContent } from './read-content.ts';
import { examinePictures, readFiles } from './read-files.ts';
import type { PublishedPage } from './reading.ts';
import { contentRules, publicationRules } from './rules.ts';

/**
 * The public pages of a folder at a commit, where the folder has changed since.
 * @param commit by default the one where the branch left `main`
 */
export function pagesAt(folder: string, now: Date, commit = branchingPoint(folder)): PublishedPage[] {
  const files = commit && !isAsIn(commit, folder) ? filesAt(commit, folder) : undefined;
  return files
    ? namedPaths(readContent(files, now))
        .filter(({ embargo }) => !embargo)
        .map(({ path, name }) => ({ path, name }))
    : [];
}

/**
 * Checks a content folder as publishing would. Only what it adds to an earlier commit is an error, so that a request
 * is not held up by what others must mend.
 * @throws a user-facing error when the commit is not here
 */
export async function checkSince(
  commit: string,
  folder: string,
  now: Date,
  published: PublishedPage[],
): Promise<{ problems: Problem[]; files: number }> {
  const before = filesAt(commit, folder);
  if (!before)
    throw userError(
      `There is no commit "${commit}" here to compare with. Fetch it, for example with "fetch-depth: 2" of actions/checkout.`,
    );
  const files = readFiles(folder);
  await examinePictures(files);
  const pages = [...published, ...pagesAt(folder, now, commit)];
  const { problems } = checkFiles(files, now, true, contentRules, pages);
  const known = new Set(checkFiles(before, now, true, publicationRules, published).problems.map(sameProblem));
  const names = publicationRules.map(({ name }) => name);
  return {
    files: files.length,
    problems: problems.map((problem) =>
      names.includes(problem.rule) && known.has(sameProblem(problem))
        ? { ...problem, level: 'warning' }
        : problem,
    ),
  };
}

/** Lines move, so they do not tell problems apart. */
const sameProblem = ({ file, rule, field, text }: Problem): string =>
  [file, rule, field, text.en.message].join('\n');
