import { z } from 'zod';
import { languageNames } from '../checks/language-names.ts';
import type { Reading } from '../checks/reading.ts';
import { toAddress } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages } from '../i18n/languages.ts';
import type { Kind } from '../kinds/kind.ts';
import { allKinds, isFolder } from '../kinds/kinds.ts';
import type { Answers, Ask, Existing } from '../model/ask.ts';
import type { Folder } from '../model/content.ts';
import {
  entryId,
  inEveryLanguage,
  meaningsOf,
  notationOf,
  pageText,
  referenceOf,
  sentenceOf,
} from '../schema/fields.ts';
import { fieldName, fieldNameOf } from '../schema/field-names.ts';
import { inFileNotation } from '../schema/notation.ts';
import type { EditorLang, Sentence } from '../schema/sentences.ts';
import { fieldsOf, itemOf, shapesOf, valuesOf } from '../schema/walk.ts';
import { questionMessages } from './words.ts';
import { rawFields, writtenName } from './written-names.ts';

/** An entry, term or value that can be chosen; its name may lack a language. */
export type Choice = { key: string; name: Partial<Sentence> };

export const nameOfChoice = ({ key, name }: Choice, lang: EditorLang): string =>
  name[lang] || [...new Set(Object.values(name))].filter(Boolean).join(' · ') || key;

/** A question about a new entry, answered by a flag or in the terminal. */
export type Question = {
  /** Name of the command-line flag, for example `title-fi`; `key` is that of the answer. */
  flag: string;
  /** What it asks for, with the language that an answer is in: "Otsikko suomeksi". */
  name: (lang: EditorLang) => string;
  sentence: Sentence;
  schema: z.ZodType;
  choices?: Choice[] | undefined;
  /** The choice that stands for all others. */
  all?: string | undefined;
  /** Turns the text of the answer into a value, for example into a slug. */
  read?: (text: string) => string;
  /** The default answer, as text; an empty text leaves the field out. */
  proposal?: ((answers: Answers) => string | undefined) | undefined;
  when?: ((answers: Answers) => boolean) | undefined;
  /** Why a value that passes the schema is still rejected, for example because it is taken. */
  refuse?: ((value: string) => Sentence | undefined) | undefined;
};

/** Asks for the kind of entry when the command line does not give it. */
export const kindQuestion: Question = {
  flag: 'new',
  name: (lang) => fieldName('kind', lang),
  sentence: questionMessages.kind,
  schema: z.enum(allKinds.map(({ name }) => name)),
  choices: allKinds.map(({ name, called }) => ({ key: name, name: called.one })),
};

/** What exists, for the default answers; incomplete entries count too. */
export const existingIn = ({ entries, singles }: Reading, today: string): Existing => ({
  today,
  vocabulary: rawFields(singles.vocabulary),
  entries: (folder) =>
    entries
      .filter((entry) => entry.folder === folder)
      .map(({ id, facts }) => ({ id, fields: rawFields(facts) })),
});

/**
 * The questions for a new entry, in the order in which they are asked.
 * @param today the day in Helsinki, `2026-11-24`
 */
export function questionsFor(kind: Kind, reading: Reading, today: string): Question[] {
  const existing = existingIn(reading, today);
  return [...(kind.text ? textAsks(kind) : []), ...kind.asks].flatMap((ask) =>
    questionsOf(ask, kind, reading, existing),
  );
}

type OwnAsk = Ask & { refuse?: (value: string, lang: Lang) => Sentence | undefined };

const textAsks = ({ isReserved }: Kind): OwnAsk[] => [
  { field: 'title', schema: inEveryLanguage(pageText.shape.title), unique: true },
  { field: 'id' },
  {
    field: 'address',
    schema: inEveryLanguage(pageText.shape.address),
    unique: true,
    proposal: (answers, _, lang) => {
      const title = answers[`title-${lang}`];
      return typeof title === 'string' ? toAddress(title) : undefined;
    },
    refuse: (address, lang) => (isReserved?.(lang, address) ? questionMessages.reserved(address) : undefined),
  },
];

