import { z } from 'zod';
import { contactAnchor, entryPath, openDataPath, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Localized } from '../i18n/languages.ts';
import { sentenceOf } from '../schema/fields.ts';
import { type OpenDataFile, type OpenDataItem, openDataItems } from './open-data-items.ts';
import { vocabularyList } from '../schema/site-files.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import type { Content, Text } from '../model/content.ts';
import { csvOf } from './csv.ts';
import { inDirectoryOrder, newestFirst } from '../model/order.ts';

/**
 * The content as open data: one list per file under `/api/`, with all languages in the same item.
 * Fields are only added, never renamed or removed, so that consumers do not break.
 */
export const openData: { [File in OpenDataFile]: (content: Content) => OpenDataItem<File>[] } = {
  services: ({ services, site }) =>
    services.map(({ id, facts, texts }) => ({
      id,
      kind: facts.kind,
      themes: facts.themes,
      divisions: facts.divisions,
      price: facts.price,
      priceNote: facts.priceNote,
      languages: facts.languages,
      titles: fieldIn(texts, 'title'),
      summaries: fieldIn(texts, 'summary'),
      keywords: fieldIn(texts, 'keywords'),
      urls: inEachLanguage((lang) => site.url + entryPath(lang, 'services', texts[lang].address)),
      channels: facts.channels,
      contacts: facts.contacts,
      related: facts.related,
      sources: facts.sources,
      asOf: facts.asOf,
      reviewed: facts.reviewed,
      changes: facts.changes,
      withdrawn: facts.withdrawn,
    })),
  announcements: ({ announcements, site }) =>
    [...announcements].sort(newestFirst).map(({ id, facts, texts }) => ({
      id,
      published: facts.published,
      kind: facts.kind,
      titles: fieldIn(texts, 'title'),
      summaries: fieldIn(texts, 'summary'),
      urls: inEachLanguage((lang) => site.url + entryPath(lang, 'announcements', texts[lang].address)),
      contacts: facts.contacts,
      services: facts.services,
      sources: facts.sources,
      corrections: facts.corrections,
    })),
  contacts: ({ contacts, site }) =>
    inDirectoryOrder(contacts).map(({ order: _, name, ...contact }) => ({
      ...contact,
      names: typeof name === 'string' ? inEachLanguage(() => name) : name,
      urls: inEachLanguage(
        (lang) => `${site.url}${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`,
      ),
    })),
  vocabulary: ({ vocabulary }) =>
    vocabularyList.options.flatMap((list) =>
      Object.entries(vocabulary[list]).map(([id, { name, about }]) => ({
        list,
        id,
        names: name,
        descriptions: about,
      })),
    ),
};

const fieldIn = <F, K extends keyof F>(texts: Localized<Text<F>>, name: K): Localized<F[K]> =>
  inEachLanguage((lang) => texts[lang][name]);

/** The JSON Schema of a file. It permits additional properties, since fields may be added later. */
export function jsonSchemaOf(file: OpenDataFile, origin: string): object {
  const schema = z.toJSONSchema(z.object({ [file]: z.array(openDataItems[file]) }), {
    override({ zodSchema, jsonSchema }) {
      const sentence = sentenceOf(zodSchema as unknown as z.ZodType);
      if (sentence) jsonSchema.description = sentence.en;
      for (const name of ['sentence', 'refersTo', 'additionalProperties']) delete jsonSchema[name];
    },
  });
  return { $id: origin + openDataPath(`${file}.schema.json`), ...schema };
}

/**
 * A file as CSV. Localized fields have a column per language, lists are joined in one cell, and lists of
 * objects are left out, except for the URLs of sources: they are in the JSON file only.
 */
export function csvFileOf(file: OpenDataFile, content: Content): string {
  const columns = columnsOf(openDataItems[file]);
  return csvOf([
    columns.map((path) => path.join('.')),
    ...openData[file](content).map((item) => columns.map((path) => cellOf(valueAt(item, path)))),
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
