import { stringify } from 'yaml';
import { z } from 'zod';
import { sentenceOf } from '../schema/fields.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { unwrapped, fieldsOf, itemOf } from '../schema/walk.ts';

/** Comments are broken at this width, so that they can be read without scrolling. */
const widest = 100;

/**
 * Writes YAML with the sentence of the schema above every field.
 * A field without a value is left empty, or as a comment to fill in when it may be left out.
 */
export const explainedYaml = (schema: z.ZodType, values: Record<string, unknown>, lang: EditorLang): string =>
  `${fieldLines(schema, values, lang).join('\n')}\n`;

function fieldLines(
  schema: z.ZodType,
  values: Record<string, unknown>,
  lang: EditorLang,
  commentedOut = false,
): string[] {
  return Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, part]) => {
    const value = values[name];
    const leftOut = value === undefined && !commentedOut && part.safeParse(undefined).success;
    const lines = [
      ...comment(sentenceOf(part)?.[lang] ?? ''),
      ...valueLines(name, part, value ?? blank(part), lang, commentedOut || leftOut),
    ];
    return leftOut ? lines.map((line) => (line.startsWith('#') ? line : `# ${line}`)) : lines;
  });
}

function valueLines(
  name: string,
  schema: z.ZodType,
  value: unknown,
  lang: EditorLang,
  commentedOut: boolean,
): string[] {
  const item = itemOf(schema);
  const linesOf = (of: z.ZodType, fields: unknown) =>
    fieldLines(of, fields as Record<string, unknown>, lang, commentedOut);
  if (Array.isArray(value)) {
    if (!item || !fieldsOf(item) || value.length === 0) return [`${name}: ${oneLine(value)}`];
    return [`${name}:`, ...value.flatMap((one) => listItem(linesOf(item, one)))];
  }
  if (typeof value === 'object' && value !== null)
    return [`${name}:`, ...linesOf(schema, value).map((line) => `  ${line}`)];
  return [`${name}: ${value === undefined ? '' : oneLine(value)}`.trimEnd()];
}

/** The dash stands before the first field, below its comment. */
function listItem(lines: string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) =>
    index < first ? `  ${line}` : index === first ? `  - ${line}` : `    ${line}`,
  );
}

/** What shows the fields within a field that nobody has filled in, or the only value that it can have. */
function blank(schema: z.ZodType): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodLiteral) return inner.value;
  const item = itemOf(schema);
  if (item) return fieldsOf(item) ? [{}] : [];
  return fieldsOf(schema) ? {} : undefined;
}

const oneLine = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trim();

function comment(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < widest) lines[lines.length - 1] = `${last} ${word}`;
    else if (word) lines.push(`# ${word}`);
  }
  return lines;
}