/** The questions about a field: one for each language, where it has texts in all of them. */
function questionsOf(ask: OwnAsk, kind: Kind, reading: Reading, existing: Existing): Question[] {
  const { field, when, unique, refuse, all } = ask;
  const isId = field === 'id';
  const proposal = ask.proposal ?? (isId ? idFromName : undefined);
  const whole = isId ? entryId : (ask.schema ?? fieldsOf(kind.schema)![field]!);
  const localized = shapesOf(whole).length === 1 ? fieldsOf(whole) : undefined;
  const question = (schema: z.ZodType, lang?: Lang): Question => {
    const own = (schema.meta()?.['name'] ?? whole.meta()?.['name']) as Sentence | undefined;
    const notation = notationOf(schema);
    return {
      flag: (lang ? `${field}-${lang}` : field).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      name: (editorLang) => {
        const name = own?.[editorLang] ?? fieldName(field, editorLang);
        return lang ? `${name} ${languageNames[lang].inIt[editorLang]}` : name;
      },
      sentence: isId ? questionMessages.id : (sentenceOf(whole) ?? sentenceOf(schema))!,
      schema,
      choices: choicesOf(schema, reading, all),
      all,
      ...(isId && { read: toAddress }),
      ...(notation && { read: (text) => inFileNotation(notation, text) }),
      proposal: proposal
        ? (answers) => proposal(answers, existing, lang)
        : schema.safeParse(itemOf(schema) ? [] : undefined).success
          ? () => ''
          : undefined,
      when: when && ((answers) => when(answers, existing)),
      refuse: (value) =>
        isId
          ? takenFile(reading, `${kind.folder}/${value}${kind.text ? '/' : '.yaml'}`)
          : ((lang && refuse?.(value, lang)) ??
            (unique ? takenValue(reading, kind.folder, field, value) : undefined)),
    };
  };
  return localized && languages.every((lang) => lang in localized)
    ? languages.map((lang) => question(localized[lang]!, lang))
    : [question(whole)];
}

/** An id is proposed from what the entry is called. */
function idFromName(answers: Answers): string | undefined {
  const called = ['name', 'title'].flatMap((field) => [answers[field], answers[`${field}-${languages[0]}`]]);
  const name = called.find((text) => typeof text === 'string');
  return name === undefined ? undefined : toAddress(String(name));
}

const takenFile = ({ files }: Reading, path: string): Sentence | undefined => {
  const file = files.find((other) => other.path === path || other.path.startsWith(path));
  return file && questionMessages.taken(path.split('/')[1]!.replace('.yaml', ''), file.path);
};

/** The message that another entry of the folder has this value in a field, in any language and case. */
function takenValue(
  { entries }: Reading,
  folder: Folder,
  field: string,
  value: string,
): Sentence | undefined {
  const isSame = (written: unknown): boolean =>
    typeof written === 'object' && written !== null
      ? Object.values(written).some(isSame)
      : String(written).toLowerCase() === value.toLowerCase();
  const file = entries
    .filter((entry) => entry.folder === folder)
    .flatMap(({ facts, texts }) => [facts, ...Object.values(texts)])
    .find((file) => isSame(rawFields(file)[field]));
  return file && questionMessages.taken(value, file.document.file);
}

/** The values of a list, or the entries or terms that a field refers to; first the one that stands for `all`. */
function choicesOf(schema: z.ZodType, reading: Reading, all?: string): Choice[] | undefined {
  const item = itemOf(schema) ?? schema;
  const to = referenceOf(item);
  const every = all ? [{ key: all, name: fieldNameOf(all)! }] : [];
  if (to) return [...every, ...choicesFor(to, reading)];
  const values = valuesOf(item);
  const meanings = meaningsOf(item);
  return values.length > 0
    ? values.map((key) => ({ key, name: meanings?.[key] ?? languageNames[key as Lang]?.inIt ?? {} }))
    : undefined;
}

/** The entries of a folder, or the terms of a list of the vocabulary. */
export function choicesFor(to: string, { entries, singles }: Reading): Choice[] {
  if (isFolder(to))
    return entries
      .filter(({ folder }) => folder === to)
      .map((entry) => ({
        key: entry.id,
        name: inEachLanguage((lang) => writtenName(entry, lang) ?? ''),
      }));
  return Object.entries((rawFields(singles.vocabulary)[to] ?? {}) as Record<string, Choice>).map(
    ([key, { name }]) => ({ key, name: name ?? {} }),
  );
}

export const takesSeveral = ({ schema }: Question): boolean => itemOf(schema) !== undefined;
