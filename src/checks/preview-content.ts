import type { z } from 'zod';
import { inEachLanguage, type Lang, languages, type Localized } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import type { Kind } from '../kinds/kind.ts';
import { allKinds } from '../kinds/kinds.ts';
import { referenceOf } from '../schema/fields.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { runRules } from './check-content.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, examinePictures, readFiles } from './read-files.ts';
import { toContent } from './read-content.ts';
import type { Part, ReadEntry, Reading } from './reading.ts';
import { knownNames } from './rules/references.ts';

export type PreviewReport = {
  files: ContentFile[];
  content: Content | undefined;
  /** All problems; the warning rules run when this is called, since they take as long as all else. */
  problems: () => Problem[];
};

/**
 * Checks a content folder for the preview, which shows as much as possible of files with errors.
 * @param before what the preview showed last
 * @throws a user-facing error when there is no such folder
 */
export async function checkForPreview(
  folder: string,
  now: Date,
  before: PreviewReport | undefined,
): Promise<PreviewReport> {
  const files = readFiles(folder, before?.files);
  await examinePictures(files);
  return previewOf(files, now, before?.content);
}

/** The same for files whose bytes are in memory and whose pictures are examined. */
export function previewOf(files: ContentFile[], now: Date, before: Content | undefined): PreviewReport {
  const { reading, errors, problems } = runRules(files, now);
  return { files, content: previewContent(reading, errors, before), problems };
}

/**
 * The content with a placeholder for every invalid entry, so that no reference breaks: its valid fields, the others from
 * its last valid version, else from a valid entry of its kind.
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
  const brokenReferencesIn = (file: Part | undefined): string[] =>
    errors.flatMap(({ file: path, rule, field }) =>
      path === file?.document.file && rule === 'references' && field ? [field] : [],
    );

  const entriesOf = ({ folder, schema, text: kindOfText, placeholder }: Kind): object[] => {
    const isValid = ({ facts, texts }: ReadEntry): boolean =>
      facts?.data !== undefined && (!kindOfText || languages.every((lang) => texts[lang]?.data));
    const byId = (entries: object[] = []) =>
      new Map((entries as PreviewEntry[]).map((entry) => [entry.id, entry]));
    const asRead = byId(rest[folder]);
    const lastShown = byId(before?.[folder]);
    const entries = reading.entries.filter((entry) => entry.folder === folder);
    const valid = entries.find(isValid);
    const template = valid ? asRead.get(valid.id) : lastShown.values().next().value;
    const standIn = ({ id, facts, texts }: ReadEntry): object[] => {
      const previous = lastShown.get(id);
      if (!previous && !template) return [];
      const name = nameOfBroken(id);
      const repairedFacts = repaired(
        schema,
        facts,
        kindOfText ? (template?.facts ?? {}) : { ...template, ...placeholder?.(name) },
        kindOfText ? previous?.facts : (previous as Fields | undefined),
        (field, type, value) =>
          brokenReferencesIn(facts).includes(field) ? existingNames(type, value, existing, id) : value,
      );
      if (!kindOfText) return [{ id, ...repairedFacts }];
      const repairedText = (lang: Lang) => {
        const text = texts[lang];
        const before = previous?.texts[lang];
        const body = text && !hasBrokenBody(text.document.file) ? text.document.body?.text : undefined;
        const own = { title: name, summary: `${name} …`, address: id };
        return {
          ...repaired(kindOfText.schema, text, { ...template?.texts[lang], ...own }, before),
          body: body ?? before?.body ?? '',
          bodyLine: 1,
          lags: false,
        };
      };
      return [{ id, facts: repairedFacts, texts: inEachLanguage(repairedText) }];
    };
    return entries.flatMap((entry) =>
      isValid(entry) && !(kindOfText && hasBrokenBody(`${folder}/${entry.id}/`))
        ? [asRead.get(entry.id)!]
        : standIn(entry),
    );
  };

  const content = {
    site,
    vocabulary,
    redirects,
    ...Object.fromEntries(allKinds.map((kind) => [kind.folder, entriesOf(kind)])),
  } as Content;
  // Needs whose service is gone are replaced by others, because the schema of the home page sets a minimum.
  const needs = site.needs.filter(({ service }) => content.services.some(({ id }) => id === service));
  const shown = site.needs.map((need, index) =>
    needs.includes(need) ? need : (needs[index % needs.length] ?? need),
  );
  return { ...content, site: { ...site, needs: shown } };
}

type Fields = Record<string, unknown>;
type PreviewEntry = { id: string; facts: Fields; texts: Localized<Fields & { body: string }> };

/** What an entry without a valid name is called, so that the editor can find it. */
const nameOfBroken = (id: string): string => `⚠ ${id}`;

/**
 * The valid fields of a file; required ones that are invalid come from the version before, else from the template.
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
 * Existing entries for a reference field: of a list those that it names, filled up to two; in place of a single one
 * another; nothing for nested fields.
 * @param own id of the entry, which must not refer to itself
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
