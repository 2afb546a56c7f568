import { suggestion } from '../nearest.ts';
import { type Place, rule } from '../problem.ts';
import type { FieldPath, TextDocument } from '../read-document.ts';
import type { Reading } from '../reading.ts';

type Kind = 'services' | 'contacts' | 'themes' | 'divisions' | 'kinds' | 'prices' | 'announcements';
type Finding = { at: Place; value: string; kind: Kind; hint: { fi: string; sv: string; en: string }; itself?: boolean };

const names: Record<Kind, { fi: string; sv: string; en: string }> = {
  services: { fi: 'palvelua', sv: 'någon tjänst', en: 'service' },
  contacts: { fi: 'yhteystietoa', sv: 'någon kontakt', en: 'contact' },
  themes: { fi: 'aihetta', sv: 'något ämne', en: 'theme' },
  divisions: { fi: 'toimialaa', sv: 'någon sektor', en: 'division' },
  kinds: { fi: 'palvelun lajia', sv: 'någon typ av tjänst', en: 'kind of service' },
  prices: { fi: 'hintatietoa', sv: 'någon prisuppgift', en: 'price' },
  announcements: { fi: 'tiedotetta', sv: 'något meddelande', en: 'announcement' },
};

/** What an entry names must exist. Astro only logs a missing target, so this rule decides. */
export const references = rule('references', {
  explain: {
    fi: ({ value, kind, hint, itself }: Finding) => [itself ? `${value} viittaa itseensä` : `${names[kind].fi} "${value}" ei ole`, hint.fi],
    sv: ({ value, kind, hint, itself }) => [itself ? `${value} hänvisar till sig själv` : `det finns inte ${names[kind].sv} "${value}"`, hint.sv],
    en: ({ value, kind, hint, itself }) => [itself ? `${value} refers to itself` : `there is no ${names[kind].en} "${value}"`, hint.en],
  },
  find: (reading: Reading): Finding[] => {
    const known = knownNames(reading);
    const check = (document: TextDocument, path: FieldPath, value: unknown, kind: Kind, own?: string): Finding[] => {
      const permitted = known[kind];
      if (typeof value !== 'string' || !permitted) return [];
      const at = { ...document.yaml.placeOf(path, 'value'), field: String(path[0]) };
      if (value === own) return [{ at, value, kind, itself: true, hint: { fi: 'Poista se tai nimeä toinen.', sv: 'Ta bort den eller nämn en annan.', en: 'Remove it or name another.' } }];
      return permitted.includes(value) ? [] : [{ at, value, kind, hint: suggestion(value, permitted) }];
    };
    const each = (document: TextDocument, data: Record<string, unknown>, field: string, kind: Kind, own?: string): Finding[] =>
      ((data[field] as unknown[] | undefined) ?? []).flatMap((value, index) => check(document, [field, index], value, kind, own));
    const ofEntries = reading.entries.flatMap(({ folder, id, facts }) => {
      if (!facts?.data) return [];
      const { document, data } = facts;
      const found = each(document, data, 'contacts', 'contacts');
      if (folder === 'announcements') found.push(...each(document, data, 'services', 'services'));
      if (folder !== 'services') return found;
      return [
        ...found,
        ...each(document, data, 'themes', 'themes'), ...each(document, data, 'divisions', 'divisions'), ...each(document, data, 'related', 'services', id),
        ...check(document, ['kind'], data['kind'], 'kinds'), ...check(document, ['price'], data['price'], 'prices'),
        ...check(document, ['withdrawn', 'successor'], (data['withdrawn'] as { successor?: string } | undefined)?.successor, 'services', id),
      ];
    });
    const site = reading.singles.site;
    const needs = ((site?.data?.['needs'] as { service: string }[] | undefined) ?? []).flatMap(({ service }, index) => check(site!.document, ['needs', index, 'service'], service, 'services'));
    return [...ofEntries, ...needs];
  },
});

/** The names that exist. A file whose fields are wrong still exists, so one mistake does not cause others. */
function knownNames({ entries, contacts, singles }: Reading): Partial<Record<Kind, string[]>> {
  const vocabulary = singles.vocabulary?.data as Record<string, object> | undefined;
  const keys = (kind: string) => (vocabulary ? Object.keys(vocabulary[kind] ?? {}) : undefined);
  return {
    services: entries.filter(({ folder }) => folder === 'services').map(({ id }) => id),
    announcements: entries.filter(({ folder }) => folder === 'announcements').map(({ id }) => id),
    contacts: contacts.map(({ id }) => id),
    themes: keys('themes')!, divisions: keys('divisions')!, kinds: keys('kinds')!, prices: keys('prices')!,
  };
}
