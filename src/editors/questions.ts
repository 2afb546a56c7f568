import { z } from 'zod';
import type { Part, Reading } from '../checks/reading.ts';
import { isUsualPrice } from '../checks/rules/price-explained.ts';
import { isReserved } from '../checks/rules/unique-addresses.ts';
import { toAddress } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../i18n/languages.ts';
import type { BilingualFolder } from '../model/folders.ts';
import { announcement } from '../schema/announcement.ts';
import { contact } from '../schema/contact.ts';
import { entryId, factsAsOf, pageText, type ReferenceKind, sentenceOf, source } from '../schema/fields.ts';
import { page } from '../schema/page.ts';
import type { Sentence } from '../schema/sentences.ts';
import { service } from '../schema/service.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { sentences } from './words.ts';

export const entryKinds = ['service', 'announcement', 'contact', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What somebody answered, by the flag of the question. */
export type Answers = Record<string, unknown>;
type Choice = { key: string; name?: Partial<Localized<string>> };

/** One thing to know before an entry can be written. */
export type Question = {
  /** Its name on the command line, for example `title-fi`. */
  flag: string;
  sentence: Sentence;
  /** What a good answer is. */
  schema: z.ZodType;
  choices?: Choice[];
  /** How the written text is read. */
  read?: (text: string) => string;
  /** What is taken when nothing is answered, as it would be written; an empty text leaves the field out. */
  proposal?: (answers: Answers) => string | undefined;
  /** Whether the question arises at all. */
  when?: (answers: Answers) => boolean;
  /** Why an answer that is good in itself cannot be taken. */
  refuse?: (value: string) => Sentence | undefined;
};

/** What to add, when the command does not say it. */
export const kindQuestion: Question = {
  flag: 'new',
  sentence: sentences.kind,
  schema: z.enum(entryKinds),
  choices: entryKinds.map((key) => ({ key })),
};

const folders = { service: 'services', announcement: 'announcements', page: 'pages' } as const;

/**
 * The questions for a new entry, in the order in which they are asked.
 * @param reading what exists; half-written entries count
 * @param today the day in Helsinki, `2026-11-24`
 */
export function questionsFor(kind: EntryKind, reading: Reading, today: string): Question[] {
  const one = (flag: string, schema: z.ZodType, more: Partial<Question> = {}): Question => ({
    flag,
    sentence: sentenceOf(schema)!,
    schema,
    ...more,
  });
  const named = (flag: string, schema: z.ZodType, of: ReferenceKind, more: Partial<Question> = {}) =>
    one(flag, schema, { choices: choicesOf(of, reading), ...more });
  const fromList = (flag: string, schema: z.ZodType, keys: readonly string[], more: Partial<Question> = {}) =>
    one(flag, schema, { choices: plain(keys), ...more });
  const none = { proposal: () => '' };

  if (kind === 'contact') return contactQuestions(reading);
  const folder = folders[kind];
  const text = [
    ...languages.map((of) =>
      one(`title-${of}`, pageText.shape.title, { refuse: (title) => taken(reading, folder, 'title', title) }),
    ),
    idQuestion((id) => takenFile(reading, `${folder}/${id}/`)),
    ...languages.map((of) =>
      one(`address-${of}`, pageText.shape.address, {
        proposal: (answers) =>
          typeof answers[`title-${of}`] === 'string'
            ? toAddress(answers[`title-${of}`] as string)
            : undefined,
        refuse: (address) =>
          isReserved(folder, of, address)
            ? sentences.reserved(address)
            : taken(reading, folder, 'address', address),
      }),
    ),
  ];
  if (kind === 'page') return [...text, one('as-of', page.shape.asOf, { proposal: () => today.slice(0, 4) })];

  const kinds = writtenIn(reading.singles.vocabulary)['kinds'] as
    Record<string, { price?: string }> | undefined;
  const needsPriceNote = ({ kind, price }: Answers) =>
    !isUsualPrice(String(price), kinds?.[String(kind)]?.price);
  const { shape } = kind === 'service' ? service : announcement;
  const sources = [
    one('source', source.shape.url),
    one(
      'year',
      source.shape.year,
      kind === 'announcement'
        ? { proposal: ({ published }) => String(published ?? '').slice(0, 4) || undefined }
        : {},
    ),
  ];
  const contacts = named('contacts', shape.contacts, 'contacts', none);
  if (kind === 'announcement') {
    return [
      ...text,
      one('published', announcement.shape.published, { proposal: () => today }),
      fromList('kind', announcement.shape.kind, announcement.shape.kind.options),
      named('services', announcement.shape.services, 'services', none),
      contacts,
      ...sources,
    ];
  }
  return [
    ...text,
    named('kind', service.shape.kind, 'kinds'),
    named('themes', service.shape.themes, 'themes'),
    named('divisions', service.shape.divisions, 'divisions'),
    named('price', service.shape.price, 'prices'),
    ...languages.map((of): Question => ({
      flag: `price-note-${of}`,
      sentence: sentenceOf(service.shape.priceNote)!,
      schema: fieldsOf(service.shape.priceNote)![of]!,
      when: needsPriceNote,
    })),
    fromList('languages', service.shape.languages, languages),
    ...sources,
    contacts,
    named('related', service.shape.related, 'services', {
      proposal: ({ themes }) => servicesOfSameThemes(reading, (themes ?? []) as string[]),
    }),
  ];
}

function contactQuestions(reading: Reading): Question[] {
  const fields = fieldsOf(contact)!;
  const [person, unit] = contact.options;
  const known = reading.contacts.map(writtenIn);
  const inBoth = (
    name: string,
    schema: z.ZodType,
    more: (of: Lang) => Partial<Question> = () => ({}),
  ): Question[] =>
    languages.map((of) => ({
      flag: `${name}-${of}`,
      sentence: sentenceOf(schema)!,
      schema: fieldsOf(schema)![of]!,
      ...more(of),
    }));
  const optional = (name: string): Question => ({
    flag: name,
    sentence: sentenceOf(fields[name]!)!,
    schema: fields[name]!,
    proposal: () => '',
  });
  const isPerson = ({ kind }: Answers) => kind === 'person';
  const nameTaken = (name: string): Sentence | undefined => {
    const at = known.findIndex(({ name: other }) =>
      (typeof other === 'string' ? [other] : Object.values(other ?? {})).some(
        (one) => String(one).toLowerCase() === name.toLowerCase(),
      ),
    );
    return at < 0 ? undefined : sentences.taken(name, reading.contacts[at]!.document.file);
  };
  return [
    {
      flag: 'kind',
      sentence: sentenceOf(fields['kind']!)!,
      schema: z.enum(['person', 'unit']),
      choices: plain(['person', 'unit']),
    },
    {
      flag: 'name',
      sentence: sentenceOf(person.shape.name)!,
      schema: person.shape.name,
      when: isPerson,
      refuse: nameTaken,
    },
    ...inBoth('name', unit.shape.name, () => ({ when: (answers) => !isPerson(answers), refuse: nameTaken })),
    {
      ...idQuestion((id) => takenFile(reading, `contacts/${id}.yaml`)),
      proposal: (answers) =>
        isPerson(answers) && answers['name'] ? toAddress(String(answers['name'])) : undefined,
    },
    ...inBoth('title', person.shape.title),
    ...inBoth('organisation', person.shape.organisation, (of) => ({
      proposal: () =>
        mostUsual(
          known.map(({ organisation }) => (organisation as Partial<Record<Lang, string>> | undefined)?.[of]),
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
  sentence: sentences.id,
  schema: entryId,
  read: toAddress,
  refuse,
});

/** The fields as they are written, whether or not they are sound yet. */
const writtenIn = (part: Part | undefined): Record<string, unknown> =>
  (part?.document.yaml.data ?? {}) as Record<string, unknown>;

const takenFile = ({ files }: Reading, path: string): Sentence | undefined => {
  const file = files.find((one) => one.path === path || one.path.startsWith(path));
  return file && sentences.taken(path.split('/')[1]!.replace('.yaml', ''), file.path);
};

function taken(
  { entries }: Reading,
  folder: BilingualFolder,
  field: string,
  value: string,
): Sentence | undefined {
  for (const entry of entries) {
    const text = languages
      .map((lang) => entry.texts[lang])
      .find((one) => String(writtenIn(one)[field]).toLowerCase() === value.toLowerCase());
    if (entry.folder === folder && text) return sentences.taken(value, text.document.file);
  }
  return undefined;
}

const plain = (keys: readonly string[]): Choice[] => keys.map((key) => ({ key }));

function choicesOf(kind: ReferenceKind, { entries, contacts, singles }: Reading): Choice[] {
  if (kind === 'services') {
    return entries
      .filter(({ folder }) => folder === 'services')
      .map(({ id, texts }) => ({
        key: id,
        name: inEachLanguage((lang) => String(writtenIn(texts[lang])['title'] ?? '')),
      }));
  }
  const named =
    kind === 'contacts'
      ? contacts.map((one): [string, unknown] => [one.id, writtenIn(one)])
      : Object.entries(writtenIn(singles.vocabulary)[kind] ?? {});
  return named.map(([key, about]) => {
    const { name } = about as { name?: string | Localized<string> };
    return { key, name: typeof name === 'string' ? inEachLanguage(() => name) : (name ?? {}) };
  });
}

/** Two services that share the most themes, to begin with; undefined when there are not two. */
function servicesOfSameThemes({ entries }: Reading, themes: string[]): string | undefined {
  const near = entries
    .filter(({ folder, facts }) => folder === 'services' && !writtenIn(facts)['withdrawn'])
    .map(({ id, facts }) => ({
      id,
      common: ((writtenIn(facts)['themes'] ?? []) as string[]).filter((theme) => themes.includes(theme))
        .length,
    }))
    .sort((a, b) => b.common - a.common)
    .slice(0, 2);
  return near.length < 2 ? undefined : near.map(({ id }) => id).join(', ');
}

function mostUsual(values: (string | undefined)[]): string | undefined {
  const count = (value: string | undefined) => values.filter((other) => other === value).length;
  return values.filter((value) => value !== undefined).sort((a, b) => count(b) - count(a))[0];
}

/** Whether a question takes several answers. */
export const takesSeveral = ({ schema }: Question): boolean => itemOf(schema) !== undefined;
