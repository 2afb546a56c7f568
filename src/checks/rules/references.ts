import type { z } from 'zod';
import { allKinds, isFolder, kindOf } from '../../kinds/kinds.ts';
import { adviceServiceId } from '../../kinds/service/services.ts';
import type { Folder } from '../../model/content.ts';
import { memoize } from '../../model/memoize.ts';
import { singleFiles } from '../../model/folders.ts';
import { type ReferenceKind, referenceOf } from '../../schema/fields.ts';
import type { Sentence } from '../../schema/sentences.ts';
import { vocabularyList } from '../../schema/site-files.ts';
import { fieldsOf, itemOf } from '../../schema/walk.ts';
import { namedBy } from '../components.ts';
import { nearest, suggestion } from '../nearest.ts';
import { isDraftEntry, publicFrom } from '../page-paths.ts';
import { atField, type Place, rule } from '../problem.ts';
import type { FieldPath } from '../read-document.ts';
import type { Body, Part, Reading } from '../reading.ts';

const names: Record<string, Sentence> = {
  ...Object.fromEntries(allKinds.map(({ folder, missing }) => [folder, missing])),
  themes: { fi: 'aihetta', sv: 'något ämne', en: 'theme' },
  divisions: { fi: 'toimialaa', sv: 'någon sektor', en: 'division' },
  kinds: { fi: 'palvelun lajia', sv: 'någon typ av tjänst', en: 'kind of service' },
  prices: { fi: 'hintatietoa', sv: 'någon prisuppgift', en: 'price' },
};

/** Every reference leads to something that exists. Astro only logs a missing one. */
export const references = rule('references', {
  messages: {
    itself: {
      fi: ['{value} viittaa itseensä', 'Poista se tai nimeä toinen.'],
      sv: ['{value} hänvisar till sig själv', 'Ta bort den eller nämn en annan.'],
      en: ['{value} refers to itself', 'Remove it or name another.'],
    },
    draft: {
      fi: ['{value} on luonnos, eikä se näy sivustolla', 'Lisää viittaus vasta, kun se julkaistaan.'],
      sv: [
        '{value} är ett utkast och syns inte på webbplatsen',
        'Lägg till hänvisningen först när det publiceras.',
      ],
      en: ['{value} is a draft, which the site does not show', 'Add the reference when it is published.'],
    },
    unknown: {
      fi: ['{what} "{value}" ei ole', '{hint}'],
      sv: ['det finns inte {what} "{value}"', '{hint}'],
      en: ['there is no {what} "{value}"', '{hint}'],
    },
  },
  *find(reading) {
    const known = knownNames(reading);
    const drafts = new Set(reading.entries.filter(isDraftEntry).map(({ folder, id }) => `${folder}/${id}`));
    for (const { at, value, kind, from } of allReferences(reading)) {
      const permitted = known[kind];
      if (!permitted) continue;
      if (`${kind}/${value}` === from) yield { at: at(), fault: 'itself', value };
      else if (drafts.has(`${kind}/${value}`)) {
        if (!from || !drafts.has(from)) yield { at: at(), fault: 'draft', value };
      } else if (!permitted.has(value)) {
        // A successor is a service that was never here under this name.
        const restore =
          isFolder(kind) && at().field !== 'withdrawn' ? kindOf(kind).restore?.(value) : undefined;
        // A name unlike any other: its entry was probably deleted, and should have been retired instead.
        const restoreHint = nearest(value, permitted) ? undefined : restore;
        yield {
          at: at(),
          fault: 'unknown',
          value,
          what: names[kind]!,
          hint: restoreHint ?? suggestion(value, [...permitted]),
        };
      }
    }
  },
});

/** Every reference in the content; `from` is the entry that makes it. */
export const allReferences = memoize((reading: Reading) => [...findReferences(reading)]);
function* findReferences({ entries, singles, bodies }: Reading): Iterable<Reference & { from?: string }> {
  for (const { folder, id, facts } of entries)
    if (facts)
      for (const reference of referencesIn(facts, kindOf(folder).schema))
        yield { ...reference, from: `${folder}/${id}` };
  // Every page leads to it when it knows nobody else.
  const advice = entries.find(({ folder, id }) => folder === 'services' && id === adviceServiceId);
  if (advice?.facts)
    yield { at: () => atField(advice.facts!.document, 'draft'), value: adviceServiceId, kind: 'services' };
  for (const name of ['site', 'vocabulary'] as const)
    if (singles[name]) yield* referencesIn(singles[name], singleFiles[name].schema);
  for (const body of bodies) {
    const { folder, id } = body.document;
    for (const reference of referencesInBody(body)) yield { ...reference, from: `${folder}/${id}` };
  }
}

/** The name of another entry or term. Finding a place is slow, and only problems need it. */
type Reference = { at: () => Place; value: string; kind: ReferenceKind };

/** The references in a document's fields, which the schema marks; also where other fields have errors. */
export function* referencesIn(
  { data, document }: Part,
  schema: z.ZodType | undefined,
  value: unknown = data ?? document.yaml.data,
  path: FieldPath = [],
): Iterable<Reference> {
  if (!schema || value === null || value === undefined || !refers(schema)) return;
  const kind = referenceOf(schema);
  const deeper = (innerSchema: z.ZodType | undefined, inner: unknown, step: string | number) =>
    referencesIn({ data, document }, innerSchema, inner, [...path, step]);
  if (kind && typeof value === 'string' && (data || schema.safeParse(value).success))
    yield { at: () => ({ ...document.yaml.placeOf(path, 'value'), field: String(path[0]) }), value, kind };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* deeper(itemOf(schema), item, index);
  else if (typeof value === 'object')
    for (const [name, inner] of Object.entries(value))
      yield* deeper(fieldsOf(schema)?.[name] ?? itemOf(schema), inner, name);
}

/** Whether a value of this schema can hold a reference; most cannot. */
const refers: (schema: z.ZodType) => boolean = memoize(
  (schema) =>
    referenceOf(schema) !== undefined ||
    [itemOf(schema), ...Object.values(fieldsOf(schema) ?? {})].some((inner) => inner && refers(inner)),
);

function* referencesInBody({ nodes }: Body): Iterable<Reference> {
  for (const { node, at } of nodes) {
    for (const { name, value } of node.attributes ?? []) {
      const kind = namedBy(node.name ?? '', name);
      if (kind && typeof value === 'string')
        for (const word of value.split(/\s+/).filter(Boolean))
          yield { at: () => ({ ...at, field: name }), value: word, kind };
    }
  }
}

/** The names that exist. Files with invalid fields count, so that one mistake does not cause others. */
export function knownNames({ entries, singles, now }: Reading): Partial<Record<ReferenceKind, Set<string>>> {
  const vocabulary = singles.vocabulary?.data as Record<string, object> | undefined;
  const terms = vocabularyList.options.map((list) => [list, new Set(Object.keys(vocabulary?.[list] ?? {}))]);
  const idsOf = (folder: Folder) =>
    entries.filter((entry) => entry.folder === folder && !publicFrom(entry, now)).map(({ id }) => id);
  return Object.fromEntries([
    ...allKinds.map(({ folder }) => [folder, new Set(idsOf(folder))]),
    ...(vocabulary ? terms : []),
  ]);
}
