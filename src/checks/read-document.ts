import { isUtf8 } from 'node:buffer';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document as YamlDocument,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import type { Lang } from '../i18n/languages.ts';
import { languages } from '../i18n/languages.ts';
import { type Place, placeAt } from './problem.ts';
import { type ContentFile, hasLongLine } from './read-files.ts';

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
  savedAs: SavedAs;
  /** The whole file with LF line ends and without a byte order mark. */
  text: string;
  yaml: Yaml;
  /** The text below the front matter, and the line of the file on which it begins. */
  body: { text: string; firstLine: number } | undefined;
  /** What is wrong with the front matter as a whole. */
  frontMatter: 'present' | 'missing' | 'unclosed' | 'executable' | 'closed-with-more' | 'none-needed';
};

/** The encoding of the file, and its line ends where they are those of old machines. */
type SavedAs = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'CR';

export type Yaml = {
  data: unknown;
  errors: { code: string; place: Place }[];
  /** Place of a field; of a field that is missing, the place of what should hold it. */
  placeOf: (path: FieldPath, part?: 'key' | 'value') => Place;
  /** A single value as the file has it, with its quotes: 0401234567, not the number that it means. */
  writtenAt: (path: FieldPath) => string | undefined;
};

/** Decodes a text file, in whatever encoding it is. Whether that is the right one is judged by a rule of its own. */
export function readDocument({ path, bytes }: ContentFile): TextDocument {
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n');
  const text = decoded.replaceAll('\r', '\n');
  const savedAs: SavedAs =
    encoding === 'windows-1252'
      ? 'Windows-1252'
      : encoding !== 'utf-8'
        ? 'UTF-16'
        : decoded === text
          ? 'UTF-8'
          : 'CR';
  const parts = path.split('/');
  const folder = parts.length > 1 ? parts[0]! : '';
  const name = parts.at(-1)!.replace(/\.[a-z]+$/, '');
  const shared = {
    file: path,
    savedAs,
    folder,
    id: parts.length > 2 ? parts[1]! : name,
    lang: parts.length > 2 ? languages.find((lang) => lang === name) : undefined,
    text,
  };
  // The guide for editors is no entry, but no secret may stand in it either.
  if (path === 'README.md')
    return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'none-needed' };
  if (path.endsWith('.yaml'))
    return { ...shared, yaml: readYaml(path, text, 0), body: undefined, frontMatter: 'none-needed' };
  const opening = /^---([^\n]*)\n/.exec(text);
  if (!opening)
    return { ...shared, yaml: emptyYaml(path), body: { text, firstLine: 1 }, frontMatter: 'missing' };
  if (opening[1]!.trim() !== '')
    return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'executable' };
  // Astro's reader ends the fields at any line that begins so: what follows on that line would be text to it.
  const closing = /^---([^\n]*)$/m.exec(text.slice(opening[0].length));
  if (!closing) return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'unclosed' };
  if (closing[1]!.trim() !== '')
    return { ...shared, yaml: emptyYaml(path), body: undefined, frontMatter: 'closed-with-more' };
  const frontMatter = text.slice(opening[0].length, opening[0].length + closing.index);
  const bodyStart = opening[0].length + closing.index + closing[0].length + 1;
  return {
    ...shared,
    yaml: readYaml(path, frontMatter, 1),
    body: { text: text.slice(bodyStart), firstLine: frontMatter.split('\n').length + 2 },
    frontMatter: 'present',
  };
}

/** The encoding that an editor most likely saved a text in. Every second byte of a Latin text in UTF-16 is zero. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** What is read where there is no YAML. */
export const emptyYaml = (file: string): Yaml => ({
  data: undefined,
  errors: [],
  placeOf: () => ({ file, line: 1, column: 1 }),
  writtenAt: () => undefined,
});

