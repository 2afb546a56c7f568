import type { Lang, Localized } from '../i18n/languages.ts';
import type { BilingualFolder, singleFiles } from '../model/folders.ts';
import type { Place, Problem } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { ContentFile } from './read-files.ts';

/* The content folder as the rules see it; `read-content.ts` makes it. */

/** A node of the syntax tree, as far as the rules look at it. Lines count from the beginning of the body. */
export type BodyNode = {
  type: string;
  children?: BodyNode[];
  value?: unknown;
  url?: string;
  alt?: string | null;
  depth?: number;
  name?: string | null;
  align?: (string | null)[];
  checked?: boolean | null;
  attributes?: { type: string; name: string; value?: unknown }[];
  position?: { start: { line: number; column: number } };
};
/** A node with its place in the file. */
type PlacedNode = { node: BodyNode; at: Place };
export type Body = {
  document: TextDocument;
  lang: Lang;
  text: string;
  firstLine: number;
  /** Every node of the syntax tree in the order of the text, the root first; none when the text cannot be read. */
  nodes: PlacedNode[];
  /** What a reader reads in one go, of the fields and of the text. */
  passages: Passage[];
  /** Why the text cannot be read, and where. */
  error: { fault: 'syntax' | 'depth'; at: Place } | undefined;
};

/** One part of an entry: its document, and its data where the fields are sound. */
export type Part = { document: TextDocument; data: Record<string, unknown> | undefined };
export type ReadEntry = {
  folder: BilingualFolder;
  id: string;
  facts: Part | undefined;
  texts: Partial<Record<Lang, Part>>;
};

/** The content folder as the rules see it: from bytes to entries. */
export type Reading = {
  files: ContentFile[];
  documents: TextDocument[];
  bodies: Body[];
  entries: ReadEntry[];
  contacts: (Part & { id: string })[];
  singles: Partial<Record<keyof typeof singleFiles, Part>>;
  /** How the languages of each entry stand to each other. */
  translations: EntryTranslation[];
  /** Field problems, found while the entries were read. */
  fieldProblems: Problem[];
  now: Date;
  /** Whether the site is made for the public, and not to try it out. */
  production: boolean;
};

/** What a reader reads in one go: a paragraph, an item of a list, a title, a summary, a key point. */
export type Passage = {
  document: TextDocument;
  lang: Lang;
  text: string;
  placeOf: (offset: number) => Place;
};

/** Where a sentence begins: in a field of the front matter, or on a line of the body. */
export type Start = { field: (string | number)[] } | { line: number };
/** A sentence, heading or cell of a text, as it is compared: without what does not change what it says. */
export type Sentence = { text: string; hash: string; start: () => Start };

export type Changes = {
  /** Sentences that the confirmed version did not have. */
  changed: Sentence[];
  /** How many sentences of the confirmed version are gone and have no changed one in their place. */
  fewer: number;
  /** Where the text first differs; undefined when it says what it said. */
  first: Sentence | undefined;
};

/** An entry with sound texts in every language, and what each says that it did not say when it was confirmed. */
export type EntryTranslation = {
  /** For example `services/legal-advice`. */
  key: string;
  files: Localized<string>;
  sentences: Localized<Sentence[]>;
  /** Undefined when the entry was never confirmed. */
  changes: Localized<Changes> | undefined;
  placeOf: (lang: Lang, sentence: Sentence) => Place;
};

/** The text that a reader sees of a node. */
export const textOf = (node: BodyNode): string =>
  node.type === 'image'
    ? (node.alt ?? '')
    : typeof node.value === 'string' && node.type !== 'html'
      ? node.value
      : (node.children ?? []).map(textOf).join('');
