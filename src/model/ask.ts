import type { z } from 'zod';

/** Answers by field, and `<field>-<language>` where a field has a value per language. */
export type Answers = Record<string, unknown>;
/** The fields of an entry as written, valid or not. */
export type RawFields = Record<string, unknown>;

/** What exists when a new entry is made. */
export type Existing = {
  /** The day in Helsinki, for example `2026-11-24`. */
  today: string;
  vocabulary: RawFields;
  /** The entries of a folder: what has no language. */
  entries: (folder: string) => { id: string; fields: RawFields }[];
};

/** A field that a new entry asks for; the schema tells the choices, the sentence, and whether it may be empty. */
export type Ask = {
  field: string;
  /** The schema, where it is not that of the field itself. */
  schema?: z.ZodType;
  /** The default answer, as text. */
  proposal?: (answers: Answers, existing: Existing, lang?: string) => string | undefined;
  /** Whether the question applies, given the previous answers. */
  when?: (answers: Answers, existing: Existing) => boolean;
  /** The field that says instead that all are chosen; it is offered as the first of the choices. */
  all?: string;
  /** Whether no two entries may have the same. */
  unique?: boolean;
};

/** Turns a year into a number, so that YAML has no quotes around it. */
export const plainYear = (date: unknown): unknown => (/^\d{4}$/.test(String(date)) ? Number(date) : date);
