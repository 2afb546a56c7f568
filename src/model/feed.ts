import type { Lang } from '../i18n/languages.ts';

export type Feed = {
  path: string;
  lang: Lang;
  title: string;
  description: string;
  /** Path of the page whose updates the feed carries. */ page: string;
  items: FeedItem[];
};

export type FeedItem = {
  /** Stable when title, address or text change, so that feed readers do not show a corrected item twice. */
  id: string;
  title: string;
  description: string;
  /** Path of the page that the item links to. */
  path: string;
  /** Undefined where only the year or month is known: no day is made up. */
  published: Date | undefined;
  updated: Date | undefined;
  categories: string[];
  /** The full text that the item includes: a Markdown body, its file, and what stands round it. */
  text?: { body: string; file: string; whole: (bodyHtml: string) => string };
};
