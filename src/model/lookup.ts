import type { Lang } from '../i18n/languages.ts';
import type { ContactEntry, Content, ServiceEntry } from './content.ts';
import { memoize } from './memoize.ts';
import { current } from './order.ts';
import { isPageOf, type Page, type PageOf } from './pages.ts';
import type { Site } from './whole-site.ts';

/** Kuntaliitto's general advice: the way in when no other is known, and itself one of the services. */
export const adviceServiceId = 'personal-expert-advice';

/** References are checked before pages are made, so a missing target is a fault of the program. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new Error(`${what} does not exist. Run "npm run check" to see all problems.`);
  return value;
}

/** Makes a lookup that sorts a list into a map the first time. */
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
  found(findService(services, id), `Service "${id}"`);

export const contactById = ({ contacts }: Content, id: string): ContactEntry =>
  found(findContact(contacts, id), `Contact "${id}"`);

/** Whom a reader of a service can ask. Where its own contacts are none or out of date, the general advice helps with everything. */
export function contactsOf({ facts }: ServiceEntry, content: Content): ContactEntry[] {
  const named = (ids: string[]) => ids.map((id) => contactById(content, id));
  const own = named(facts.contacts);
  if (current(own).length > 0) return own;
  return [...own, ...current(named(serviceById(content, adviceServiceId).facts.contacts)).slice(0, 1)];
}

export const pageOfService = ({ pages }: Site, id: string, lang: Lang): PageOf<'service'> =>
  found(findPage(pages, `${lang} service ${id}`), `The page of service "${id}"`) as PageOf<'service'>;

export const freePage = ({ pages }: Site, id: string, lang: Lang): PageOf<'page'> | undefined =>
  findPage(pages, `${lang} page ${id}`) as PageOf<'page'> | undefined;

export const pagesIn = <K extends Page['subject']['kind']>(site: Site, lang: Lang, kind: K): PageOf<K>[] =>
  site.pages.filter((page): page is PageOf<K> => page.lang === lang && isPageOf(page, kind));

/** Old addresses with the pages that they lead to. One whose page is not yet visible leads nowhere for now. */
export const redirectsOf = ({ content, pages }: Site): { from: string; page: Page }[] =>
  Object.entries(content.redirects).flatMap(([from, to]) =>
    pages.filter(({ path }) => path === to).map((page) => ({ from, page })),
  );
