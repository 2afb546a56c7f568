import type { Lang } from '../i18n/languages.ts';
import type { Hit } from './full-text.ts';
import type { Guide, GuideEntry } from './guide.ts';
import type { Found } from './match.ts';

/** A result in the list. */
export type Row = GuideEntry & {
  excerpt?: string | undefined;
  /** Words of the index that matched and are not in the title. */
  because?: string[];
  /** Language of the result, if it is not that of the page. */
  lang?: Lang;
};

/**
 * The results of the guide in their order, with the excerpts of the full text. A whole guide knows every word
 * of the texts and what it tells, so hits of the full text alone are shown only where it has no answer.
 */
export function mergeResults(found: Found[], hits: Hit[], { entries, isWhole }: Guide, lang?: Lang): Row[] {
  const isFound = (hit: Hit) => found.some(({ entry }) => entry.path === hit.path);
  const others = isWhole && found.length > 0 ? [] : hits.filter((hit) => !isFound(hit));
  return [
    ...found.map(({ entry, because }) => ({
      ...entry,
      because,
      excerpt: hits.find(({ path }) => path === entry.path)?.excerpt,
    })),
    ...others.map(({ path, title, excerpt }) => ({
      // Pages that are not in the guide, such as the contact directory, get the kind "page".
      ...(entries.find((entry) => entry.path === path) ?? { kind: 'page' as const, title, path }),
      excerpt,
      ...(lang && { lang }),
    })),
  ];
}
