import { z } from 'zod';
import { openDataPath } from '../i18n/addresses.ts';
import type { Words } from '../i18n/fi.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import { id } from '../model/open-data-fields.ts';
import {
  editorsAlone,
  field,
  fileSentenceOf,
  inEveryLanguage,
  notationOf,
  sentenceOf,
} from '../schema/fields.ts';
import { vocabularyList } from '../schema/site-files.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { csvOf } from './csv.ts';

/**
 * A list of the open data under `/api/`, with all languages in the same item. JSON, JSON Schema, CSV and the
 * table on the page about open data are made from it.
 */
export type Dataset = {
  name: keyof Words['dataset'];
  item: z.ZodObject;
  rows: (content: Content) => object[];
  /** The profile of its linked data, where it has that too. */
  profile?: string | undefined;
};

const vocabulary: Dataset = {
  name: 'vocabulary',
  item: z.strictObject({
    list: field(
      {
        fi: 'Luettelo: themes (aiheet), divisions (toimialat), kinds (palvelujen lajit) tai prices (hinnat).',
        sv: 'Lista: themes (ämnen), divisions (sektorer), kinds (typer av tjänster) eller prices (priser).',
        en: 'The list: themes, divisions, kinds or prices.',
      },
      vocabularyList,
    ),
    id,
    names: field(
      {
        fi: 'Nimi kummallakin kielellä.',
        sv: 'Namnet på båda språken.',
        en: 'Name in both languages.',
      },
      inEveryLanguage(z.string()),
    ),
    descriptions: field(
      {
        fi: 'Selitys yhdellä rivillä.',
        sv: 'Förklaring på en rad.',
        en: 'Explanation in one line.',
      },
      inEveryLanguage(z.string()),
    ),
  }),
  rows: (content) =>
    vocabularyList.options.flatMap((list) =>
      Object.entries(content.vocabulary[list]).map(([id, { name, about }]) => ({
        list,
        id,
        names: name,
        descriptions: about,
      })),
    ),
};

export const datasets: Dataset[] = [
  ...allKinds.flatMap(({ folder, openData, linkedData }) =>
    openData
      ? [
          {
            name: folder as Dataset['name'],
            item: z.strictObject(
              Object.fromEntries(Object.entries(openData.fields).map(([name, { schema }]) => [name, schema])),
            ),
            rows: (content: Content) =>
              openData
                .entries(content)
                .map((entry) =>
                  Object.fromEntries(
                    Object.entries(openData.fields).map(([name, { of }]) => [name, of(entry, content)]),
                  ),
                ),
            profile: linkedData?.profile,
          },
        ]
      : [],
  ),
  vocabulary,
];

/** A file as JSON: the list, and the licence once there is one. */
export const jsonOf = ({ name, rows }: Dataset, content: Content): object => ({
  [name]: rows(content),
  ...(content.site.licence && { licence: content.site.licence }),
});

/** The JSON Schema of a list. It permits additional properties, since fields may be added later. */
export function jsonSchemaOf({ name, item }: Dataset, origin: string): object {
  const schema = z.toJSONSchema(z.object({ [name]: z.array(item) }), {
    override({ zodSchema, jsonSchema }) {
      const schema = zodSchema as unknown as z.ZodType;
      // A date may be a word, which those who use the data meet as editors of files do.
      const sentence = (notationOf(schema) === 'as-of' ? fileSentenceOf : sentenceOf)(schema);
      if (sentence) jsonSchema.description = sentence.en;
      for (const name of [...editorsAlone, 'additionalProperties']) delete jsonSchema[name];
    },
  });
  return { $id: origin + openDataPath(`${name}.schema.json`), ...schema };
}

/**
 * A file as CSV. Localized fields have a column per language, lists are joined in one cell, and lists of
 * objects are left out, except for the URLs of sources: they are in the JSON file only.
 */
export function csvFileOf(dataset: Dataset, content: Content): string {
  const columns = columnsOf(dataset.item);
  return csvOf([
    columns.map((path) => path.join('.')),
    ...dataset.rows(content).map((item) => columns.map((path) => cellOf(valueAt(item, path)))),
  ]);
}

function columnsOf(schema: z.ZodType, parentPath: string[] = []): string[][] {
  return Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) => {
    const path = [...parentPath, name];
    const nestedFields = fieldsOf(itemOf(field) ?? field);
    if (!nestedFields) return [path];
    if (!itemOf(field)) return columnsOf(field, path);
    // A list of sources is reduced to its URLs.
    return nestedFields['url'] && !fieldsOf(nestedFields['url']) ? [path] : [];
  });
}

/** The value at a path; a value shared by all languages is returned for each of them. */
const valueAt = (item: unknown, path: string[]): unknown =>
  path.reduce(
    (value, name) =>
      value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[name] : value,
    item,
  );

const cellOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : (item as { url: string }).url)).join('; ')
    : String(value ?? '');
