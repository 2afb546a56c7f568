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
 * @param otherPages heading of pages that are not in the guide, such as the contact directory
 */
export function mergeResults(found: Found[], hits: Hit[], guide: Guide, otherPages: string): Row[] {
  const isFound = (hit: Hit) => found.some(({ entry }) => entry.path === hit.path);
  return [
    ...found.map(({ entry, because }) => ({
      ...entry,
      because,
      excerpt: hits.find(({ path }) => path === entry.path)?.excerpt,
    })),
    ...(guide.isWhole && found.length > 0
      ? []
      : hitsOf(
          hits.filter((hit) => !isFound(hit)),
          guide,
          guide,
          otherPages,
        )),
  ];
}

/**
 * Hits of the full text as results.
 * @param guide of their language
 * @param own that of the page's language, whose entries are the same, with its headings
 */
export const hitsOf = (hits: Hit[], guide: Guide, own: Guide, otherPages: string, lang?: Lang): Row[] =>
  hits.map((hit) => {
    const index = guide.entries.findIndex(({ path }) => path === hit.path);
    return { ...hit, kind: own.entries[index]?.kind ?? { heading: otherPages }, ...(lang && { lang }) };
  });
