import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A link could lead out of the content folder, to any file of the machine that builds. */
export const ownFile = rule('own-file', {
  explain: {
    fi: () => ['tämä on linkki tai erikoistiedosto eikä tavallinen tiedosto', 'Poista se ja lisää itse tiedosto.'],
    sv: () => ['det här är en länk eller specialfil, inte en vanlig fil', 'Ta bort den och lägg till själva filen.'],
    en: () => ['this is a link or a special file, not an ordinary file', 'Remove it and add the file itself.'],
  },
  find: ({ files }: Reading) => files.filter(({ kind }) => kind !== 'file').map(({ path }) => ({ at: startOf(path) })),
});
