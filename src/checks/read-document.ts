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
} from 'yaml';
import { type Lang, languages } from '../i18n/languages.ts';
import { memoize } from '../model/memoize.ts';
import { type Place, placeAt } from './problem.ts';
import { type ContentFile, hasLongLine } from './read-files.ts';

/** A path to a field, for example `['channels', 0, 'url']`. */
export type FieldPath = readonly (string | number)[];

export type TextDocument = {
  file: string;
  /** Top-level folder, for example `services`; empty for a file outside folders. */
  folder: string;
  /** Id of the entry, for example `legal-advice`. */
  id: string;
  /** Language of a text; undefined for facts and other YAML files. */
  lang: Lang | undefined;
  /** The encoding of the file; `CR` for UTF-8 with the line endings of classic Mac OS. */
  savedAs: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'CR';
  /**
   * The whole file, decoded, composed (NFC), with LF line endings, without a byte order mark, and with plain
   * blanks beside marks.
   */
  text: string;
  yaml: Yaml;
  /** The text below the front matter, and the line of the file on which it begins, from 1. */
  body: { text: string; firstLine: number } | undefined;
  /** Whether the file has front matter, or why it cannot be read. */
  frontMatter: 'present' | 'missing' | 'unclosed' | 'executable' | 'closed-with-more' | 'none-needed';
};

export type Yaml = {
  data: unknown;
  errors: { code: string; place: Place }[];
  /** Place of a field; where the field is missing, the place of its parent. */
  placeOf: (path: FieldPath, part?: 'key' | 'value') => Place;
  /** The source text of a scalar, with its quotes: `0401234567`, not the parsed number. */
  writtenAt: (path: FieldPath) => string | undefined;
};

/**
 * Decodes and parses a text file; the rule `encoding` rejects all encodings but UTF-8. A file that has not changed is
 * parsed once.
 */
export const readDocument = memoize(({ path, bytes }: ContentFile): TextDocument => {
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n');
  const withPlainLineEnds = decoded.replaceAll('\r', '\n');
  const text = withPlainBlanks(withPlainLineEnds.normalize('NFC'));
  const inUtf8 = decoded === withPlainLineEnds ? 'UTF-8' : 'CR';
  const parts = path.split('/');
  const name = parts.at(-1)!.replace(/\.[a-z]+$/, '');
  const { yaml, ...body } = partsOf(path, text);
  return {
    file: path,
    savedAs: encoding === 'utf-8' ? inUtf8 : encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-16',
    folder: parts.length > 1 ? parts[0]! : '',
    id: parts.length > 2 ? parts[1]! : name,
    lang: parts.length > 2 ? languages.find((lang) => lang === name) : undefined,
    text,
    yaml: yaml === undefined ? emptyYaml(path) : readYaml(path, yaml, body.body ? 1 : 0),
    ...body,
  };
});

function partsOf(path: string, text: string): Pick<TextDocument, 'frontMatter' | 'body'> & { yaml?: string } {
  const body = undefined;
  if (path.endsWith('.yaml')) return { yaml: text, body, frontMatter: 'none-needed' };
  // The guide for editors is no entry, but it must pass the rules for every text, such as `secrets`.
  if (path === 'README.md') return { body, frontMatter: 'none-needed' };
  // Astro's parser ends the front matter at any line that begins with ---, and takes the rest of that line
  // for body text.
  const [whole, afterOpening, yaml, afterClosing] =
    /^---([^\n]*)\n(?:([^]*?)(?<=\n)---([^\n]*)(?:\n|$))?/.exec(text) ?? [];
  if (whole === undefined) return { body: { text, firstLine: 1 }, frontMatter: 'missing' };
  if (afterOpening!.trim() !== '') return { body, frontMatter: 'executable' };
  if (yaml === undefined) return { body, frontMatter: 'unclosed' };
  if (afterClosing!.trim() !== '') return { body, frontMatter: 'closed-with-more' };
  return {
    yaml,
    body: { text: text.slice(whole.length), firstLine: yaml.split('\n').length + 2 },
    frontMatter: 'present',
  };
}

