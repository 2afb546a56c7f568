import {
  entryPath,
  type Facet,
  freePagePath,
  homePath,
  listPartPath,
  notFoundPath,
  type Section,
  sectionPath,
} from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { Term } from '../schema/site-files.ts';
import type { AnnouncementEntry, Content, PageEntry, ServiceEntry } from './content.ts';
import { isOffered, newestFirst } from './order.ts';
import { listPath, pageCountOf, type ServiceList, servicesIn } from '../kinds/service/lists.ts';

/** What a page is about; it determines the view. */
export type Subject =
  | { kind: 'home' }
  | ServiceList
  /** The second or a later page of a paginated list; `number` counts from 1. */
  | { kind: 'part'; list: ServiceList; number: number }
  | { kind: 'service'; entry: ServiceEntry }
  | { kind: 'announcements' }
  | { kind: 'announcement'; entry: AnnouncementEntry }
  | { kind: 'contacts' }
  | { kind: 'search' }
  | { kind: 'page'; entry: PageEntry }
  | { kind: 'not-found' };

/**
 * One page in one language. Routes, language switch, sitemap, feeds and search are all derived from the list
 * of pages.
 */
export type Page<S extends Subject = Subject> = {
  lang: Lang;
  /** Path on the site, for example `/fi/palvelut/lakineuvonta/`. */
  path: string;
  /** Paths of the page's alternates (hreflang) in every language, including its own. */
  twins: Localized<string>;
  /** The heading, and the beginning of the `title` element. */
  title: string;
  /** One sentence for search engines and link previews. */
  description: string;
  subject: S;
};
export type PageOf<K extends Subject['kind']> = Page<Extract<Subject, { kind: K }>>;
export const isPageOf = <K extends Subject['kind']>(page: Page, kind: K): page is PageOf<K> =>
  page.subject.kind === kind;

/**
 * Whether a page is in the full-text index: pages with a text of their own, not lists of links or withdrawn
 * services.
 */
export const isInFullText = ({ subject }: Page): boolean =>
  subject.kind === 'service'
    ? isOffered(subject.entry)
    : ['announcement', 'contacts', 'page'].includes(subject.kind);

type Draft = {
  subject: Subject;
  path: (lang: Lang) => string;
  title: (lang: Lang) => string;
  description: (lang: Lang) => string;
};

/** Every page of the site in every language, from content that is filtered by `visibleAt`. */
export function pagesOf(content: Content): Page[] {
  return drafts(content).flatMap(({ subject, path, title, description }) => {
    const twins = inEachLanguage(path);
    return languages.map((lang) => ({
      lang,
      path: twins[lang],
      twins,
      title: title(lang),
      description: description(lang),
      subject,
    }));
  });
}

function drafts(content: Content): Draft[] {
  const { site, vocabulary } = content;
  const section = (
    kind: Section,
    title: (lang: Lang) => string,
    description: (lang: Lang) => string,
  ): Draft => ({
    subject: { kind },
    path: (lang) => sectionPath(lang, kind),
    title,
    description,
  });
  return [
    {
      subject: { kind: 'home' },
      path: homePath,
      title: (lang) => site.name[lang],
      description: (lang) => site.tagline[lang],
    },
    ...listDrafts(
      content,
      { kind: 'services' },
      (lang) => words[lang].servicesHeading,
      (lang) => words[lang].servicesIntro,
    ),
    ...facetDrafts(content, 'themes', vocabulary.themes),
    ...facetDrafts(content, 'divisions', vocabulary.divisions),
    ...content.services.map((entry) =>
      entryDraft({ kind: 'service', entry }, (lang) =>
        entryPath(lang, 'services', entry.texts[lang].address),
      ),
    ),
    section(
      'announcements',
      (lang) => words[lang].announcements,
      (lang) => words[lang].announcementsIntro,
    ),
    ...[...content.announcements]
      .sort(newestFirst)
      .map((entry) =>
        entryDraft({ kind: 'announcement', entry }, (lang) =>
          entryPath(lang, 'announcements', entry.texts[lang].address),
        ),
      ),
    section(
      'contacts',
      (lang) => words[lang].contacts,
      (lang) => words[lang].contactsIntro,
    ),
    section(
      'search',
      (lang) => words[lang].search,
      (lang) => words[lang].searchIntro,
    ),
    ...content.pages.map((entry) =>
      entryDraft({ kind: 'page', entry }, (lang) => freePagePath(lang, entry.texts[lang].address)),
    ),
    {
      subject: { kind: 'not-found' },
      path: notFoundPath,
      title: (lang) => words[lang].notFoundHeading,
      description: (lang) => words[lang].notFoundText,
    },
  ];
}

function entryDraft(subject: Extract<Subject, { entry: unknown }>, path: (lang: Lang) => string): Draft {
  const { texts } = subject.entry;
  return { subject, path, title: (lang) => texts[lang].title, description: (lang) => texts[lang].summary };
}

const facetDrafts = (content: Content, facet: Facet, terms: Record<string, Term>): Draft[] =>
  Object.entries(terms).flatMap(([key, term]) =>
    listDrafts(
      content,
      { kind: 'facet', facet, key, term },
      (lang) => words[lang].servicesOf(term.name[lang]),
      (lang) => term.about[lang],
    ),
  );

/** A list of services, paginated. */
function listDrafts(
  { services }: Content,
  list: ServiceList,
  title: Draft['title'],
  description: Draft['description'],
): Draft[] {
  return Array.from({ length: pageCountOf(servicesIn(services, list, languages[0]).length) }, (_, index) => {
    const number = index + 1;
    return {
      subject: number === 1 ? list : { kind: 'part', list, number },
      path: (lang) => listPartPath(listPath(list, lang), number),
      title: (lang) => (number === 1 ? title(lang) : words[lang].partOfList(title(lang), number)),
      description,
    };
  });
}

/** Pages that may be linked to: all but the 404 pages. */
export const readablePages = (pages: Page[]): Page[] =>
  pages.filter((page) => page.subject.kind !== 'not-found');
