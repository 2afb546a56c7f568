import { z } from 'zod';
import type { Part, Reading } from '../checks/reading.ts';
import { isUsualPrice } from '../checks/rules/price-explained.ts';
import { isReserved } from '../checks/rules/unique-addresses.ts';
import { toAddress } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../i18n/languages.ts';
import type { BilingualFolder } from '../model/folders.ts';
import { announcement } from '../kinds/announcement/schema.ts';
import { contact } from '../kinds/contact/schema.ts';
import { entryId, factsAsOf, pageText, type ReferenceKind, sentenceOf, source } from '../schema/fields.ts';
import { page } from '../kinds/page/schema.ts';
import type { Sentence } from '../schema/sentences.ts';
import { service } from '../kinds/service/schema.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { questionMessages } from './words.ts';

export const entryKinds = ['service', 'announcement', 'contact', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Validated answers by the flag of the question. */
export type Answers = Record<string, unknown>;
type Choice = { key: string; name?: Partial<Localized<string>> };

/** A question about a new entry, answered by a flag or in the terminal. */
export type Question = {
  /** Name of the command-line flag, for example `title-fi`. */
  flag: string;
  sentence: Sentence;
  /** Validates the answer. */
  schema: z.ZodType;
  choices?: Choice[];
  /** Turns the text of the answer into a value, for example into a slug. */
  read?: (text: string) => string;
  /** The default answer, as text; an empty text leaves the field out. */
  proposal?: (answers: Answers) => string | undefined;
  /** Whether the question applies, given the previous answers. */
  when?: (answers: Answers) => boolean;
  /** Why a value that passes the schema is still rejected, for example because it is taken. */
  refuse?: (value: string) => Sentence | undefined;
};

/** Asks for the kind of entry when the command line does not give it. */
export const kindQuestion: Question = {
  flag: 'new',
  sentence: questionMessages.kind,
  schema: z.enum(entryKinds),
  choices: entryKinds.map((key) => ({ key })),
};

const folders = { service: 'services', announcement: 'announcements', page: 'pages' } as const;

/**
 * The questions for a new entry, in the order in which they are asked.
 * @param reading the existing content; incomplete entries count too
 * @param today the day in Helsinki, `2026-11-24`
 */
export function questionsFor(kind: EntryKind, reading: Reading, today: string): Question[] {
  const question = (flag: string, schema: z.ZodType, more: Partial<Question> = {}): Question => ({
    flag,
    sentence: sentenceOf(schema)!,
    schema,
    ...more,
  });
  const reference = (flag: string, schema: z.ZodType, kind: ReferenceKind, more: Partial<Question> = {}) =>
    question(flag, schema, { choices: choicesOf(kind, reading), ...more });
  const fromList = (flag: string, schema: z.ZodType, keys: readonly string[], more: Partial<Question> = {}) =>
    question(flag, schema, { choices: unnamed(keys), ...more });
  const emptyByDefault = { proposal: () => '' };

  if (kind === 'contact') return contactQuestions(reading);
  const folder = folders[kind];
  const text = [
    ...languages.map((lang) =>
      question(`title-${lang}`, pageText.shape.title, {
        refuse: (title) => fieldTakenMessage(reading, folder, 'title', title),
      }),
    ),
    idQuestion((id) => pathTakenMessage(reading, `${folder}/${id}/`)),
    ...languages.map((lang) =>
      question(`address-${lang}`, pageText.shape.address, {
        proposal: (answers) =>
          typeof answers[`title-${lang}`] === 'string'
            ? toAddress(answers[`title-${lang}`] as string)
            : undefined,
        refuse: (address) =>
          isReserved(folder, lang, address)
            ? questionMessages.reserved(address)
            : fieldTakenMessage(reading, folder, 'address', address),
      }),
    ),
  ];
  if (kind === 'page')
    return [...text, question('as-of', page.shape.asOf, { proposal: () => today.slice(0, 4) })];

  const kinds = rawFields(reading.singles.vocabulary)['kinds'] as
    Record<string, { price?: string }> | undefined;
  const needsPriceNote = ({ kind: serviceKind, price }: Answers) =>
    !isUsualPrice(String(price), kinds?.[String(serviceKind)]?.price);
  const { shape } = kind === 'service' ? service : announcement;
  const sources = [
    question('source', source.shape.url),
    question(
      'year',
      source.shape.year,
      kind === 'announcement'
        ? { proposal: ({ published }) => String(published ?? '').slice(0, 4) || undefined }
        : {},
    ),
  ];
  const contacts = reference('contacts', shape.contacts, 'contacts', emptyByDefault);
  if (kind === 'announcement') {
    return [
      ...text,
      question('published', announcement.shape.published, { proposal: () => today }),
      fromList('kind', announcement.shape.kind, announcement.shape.kind.options),
      reference('services', announcement.shape.services, 'services', emptyByDefault),
      contacts,
      ...sources,
    ];
  }
  return [
    ...text,
    reference('kind', service.shape.kind, 'kinds'),
    reference('themes', service.shape.themes, 'themes'),
    reference('divisions', service.shape.divisions, 'divisions'),
    reference('price', service.shape.price, 'prices'),
    ...languages.map((lang): Question => ({
      flag: `price-note-${lang}`,
      sentence: sentenceOf(service.shape.priceNote)!,
      schema: fieldsOf(service.shape.priceNote)![lang]!,
      when: needsPriceNote,
    })),
    fromList('languages', service.shape.languages, languages),
    ...sources,
    contacts,
    reference('related', service.shape.related, 'services', {
      proposal: ({ themes }) => servicesOfSameThemes(reading, (themes ?? []) as string[]),
    }),
  ];
}

function contactQuestions(reading: Reading): Question[] {
  const fields = fieldsOf(contact)!;
  const [person, unit] = contact.options;
  const existing = reading.contacts.map(rawFields);
  const inEveryLanguage = (
    name: string,
    schema: z.ZodType,
    more: (lang: Lang) => Partial<Question> = () => ({}),
  ): Question[] =>
    languages.map((lang) => ({
      flag: `${name}-${lang}`,
      sentence: sentenceOf(schema)!,
      schema: fieldsOf(schema)![lang]!,
      ...more(lang),
    }));
  const optional = (name: string): Question => ({
    flag: name,
    sentence: sentenceOf(fields[name]!)!,
    schema: fields[name]!,
    proposal: () => '',
  });
  const isPerson = ({ kind }: Answers) => kind === 'person';
  const nameTakenMessage = (name: string): Sentence | undefined => {
    const index = existing.findIndex(({ name: other }) =>
      (typeof other === 'string' ? [other] : Object.values(other ?? {})).some(
        (otherName) => String(otherName).toLowerCase() === name.toLowerCase(),
      ),
    );
    return index < 0 ? undefined : questionMessages.taken(name, reading.contacts[index]!.document.file);
  };
  return [
    {
      flag: 'kind',
      sentence: sentenceOf(fields['kind']!)!,
      schema: z.enum(['person', 'unit']),
      choices: unnamed(['person', 'unit']),
    },
    {
      flag: 'name',
      sentence: sentenceOf(person.shape.name)!,
      schema: person.shape.name,
      when: isPerson,
      refuse: nameTakenMessage,
    },
    ...inEveryLanguage('name', unit.shape.name, () => ({
      when: (answers) => !isPerson(answers),
      refuse: nameTakenMessage,
    })),
    {
      ...idQuestion((id) => pathTakenMessage(reading, `contacts/${id}.yaml`)),
      proposal: (answers) =>
        isPerson(answers) && answers['name'] ? toAddress(String(answers['name'])) : undefined,
    },
    ...inEveryLanguage('title', person.shape.title),
    ...inEveryLanguage('organisation', person.shape.organisation, (lang) => ({
      proposal: () =>
        mostFrequent(
          existing.map(
            ({ organisation }) => (organisation as Partial<Record<Lang, string>> | undefined)?.[lang],
          ),
        ),
    })),
    optional('phone'),
    optional('email'),
    { flag: 'as-of', sentence: sentenceOf(person.shape.asOf)!, schema: factsAsOf },
    {
      flag: 'source',
      sentence: sentenceOf(source.shape.url)!,
      schema: source.shape.url.optional(),
      proposal: () => '',
    },
  ];
}

const idQuestion = (refuse: NonNullable<Question['refuse']>): Question => ({
  flag: 'id',
  sentence: questionMessages.id,
  schema: entryId,
  read: toAddress,
  refuse,
});

/** The fields as written, valid or not. */
const rawFields = (file: Part | undefined): Record<string, unknown> =>
  (file?.document.yaml.data ?? {}) as Record<string, unknown>;

const pathTakenMessage = ({ files }: Reading, path: string): Sentence | undefined => {
  const file = files.find((other) => other.path === path || other.path.startsWith(path));
  return file && questionMessages.taken(path.split('/')[1]!.replace('.yaml', ''), file.path);
};

/** The message that another entry of the folder has this value in a field, in any language and case. */
function fieldTakenMessage(
  { entries }: Reading,
  folder: BilingualFolder,
  field: string,
  value: string,
): Sentence | undefined {
  for (const entry of entries) {
    const text = languages
      .map((lang) => entry.texts[lang])
      .find((other) => String(rawFields(other)[field]).toLowerCase() === value.toLowerCase());
    if (entry.folder === folder && text) return questionMessages.taken(value, text.document.file);
  }
  return undefined;
}

const unnamed = (keys: readonly string[]): Choice[] => keys.map((key) => ({ key }));

function choicesOf(kind: ReferenceKind, { entries, contacts, singles }: Reading): Choice[] {
  if (kind === 'services') {
    return entries
      .filter(({ folder }) => folder === 'services')
      .map(({ id, texts }) => ({
        key: id,
        name: inEachLanguage((lang) => String(rawFields(texts[lang])['title'] ?? '')),
      }));
  }
  const entriesByKey =
    kind === 'contacts'
      ? contacts.map((contact): [string, unknown] => [contact.id, rawFields(contact)])
      : Object.entries(rawFields(singles.vocabulary)[kind] ?? {});
  return entriesByKey.map(([key, fields]) => {
    const { name } = fields as { name?: string | Localized<string> };
    return { key, name: typeof name === 'string' ? inEachLanguage(() => name) : (name ?? {}) };
  });
}

/**
 * The ids of the two services that share the most themes, as a default answer; undefined when there are fewer
 * than two.
 */
function servicesOfSameThemes({ entries }: Reading, themes: string[]): string | undefined {
  const nearest = entries
    .filter(({ folder, facts }) => folder === 'services' && !rawFields(facts)['withdrawn'])
    .map(({ id, facts }) => ({
      id,
      common: ((rawFields(facts)['themes'] ?? []) as string[]).filter((theme) => themes.includes(theme))
        .length,
    }))
    .sort((a, b) => b.common - a.common)
    .slice(0, 2);
  return nearest.length < 2 ? undefined : nearest.map(({ id }) => id).join(', ');
}

function mostFrequent(values: (string | undefined)[]): string | undefined {
  const count = (value: string | undefined) => values.filter((other) => other === value).length;
  return values.filter((value) => value !== undefined).sort((a, b) => count(b) - count(a))[0];
}

/** Whether the answer to a question is a list. */
export const takesSeveral = ({ schema }: Question): boolean => itemOf(schema) !== undefined;
