import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A link could lead out of the content folder, to any file of the machine that builds. */
export const regularFile = rule('regular-file', {
  explain: {
    fi: ({ kind }: { kind: string }) =>
      kind === 'unreadable'
        ? ['tiedostoa ei saa lukea', 'Anna siihen lukuoikeus tai poista se.']
        : [
            'tämä on linkki tai erikoistiedosto eikä tavallinen tiedosto',
            'Poista se ja lisää itse tiedosto.',
          ],
    sv: ({ kind }) =>
      kind === 'unreadable'
        ? ['filen får inte läsas', 'Ge läsrättighet till den eller ta bort den.']
        : [
            'det här är en länk eller specialfil, inte en vanlig fil',
            'Ta bort den och lägg till själva filen.',
          ],
    en: ({ kind }) =>
      kind === 'unreadable'
        ? ['the file may not be read', 'Permit reading it, or remove it.']
        : ['this is a link or a special file, not an ordinary file', 'Remove it and add the file itself.'],
  },
  find: ({ files }: Reading) =>
    files.filter(({ kind }) => kind !== 'file').map(({ path, kind }) => ({ at: startOf(path), kind })),
});
