import { collate } from '../i18n/format.ts';
import type { Lang } from '../i18n/languages.ts';
import type { AnnouncementEntry, ContactEntry, ServiceEntry } from './content.ts';

/** Compares by UTF-16 code units, which is the same on every machine, whatever its locale. */
export const inCodeOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest announcements first; within a year or month, those with a more exact date come first. */
export const newestFirst = (a: AnnouncementEntry, b: AnnouncementEntry): number =>
  inCodeOrder(b.facts.published, a.facts.published) || inCodeOrder(a.id, b.id);

/** Alphabetical (A–Ö) by the title in the language. */
export const byTitle =
  (lang: Lang) =>
  (a: ServiceEntry, b: ServiceEntry): number =>
    collate(lang)(fromFirstLetter(a.texts[lang].title), fromFirstLetter(b.texts[lang].title));

/** A title from its first letter or digit on: in lists a quotation mark or picture before it does not count. */
export const fromFirstLetter = (title: string): string => title.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');

/** Contacts in the order set by editors. */
export const inDirectoryOrder = (contacts: ContactEntry[]): ContactEntry[] =>
  [...contacts].sort((a, b) => a.order - b.order);

/** The contacts that are not marked as out of date. */
export const current = (contacts: ContactEntry[]): ContactEntry[] =>
  contacts.filter(({ historical }) => !historical);

/** Withdrawn services keep their page but are left out of lists and search. */
export const isOffered = ({ facts }: ServiceEntry): boolean => !facts.withdrawn;
export const offered = (services: ServiceEntry[]): ServiceEntry[] => services.filter(isOffered);

/** Services in alphabetical order, grouped by first letter. */
export const byFirstLetter = (
  lang: Lang,
  services: ServiceEntry[],
): { letter: string; services: ServiceEntry[] }[] =>
  [
    ...Map.groupBy([...services].sort(byTitle(lang)), (service) =>
      [...fromFirstLetter(service.texts[lang].title)][0]!.toLocaleUpperCase(lang),
    ),
  ].map(([letter, services]) => ({ letter, services }));
