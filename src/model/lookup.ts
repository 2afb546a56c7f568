import type { Lang } from '../i18n/languages.ts';
import { memoize } from './memoize.ts';
import { isPageOf, type Page, type PageOf } from './pages.ts';
import type { Site } from './whole-site.ts';

/**
 * @throws an Error when a target is missing: references are checked before pages are made, so that is a bug.
 */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Error(`${name} does not exist. Run "npm run check" to see all problems.`);
  return value;
}

/** Makes a lookup by key that indexes a list as a map on first use. */
export function lookup<Item>(keyOf: (item: Item) => string): (list: Item[], key: string) => Item | undefined {
  const mapOf = memoize((list: Item[]) => new Map(list.map((item) => [keyOf(item), item])));
  return (list, key) => mapOf(list).get(key);
}

/** The page of an entry, by a key such as `fi service legal-advice`. */
export const findPage = lookup<Page>(({ lang, subject }) =>
  'entry' in subject ? `${lang} ${subject.kind} ${subject.entry.id}` : '',
);

export const pagesIn = <K extends Page['subject']['kind']>(site: Site, lang: Lang, kind: K): PageOf<K>[] =>
  site.pages.filter((page): page is PageOf<K> => page.lang === lang && isPageOf(page, kind));

/**
 * Old addresses with the pages that they redirect to. Redirects to pages that are not yet visible are left
 * out.
 */
export const redirectsOf = ({ content, pages }: Site): { from: string; page: Page }[] =>
  Object.entries(content.redirects).flatMap(([from, to]) =>
    pages.filter(({ path }) => path === to).map((page) => ({ from, page })),
  );
