import type { Lang } from '../../i18n/languages.ts';
import { undated } from '../../schema/notation.ts';
import { type Data, type Fields, isFields, type PartContent } from './data.ts';
import type { FormSchema } from './form.ts';
import type { EditingWords } from './words.ts';

/* What a change says, for those who send it or take it back; read by this machine and by browsers. */

/** A field that says something else: the lines that it had and has no more, and those that it has now. */
export type ChangedField = { name: string; before: string[]; after: string[] };

/** The words of the editor, and what they call an entry or term. */
type Said = { t: EditingWords; nameOf: (to: string, key: string) => string };
type FormOfFile = { form: FormSchema; lang?: Lang | undefined; isOptional?: boolean | undefined };

/** The fields in which two versions of a file differ, in the words of its form; undefined for no file. */
export function changedFields(
  { form, lang, isOptional }: FormOfFile,
  before: PartContent | undefined,
  after: PartContent | undefined,
  said: Said,
): ChangedField[] {
  const { t } = said;
  const schema = { ...form, properties: { ...form.properties, body: { title: t.body } } };
  const dataOf = (content: PartContent | undefined): Data | undefined =>
    !content || 'raw' in content ? content?.raw : { ...content.data, body: content.body };
  const top = isOptional ? [t.asked] : [];
  return [...differences(schema, dataOf(before), dataOf(after), said, top)].map((field) => {
    const name = field.name || t.raw;
    return { ...field, name: lang ? `${name} ${t.inLang[lang]}` : name };
  });
}

function* differences(
  schema: FormSchema,
  before: Data | undefined,
  after: Data | undefined,
  said: Said,
  names: string[],
): Iterable<ChangedField> {
  const [was, is] = [before, after].map((value) => linesOf(schema, value, said)) as [string[], string[]];
  if ([before, after].every((value) => value === undefined || isFields(value))) {
    for (const key of new Set([before, after].flatMap((value) => Object.keys(value ?? {})))) {
      const inner = innerOf(schema, key);
      const [old, now] = [before, after].map((value) => (value as Fields | undefined)?.[key]);
      yield* differences(inner, old, now, said, [...names, inner.title ?? key]);
    }
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    if (![...before, ...after].some(isFields)) yield* differing(names, was, is);
    else
      for (const [index, item] of after.entries())
        yield* differences(schema.items ?? {}, before[index], item, said, [
          ...names.slice(0, -1),
          `${names.at(-1) ?? ''} ${index + 1}`,
        ]);
  } else yield* differing(names, was, is);
}

function* differing(names: string[], was: string[], is: string[]): Iterable<ChangedField> {
  if (was.join('\n') === is.join('\n')) return;
  const [before, after] = [
    was.filter((line) => !is.includes(line)),
    is.filter((line) => !was.includes(line)),
  ];
  const isMoved = before.length + after.length === 0;
  yield { name: names.join(': '), before: isMoved ? was : before, after: isMoved ? is : after };
}

/** The schema of a field, in whichever form of its mapping it stands. */
const innerOf = (schema: FormSchema, key: string): FormSchema =>
  [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(
    ({ properties, additionalProperties }) =>
      properties?.[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : []),
  )[0] ?? {};

/** A value as an editor reads it, an item or paragraph on each line. */
function linesOf(schema: FormSchema, value: Data | undefined, said: Said): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item) => linesOf(schema.items ?? {}, item, said).join(' · '));
  if (isFields(value))
    return Object.entries(value).flatMap(([key, inner]) => linesOf(innerOf(schema, key), inner, said));
  if (typeof value === 'boolean') return [value ? said.t.yes : said.t.no];
  const text = String(value);
  if (schema.notation === 'as-of' && text === undated) return [said.t.undated];
  if (schema.refersTo) return [said.nameOf(schema.refersTo, text)];
  return schema.meanings?.[text] ? [schema.meanings[text]] : text.split('\n').filter((line) => line.trim());
}
