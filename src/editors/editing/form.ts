import { z } from 'zod';
import type { Reading } from '../../checks/reading.ts';
import { isFolder } from '../../kinds/kinds.ts';
import { fieldName } from '../../schema/field-names.ts';
import type { Notation } from '../../schema/notation.ts';
import type { EditorLang, Sentence } from '../../schema/sentences.ts';
import { choicesFor, nameOfChoice } from '../questions.ts';
import { inLocalDates } from './form-words.ts';
import { editingWords } from './words.ts';

/** The JSON Schema of a file, in the language of the editor: what a form is drawn from. */
export type FormSchema = {
  type?: string;
  /** What the field is called, and the sentence that explains it. */
  title?: string;
  hint?: string;
  properties?: Record<string, FormSchema>;
  required?: string[];
  /** Of a mapping with free names. */
  additionalProperties?: FormSchema | boolean;
  items?: FormSchema;
  anyOf?: FormSchema[];
  oneOf?: FormSchema[];
  enum?: string[];
  const?: unknown;
  meanings?: Record<string, string>;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  /** What it refers to: the name of a folder or of a list of the vocabulary. */
  refersTo?: string;
  /** What may be written in more than one way. A year of a date may stand without quotes in the file. */
  notation?: Notation;
};

/** An entry, term or value that can be chosen, as the editor calls it. */
export type Choice = { key: string; name: string };

export function formOf(schema: z.ZodType, lang: EditorLang): FormSchema {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return explained(json as Raw, lang);
}

type Raw = Omit<FormSchema, 'meanings'> & {
  sentence?: Sentence;
  name?: Sentence;
  description?: string;
  meanings?: Record<string, Sentence>;
};

function explained(raw: Raw, lang: EditorLang): FormSchema {
  const { sentence, name, description: _, meanings, ...schema } = raw;
  const of = (inner: FormSchema) => explained(inner as Raw, lang);
  return {
    ...schema,
    ...(name && { title: name[lang] }),
    ...(sentence && { hint: inLocalDates(sentence[lang], lang) }),
    ...(meanings && {
      meanings: Object.fromEntries(Object.entries(meanings).map(([key, meaning]) => [key, meaning[lang]])),
    }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([key, property]) => [
          key,
          { title: nameOf(key, lang), ...of(property) },
        ]),
      ),
    }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: of(schema.additionalProperties),
    }),
    ...(schema.items && { items: of(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(of) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map(of) }),
  };
}

/** A language is called as elsewhere on the form. */
const nameOf = (key: string, lang: EditorLang): string =>
  editingWords[lang].inLang[key] ?? fieldName(key, lang);

/** Entries by name; terms stay in the order of the vocabulary. */
export function inOrder(
  to: string | undefined,
  choices: Parameters<typeof nameOfChoice>[0][],
  lang: EditorLang,
): Choice[] {
  const named = choices.map((choice) => ({ key: choice.key, name: nameOfChoice(choice, lang) }));
  return to && isFolder(to) ? named.sort((a, b) => a.name.localeCompare(b.name, lang)) : named;
}

/**
 * Everything that the forms of some files refer to, with what can be chosen.
 * @param own key of the entry that they belong to, which does not refer to itself
 */
export function choicesOf(
  forms: FormSchema[],
  reading: Reading,
  lang: EditorLang,
  own: string,
): Record<string, Choice[]> {
  const found = new Set<string>();
  const visit = (schema: FormSchema): void => {
    if (schema.refersTo) found.add(schema.refersTo);
    const inner = [
      ...Object.values(schema.properties ?? {}),
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
      schema.items,
      schema.additionalProperties,
    ];
    for (const one of inner) if (typeof one === 'object') visit(one);
  };
  forms.forEach(visit);
  return Object.fromEntries(
    [...found].map((to) => [
      to,
      inOrder(to, choicesFor(to, reading), lang).filter(({ key }) => `${to}/${key}` !== own),
    ]),
  );
}
