import type { Localized } from '../i18n/languages.ts';
import type { Announcement, AnnouncementText } from '../schema/announcement.ts';
import type { Contact } from '../schema/contact.ts';
import type { FreePageText, Page } from '../schema/page.ts';
import type { Service, ServiceText } from '../schema/service.ts';
import type { Redirects, Removals, SearchWords, SiteFacts, Vocabulary } from '../schema/site-files.ts';

/**
 * A text of an entry in one language: its checked front matter, its body in Markdown with the line of the file on which it
 * begins, and whether it lags behind: its twin has changed since both were confirmed to say the same, and it has not.
 */
export type Text<FrontMatter> = FrontMatter & { body: string; bodyLine: number; lags: boolean };

/** An entry that has a page in every language: facts written once, texts side by side. */
export type Entry<Facts, FrontMatter> = { id: string; facts: Facts; texts: Localized<Text<FrontMatter>> };

export type ServiceEntry = Entry<Service, ServiceText>;
export type AnnouncementEntry = Entry<Announcement, AnnouncementText>;
export type PageEntry = Entry<Page, FreePageText>;
export type ContactEntry = Contact & { id: string };

/** Everything that editors have written, as plain data: the content check makes it, and pages are made of it. Entries are in the order of their ids. */
export type Content = {
  site: SiteFacts;
  vocabulary: Vocabulary;
  searchWords: SearchWords;
  redirects: Redirects;
  /** No page needs it: it speaks to the check that no address vanishes. */
  removals?: Removals;
  services: ServiceEntry[];
  announcements: AnnouncementEntry[];
  contacts: ContactEntry[];
  pages: PageEntry[];
};
