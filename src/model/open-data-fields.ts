import { z } from 'zod';
import { inEachLanguage, type Lang, type Localized } from '../i18n/languages.ts';
import { field, httpsUrl, inEveryLanguage, pageText } from '../schema/fields.ts';
import { fieldsOf } from '../schema/walk.ts';
import type { Content } from './content.ts';

/**
 * A field of the open data: its schema, which has a sentence for those who use the data, and how its value is
 * made from an entry.
 */
export type OpenDataField<E> = { schema: z.ZodType; of: (entry: E, content: Content) => unknown };

/** The name of an entry or a term. */
export const id = field(
  {
    fi: 'Tunnus, joka ei muutu.',
    sv: 'Id som inte ändras.',
    en: 'Name that never changes.',
  },
  z.string(),
);
const titles = field(
  {
    fi: 'Otsikko kummallakin kielellä.',
    sv: 'Rubriken på båda språken.',
    en: 'Title in both languages.',
  },
  inEveryLanguage(pageText.shape.title),
);
const summaries = field(
  {
    fi: 'Tiivistelmä, enintään 150 merkkiä.',
    sv: 'Sammanfattning, högst 150 tecken.',
    en: 'Summary of at most 150 characters.',
  },
  inEveryLanguage(pageText.shape.summary),
);
const urls = field(
  {
    fi: 'Sivun osoite kummallakin kielellä.',
    sv: 'Sidans adress på båda språken.',
    en: 'Address of the page in both languages.',
  },
  inEveryLanguage(httpsUrl),
);
const keywords = field(
  {
    fi: 'Hakusanat kummallakin kielellä.',
    sv: 'Sökord på båda språken.',
    en: 'Search words in both languages.',
  },
  inEveryLanguage(pageText.shape.keywords),
);

type WithTexts = { id: string; texts: Localized<z.infer<typeof pageText>> };

/** The fields of an entry that has a page in every language. */
export const textFields = (pathOf: (lang: Lang, address: string) => string) => ({
  id: idField<WithTexts>(),
  titles: { schema: titles, of: ({ texts }: WithTexts) => inEachLanguage((lang) => texts[lang].title) },
  summaries: {
    schema: summaries,
    of: ({ texts }: WithTexts) => inEachLanguage((lang) => texts[lang].summary),
  },
  keywords: {
    schema: keywords,
    of: ({ texts }: WithTexts) => inEachLanguage((lang) => texts[lang].keywords),
  },
  urls: urlsField<WithTexts>(({ texts }, lang) => pathOf(lang, texts[lang].address)),
});

export const idField = <E extends { id: string }>(): OpenDataField<E> => ({
  schema: id,
  of: (entry) => entry.id,
});
/** The addresses of what an entry shows, by language. */
export const urlsField = <E>(pathOf: (entry: E, lang: Lang) => string): OpenDataField<E> => ({
  schema: urls,
  of: (entry, { site }) => inEachLanguage((lang) => site.url + pathOf(entry, lang)),
});

/**
 * Fields of the facts as their schema has them, with its sentences, so that there is no second list of them.
 * Fields are only added, never renamed or removed, so that consumers do not break.
 * @param schemas replaces the schema of a field whose sentence speaks to editors alone
 */
export const factFields = <E>(
  schema: z.ZodType,
  factsOf: (entry: E) => object,
  names: string[],
  schemas: Record<string, z.ZodType> = {},
): Record<string, OpenDataField<E>> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        schema: schemas[name] ?? fieldsOf(schema)![name]!,
        of: (entry: E) => (factsOf(entry) as Record<string, unknown>)[name],
      },
    ]),
  );
