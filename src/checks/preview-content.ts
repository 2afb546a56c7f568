import type { z } from 'zod';
import { inEachLanguage, languages, type Localized } from '../i18n/languages.ts';
import type { ContactEntry, Content } from '../model/content.ts';
import { type BilingualFolder, bilingualFolders, yamlFolders } from '../model/folders.ts';
import { referenceOf } from '../schema/fields.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { runRules } from './check-content.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, examinePictures, readFiles } from './read-files.ts';
import { toContent } from './read-content.ts';
import type { Part, ReadEntry, Reading } from './reading.ts';
import { knownNames } from './rules/references.ts';

type PreviewReport = { problems: Problem[]; files: number; content: Content | undefined };

/**
 * Checks a content folder for the preview, which shows as much as possible of files with errors.
 * @param before the content that the preview showed last
 * @throws a user-facing error when there is no such folder
 */
export async function checkForPreview(
  folder: string,
  now: Date,
  before: Content | undefined,
): Promise<PreviewReport> {
  const files = readFiles(folder);
  await examinePictures(files);
  return previewOf(files, now, before);
}

/** The same for files whose bytes are in memory and whose pictures are examined. */
export function previewOf(files: ContentFile[], now: Date, before: Content | undefined): PreviewReport {
  const { reading, errors, problems } = runRules(files, now);
  return { problems: problems(), files: files.length, content: previewContent(reading, errors, before) };
}

/**
 * The content with a placeholder for every invalid entry, so that no reference to it breaks. The placeholder
 * takes its valid fields from the file, the others from its last valid version, else from a valid entry of
 * the same kind.
 * @returns undefined until `site.yaml` and `vocabulary.yaml` have been valid once
 */
function previewContent(
  reading: Reading,
  errors: Problem[],
  before: Content | undefined,
): Content | undefined {
  const {
    site = before?.site,
    vocabulary = before?.vocabulary,
    redirects = before?.redirects ?? {},
    ...rest
  } = toContent(reading);
  if (!site || !vocabulary) return undefined;

  const ofFields = new Set(reading.fieldProblems);
  /** Whether a rule refused something of a file or folder: only what no rule refuses is rendered. */
  const hasBrokenBody = (path: string): boolean =>
    errors.some((problem) => problem.file.startsWith(path) && !ofFields.has(problem));
  const existing = knownNames(reading);
  /** Fields that refer to something that does not exist. */
  const brokenReferencesIn = (file: Part | undefined): string[] =>
    errors.flatMap(({ file: path, rule, field }) =>
      path === file?.document.file && rule === 'references' && field ? [field] : [],
    );

  const bilingual = <Folder extends BilingualFolder>(folder: Folder): Content[Folder] => {
    const { schema, textSchema } = bilingualFolders[folder];
    const isValid = ({ facts, texts }: ReadEntry): boolean =>
      facts?.data !== undefined && languages.every((lang) => texts[lang]?.data);
    const isRenderable = (entry: ReadEntry): boolean =>
      isValid(entry) && !hasBrokenBody(`${folder}/${entry.id}/`);
    const entriesAsRead = new Map<string, PreviewEntry>(
      (rest[folder] as PreviewEntry[]).map((entry) => [entry.id, entry]),
    );
    const previousEntries = new Map<string, PreviewEntry>(
      ((before?.[folder] ?? []) as PreviewEntry[]).map((entry) => [entry.id, entry]),
    );
    const entries = reading.entries.filter((entry) => entry.folder === folder);
    const [template = [...previousEntries.values()][0]] = entries
      .filter(isValid)
      .map(({ id }) => entriesAsRead.get(id)!);
    const placeholder = ({ id, facts, texts }: ReadEntry): PreviewEntry[] => {
      const previous = previousEntries.get(id);
      if (!previous && !template) return [];
      return [
        {
          id,
          facts: repaired(schema, facts, template?.facts ?? {}, previous?.facts, (name, field, value) =>
            brokenReferencesIn(facts).includes(name) ? existingNames(field, value, existing, id) : value,
          ),
          texts: inEachLanguage((lang) => {
            const text = texts[lang];
            const body = text && !hasBrokenBody(text.document.file) ? text.document.body?.text : undefined;
            return {
              ...repaired(
                textSchema,
                text,
                { ...template?.texts[lang], ...placeholderNames(id) },
                previous?.texts[lang],
              ),
              body: body ?? previous?.texts[lang].body ?? '',
              bodyLine: 1,
              lags: false,
            };
          }),
        },
      ];
    };
    return entries.flatMap((entry) =>
      isRenderable(entry) ? [entriesAsRead.get(entry.id)!] : placeholder(entry),
    ) as Content[Folder];
  };

  const people = reading.contacts.filter(({ data }) => data?.['kind'] === 'person');
  const contacts = reading.contacts.flatMap(({ id, data, ...file }): ContactEntry[] => {
    const previous = before?.contacts.find((contact) => contact.id === id);
    if (data || previous || people[0])
      return [
        {
          id,
          ...(data ??
            repaired(
              yamlFolders.contacts.schema,
              { ...file, data },
              { ...people[0]?.data, name: placeholderNames(id).title },
              previous,
            )),
        } as ContactEntry,
      ];
    return [];
  });

  const content = {
    site,
    vocabulary,
    redirects,
    services: bilingual('services'),
    announcements: bilingual('announcements'),
    pages: bilingual('pages'),
    contacts,
  };
  const needs = site.needs.filter(({ service }) => content.services.some(({ id }) => id === service));
  // Needs whose service is gone are replaced by others, because the schema of the home page sets a minimum.
  return {
    ...content,
    site: {
      ...site,
      needs:
        needs.length === site.needs.length
          ? needs
          : site.needs.map((_, index) => needs[index % needs.length] ?? site.needs[index]!),
    },
  };
}

