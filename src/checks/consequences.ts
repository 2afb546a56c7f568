import type { Problem } from './problem.ts';
import { publicationRules, rulesOfFiles } from './rules.ts';

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** What a rule compares a file with: a file, or a folder for the texts in it. */
const comparedWith: Record<string, (file: string) => string> = {
  'stale-translation': folderOf,
  'same-numbers': folderOf,
  'same-links': folderOf,
  'same-headings': folderOf,
  'foreign-names': () => 'site.yaml',
};

/** Rules about a file as a whole: of it nothing else is worth telling but what holds for drafts, too, such as a secret. */
const ofWholeFiles = ['merge-markers', 'copied-text'];

/** Mistakes that leave a file as good as any to compare with: some hold for publication alone, or in what is read alone. */
const ofNoWeight = new Set([...publicationRules.map(({ name }) => name), 'references']);

/**
 * Leaves out what follows from another mistake, so that one slip is told once, where it is: it goes away by itself when
 * that is mended, and its advice would harm files that are right.
 * @param errors all that were found
 * @returns whether a problem, error or warning, is worth telling
 */
export function withoutConsequences(errors: Problem[]): (problem: Problem) => boolean {
  const lost = new Set(errors.filter(({ rule }) => ofWholeFiles.includes(rule)).map(({ file }) => file));
  const mistaken = new Set(
    errors
      .filter(({ rule }) => !ofNoWeight.has(rule))
      .flatMap(({ file }) => [file, ...(/\.mdx?$/.test(file) ? [folderOf(file)] : [])]),
  );
  return ({ file, rule }) =>
    !(rule in comparedWith && mistaken.has(comparedWith[rule]!(file))) &&
    (!lost.has(file) || ofWholeFiles.includes(rule) || rulesOfFiles.has(rule));
}
