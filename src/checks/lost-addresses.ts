import { coversPath, homePath, isListPart } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';

/** A larger share of the pages is more likely lost by mistake than removed on purpose. */
const tolerableLoss = 0.05;

type Loss = {
  paths: string[];
  /** Whether so much would go that redirects alone do not do. */
  shrinks: boolean;
  /** Share of the published pages, from 0 to 1. */
  share: number;
  /** Paths of home pages and main lists below which nothing would be left. */
  sections: string[];
};

/**
 * Published paths that would vanish: not made, not redirected and not in `removals.yaml`. When the site shrinks by more
 * than 5 %, or by a whole language or list, redirects do not count.
 * @param made paths of the new site
 */
export function lostAddresses(
  published: string[],
  made: string[],
  { redirects, removals = {} }: Pick<Content, 'redirects' | 'removals'>,
): Loss {
  const removed = Object.keys(removals);
  const expected = published.filter(
    (path) => !isListPart(path) && !removed.some((pattern) => coversPath(pattern, path)),
  );
  const kept = new Set(made);
  const vanishing = expected.filter((path) => !kept.has(path));
  const pages = made.filter((path) => !isListPart(path));
  const sections = sectionRoots.filter((root) => expected.some(isBelow(root)) && !pages.some(isBelow(root)));
  const shrinks = pages.length < expected.length * (1 - tolerableLoss) || sections.length > 0;
  const paths = shrinks ? vanishing : vanishing.filter((path) => !(path in redirects));
  return { paths, shrinks, share: paths.length / (expected.length || 1), sections };
}

const sectionRoots = languages.flatMap((lang) => [
  ...new Set([
    homePath(lang),
    ...allKinds.flatMap(({ pathOf }) => pathOf?.(lang, 'name').replace('name/', '') ?? []),
  ]),
]);
const isBelow = (root: string) => (path: string) => path.startsWith(root) && path !== root;
