import type { z } from 'zod';
import { inEachLanguage, languages, type Localized } from '../i18n/languages.ts';
import type { ContactEntry, Content } from '../model/content.ts';
import { type BilingualFolder, bilingualFolders, yamlFolders } from '../model/folders.ts';
import { referenceOf } from '../schema/fields.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { judge } from './check-content.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, examinePictures, readFiles } from './read-files.ts';
import { toContent } from './read-content.ts';
import type { Part, ReadEntry, Reading } from './reading.ts';
import { knownNames } from './rules/references.ts';

type PreviewReport = { problems: Problem[]; files: number; content: Content | undefined };

/**
 * Checks a content folder for the preview, which shows what it can of files with mistakes.
 * @param before what was shown last
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

/** The same of files that were read already. */
export function previewOf(files: ContentFile[], now: Date, before: Content | undefined): PreviewReport {
  const { reading, errors, problems } = judge(files, now);
  return { problems: problems(), files: files.length, content: previewContent(reading, errors, before) };
}

/** Rules after whose errors a body cannot be made into a page, or would run something. */
const bodyBreakers = ['body-readable', 'body-markdown', 'pictures', 'picture-files', 'references'];

/**
 * The content with a stand-in for every entry that has no sound version: its sound fields are shown, the others as they were last,
 * else as in a sound entry of its kind. So nothing is missing that others name.
 * @returns undefined while `site.yaml` or `vocabulary.yaml` was never sound
 */
function previewContent(
  reading: Reading,
  errors: Problem[],
  before: Content | undefined,
): Content | undefined {
  const {
    site = before?.site,
    vocabulary = before?.vocabulary,
    searchWords = before?.searchWords ?? { fi: [], sv: [] },
    redirects = before?.redirects ?? {},
    ...rest
  } = toContent(reading);
  if (!site || !vocabulary) return undefined;

  const breaks = (path: string): boolean =>
    errors.some(({ file, rule }) => file.startsWith(path) && bodyBreakers.includes(rule));
  const known = knownNames(reading);
  /** Fields that name something that does not exist. */
  const deadIn = (part: Part | undefined): string[] =>
    errors.flatMap(({ file, rule, field }) =>
      file === part?.document.file && rule === 'references' && field ? [field] : [],
    );

  const bilingual = <Folder extends BilingualFolder>(folder: Folder): Content[Folder] => {
    const { schema, textSchema } = bilingualFolders[folder];
    const isWhole = ({ facts, texts }: ReadEntry): boolean =>
      facts?.data !== undefined && languages.every((lang) => texts[lang]?.data);
    const isSound = (entry: ReadEntry): boolean => isWhole(entry) && !breaks(`${folder}/${entry.id}/`);
    const asRead = new Map<string, Shown>((rest[folder] as Shown[]).map((entry) => [entry.id, entry]));
    const shownBefore = new Map<string, Shown>(
      ((before?.[folder] ?? []) as Shown[]).map((entry) => [entry.id, entry]),
    );
    const entries = reading.entries.filter((entry) => entry.folder === folder);
    const [model = [...shownBefore.values()][0]] = entries.filter(isWhole).map(({ id }) => asRead.get(id)!);
    const standIn = ({ id, facts, texts }: ReadEntry): Shown[] => {
      const last = shownBefore.get(id);
      if (!last && !model) return [];
      return [
        {
          id,
          facts: mended(schema, facts, model?.facts ?? {}, last?.facts, (name, field, value) =>
            deadIn(facts).includes(name) ? existingNames(field, value, known, id) : value,
          ),
          texts: inEachLanguage((lang) => {
            const part = texts[lang];
            const body = part && !breaks(part.document.file) ? part.document.body?.text : undefined;
            return {
              ...mended(textSchema, part, { ...model?.texts[lang], ...nameless(id) }, last?.texts[lang]),
              body: body ?? last?.texts[lang].body ?? '',
              bodyLine: 1,
              lags: false,
            };
          }),
        },
      ];
    };
    return entries.flatMap((entry) =>
      isSound(entry) ? [asRead.get(entry.id)!] : standIn(entry),
    ) as Content[Folder];
  };

  const people = reading.contacts.filter(({ data }) => data?.['kind'] === 'person');
  const contacts = reading.contacts.flatMap(({ id, data, ...part }): ContactEntry[] => {
    const last = before?.contacts.find((contact) => contact.id === id);
    if (data || last || people[0])
      return [
        {
          id,
          ...(data ??
            mended(
              yamlFolders.contacts.schema,
              { ...part, data },
              { ...people[0]?.data, name: nameless(id).title },
              last,
            )),
        } as ContactEntry,
      ];
    return [];
  });

  const content = {
    site,
    vocabulary,
    searchWords,
    redirects,
    services: bilingual('services'),
    announcements: bilingual('announcements'),
    pages: bilingual('pages'),
    contacts,
  };
  const needs = site.needs.filter(({ service }) => content.services.some(({ id }) => id === service));
  // The home page shows at least as many as its schema asks for, while one of them leads nowhere.
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
type Shown = { id: string; facts: Fields; texts: Localized<Fields & { body: string }> };

/** What stands for the name of an entry that has none, so that it can be found and mended. */
const nameless = (id: string) => ({ title: `⚠ ${id}`, summary: '⚠', address: id });

/** The sound fields of a part; for others that it needs those shown last, or those of a model. */
function mended(
  schema: z.ZodType,
  part: Part | undefined,
  model: Fields,
  last: Fields | undefined,
  repair = (_name: string, _field: z.ZodType, value: unknown): unknown => value,
): Fields {
  const written = (part?.document.yaml.data ?? {}) as Fields;
  const fields = Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]): [string, unknown][] => {
    const { success, data } = field.safeParse(repair(name, field, written[name]));
    if (success) return data === undefined ? [] : [[name, data]];
    return field.safeParse(undefined).success ? [] : [[name, last?.[name] ?? model[name]]];
  });
  const whole = schema.safeParse(Object.fromEntries(fields));
  return whole.success ? (whole.data as Fields) : (last ?? model);
}

/** The names in a field that exist, made up to two with others of their kind; of a single one another; of a field with parts nothing. */
function existingNames(
  field: z.ZodType,
  value: unknown,
  known: ReturnType<typeof knownNames>,
  own: string,
): unknown {
  const kind = referenceOf(field) ?? referenceOf(itemOf(field) ?? field);
  const names = [...(kind && known[kind] ? known[kind] : [])].filter(
    (name) => kind !== 'services' || name !== own,
  );
  if (!Array.isArray(value)) return kind ? names[0] : undefined;
  const kept = names.filter((name) => value.includes(name));
  return [...kept, ...names.filter((name) => !kept.includes(name))].slice(0, Math.max(kept.length, 2));
}
