import { collate } from '../i18n/format.ts';
import type { Lang } from '../i18n/languages.ts';
import type { AnnouncementEntry, ContactEntry, ServiceEntry } from './content.ts';

/** The order of names, dates and paths that is the same on every machine, whatever its language. */
export const inCodeOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest announcements first; of two from one year the one whose date is known better comes first. */
export const newestFirst = (a: AnnouncementEntry, b: AnnouncementEntry): number =>
  inCodeOrder(b.facts.published, a.facts.published) || inCodeOrder(a.id, b.id);

/** A–Ö by the title in the language. */
export const byTitle =
  (lang: Lang) =>
  (a: ServiceEntry, b: ServiceEntry): number =>
    collate(lang)(a.texts[lang].title, b.texts[lang].title);

/** Contacts in the order that editors have given them. */
export const inDirectoryOrder = (contacts: ContactEntry[]): ContactEntry[] =>
  [...contacts].sort((a, b) => a.order - b.order);

/** Contacts without those that are marked as out of date. */
export const current = (contacts: ContactEntry[]): ContactEntry[] =>
  contacts.filter(({ historical }) => !historical);

/** Withdrawn services keep their page but stand in no list and are not found. */
export const isOffered = ({ facts }: ServiceEntry): boolean => !facts.withdrawn;
export const offered = (services: ServiceEntry[]): ServiceEntry[] => services.filter(isOffered);

/** Services in alphabetical order under their first letters. */
export const byFirstLetter = (
  lang: Lang,
  services: ServiceEntry[],
): { letter: string; services: ServiceEntry[] }[] =>
  [
    ...Map.groupBy([...services].sort(byTitle(lang)), (service) =>
      service.texts[lang].title.charAt(0).toLocaleUpperCase(lang),
    ),
  ].map(([letter, services]) => ({ letter, services }));
