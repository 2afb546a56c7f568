import { languages } from '../../i18n/languages.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { facetPaths, isDraftEntry } from '../page-paths.ts';
import { rule, startOf } from '../problem.ts';

/** `other` is the file or term that already has the address; undefined when the site reserves the address. */
type TakenAddress = { address: string; other?: string | undefined };

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
  *find(reading) {
    const ofEntries = new Map<string, { file: string; id: string }>();
    // Drafts come last: what is published keeps its address.
    const inOrder = [...reading.entries].sort((a, b) => Number(isDraftEntry(a)) - Number(isDraftEntry(b)));
    for (const { folder, id, facts, texts } of inOrder)
      for (const lang of languages) {
        const { text: kindOfText, isReserved } = kindOf(folder);
        if (facts && !kindOfText && isReserved?.(lang, id))
          yield { at: startOf(facts.document.file), address: id };
        const { data, document } = texts[lang] ?? {};
        const address = data?.['address'];
        if (!document || typeof address !== 'string') continue;
        // Unique across languages too, so that a link with the wrong language is not ambiguous.
        const first = ofEntries.get(`${folder} ${address}`);
        const reserved = isReserved?.(lang, address);
        if (reserved || (first && first.id !== id))
          yield {
            at: { ...document.yaml.placeOf(['address']), field: 'address' },
            address,
            other: reserved ? undefined : first!.file,
          };
        else ofEntries.set(`${folder} ${address}`, first ?? { file: document.file, id });
      }
    // Themes and divisions have pages whose addresses are made from their names.
    const ofTerms = new Map<string, string>();
    for (const { path, facet, key, lang } of facetPaths(reading)) {
      const isNameless = path.endsWith('//');
      const other = isNameless ? undefined : ofTerms.get(path);
      ofTerms.set(path, other ?? key);
      if (!isNameless && other === undefined) continue;
      const name = [facet, key, 'name', lang];
      const at = reading.singles.vocabulary!.document.yaml.placeOf(name);
      yield { at: { ...at, field: name.join('.') }, address: path, other };
    }
  },
});
