import { stringify } from 'yaml';
import { z } from 'zod';
import { fileSentenceOf } from '../schema/fields.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { unwrapped, fieldsOf, itemOf } from '../schema/walk.ts';

/** Comments are wrapped at this column, so that they can be read without scrolling. */
const commentWidth = 100;

/**
 * Serializes YAML with the description from the schema as a comment above every field.
 * A required field without a value is left empty; an optional one is commented out.
 */
export const explainedYaml = (schema: z.ZodType, values: Record<string, unknown>, lang: EditorLang): string =>
  `${fieldLines(schema, values, lang).join('\n')}\n`;

function fieldLines(
  schema: z.ZodType,
  values: Record<string, unknown>,
  lang: EditorLang,
  commentedOut = false,
): string[] {
  return Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) => {
    const value = values[name];
    const isOmitted = value === undefined && !commentedOut && field.safeParse(undefined).success;
    const lines = [
      ...comment(fileSentenceOf(field)?.[lang] ?? ''),
      ...valueLines(name, field, value ?? blank(field), lang, commentedOut || isOmitted),
    ];
    return isOmitted ? lines.map((line) => (line.startsWith('#') ? line : `# ${line}`)) : lines;
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
  const linesOf = (fieldsSchema: z.ZodType, fields: unknown) =>
    fieldLines(fieldsSchema, fields as Record<string, unknown>, lang, commentedOut);
  if (Array.isArray(value)) {
    if (!item || !fieldsOf(item) || value.length === 0) return [`${name}: ${oneLine(value)}`];
    return [`${name}:`, ...value.flatMap((element) => listItem(linesOf(item, element)))];
  }
  if (typeof value === 'object' && value !== null)
    return [`${name}:`, ...linesOf(schema, value).map((line) => `  ${line}`)];
  return [`${name}: ${value === undefined ? '' : oneLine(value)}`.trimEnd()];
}

/** Indents the lines of a list item; the dash goes before its first field, below that field's comment. */
function listItem(lines: string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) =>
    index < first ? `  ${line}` : index === first ? `  - ${line}` : `    ${line}`,
  );
}

/** An empty value that still shows the nested fields; for a literal, its only possible value. */
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
    const lastLine = lines.at(-1);
    if (lastLine !== undefined && lastLine.length + word.length < commentWidth)
      lines[lines.length - 1] = `${lastLine} ${word}`;
    else if (word) lines.push(`# ${word}`);
  }
  return lines;
}
