import { LineCounter, parseDocument, visit, type Document as YamlDocument, type YAMLParseError } from 'yaml';
import type { Lang } from '../i18n/languages.ts';
import { languages } from '../i18n/languages.ts';
import type { Place } from './problem.ts';
import type { ContentFile } from './read-files.ts';

/** A path to a field, for example `['channels', 0, 'url']`. */
export type FieldPath = readonly (string | number)[];

/** A text file of the content folder, read with the positions of everything in it. */
export type TextDocument = {
  file: string;
  /** Top folder, for example `services`; empty for a file at the top. */
  folder: string;
  /** Name of the entry. */
  id: string;
  /** Language of a text; undefined for facts. */
  lang: Lang | undefined;
  /** The whole file with LF line ends and without a byte order mark. */
  text: string;
  yaml: Yaml;
  /** The text below the front matter, and the line of the file on which it begins. */
  body: { text: string; firstLine: number } | undefined;
  /** What is wrong with the front matter as a whole. */
  frontMatter: 'present' | 'missing' | 'unclosed' | 'executable' | 'none-needed';
};

export type Yaml = {
  data: unknown;
  errors: { code: string; place: Place; snippet: string }[];
  /** Place of a field; of a field that is missing, the place of what should hold it. */
  placeOf: (path: FieldPath, part?: 'key' | 'value') => Place;
};

/** Decodes a text file. Whether its bytes are sound is judged by rules of their own. */
export function readDocument({ path, bytes }: ContentFile): TextDocument {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  const parts = path.split('/');
  const folder = parts.length > 1 ? parts[0]! : '';
  const name = parts.at(-1)!.replace(/\.[a-z]+$/, '');
  const shared = { file: path, folder, id: parts.length > 2 ? parts[1]! : name, lang: parts.length > 2 ? languages.find((lang) => lang === name) : undefined, text };
  if (path.endsWith('.yaml')) return { ...shared, yaml: readYaml(path, text, 0), body: undefined, frontMatter: 'none-needed' };
  const opening = /^---([^\n]*)\n/.exec(text);
  if (!opening) return { ...shared, yaml: emptyYaml(path), body: { text, firstLine: 1 }, frontMatter: 'missing' };
  if (opening[1]!.trim() !== '') return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'executable' };
  const closing = /^---[ \t]*$/m.exec(text.slice(opening[0].length));
  if (!closing) return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'unclosed' };
  const frontMatter = text.slice(opening[0].length, opening[0].length + closing.index);
  const bodyStart = opening[0].length + closing.index + closing[0].length + 1;
  return {
    ...shared,
    yaml: readYaml(path, frontMatter, 1),
    body: { text: text.slice(bodyStart), firstLine: frontMatter.split('\n').length + 2 },
    frontMatter: 'present',
  };
}

const emptyYaml = (file: string): Yaml => ({ data: undefined, errors: [], placeOf: () => ({ file, line: 1, column: 1 }) });

/** Names that would reach into JavaScript's own objects. */
const dangerousKeys = ['__proto__', 'constructor', 'prototype'];
/** Whether a text may hold an alias or a dangerous key. */
const suspicious = new RegExp(`\\*|${dangerousKeys.join('|')}`);
/** Nesting that no editor writes by hand; the parser is recursive. */
const deepest = 40;

/** Reads YAML 1.2 with the position of every field. */
function readYaml(file: string, text: string, linesBefore: number): Yaml {
  if (text.split(/[[{]/, deepest + 2).length > deepest + 1 && deepestFlow(text) > deepest) {
    return { ...emptyYaml(file), errors: [{ code: 'TOO_DEEP', place: { file, line: linesBefore + 1, column: 1 }, snippet: '' }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false, logLevel: 'silent' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings].map((error: Pick<YAMLParseError, 'code' | 'pos'>) => ({
    code: error.code as string,
    place: placeAt(error.pos[0]),
    snippet: text.slice(error.pos[0], error.pos[1]).split('\n')[0]!.slice(0, 60),
  }));
  // Walking the whole document costs as much as reading it, so it is done only where there is something to find.
  if (suspicious.test(text)) visit(document, {
    Alias: (_, node) => void errors.push({ code: 'ALIAS', place: placeAt(node.range?.[0] ?? 0), snippet: `*${node.source}` }),
    Pair: (_, pair) => {
      const key = String((pair.key as { value?: unknown } | null)?.value);
      const range = (pair.key as { range?: [number] } | null)?.range;
      if (dangerousKeys.includes(key)) errors.push({ code: 'DANGEROUS_KEY', place: placeAt(range?.[0] ?? 0), snippet: key });
    },
  });
  const sound = errors.length === 0;
  return { data: sound ? document.toJS({ maxAliasCount: 0 }) : undefined, errors, placeOf: (path, part = 'key') => placeAt(offsetOf(document, path, part)) };
}

function deepestFlow(text: string): number {
  let depth = 0;
  let deepestSoFar = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') deepestSoFar = Math.max(deepestSoFar, (depth += 1));
    if (letter === ']' || letter === '}') depth -= 1;
  }
  return deepestSoFar;
}

type Ranged = { range?: [number, number, number] | null };

function offsetOf(document: YamlDocument, path: FieldPath, part: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1]!;
    const items = (parent as { items?: unknown[] } | null)?.items;
    if (!items) continue;
    const item = typeof last === 'number' ? items[last] : items.find((pair) => String((pair as { key?: { value?: unknown } }).key?.value) === last);
    if (!item) continue;
    const pair = item as { key?: Ranged; value?: Ranged } & Ranged;
    const node = typeof last === 'number' ? pair : part === 'value' && length === path.length ? (pair.value ?? pair.key) : pair.key;
    if (node?.range) return node.range[0];
  }
  return (document.contents as Ranged | null)?.range?.[0] ?? 0;
}
