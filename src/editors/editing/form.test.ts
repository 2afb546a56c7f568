import { expect, test } from 'vitest';
import { allKinds } from '../../kinds/kinds.ts';
import { languages } from '../../i18n/languages.ts';
import { editorLanguages } from '../../schema/sentences.ts';
import { editableSingles, partsOf } from './entry-files.ts';
import { type FormSchema, formOf } from './form.ts';

const parts = [
  ...allKinds.flatMap(({ folder }) => partsOf(`${folder}/x`)!),
  ...editableSingles.flatMap((file) => partsOf(file)!),
];

/** Every field of a form, with its name and its path. */
function* fieldsOf(schema: FormSchema, path = ''): Iterable<[path: string, name: string, field: FormSchema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (!(languages as readonly string[]).includes(name) && name !== 'en')
      yield [`${path}.${name}`, name, field];
    yield* fieldsOf(field, `${path}.${name}`);
  }
  for (const inner of [
    schema.items,
    schema.additionalProperties,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ])
    if (typeof inner === 'object') yield* fieldsOf(inner, path);
}

test.each(editorLanguages)('every field of every kind has a name and a sentence in %s', (lang) => {
  const nameless = parts.flatMap(({ path, schema }) =>
    [...fieldsOf(formOf(schema, lang), path)].flatMap(([at, name, { title, hint }]) =>
      !hint || !title || (lang !== 'en' && title === name) ? [at] : [],
    ),
  );
  expect(nameless).toEqual([]);
});

test('a form knows limits, choices and what is required', () => {
  const service = formOf(partsOf('services/x')![2]!.schema, 'sv');
  expect(service.properties!['themes']).toMatchObject({
    title: 'Ämnen',
    minItems: 1,
    maxItems: 4,
    items: { refersTo: 'themes' },
  });
  expect(service.required).toContain('price');
  expect(service.properties!['channels']!.items!.properties!['kind']).toMatchObject({
    enum: expect.arrayContaining(['web']),
    meanings: { web: 'en sida', 'advice-service': 'Kommunförbundets allmänna rådgivning' },
  });
  expect(service.properties!['asOf']!.notation).toBe('as-of');
});
