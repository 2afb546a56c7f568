import { languages } from '../../i18n/languages.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { facetPaths } from '../page-paths.ts';
import { type Place, rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** `other` is the file or term that already has the address; undefined when the site reserves the address. */
type TakenAddress = { at: Place; address: string; other: string | undefined };

/** Every page has an address of its own, other than those that the site reserves. */
export const uniqueAddresses = rule('unique-addresses', {
  message: ({ address, other }: TakenAddress) => ({
    fi: [
      other ? `osoite ${address} on jo käytössä: ${other}` : `osoite ${address} ei ole vapaa`,
      'Anna toinen osoite tai nimi.',
    ],
    sv: [
      other ? `adressen ${address} används redan: ${other}` : `adressen ${address} är inte ledig`,
      'Ge den en annan adress eller ett annat namn.',
    ],
    en: [
      other ? `the address ${address} is already taken: ${other}` : `the address ${address} is not free`,
      'Give it another address or name.',
    ],
  }),
  find: (reading: Reading) => [...entryAddresses(reading), ...termAddresses(reading)],
});

function entryAddresses({ entries }: Reading): TakenAddress[] {
  const taken = new Map<string, { file: string; id: string }>();
  return entries.flatMap(({ folder, id, facts, texts }) =>
    languages.flatMap((lang): TakenAddress[] => {
      if (facts && !kindOf(folder).text && kindOf(folder).isReserved?.(lang, id))
        return [{ at: startOf(facts.document.file), address: id, other: undefined }];
      const text = texts[lang];
      const address = text?.data?.['address'];
      if (!text || typeof address !== 'string') return [];
      const { file, yaml } = text.document;
      const takenBy = (other: string | undefined): TakenAddress[] => [
        { at: { ...yaml.placeOf(['address']), field: 'address' }, address, other },
      ];
      if (kindOf(folder).isReserved?.(lang, address)) return takenBy(undefined);
      // Unique across languages too, so that a link with the wrong language is not ambiguous.
      const first = taken.get(`${folder} ${address}`);
      if (first && first.id !== id) return takenBy(first.file);
      taken.set(`${folder} ${address}`, first ?? { file, id });
      return [];
    }),
  );
}

/** Themes and divisions have pages whose addresses are made from their names. */
function termAddresses(reading: Reading): TakenAddress[] {
  const taken = new Map<string, string>();
  return facetPaths(reading).flatMap(({ path, facet, key, lang }): TakenAddress[] => {
    const other = path.endsWith('//') ? undefined : taken.get(path);
    taken.set(path, other ?? key);
    if (other === undefined && !path.endsWith('//')) return [];
    const at = {
      ...reading.singles.vocabulary!.document.yaml.placeOf([facet, key, 'name', lang]),
      field: `${facet}.${key}.name.${lang}`,
    };
    return [{ at, address: path, other }];
  });
}
