import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { allReferences } from './references.ts';

export const usedContacts = rule('used-contacts', {
  level: 'warning',
  message: {
    fi: [
      'mikään palvelu, tiedote, sivu tai toimiala ei viittaa tähän yhteystietoon',
      'Lisää viittaus tai poista yhteystieto, jos sitä ei tarvita.',
    ],
    sv: [
      'ingen tjänst, inget meddelande, ingen sida och ingen sektor hänvisar till kontakten',
      'Lägg till en hänvisning eller ta bort kontakten om den inte behövs.',
    ],
    en: [
      'no service, announcement, page or division names this contact',
      'Name it somewhere, or remove it if nobody needs it.',
    ],
  },
  find: (reading: Reading) => {
    const used = new Set(
      [...allReferences(reading)].filter(({ kind }) => kind === 'contacts').map(({ value }) => value),
    );
    return reading.entries.flatMap(({ folder, id, facts }) =>
      folder === 'contacts' && facts?.data && !used.has(id) ? [{ at: startOf(facts.document.file) }] : [],
    );
  },
});
