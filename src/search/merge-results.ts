import type { Lang } from '../i18n/languages.ts';
import type { Hit } from './full-text.ts';
import type { GuideEntry } from './guide.ts';
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
 * The results of the guide in their order, with the excerpts of the full text. Hits of the full text alone are
 * the answer only where the guide has none, because it knows every word of them and what it tells.
 */
export const mergeResults = (found: Found[], hits: Hit[], entries: GuideEntry[], lang?: Lang): Row[] =>
  found.length > 0
    ? found.map(({ entry, because }) => ({
        ...entry,
        because,
        excerpt: hits.find(({ path }) => path === entry.path)?.excerpt,
      }))
    : hits.map(({ path, title, excerpt }) => ({
        // Pages that are not in the guide, such as the contact directory, get the kind "page".
        ...(entries.find((entry) => entry.path === path) ?? { kind: 'page', title, path }),
        excerpt,
        ...(lang && { lang }),
      }));