/** Names that would reach into JavaScript's own objects. */
const dangerousKeys = ['__proto__', 'constructor', 'prototype'];
/** Words that many programs read as true or false. */
const yesOrNo = /^(?:y|yes|n|no|on|off)$/i;
/** Characters written as something else, \x41 for A: no editor needs them, and what is judged by its text would mean another. */
const escape = /\\(?!["\\])/;
/** Whether a text may hold an alias, a tag, a directive, such a word, a key that is no word, a dangerous one, or an escape. */
const suspicious = new RegExp(
  `\\\\|(^|[\\s[{,:?-])([&*!%]|\\?\\s)|[\\]}]\\s*:|[:,[{-] *(?:y|yes|n|no|on|off)\\s*(?:$|[,\\]}#])|${dangerousKeys.join('|')}`,
  'im',
);
/** Nesting that no editor writes by hand; the parsers are recursive. */
const deepest = 40;

/**
 * Reads YAML. js-yaml, with which Astro reads the same text, gives the data. `yaml` knows where everything stands, but is
 * ten times as slow, so it is asked only where there is something to tell.
 */
function readYaml(file: string, text: string, linesBefore: number): Yaml {
  const start = { file, line: linesBefore + 1, column: 1 };
  if (nestsTooDeep(text)) return { ...emptyYaml(file), errors: [{ code: 'TOO_DEEP', place: start }] };
  let places: YamlPlaces | undefined;
  const asked = () =>
    (places ??=
      text.length > longestPlaced || hasLongLine(text)
        ? withoutPlaces(file, text)
        : readPlaces(file, text, linesBefore));
  const shared = {
    placeOf: (path: FieldPath, part: 'key' | 'value' = 'key') => asked().placeOf(path, part),
    writtenAt: (path: FieldPath) => asked().writtenAt(path),
  };
  const errors = suspicious.test(text) ? asked().errors : [];
  if (errors.length > 0) return { ...shared, data: undefined, errors };
  try {
    return { ...shared, data: load(text, { schema: CORE_SCHEMA }), errors };
  } catch (error) {
    return {
      ...shared,
      data: undefined,
      errors: asked().errors.length > 0 ? asked().errors : ownError(error, file, text, linesBefore),
    };
  }
}

/** The place that js-yaml itself gives, which may lie after the end of the text. */
function ownError(error: unknown, file: string, text: string, linesBefore: number): Yaml['errors'] {
  const { reason = '', mark } = error instanceof YAMLException ? error : {};
  // The rule for hidden characters tells it better.
  if (reason.includes('non-printable')) return [];
  const lines = text.split('\n').length;
  const { line = 0, column = 0 } = mark ?? {};
  return [
    {
      code: 'other',
      place: { file, line: Math.min(line + 1, lines) + linesBefore, column: line < lines ? column + 1 : 1 },
    },
  ];
}

/** Brackets inside brackets, dashes after dashes, or lines further and further in. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  // Few texts have so many brackets at all.
  for (const [bracket] of text.split(/[[{]/, deepest + 2).length > deepest ? text.matchAll(/[[\]{}]/g) : []) {
    depth = Math.max(0, depth + ('[{'.includes(bracket) ? 1 : -1));
    if (depth > deepest) return true;
  }
  return deeplyIndented.test(text);
}
const deeplyIndented = new RegExp(`^ {${deepest * 2},}(?=\\S)|^ *(?:[-?] ){${deepest},}`, 'm');

type YamlPlaces = Omit<Yaml, 'data'>;

/** Only a program writes files that are longer. To look for places in them, or in lines without end, would take minutes when they are broken. */
const longestPlaced = 300_000;

function withoutPlaces(file: string, text: string): YamlPlaces {
  const odd = suspicious.exec(text);
  return {
    errors: odd ? [{ code: 'other', place: placeAt(file, text, odd.index) }] : [],
    placeOf: () => ({ file, line: 1, column: 1 }),
    writtenAt: () => undefined,
  };
}

function readPlaces(file: string, text: string, linesBefore: number): YamlPlaces {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const atOffset = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings].map(
    ({ code, pos }: Pick<YAMLParseError, 'code' | 'pos'>): { code: string; place: Place } => {
      // What is not closed is noticed at the end or on the next line, and mended where it begins.
      const open =
        code === 'MISSING_CHAR' || code === 'BAD_INDENT' ? beginningOfOpen(document, pos[0]) : undefined;
      return open === undefined
        ? { code, place: atOffset(pos[0]) }
        : { code: 'MISSING_CHAR', place: atOffset(open) };
    },
  );
  const refuse = (code: string, node: unknown) =>
    void errors.push({ code, place: atOffset((node as Ranged | null)?.range?.[0] ?? 0) });
  visit(document, (_, node) => {
    if (isAlias(node)) refuse('ALIAS', node);
    if (!isScalar(node) && !isCollection(node)) return;
    if (node.anchor) refuse('ALIAS', node);
    if (node.tag) refuse('TAG_RESOLVE_FAILED', node);
    if (isScalar(node) && node.type === 'PLAIN' && yesOrNo.test(node.source ?? '')) refuse('YES_OR_NO', node);
    if (
      isScalar(node) &&
      node.type === 'QUOTE_DOUBLE' &&
      node.range &&
      escape.test(text.slice(node.range[0], node.range[1]).replaceAll('\\\\', ''))
    )
      refuse('ESCAPE', node);
    if (isMap(node)) for (const [code, key] of faultyKeys(node)) refuse(code, key);
  });
  const nodeAt = (path: FieldPath, part: 'key' | 'value') => nodeOf(document, path, part);
  return {
    errors,
    placeOf: (path, part = 'key') => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = nodeAt(path.slice(0, length), length === path.length ? part : 'key');
        if (node?.range) return atOffset(node.range[0]);
      }
      return atOffset((document.contents as Ranged | null)?.range?.[0] ?? 0);
    },
    writtenAt: (path) => {
      const node = nodeAt(path, 'value');
      return isScalar(node) && node.range ? text.slice(node.range[0], node.range[1]) : undefined;
    },
  };
}

/** Where the innermost quotation or bracket begins that reaches to an offset. */
function beginningOfOpen(document: YamlDocument, offset: number): number | undefined {
  let beginning: number | undefined;
  visit(document, (_, node) => {
    const isOpen = (isScalar(node) && node.type?.startsWith('QUOTE')) || (isCollection(node) && node.flow);
    if (isOpen && node.range && node.range[0] <= offset && node.range[2] >= offset) beginning = node.range[0];
  });
  return beginning;
}

function* faultyKeys({ items }: YAMLMap): Iterable<[code: string, key: unknown]> {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (isAlias(key)) continue;
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || dangerousKeys.includes(name)) yield ['DANGEROUS_KEY', key];
    else if (seen.has(name)) yield ['DUPLICATE_KEY', key];
    else seen.add(name);
  }
}

type Ranged = { range?: [number, number, number] | null };

/** What stands at a path: the name of a field or its value. */
function nodeOf(document: YamlDocument, path: FieldPath, part: 'key' | 'value'): Ranged | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isSeq(parent) && typeof last === 'number') return parent.items[last] as Ranged | undefined;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(last));
  return (part === 'value' ? (pair?.value ?? pair?.key) : pair?.key) as Ranged | undefined;
}

/** Every text in the data of a YAML document, with its path. */
export function textsIn(value: unknown, path: FieldPath = []): { path: FieldPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
