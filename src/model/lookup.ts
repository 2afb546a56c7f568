import type { Lang } from '../i18n/languages.ts';
import type { ContactEntry, Content, ServiceEntry } from './content.ts';
import { isPageOf, type Page, type PageOf } from './pages.ts';
import type { Site } from './site.ts';

/** Kuntaliitto's general advice: the way in when no other is known, and itself one of the services. */
export const adviceServiceId = 'personal-expert-advice';

/** References are checked before pages are made, so a missing target is a fault of the program. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} does not exist. Run "npm run check" to see all problems.`);
  return value;
}

export const serviceById = (content: Content, id: string): ServiceEntry =>
  found(content.services.find((service) => service.id === id), `Service "${id}"`);

export const contactById = (content: Content, id: string): ContactEntry =>
  found(content.contacts.find((contact) => contact.id === id), `Contact "${id}"`);

export const pageOfService = (site: Site, id: string, lang: Lang): PageOf<'service'> =>
  found(
    site.pages.find((page): page is PageOf<'service'> => isPageOf(page, 'service') && page.lang === lang && page.subject.entry.id === id),
    `The page of service "${id}"`,
  );

export const freePage = (site: Site, id: string, lang: Lang): PageOf<'page'> | undefined =>
  site.pages.find((page): page is PageOf<'page'> => isPageOf(page, 'page') && page.lang === lang && page.subject.entry.id === id);

export const pagesIn = <K extends Page['subject']['kind']>(site: Site, lang: Lang, kind: K): PageOf<K>[] =>
  site.pages.filter((page): page is PageOf<K> => page.lang === lang && isPageOf(page, kind));
