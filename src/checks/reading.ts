import type { Lang, Localized } from '../i18n/languages.ts';
import type { Folder } from '../model/content.ts';
import { memoize } from '../model/memoize.ts';
import type { singleFiles } from '../model/folders.ts';
import type { Place, Problem } from './problem.ts';
import type { FieldPath, TextDocument } from './read-document.ts';
import type { ContentFile } from './read-files.ts';

/* The parsed content folder, which the rules get. `read-content.ts` builds it. */

/** A node of the Markdown syntax tree; lines count from the start of the body. */
export type BodyNode = {
  type: string;
  children?: BodyNode[];
  value?: unknown;
  url?: string;
  alt?: string | null;
  title?: string | null;
  depth?: number;
  name?: string | null;
  align?: (string | null)[];
  checked?: boolean | null;
  attributes?: { type: string; name: string; value?: unknown }[];
  /** Offsets are UTF-16 code units from the start of the body. */
  position?: { start: { line: number; column: number; offset?: number }; end: { offset?: number } };
  ordered?: boolean;
};
type PlacedNode = { node: BodyNode; at: Place };
export type Body = {
  document: TextDocument;
  lang: Lang;
  text: string;
  firstLine: number;
  /** In document order, the root first; empty when the text cannot be parsed. */
  nodes: PlacedNode[];
  /** The running text of the fields and of the body. */
  passages: Passage[];
  /** Why the text cannot be parsed, and where. */
  error: { fault: 'syntax' | 'depth'; at: Place } | undefined;
};

/** One file of an entry: the parsed document, and its data where all fields are valid. */
export type Part = { document: TextDocument; data: Record<string, unknown> | undefined };
/** An entry; one of a kind without texts has its facts alone. */
export type ReadEntry = {
  folder: Folder;
  id: string;
  facts: Part | undefined;
  /** How people ask for it; only services have such a file, and not all. */
  asked: Part | undefined;
  texts: Partial<Record<Lang, Part>>;
};

/** `name` says what the page is about, whatever its address: `services/legal-advice fi`. */
export type PublishedPage = { path: string; name?: string | undefined };

/** What people ask for an entry with, in a file of its own or in a field. */
export function askedIn(
  { asked, facts }: ReadEntry,
  lang: Lang,
): { text: string; file: string; readonly at: Place }[] {
  const [part, path] = asked ? [asked, []] : [facts, ['asked']];
  const texts =
    ((asked ? asked.data : facts?.data?.['asked']) as Localized<string[]> | undefined)?.[lang] ?? [];
  return texts.map((text, index) => ({
    text,
    file: part!.document.file,
    // Only looked up where there is a problem: finding places parses the file a second time.
    get at() {
      return { ...part!.document.yaml.placeOf([...path, lang, index]), field: lang };
    },
  }));
}

export type Reading = {
  files: ContentFile[];
  documents: TextDocument[];
  bodies: Body[];
  entries: ReadEntry[];
  singles: Partial<Record<keyof typeof singleFiles, Part>>;
  /** What has changed in each entry since its translation was confirmed. */
  translations: EntryTranslation[];
  /** Problems of single fields, found while the entries were validated. */
  fieldProblems: Problem[];
  now: Date;
  /** Whether the site is built for the public (`PRODUCTION=1`). */
  production: boolean;
  /** The pages that readers have now and must not lose; empty when there is nothing to compare with. */
  published: PublishedPage[];
};

/** A unit of running text: a paragraph, list item, title, summary or key point. */
export type Passage = {
  document: TextDocument;
  lang: Lang;
  text: string;
  placeOf: (offset: number) => Place;
};

/** Where a sentence begins: in a field of the front matter, or on a line of the body, from 1. */
export type Start = { field: FieldPath } | { line: number };
/** A sentence, heading or table cell, normalized for comparison. */
export type Sentence = { text: string; hash: string; sketch: () => string; start: () => Start };

export type Changes = {
  /** Sentences that are not in the confirmed version. */
  changed: Sentence[];
  /** How many sentences were removed without a changed one in their place. */
  fewer: number;
  /** Where the text first differs; undefined when it is unchanged. */
  first: Sentence | undefined;
};

/** An entry with valid texts in every language, and what changed since they were confirmed to agree. */
export type EntryTranslation = {
  key: string;
  files: Localized<string>;
  sentences: Localized<Sentence[]>;
  changes: Localized<Changes> | undefined;
  placeOf: (lang: Lang, sentence: Sentence) => Place;
};

/** The nodes of a type, such as `heading`, in the order of the text. */
export const nodesOf = (body: Body, type: string): PlacedNode[] => nodesByType(body).get(type) ?? [];
const nodesByType = memoize(({ nodes }: Body) => Map.groupBy(nodes, ({ node }) => node.type));

export const sourceOf = ({ text }: Body, { position }: BodyNode): string =>
  text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

export const textOf = (node: BodyNode): string =>
  node.type === 'image'
    ? (node.alt ?? '')
    : typeof node.value === 'string' && node.type !== 'html'
      ? node.value
      : (node.children ?? []).map(textOf).join('');

/** A sentence, or several lines: a heading is one line without a stop. */
export const isSentence = (text: string): boolean => /[.!?:;,…]$|\n/.test(text.trim());

/** The file of a text in another language. */
export const inLanguage = (file: string, lang: Lang): string => file.replace(/[a-z]+(?=\.mdx?$)/, lang);
