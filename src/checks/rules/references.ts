import type { z } from 'zod';
import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { type ReferenceKind, referenceOf } from '../../schema/fields.ts';
import type { Sentence } from '../../schema/sentences.ts';
import { vocabularyList } from '../../schema/site-files.ts';
import { fieldsOf, itemOf } from '../../schema/walk.ts';
import { namedBy } from '../components.ts';
import { nearest, suggestion } from '../nearest.ts';
import { embargoOf } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import type { FieldPath } from '../read-document.ts';
import type { Body, Part, Reading } from '../reading.ts';

/** A name that does not exist, with what to do about it. */
type UnknownName = { value: string; kind: ReferenceKind; hint: Sentence };

const names: Record<ReferenceKind, Sentence> = {
  services: { fi: 'palvelua', sv: 'någon tjänst', en: 'service' },
  announcements: {
    fi: 'julkaistua tiedotetta',
    sv: 'något publicerat meddelande',
    en: 'published announcement',
  },
  contacts: { fi: 'yhteystietoa', sv: 'någon kontakt', en: 'contact' },
  themes: { fi: 'aihetta', sv: 'något ämne', en: 'theme' },
  divisions: { fi: 'toimialaa', sv: 'någon sektor', en: 'division' },
  kinds: { fi: 'palvelun lajia', sv: 'någon typ av tjänst', en: 'kind of service' },
  prices: { fi: 'hintatietoa', sv: 'någon prisuppgift', en: 'price' },
};

/** Every reference leads to something that exists. Astro only logs a missing one. */
export const references = rule('references', {
  messages: {
    itself: ({ value }: { value: string }) => ({
      fi: [`${value} viittaa itseensä`, 'Poista se tai nimeä toinen.'],
      sv: [`${value} hänvisar till sig själv`, 'Ta bort den eller nämn en annan.'],
      en: [`${value} refers to itself`, 'Remove it or name another.'],
    }),
    unknown: ({ value, kind, hint }: UnknownName) => ({
      fi: [`${names[kind].fi} "${value}" ei ole`, hint.fi],
      sv: [`det finns inte ${names[kind].sv} "${value}"`, hint.sv],
      en: [`there is no ${names[kind].en} "${value}"`, hint.en],
    }),
  },
  *find(reading: Reading) {
    const known = knownNames(reading);
    for (const { at, value, kind, from } of allReferences(reading)) {
      const permitted = known[kind];
      if (!permitted) continue;
      if (kind === 'services' && value === from) yield { at: at(), fault: 'itself', value };
      else if (!permitted.has(value)) {
        const restoreHint = nearest(value, permitted) ? undefined : restoreHints[kind]?.(value);
        yield {
          at: at(),
          fault: 'unknown',
          value,
          kind,
          hint: restoreHint ?? suggestion(value, [...permitted]),
        };
      }
    }
  },
});

/** Every reference in the content; `from` is the id of the service that makes it. */
function* allReferences({ entries, singles, bodies }: Reading): Iterable<Reference & { from?: string }> {
  for (const { folder, id, facts } of entries)
    if (facts)
      for (const reference of referencesIn(facts, bilingualFolders[folder].schema))
        yield folder === 'services' ? { ...reference, from: id } : reference;
  for (const name of ['site', 'vocabulary'] as const)
    if (singles[name]) yield* referencesIn(singles[name], singleFiles[name].schema);
  for (const body of bodies) yield* referencesInBody(body);
}

/**
 * The name of another entry or term. `at` is a function: finding a place is slow, and only problems need it.
 */
type Reference = { at: () => Place; value: string; kind: ReferenceKind };

/**
 * Hints for a name unlike any other: its entry was probably deleted, and should have been retired instead.
 */
const restoreHints: Partial<Record<ReferenceKind, (id: string) => Sentence>> = {
  services: (id) => ({
    fi: `Tarkista nimi. Jos palvelu poistettiin, palauta kansio services/${id} ja täytä sen kenttä withdrawn: sivu jää ja kertoo, mitä käyttää sen sijaan.`,
    sv: `Kontrollera namnet. Om tjänsten togs bort, återställ mappen services/${id} och fyll i dess fält withdrawn: sidan blir kvar och berättar vad man använder i stället.`,
    en: `Check the name. If the service was deleted, restore the folder services/${id} and fill in its field withdrawn: the page stays and tells what to use instead.`,
  }),
  contacts: (id) => ({
    fi: `Tarkista nimi. Jos yhteystieto poistettiin, poista viittaukset tai palauta tiedosto contacts/${id}.yaml ja täytä sen kenttä historical.`,
    sv: `Kontrollera namnet. Om kontakten togs bort, ta bort hänvisningarna eller återställ filen contacts/${id}.yaml och fyll i dess fält historical.`,
    en: `Check the name. If the contact was deleted, remove the references, or restore the file contacts/${id}.yaml and fill in its field historical.`,
  }),
};

/** The references in a document's fields. The metadata of the schema tells which fields are references. */
export function* referencesIn(
  { data, document }: Part,
  schema: z.ZodType | undefined,
  value: unknown = data,
  path: FieldPath = [],
): Iterable<Reference> {
  if (!schema || value === null || value === undefined) return;
  const kind = referenceOf(schema);
  const deeper = (innerSchema: z.ZodType | undefined, inner: unknown, step: string | number) =>
    referencesIn({ data, document }, innerSchema, inner, [...path, step]);
  if (kind && typeof value === 'string')
    yield { at: () => ({ ...document.yaml.placeOf(path, 'value'), field: String(path[0]) }), value, kind };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* deeper(itemOf(schema), item, index);
  else if (typeof value === 'object')
    for (const [name, inner] of Object.entries(value))
      yield* deeper(fieldsOf(schema)?.[name] ?? itemOf(schema), inner, name);
}

/** The references in the attributes of components on a free page. */
export function* referencesInBody({ nodes }: Body): Iterable<Reference> {
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
export function knownNames({
  entries,
  contacts,
  singles,
  now,
}: Reading): Partial<Record<ReferenceKind, Set<string>>> {
  const vocabulary = singles.vocabulary?.data as Record<string, object> | undefined;
  const terms = vocabularyList.options.map((kind) => [kind, new Set(Object.keys(vocabulary?.[kind] ?? {}))]);
  return {
    services: new Set(entries.filter(({ folder }) => folder === 'services').map(({ id }) => id)),
    announcements: new Set(
      entries
        .filter((entry) => entry.folder === 'announcements' && !embargoOf(entry, now))
        .map(({ id }) => id),
    ),
    contacts: new Set(contacts.map(({ id }) => id)),
    ...(vocabulary ? Object.fromEntries(terms) : {}),
  };
}
