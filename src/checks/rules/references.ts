import type { z } from 'zod';
import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { type ReferenceKind, referenceOf } from '../../schema/fields.ts';
import { fieldsOf, itemOf } from '../../schema/walk.ts';
import { suggestion } from '../nearest.ts';
import { type Place, rule } from '../problem.ts';
import type { FieldPath } from '../read-document.ts';
import type { Part, Reading } from '../reading.ts';

type Finding = { at: Place; value: string; kind: ReferenceKind; hint: { fi: string; sv: string; en: string }; itself: boolean };

const names: Record<ReferenceKind, { fi: string; sv: string; en: string }> = {
  services: { fi: 'palvelua', sv: 'någon tjänst', en: 'service' },
  contacts: { fi: 'yhteystietoa', sv: 'någon kontakt', en: 'contact' },
  themes: { fi: 'aihetta', sv: 'något ämne', en: 'theme' },
  divisions: { fi: 'toimialaa', sv: 'någon sektor', en: 'division' },
  kinds: { fi: 'palvelun lajia', sv: 'någon typ av tjänst', en: 'kind of service' },
  prices: { fi: 'hintatietoa', sv: 'någon prisuppgift', en: 'price' },
};

/** What an entry names must exist. Astro only logs a missing target, so this rule decides. */
export const references = rule('references', {
  explain: {
    fi: ({ value, kind, hint, itself }: Finding) => [itself ? `${value} viittaa itseensä` : `${names[kind].fi} "${value}" ei ole`, hint.fi],
    sv: ({ value, kind, hint, itself }) => [itself ? `${value} hänvisar till sig själv` : `det finns inte ${names[kind].sv} "${value}"`, hint.sv],
    en: ({ value, kind, hint, itself }) => [itself ? `${value} refers to itself` : `there is no ${names[kind].en} "${value}"`, hint.en],
  },
  find: (reading: Reading) => {
    const known = knownNames(reading);
    const judge = (schema: z.ZodType, { data, document }: Part, own?: string): Finding[] =>
      [...namesIn(schema, data)].flatMap(({ path, value, kind }): Finding[] => {
        const permitted = known[kind];
        const itself = kind === 'services' && value === own;
        if (!permitted || (permitted.has(value) && !itself)) return [];
        const hint = itself ? nameAnother : suggestion(value, [...permitted]);
        return [{ at: { ...document.yaml.placeOf(path, 'value'), field: String(path[0]) }, value, kind, itself, hint }];
      });
    const { site } = reading.singles;
    return [
      ...reading.entries.flatMap(({ folder, id, facts }) => (facts ? judge(bilingualFolders[folder].schema, facts, folder === 'services' ? id : undefined) : [])),
      ...(site ? judge(singleFiles.site.schema, site) : []),
    ];
  },
});

const nameAnother = { fi: 'Poista se tai nimeä toinen.', sv: 'Ta bort den eller nämn en annan.', en: 'Remove it or name another.' };

/** Every value that names something else, by the metadata of its schema. */
function* namesIn(schema: z.ZodType | undefined, value: unknown, path: FieldPath = []): Iterable<{ path: FieldPath; value: string; kind: ReferenceKind }> {
  if (!schema || value === null || value === undefined) return;
  const kind = referenceOf(schema);
  if (kind && typeof value === 'string') yield { path, value, kind };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* namesIn(itemOf(schema), item, [...path, index]);
  else if (typeof value === 'object') for (const [name, part] of Object.entries(value)) yield* namesIn(fieldsOf(schema)?.[name] ?? itemOf(schema), part, [...path, name]);
}

/** The names that exist. A file whose fields are wrong still exists, so one mistake does not cause others. */
function knownNames({ entries, contacts, singles }: Reading): Partial<Record<ReferenceKind, Set<string>>> {
  const vocabulary = singles.vocabulary?.data as Record<string, object> | undefined;
  const words = (['themes', 'divisions', 'kinds', 'prices'] as const).map((kind) => [kind, new Set(Object.keys(vocabulary?.[kind] ?? {}))]);
  return {
    services: new Set(entries.filter(({ folder }) => folder === 'services').map(({ id }) => id)),
    contacts: new Set(contacts.map(({ id }) => id)),
    ...(vocabulary ? Object.fromEntries(words) : {}),
  };
}
