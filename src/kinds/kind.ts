import type { Thing } from 'schema-dts';
import type { z } from 'zod';
import type { Lang, Localized } from '../i18n/languages.ts';
import type { Words } from '../i18n/fi.ts';
import type { Answers, Ask, Existing } from '../model/ask.ts';
import type { Content, Entries, Folder } from '../model/content.ts';
import type { Feed } from '../model/feed.ts';
import type { OpenDataField } from '../model/open-data-fields.ts';
import type { Page, PageDraft } from '../model/pages.ts';
import type { Site } from '../model/whole-site.ts';
import type { Sentence } from '../schema/sentences.ts';

/** A kind of search results, in the words of a language. */
export type ResultKind = {
  /** The heading of its group on the results page. */
  heading: string;
  /** What a suggestion of it says besides its title; of services only that one has ended. */
  row?: string;
  /** Whether the filters of services apply to it. */
  hasFilters?: boolean;
  /** Somebody else helps with it: it stands apart from the results. */
  isNotOurs?: boolean;
  /** Who asks for the name or title of somebody asks for the person, not for texts that mention them. */
  isPerson?: boolean;
};

/** Something that can be found: a page, or a part of one. */
export type Suggestion = {
  kind: ResultKind;
  title: string;
  path: string;
  /** What a row shows besides the title. */
  about?: string;
  keywords: string[];
  /** Words and questions that people ask with. */
  asked?: string[];
  summary?: string;
  body?: string;
};

/** The entries of the open data, in their order, and their fields; the dictionaries name the list. */
type OpenData<E> = { entries: (content: Content) => E[]; fields: Record<string, OpenDataField<E>> };

/**
 * Everything that other code asks of a kind of content. A new kind is a folder with such a record, and a line
 * in each of `kinds.ts`, `views.ts` and `content.config.ts`.
 */
export type Kind<F extends Folder = Folder> = {
  /** Its name in code and on the command line, in the singular. */
  name: string;
  /** Its folder in the content folder, and its list in the content. */
  folder: F;
  /** Fields without language: `<name>.yaml`, or the one file of an entry where the kind has no texts. */
  schema: z.ZodType;
  /** The text of an entry in each language, where it has one. `longest`: characters of its body. */
  text?: { schema: z.ZodType; extension: 'md' | 'mdx'; longest: number };
  /** The headings of a text, where they are the same in all, in their order, and what a new one is to tell there. */
  sections?: Localized<{ heading: string; placeholder: string }[]>;
  /** How people ask for an entry: its optional file `asked.yaml`. */
  asked?: z.ZodType;
  /** What an invalid entry shows in the preview in place of its name. */
  placeholder?: (name: string) => Record<string, unknown>;
  /** What editors call one entry, and a list of them. */
  called: { one: Sentence; many: Sentence };
  /** How a missing entry is called: "there is no …". */
  missing: Sentence;
  /** How many there are: "… services". */
  counted: Sentence;
  /** The name of an entry for readers. */
  nameOf: (entry: Entries[F], lang: Lang) => string;
  /** What to do about a reference to an entry that is gone. */
  restore?: (id: string) => Sentence;

  /** What `npm run new` asks; title, name and address of an entry with texts stand before it. */
  asks: Ask[];
  /** The fields of a new entry, from the answers. */
  newEntry: (answers: Answers, existing: Existing) => Record<string, unknown>;

  /** Every page of its entries and the lists of them, from content that is visible. */
  pages: (content: Content) => PageDraft[];
  /** Whether no list shows its entries: a new one is found only where texts link to it. */
  unlisted?: true;
  /** The path of the page of an entry, where it has one. */
  pathOf?: (lang: Lang, address: string) => string;
  /** Whether the site itself uses an address that an entry asks for; of one without texts, its id. */
  isReserved?: (lang: Lang, address: string) => boolean;
  /** The time from which on an entry is public, as written in its facts. */
  publishedFrom?: (facts: Record<string, unknown>) => unknown;
  /** Facts that are public from their `date` on, one or a list. */
  dated?: string[];
  /** An entry with what the rest of the content says of it. */
  complete?: (entry: Entries[F], content: Content) => Entries[F];

  /** What the search finds on a page. */
  suggestions: (page: Page, site: Site) => Suggestion[];
  feeds?: (site: Site, lang: Lang) => Feed[];
  /** The structured data (schema.org) of a page, where it is one of this kind. */
  structuredData: (page: Page, site: Site) => Thing[];
  /** The entries of the open data, in their order, and their fields. */
  openData?: F extends keyof Words['dataset'] ? OpenData<Entries[F]> : never;
  /** The same in a vocabulary of public data catalogues, with its address. */
  linkedData?: { profile: string; of: (site: Site) => object };
};

/** What the search finds of the page of an entry. */
export const suggestionOf = (
  kind: ResultKind,
  { title, path }: Page,
  {
    keywords,
    address,
    summary,
    body,
  }: { keywords: string[]; address: string; summary: string; body: string },
): Suggestion => ({ kind, title, path, keywords: [...keywords, address], summary, body });
