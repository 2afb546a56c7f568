import type { z } from 'zod';
import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { type ReferenceKind, referenceOf } from '../../schema/fields.ts';
import { vocabularyList } from '../../schema/site-files.ts';
import { fieldsOf, itemOf } from '../../schema/walk.ts';
import { namedBy } from '../components.ts';
import { nearest, suggestion } from '../nearest.ts';
import { embargoOf } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import type { FieldPath } from '../read-document.ts';
import type { Body, Part, Reading } from '../reading.ts';

type Finding = {
  at: Place;
  value: string;
  kind: ReferenceKind;
  hint: { fi: string; sv: string; en: string };
  itself: boolean;
};

const names: Record<ReferenceKind, { fi: string; sv: string; en: string }> = {
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

/** What an entry names must exist. Astro only logs a missing target, so this rule decides. */
export const references = rule('references', {
  explain: {
    fi: ({ value, kind, hint, itself }: Finding) => [
      itself ? `${value} viittaa itseensä` : `${names[kind].fi} "${value}" ei ole`,
      hint.fi,
    ],
    sv: ({ value, kind, hint, itself }) => [
      itself ? `${value} hänvisar till sig själv` : `det finns inte ${names[kind].sv} "${value}"`,
      hint.sv,
    ],
    en: ({ value, kind, hint, itself }) => [
      itself ? `${value} refers to itself` : `there is no ${names[kind].en} "${value}"`,
      hint.en,
    ],
  },
  find: (reading: Reading) => {
    const known = knownNames(reading);
    const judge = ({ at, value, kind }: Named, own?: string): Finding[] => {
      const permitted = known[kind];
      const itself = kind === 'services' && value === own;
      if (!permitted || (permitted.has(value) && !itself)) return [];
      const hint = itself
        ? nameAnother
        : ((nearest(value, permitted) ? undefined : vanished[kind]?.(value)) ??
          suggestion(value, [...permitted]));
      return [{ at: at(), value, kind, itself, hint }];
    };
    return [
      ...reading.entries.flatMap(({ folder, id, facts }) =>
        facts
          ? [...namesIn(facts, bilingualFolders[folder].schema)].flatMap((named) =>
              judge(named, folder === 'services' ? id : undefined),
            )
          : [],
      ),
      ...(['site', 'vocabulary'] as const).flatMap((name) =>
        reading.singles[name]
          ? [...namesIn(reading.singles[name], singleFiles[name].schema)].flatMap((named) => judge(named))
          : [],
      ),
      ...reading.bodies.flatMap((body) => [...namesInBody(body)].flatMap((named) => judge(named))),
    ];
  },
});

/** A value that names something else. Its place is looked for only where something is wrong. */
type Named = { at: () => Place; value: string; kind: ReferenceKind };

const nameAnother = {
  fi: 'Poista se tai nimeä toinen.',
  sv: 'Ta bort den eller nämn en annan.',
  en: 'Remove it or name another.',
};

/** What is like nothing that exists has most likely been deleted, and there is a better way to retire it. */
const vanished: Partial<Record<ReferenceKind, (id: string) => { fi: string; sv: string; en: string }>> = {
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

/** The names in an entry's facts, by the metadata of their schema. */
export function* namesIn(
  { data, document }: Part,
  schema: z.ZodType | undefined,
  value: unknown = data,
  path: FieldPath = [],
): Iterable<Named> {
  if (!schema || value === null || value === undefined) return;
  const kind = referenceOf(schema);
  const deeper = (inside: z.ZodType | undefined, part: unknown, step: string | number) =>
    namesIn({ data, document }, inside, part, [...path, step]);
  if (kind && typeof value === 'string')
    yield { at: () => ({ ...document.yaml.placeOf(path, 'value'), field: String(path[0]) }), value, kind };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* deeper(itemOf(schema), item, index);
  else if (typeof value === 'object')
    for (const [name, part] of Object.entries(value))
      yield* deeper(fieldsOf(schema)?.[name] ?? itemOf(schema), part, name);
}

/** The names that components of a free page are given. */
export function* namesInBody({ nodes }: Body): Iterable<Named> {
  for (const { node, at } of nodes) {
    for (const { name, value } of node.attributes ?? []) {
      const kind = namedBy(node.name ?? '', name);
      if (kind && typeof value === 'string')
        for (const word of value.split(/\s+/).filter(Boolean))
          yield { at: () => ({ ...at, field: name }), value: word, kind };
    }
  }
}

/** The names that exist. A file whose fields are wrong still exists, so one mistake does not cause others. */
export function knownNames({
  entries,
  contacts,
  singles,
  now,
}: Reading): Partial<Record<ReferenceKind, Set<string>>> {
  const vocabulary = singles.vocabulary?.data as Record<string, object> | undefined;
  const words = vocabularyList.options.map((kind) => [kind, new Set(Object.keys(vocabulary?.[kind] ?? {}))]);
  return {
    services: new Set(entries.filter(({ folder }) => folder === 'services').map(({ id }) => id)),
    announcements: new Set(
      entries
        .filter((entry) => entry.folder === 'announcements' && !embargoOf(entry, now))
        .map(({ id }) => id),
    ),
    contacts: new Set(contacts.map(({ id }) => id)),
    ...(vocabulary ? Object.fromEntries(words) : {}),
  };
}