type Fields = Record<string, unknown>;
type PreviewEntry = { id: string; facts: Fields; texts: Localized<Fields & { body: string }> };

/** Visible placeholders for an entry without a valid title, so that the editor can find it. */
const placeholderNames = (id: string) => ({ title: `⚠ ${id}`, summary: '⚠', address: id });

/**
 * The valid fields of a file. Required fields that are invalid come from the previous version, else from the
 * template.
 * @param repair replaces a value before it is validated
 */
function repaired(
  schema: z.ZodType,
  file: Part | undefined,
  template: Fields,
  previous: Fields | undefined,
  repair = (_name: string, _field: z.ZodType, value: unknown): unknown => value,
): Fields {
  const written = (file?.document.yaml.data ?? {}) as Fields;
  const fields = Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]): [string, unknown][] => {
    const { success, data } = field.safeParse(repair(name, field, written[name]));
    if (success) return data === undefined ? [] : [[name, data]];
    return field.safeParse(undefined).success ? [] : [[name, previous?.[name] ?? template[name]]];
  });
  const result = schema.safeParse(Object.fromEntries(fields));
  return result.success ? (result.data as Fields) : (previous ?? template);
}

/**
 * A value for a reference field that refers only to existing entries. A list keeps those that exist and is
 * filled up to two, a single reference is replaced by another entry, a field with nested fields becomes
 * undefined.
 * @param own id of the entry itself, which must not refer to itself
 */
function existingNames(
  field: z.ZodType,
  value: unknown,
  existing: ReturnType<typeof knownNames>,
  own: string,
): unknown {
  const kind = referenceOf(field) ?? referenceOf(itemOf(field) ?? field);
  const names = [...(kind && existing[kind] ? existing[kind] : [])].filter(
    (name) => kind !== 'services' || name !== own,
  );
  if (!Array.isArray(value)) return kind ? names[0] : undefined;
  const kept = names.filter((name) => value.includes(name));
  return [...kept, ...names.filter((name) => !kept.includes(name))].slice(0, Math.max(kept.length, 2));
}
