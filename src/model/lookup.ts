import type { Lang } from '../i18n/languages.ts';
import type { ContactEntry, Content, ServiceEntry } from './content.ts';
import { memoize } from './memoize.ts';
import { current } from './order.ts';
import { isPageOf, type Page, type PageOf } from './pages.ts';
import type { Site } from './whole-site.ts';

/** Kuntaliitto's general advice service: the fallback when a service has no channel or contact of its own. */
export const adviceServiceId = 'personal-expert-advice';

/**
 * @throws an Error when a target is missing: references are checked before pages are made, so that is a bug.
 */
function required<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Error(`${name} does not exist. Run "npm run check" to see all problems.`);
  return value;
}

/** Makes a lookup by key that indexes a list as a map on first use. */
function lookup<Item>(keyOf: (item: Item) => string): (list: Item[], key: string) => Item | undefined {
  const mapOf = memoize((list: Item[]) => new Map(list.map((item) => [keyOf(item), item])));
  return (list, key) => mapOf(list).get(key);
}

const findService = lookup<ServiceEntry>(({ id }) => id);
const findContact = lookup<ContactEntry>(({ id }) => id);
const findPage = lookup<Page>(({ lang, subject }) =>
  'entry' in subject ? `${lang} ${subject.kind} ${subject.entry.id}` : '',
);

export const serviceById = ({ services }: Content, id: string): ServiceEntry =>
  required(findService(services, id), `Service "${id}"`);

export const contactById = ({ contacts }: Content, id: string): ContactEntry =>
  required(findContact(contacts, id), `Contact "${id}"`);

/**
 * The contacts to show with a service. If none of its own is up to date, the first contact of the advice
 * service is added, since that service helps with everything.
 */
export function contactsOf({ facts }: ServiceEntry, content: Content): ContactEntry[] {
  const byIds = (ids: string[]) => ids.map((id) => contactById(content, id));
  const own = byIds(facts.contacts);
  if (current(own).length > 0) return own;
  return [...own, ...current(byIds(serviceById(content, adviceServiceId).facts.contacts)).slice(0, 1)];
}

export const pageOfService = ({ pages }: Site, id: string, lang: Lang): PageOf<'service'> =>
  required(findPage(pages, `${lang} service ${id}`), `The page of service "${id}"`) as PageOf<'service'>;

export const freePage = ({ pages }: Site, id: string, lang: Lang): PageOf<'page'> | undefined =>
  findPage(pages, `${lang} page ${id}`) as PageOf<'page'> | undefined;

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