/** Told by a byte order mark or, as every second byte of Latin text in UTF-16 is zero, by the first two bytes. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Blanks of other widths, and such that break no line: they look like plain ones. */
const oddBlank = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Where Markdown and YAML know plain blanks alone: beside the marks of a line, at its end, and in tables. */
const besideMarks =
  /^(?:[^\S\n]|[#>*+|-]|\d{1,9}[.)](?=[^\S\n])|[a-z]\w{0,40}:(?=[^\S\n]))+|(?<=\|)[^\S\n]+|(?<![^\S\n])[^\S\n]+(?=\||$)/gim;

/** Odd blanks from a keyboard or another program would turn a heading or a list into plain text. */
function withPlainBlanks(text: string): string {
  if (text.search(oddBlank) < 0) return text;
  return text.replace(besideMarks, (blanks, at: number) => {
    const end = text[at + blanks.length];
    // Two plain blanks at the end of a line would break it.
    return end === undefined || end === '\n' ? blanks.replace(oddBlank, '') : blanks.replace(oddBlank, ' ');
  });
}

export const emptyYaml = (file: string): Yaml => ({
  data: undefined,
  errors: [],
  placeOf: () => ({ file, line: 1, column: 1 }),
  writtenAt: () => undefined,
});

/** Keys that could pollute JavaScript prototypes. */
const dangerousKeys = ['__proto__', 'constructor', 'prototype'];
/** Words that are booleans in YAML 1.1, which many tools still read. */
const yesOrNo = /^(?:y|yes|n|no|on|off)$/i;
/** Such as \x41 for A: editors do not need them, and they would hide text from rules that read the source. */
const escape = /\\(?!["\\])/;
/** A comment behind a value: what an editor wrote as `title: Laki #uusi` would lose its end. */
const comment = /^[^\S\n]+#/;
const closeComment = /^[^\S\n]+#[^\s#]/;
/**
 * Fast pre-check for a comment, alias, tag, boolean word, complex or dangerous key, or escape; it may match harmless text.
 */
const suspicious = new RegExp(
  `\\\\|#(?<=\\S[^\\S\\n]+#)|(?:[&*](?=\\S)|[!%]|\\?(?=\\s))(?<=(?:^|[\\s[{,:?-]).)|[\\]}]\\s*:|(?:[:-] +|[,[{] *)(?:y|yes|n|no|on|off)\\s*(?:$|[,\\]}#])|${dangerousKeys.join('|')}`,
  'im',
);
/** What editors write before an item of a list in place of a plain dash and a blank: `-a`, `-- a`, `– a`, `• a`. */
export const oddDash = /^\s*(?:-{1,2}(?![\s-])|-- |[–—•·]|\* )\s*/;
/** An item of a list that is a text without quotes, and would go on in deeper lines below. */
const plainItem = /^ *-(?: +|$)(?!["'[{|>])(?!.*:(?:\s|$))/;
/** The same for a line that may be taken for more of the line above, where it is an item of a list. */
function joinsItems(text: string): boolean {
  let above: string | undefined;
  for (const [line] of text.matchAll(/^ *[^\s#].*/gm)) {
    if (oddDash.test(line)) return true;
    const isDeeper = above !== undefined && line.search(/\S/) > above.search(/\S/);
    if (isDeeper && (/^ *- /.test(line) ? !/:\s*$/.test(above!) : plainItem.test(above!))) return true;
    above = line;
  }
  return false;
}
/** Maximum nesting: the parsers are recursive, and nobody nests deeper by hand. */
const maximumDepth = 40;

/**
 * Parses YAML with js-yaml, as Astro does. The package `yaml` knows positions and is ten times slower: it parses when a
 * place is needed or the text looks suspicious.
 */
function readYaml(file: string, text: string, linesBefore: number): Yaml {
  const start = { file, line: linesBefore + 1, column: 1 };
  if (nestsTooDeep(text)) return { ...emptyYaml(file), errors: [{ code: 'TOO_DEEP', place: start }] };
  const lazyPlaces = () =>
    recentPlaces(`${file}\n${text}`, () =>
      text.length > longestWithPlaces || hasLongLine(text)
        ? withoutPlaces(file, text)
        : readPlaces(file, text, linesBefore),
    );
  const shared = {
    placeOf: (path: FieldPath, part: 'key' | 'value' = 'key') => lazyPlaces().placeOf(path, part),
    writtenAt: (path: FieldPath) => lazyPlaces().writtenAt(path),
  };
  const errors = suspicious.test(text) || joinsItems(text) ? lazyPlaces().errors : [];
  if (errors.length > 0) return { ...shared, data: undefined, errors };
  try {
    return { ...shared, data: load(text, { schema: CORE_SCHEMA }), errors };
  } catch (error) {
    return {
      ...shared,
      data: undefined,
      errors:
        lazyPlaces().errors.length > 0 ? lazyPlaces().errors : jsYamlErrors(error, file, text, linesBefore),
    };
  }
}

/** The error of js-yaml, for text that `yaml` accepts. Its place may be past the end. */
function jsYamlErrors(error: unknown, file: string, text: string, linesBefore: number): Yaml['errors'] {
  const { reason = '', mark } = error instanceof YAMLException ? error : {};
  // The rule `hidden-characters` reports these better.
  if (reason.includes('non-printable')) return [];
  const lines = text.split('\n').length;
  const { line = 0, column = 0 } = mark ?? {};
  const place = {
    file,
    line: Math.min(line + 1, lines) + linesBefore,
    column: line < lines ? column + 1 : 1,
  };
  return [{ code: 'other', place }];
}

/** Whether nested brackets, repeated dashes or indentation exceed the maximum depth. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  // Counting brackets first is faster: few texts have that many.
  for (const [bracket] of text.split(/[[{]/, maximumDepth + 2).length > maximumDepth
    ? text.matchAll(/[[\]{}]/g)
    : []) {
    depth = Math.max(0, depth + ('[{'.includes(bracket) ? 1 : -1));
    if (depth > maximumDepth) return true;
  }
  return deeplyIndented.test(text);
}
const deeplyIndented = new RegExp(`^ {${maximumDepth * 2},}(?=\\S)|^ *(?:[-?] ){${maximumDepth},}`, 'm');

type YamlPlaces = Omit<Yaml, 'data'>;

/** The places of the last files, by text: a syntax tree takes a hundred times the memory of its text. */
const recent = new Map<string, YamlPlaces>();
/** Characters of text whose places are kept. */
const mostRecentText = 300_000;

function recentPlaces(key: string, read: () => YamlPlaces): YamlPlaces {
  const places = recent.get(key) ?? read();
  recent.delete(key);
  let length = key.length;
  for (const other of [...recent.keys()].reverse())
    if ((length += other.length) > mostRecentText) recent.delete(other);
  recent.set(key, places);
  return places;
}

/** In longer files, or very long lines, finding places in broken YAML could take minutes. */
const longestWithPlaces = 300_000;

function withoutPlaces(file: string, text: string): YamlPlaces {
  const match = suspicious.exec(text);
  const errors = match ? [{ code: 'other', place: placeAt(file, text, match.index) }] : [];
  return { ...emptyYaml(file), errors };
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
  const errors = [...document.errors, ...document.warnings].map(({ code, pos: [start] }) => {
    // An unclosed quote or bracket is detected later, so the error is moved to where it opens.
    const open = ['MISSING_CHAR', 'BAD_INDENT'].includes(code) ? startOfUnclosed(document, start) : undefined;
    return { code: open === undefined ? code : 'MISSING_CHAR', place: atOffset(open ?? start) } as {
      code: string;
      place: Place;
    };
  });
  const addError = (code: string, node: unknown) =>
    void errors.push({ code, place: atOffset((node as Ranged | null)?.range?.[0] ?? 0) });
  visit(document, (_, node, parents) => {
    const parent = parents.at(-1);
    const isItem = isSeq(parent) && !parent.flow;
    if (isAlias(node)) addError('ALIAS', node);
    if (!isScalar(node) && !isCollection(node)) return;
    if (node.anchor) addError('ALIAS', node);
    if (node.tag) addError('TAG_RESOLVE_FAILED', node);
    if (isMap(node)) for (const [code, key] of faultyKeys(node, isItem)) addError(code, key);
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    if (node.type === 'PLAIN') {
      if (yesOrNo.test(node.source ?? '')) addError('YES_OR_NO', node);
      // In front matter a value is a text, so that what follows it is its end.
      if (node.source && (linesBefore > 0 ? comment : closeComment).test(text.slice(end)))
        addError('COMMENT', node);
      const at = startOfJoined(text, node.range, isItem);
      if (at !== undefined) {
        const line = text.slice(at);
        const code = oddDash.test(line) ? 'ODD_DASH' : line.startsWith('- ') ? 'JOINED_ITEM' : 'JOINED_LINE';
        errors.push({ code, place: atOffset(at) });
      }
    }
    if (node.type === 'QUOTE_DOUBLE' && escape.test(text.slice(start, end).replaceAll('\\\\', '')))
      addError('ESCAPE', node);
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

function startOfUnclosed(document: YamlDocument, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, (_, node) => {
    const isOpen = (isScalar(node) && node.type?.startsWith('QUOTE')) || (isCollection(node) && node.flow);
    if (isOpen && node.range && node.range[0] <= offset && node.range[2] >= offset) start = node.range[0];
  });
  return start;
}

/** Where a text without quotes has a line that was meant to be an item of a list. */
function startOfJoined(text: string, [start, end]: [number, number, number], isItem: boolean) {
  const isFirstOnLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  if (isFirstOnLine && oddDash.test(text.slice(start, end))) return start;
  const before = (isItem ? /\n\s*/ : /\n *(?=- )/).exec(text.slice(start, end));
  return before ? start + before.index + before[0].length : undefined;
}

/** @param isItem whether the mapping is an item of a list, so that it may have run into the next */
function* faultyKeys({ items }: YAMLMap, isItem: boolean): Iterable<[code: string, key: unknown]> {
  const seen = new Set<string>();
  const repeated: { name: string; key: unknown }[] = [];
  for (const { key } of items) {
    if (isAlias(key)) continue;
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || dangerousKeys.includes(name)) yield ['DANGEROUS_KEY', key];
    else if (seen.has(name)) repeated.push({ name, key });
    else seen.add(name);
  }
  const [first] = repeated;
  const hasNext =
    isItem && (first?.name === [...seen][0] || repeated.some(({ name }) => name !== first?.name));
  for (const { name, key } of repeated)
    if (!hasNext || name === first!.name) yield [hasNext ? 'LOST_DASH' : 'DUPLICATE_KEY', key];
}

type Ranged = { range?: [number, number, number] | null };

function nodeOf(document: YamlDocument, path: FieldPath, part: 'key' | 'value'): Ranged | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isSeq(parent) && typeof last === 'number') return parent.items[last] as Ranged | undefined;
  if (!isMap(parent)) return undefined;
  const pair = pairsOf(parent).get(String(last));
  return (part === 'value' ? (pair?.value ?? pair?.key) : pair?.key) as Ranged | undefined;
}

/** The fields of a mapping by name; a repeated one counts at its first place. */
const pairsOf = memoize(
  ({ items }: YAMLMap) =>
    new Map(items.toReversed().map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair])),
);

/** Every string in the data of a YAML document, with its path. */
export function textsIn(value: unknown, path: FieldPath = []): { path: FieldPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    textsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
