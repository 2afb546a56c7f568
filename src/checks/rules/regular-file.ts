import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/**
 * Symbolic links are refused: they could lead out of the content folder, to any file of the build machine.
 */
export const regularFile = rule('regular-file', {
  messages: {
    unreadable: {
      fi: ['tiedostoa ei saa lukea', 'Anna siihen lukuoikeus tai poista se.'],
      sv: ['filen får inte läsas', 'Ge läsrättighet till den eller ta bort den.'],
      en: ['the file may not be read', 'Permit reading it, or remove it.'],
    },
    'not-regular': {
      fi: [
        'tämä on linkki tai erikoistiedosto eikä tavallinen tiedosto',
        'Poista se ja lisää itse tiedosto.',
      ],
      sv: [
        'det här är en länk eller specialfil, inte en vanlig fil',
        'Ta bort den och lägg till själva filen.',
      ],
      en: ['this is a link or a special file, not an ordinary file', 'Remove it and add the file itself.'],
    },
  },
  *find({ files }: Reading) {
    for (const { path, kind } of files)
      if (kind !== 'file')
        yield { at: startOf(path), fault: kind === 'unreadable' ? 'unreadable' : 'not-regular' };
  },
});
