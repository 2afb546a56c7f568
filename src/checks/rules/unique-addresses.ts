import { languages } from '../../i18n/languages.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { facetPaths, isDraftEntry } from '../page-paths.ts';
import { atField, rule, startOf } from '../problem.ts';

/** Every page has an address of its own, other than those that the site reserves. */
export const uniqueAddresses = rule('unique-addresses', {
  messages: {
    taken: {
      fi: ['osoite {address} on jo käytössä: {other}', 'Anna toinen osoite tai nimi.'],
      sv: ['adressen {address} används redan: {other}', 'Ge den en annan adress eller ett annat namn.'],
      en: ['the address {address} is already taken: {other}', 'Give it another address or name.'],
    },
    reserved: {
      fi: ['osoite {address} ei ole vapaa', 'Anna toinen osoite tai nimi.'],
      sv: ['adressen {address} är inte ledig', 'Ge den en annan adress eller ett annat namn.'],
      en: ['the address {address} is not free', 'Give it another address or name.'],
    },
  },
  *find(reading) {
    const ofEntries = new Map<string, { file: string; id: string }>();
    // Drafts come last: what is published keeps its address.
    const inOrder = [...reading.entries].sort((a, b) => Number(isDraftEntry(a)) - Number(isDraftEntry(b)));
    for (const { folder, id, facts, texts } of inOrder)
      for (const lang of languages) {
        const { text: kindOfText, isReserved } = kindOf(folder);
        if (facts && !kindOfText && isReserved?.(lang, id))
          yield { at: startOf(facts.document.file), fault: 'reserved', address: id };
        const { data, document } = texts[lang] ?? {};
        const address = data?.['address'];
        if (!document || typeof address !== 'string') continue;
        // Unique across languages too, so that a link with the wrong language is not ambiguous.
        const first = ofEntries.get(`${folder} ${address}`);
        const at = () => atField(document, 'address');
        if (isReserved?.(lang, address)) yield { at: at(), fault: 'reserved', address };
        else if (first && first.id !== id) yield { at: at(), fault: 'taken', address, other: first.file };
        else ofEntries.set(`${folder} ${address}`, first ?? { file: document.file, id });
      }
    // Themes and divisions have pages whose addresses are made from their names.
    const ofTerms = new Map<string, string>();
    for (const { path, facet, key, lang } of facetPaths(reading)) {
      const other = ofTerms.get(path);
      ofTerms.set(path, other ?? key);
      const at = () => atField(reading.singles.vocabulary!.document, facet, key, 'name', lang);
      // The name has no letter of which an address can be made.
      if (path.endsWith('//')) yield { at: at(), fault: 'reserved', address: path };
      else if (other !== undefined) yield { at: at(), fault: 'taken', address: path, other };
    }
  },
});
