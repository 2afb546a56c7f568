import { runRules } from '../../checks/check-content.ts';
import type { Problem } from '../../checks/problem.ts';
import { type FieldPath, type readDocument } from '../../checks/read-document.ts';
import { type ContentFile, readFiles } from '../../checks/read-files.ts';
import type { Reading } from '../../checks/reading.ts';
import { languages } from '../../i18n/languages.ts';
import { singleFiles } from '../../model/folders.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { choicesFor } from '../questions.ts';
import { writtenName } from '../written-names.ts';
import { inFormWords } from './form-words.ts';
import { editingWords } from './words.ts';

/** What is wrong with one file of the form, at one field or in the body. */
export type Message = {
  level: Problem['level'];
  file: string;
  /** The field; empty for the file as a whole. */
  path: (string | number)[];
  /** The line of the body, from 1. */
  bodyLine?: number;
  text: string;
  hint: string;
  /** The entry that the file belongs to, and what it is called. */
  key: string;
  title: string;
};

/** The files of a folder, with texts that are not saved in place of those on disk; undefined for none. */
export function filesWith(
  files: ContentFile[],
  texts: ReadonlyMap<string, string | undefined>,
): ContentFile[] {
  const changed = [...texts].flatMap(([path, text]): ContentFile[] => {
    if (text === undefined) return [];
    const bytes = new TextEncoder().encode(text);
    return [{ path, kind: 'file', size: bytes.length, bytes }];
  });
  return [...files.filter(({ path }) => !texts.has(path)), ...changed].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** The files as they were last: what has not changed since is not parsed again. */
let lastRead: ContentFile[] = [];

/**
 * Checks the content folder as it would be with these texts.
 * @param near a key: only files that may decide what is wrong with this entry are looked at
 */
export function checkWith(
  folder: string,
  texts: ReadonlyMap<string, string | undefined>,
  now: Date,
  near?: string,
): { reading: Reading; problems: Problem[] } {
  lastRead = readFiles(folder, lastRead);
  const files = filesWith(lastRead, texts);
  const { reading, problems } = runRules(near === undefined ? files : filesNear(files, near), now);
  return { reading, problems: problems() };
}

/** The files of an entry, of those that it names by id or address, of those that name it, and the single ones. */
function filesNear(files: ContentFile[], key: string): ContentFile[] {
  const entries = Map.groupBy(files, ({ path }) => keyOfFile(path));
  const wordsOf = new Map(
    [...entries].map(([entry, own]) => {
      const texts = own.filter(({ path }) => /\.(?:mdx?|yaml)$/.test(path));
      const text = texts.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\n');
      const addresses = [...text.matchAll(/^address: *["']?([a-z0-9-]+)/gm)].map(([, address]) => address!);
      return [
        entry,
        { names: [entry.split('/').at(-1)!, ...addresses], words: new Set(text.match(/[a-z0-9-]+/g)) },
      ];
    }),
  );
  const own = wordsOf.get(key);
  const isNear = (entry: string) => {
    const other = wordsOf.get(entry)!;
    return (
      !entry.includes('/') ||
      other.names.some((name) => own?.words.has(name)) ||
      own?.names.some((name) => other.words.has(name))
    );
  };
  return [...entries].flatMap(([entry, found]) => (entry === key || isNear(entry) ? found : []));
}

/** The entry that a file belongs to; one of the single files is its own. */
export const keyOfFile = (path: string): string => {
  const [folder, name = ''] = path.split('/');
  return name === '' ? path : `${folder}/${name.replace(/\.yaml$/, '')}`;
};

/** The name of an entry: its title or name as written, in the language of the editor where there is one. */
export function titleOf({ entries }: Reading, key: string, lang: EditorLang): string {
  const file = Object.entries(singleFiles).find(([, single]) => single.file === key);
  if (file) return editingWords[lang].files[file[0]] ?? key;
  const entry = entries.find(({ folder, id }) => `${folder}/${id}` === key);
  const order = [...languages].sort((a, b) => Number(b === lang) - Number(a === lang));
  return (entry && order.map((textLang) => writtenName(entry, textLang)).find(Boolean)) ?? key;
}

/** What the editing page calls a file: its entry, with the language or the part where there are several. */
export function nameOfFile(reading: Reading, path: string, lang: EditorLang): string {
  const t = editingWords[lang];
  const key = keyOfFile(path);
  const title = titleOf(reading, key, lang);
  if (title === key) return path;
  const textLang = languages.find((other) => path.includes(`/${other}.md`));
  const part = textLang ? ` ${t.inLang[textLang]}` : path.endsWith('/asked.yaml') ? `: ${t.asked}` : '';
  return `”${title}”${part}`;
}

/** Problems by field, in the language of the editor. */
export function messagesOf(problems: Problem[], reading: Reading, lang: EditorLang): Message[] {
  const { documents } = reading;
  const terms =
    lang === 'en'
      ? undefined
      : new Map(
          ['prices', 'kinds'].flatMap((list) =>
            choicesFor(list, reading).map(({ key, name }) => [key, name?.[lang] ?? key] as const),
          ),
        );
  const byFile = new Map(documents.map((document) => [document.file, document]));
  return problems.map((problem) => {
    const { file, level, line, text, field = '' } = problem;
    const document = byFile.get(file);
    const { message, hint } = text[lang];
    const inForm = (said: string) =>
      inFormWords(said, field, lang, terms, (path) => nameOfFile(reading, path, lang));
    const key = keyOfFile(file);
    const title = titleOf(reading, key, lang);
    const shared = { level, file, text: inForm(message), hint: inForm(hint), key, title };
    if (document?.body && line >= document.body.firstLine) {
      const above = document.body.text.split('\n').findIndex((row) => row.trim() !== '');
      return { ...shared, path: [], bodyLine: Math.max(1, line - document.body.firstLine + 1 - above) };
    }
    return { ...shared, path: document ? fieldAt(problem, document) : [] };
  });
}

/** The field at the place of a problem, or the missing one that it names. */
function fieldAt(
  { field = '', line, column }: Problem,
  { yaml }: ReturnType<typeof readDocument>,
): (string | number)[] {
  let nearest: FieldPath = [];
  let exact: FieldPath | undefined;
  for (const path of pathsIn(yaml.data)) {
    for (const at of [yaml.placeOf(path), yaml.placeOf(path, 'value')]) {
      if (at.line < line || (at.line === line && at.column <= column)) nearest = path;
      if (at.line === line && at.column === column) exact = path;
    }
  }
  const named = pathIn(field);
  if (!/^\w+(?:\.\w+|\[\d+\])*$/.test(field)) return [...(exact ?? nearest)];
  const isThere = exact && (named.every((step, index) => exact![index] === step) || exact.at(-1) === field);
  return isThere ? [...exact!] : named;
}

/** `channels[2].url` → `['channels', 1, 'url']`. */
const pathIn = (field: string): (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, number, name]) =>
    number === undefined ? name! : Number(number) - 1,
  );

/** Every field of data, in the order in which it is written. */
function* pathsIn(value: unknown, path: FieldPath = []): Iterable<FieldPath> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    yield* pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
}
