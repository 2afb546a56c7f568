import type { Localized } from '../i18n/languages.ts';
import type { Redirects, Removals, SiteFacts, Vocabulary } from '../schema/site-files.ts';

/**
 * The text of an entry in one language: its validated front matter, its Markdown body, the line of the file
 * on which the body begins, and whether the text lags: the other language has changed since both were
 * confirmed to say the same, and this one has not.
 */
export type Text<FrontMatter> = FrontMatter & { body: string; bodyLine: number; lags: boolean };

/** An entry with a page in every language: language-independent facts, and a text per language. */
export type Entry<Facts, FrontMatter> = { id: string; facts: Facts; texts: Localized<Text<FrontMatter>> };

/**
 * The entries of each kind, by the name of its folder. Every kind adds its own (`src/kinds/<kind>/schema.ts`),
 * so that this folder names none.
 */
export interface Entries {}
export type Folder = keyof Entries;

/** All content as plain data, as returned by the content check. Entries are sorted by id. */
export type Content = {
  site: SiteFacts;
  vocabulary: Vocabulary;
  redirects: Redirects;
  /** Used only by the check that no published address disappears. */
  removals?: Removals;
} & { [F in Folder]: Entries[F][] };
