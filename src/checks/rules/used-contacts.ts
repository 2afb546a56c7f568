import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { referencesInBody } from './references.ts';

export const usedContacts = rule('used-contacts', {
  level: 'warning',
  message: {
    fi: [
      'mikään palvelu, tiedote tai sivu ei viittaa tähän yhteystietoon',
      'Lisää viittaus tai poista yhteystieto, jos sitä ei tarvita.',
    ],
    sv: [
      'ingen tjänst, inget meddelande och ingen sida hänvisar till kontakten',
      'Lägg till en hänvisning eller ta bort kontakten om den inte behövs.',
    ],
    en: [
      'no service, announcement or page names this contact',
      'Name it somewhere, or remove it if nobody needs it.',
    ],
  },
  find: ({ entries, bodies }: Reading) => {
    const used = new Set([
      ...entries.flatMap(({ facts }) => (facts?.data?.['contacts'] as string[] | undefined) ?? []),
      ...bodies
        .flatMap((body) => [...referencesInBody(body)])
        .filter(({ kind }) => kind === 'contacts')
        .map(({ value }) => value),
    ]);
    return entries.flatMap(({ folder, id, facts }) =>
      folder === 'contacts' && facts?.data && !used.has(id) ? [{ at: startOf(facts.document.file) }] : [],
    );
  },
});
