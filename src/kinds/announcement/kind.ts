import { entryPath, sectionPath } from '../../i18n/addresses.ts';
import type { Lang } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { plainYear } from '../../model/ask.ts';
import { factFields, textFields } from '../../model/open-data-fields.ts';
import { entryDraft, isPageOf } from '../../model/pages.ts';
import { source } from '../../schema/fields.ts';
import { type Kind, suggestionOf } from '../kind.ts';
import { newestFirst } from './announcements.ts';
import { announcementFeed } from './feed.ts';
import { announcement, type AnnouncementEntry, announcementText } from './schema.ts';
import { newsArticle } from './structured-data.ts';

declare module '../../model/pages.ts' {
  interface Subjects {
    announcement: { entry: AnnouncementEntry };
    announcements: object;
  }
}

const pathOf = (lang: Lang, address: string): string => entryPath(lang, 'announcements', address);
const { id, titles, summaries, urls } = textFields(pathOf);
const factsOf = ({ facts }: AnnouncementEntry) => facts;

/** A press release or piece of news. */
export const announcementKind: Kind<'announcements'> = {
  name: 'announcement',
  folder: 'announcements',
  schema: announcement,
  text: { schema: announcementText, extension: 'md', longest: 12_000 },
  called: {
    one: { fi: 'tiedote', sv: 'meddelande', en: 'announcement' },
    many: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Announcements' },
  },
  missing: {
    fi: 'julkaistua tiedotetta',
    sv: 'något publicerat meddelande',
    en: 'published announcement',
  },
  counted: { fi: 'tiedotetta', sv: 'meddelanden', en: 'announcements' },
  nameOf: (entry, lang) => entry.texts[lang].title,

  asks: [
    { field: 'published', proposal: (_, { today }) => today },
    { field: 'kind' },
    { field: 'services' },
    { field: 'contacts' },
    { field: 'source', schema: source.shape.url, when: ({ kind }) => kind !== 'own' },
    {
      field: 'year',
      schema: source.shape.year,
      when: ({ kind }) => kind !== 'own',
      proposal: ({ published }) => String(published ?? '').slice(0, 4) || undefined,
    },
  ],
  newEntry: (answers) => ({
    ...answers,
    published: plainYear(answers['published']),
    sources: answers['source'] ? [{ url: answers['source'], year: answers['year'] }] : [],
  }),

  pages: ({ announcements }) => [
    {
      subject: { kind: 'announcements' },
      path: (lang) => sectionPath(lang, 'announcements'),
      title: (lang) => words[lang].announcements,
      description: (lang) => words[lang].announcementsIntro,
      section: 'announcements',
    },
    ...[...announcements]
      .sort(newestFirst)
      .map((entry) => entryDraft({ kind: 'announcement', entry }, pathOf, 'announcements')),
  ],
  pathOf,
  publishedFrom: ({ published }) => published,
  dated: ['corrections'],

  suggestions(page) {
    const { announcements: heading, foundAs } = words[page.lang];
    return isPageOf(page, 'announcement')
      ? [suggestionOf({ heading, row: foundAs.announcement }, page, page.subject.entry.texts[page.lang])]
      : [];
  },
  feeds: (site, lang) => [announcementFeed(site, lang)],
  structuredData: (page, site) => (isPageOf(page, 'announcement') ? [newsArticle(page, site)] : []),
  openData: {
    entries: ({ announcements }) => [...announcements].sort(newestFirst),
    fields: {
      id,
      ...factFields(announcement, factsOf, ['published', 'kind']),
      titles,
      summaries,
      urls,
      ...factFields(announcement, factsOf, ['contacts', 'services', 'sources', 'corrections']),
    },
  },
};
