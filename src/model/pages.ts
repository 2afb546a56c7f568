import { homePath, notFoundPath, type Section, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { Content } from './content.ts';

/** What pages are about, by name; it determines the view. Every kind of content adds the pages of its own. */
export interface Subjects {
  home: object;
  search: object;
  'not-found': object;
}
export type Subject = { [K in keyof Subjects]: { kind: K } & Subjects[K] }[keyof Subjects];

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
  /** The beginning of the `title` element, and the heading unless there is a shorter one. */
  title: string;
  heading: string;
  /** One sentence for search engines and link previews. */
  description: string;
  /** The section that the page stands in or is the first page of; undefined for the home page and free pages. */
  section: Section | undefined;
  /** Whether it is in the full-text index: pages with a text of their own, not lists of links. */
  inFullText: boolean;
  subject: S;
};
export type PageOf<K extends Subject['kind']> = Page<Extract<Subject, { kind: K }>>;
export const isPageOf = <K extends Subject['kind']>(page: Page, kind: K): page is PageOf<K> =>
  page.subject.kind === kind;

/** A page in all languages. */
export type PageDraft = {
  subject: Subject;
  path: (lang: Lang) => string;
  title: (lang: Lang) => string;
  heading?: (lang: Lang) => string;
  description: (lang: Lang) => string;
  section?: Section;
  inFullText?: boolean;
};

/** The page of an entry with texts. */
export function entryDraft(
  subject: Extract<Subject, { entry: { texts: unknown } }>,
  path: (lang: Lang, address: string) => string,
  section?: Section,
): PageDraft {
  const { texts } = subject.entry;
  return {
    subject,
    path: (lang) => path(lang, texts[lang].address),
    title: (lang) => texts[lang].title,
    description: (lang) => texts[lang].summary,
    ...(section && { section }),
    inFullText: true,
  };
}

/**
 * Every page of the site in every language.
 * @param content as it is visible at a time
 * @param kinds the kinds of content, with their pages
 */
export function pagesOf(content: Content, kinds: { pages: (content: Content) => PageDraft[] }[]): Page[] {
  const { site } = content;
  const drafts: PageDraft[] = [
    {
      subject: { kind: 'home' },
      path: homePath,
      title: (lang) => site.name[lang],
      description: (lang) => site.tagline[lang],
    },
    ...kinds.flatMap((kind) => kind.pages(content)),
    {
      subject: { kind: 'search' },
      path: (lang) => sectionPath(lang, 'search'),
      title: (lang) => words[lang].search,
      description: (lang) => words[lang].searchIntro,
      section: 'search',
    },
    {
      subject: { kind: 'not-found' },
      path: notFoundPath,
      title: (lang) => words[lang].notFoundHeading,
      description: (lang) => words[lang].notFoundText,
    },
  ];
  return drafts.flatMap(
    ({ subject, path, title, heading = title, description, section, inFullText = false }) => {
      const twins = inEachLanguage(path);
      return languages.map((lang) => ({
        lang,
        path: twins[lang],
        twins,
        title: title(lang),
        heading: heading(lang),
        description: description(lang),
        section,
        inFullText,
        subject,
      }));
    },
  );
}

/** Pages that may be linked to: all but the 404 pages. */
export const readablePages = (pages: Page[]): Page[] =>
  pages.filter((page) => page.subject.kind !== 'not-found');
