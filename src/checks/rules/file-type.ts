import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { belongs, betterPath, permittedBeside } from '../content-paths.ts';

/** Only files that mean something lie in the content folder; all else would be forgotten there or published unseen. */
export const fileType = rule('file-type', {
  message: ({ names }: { names: string[] }) => ({
    fi: [
      'tällainen tiedosto ei kuulu tähän kansioon',
      `Poista se, siirrä se tai anna sille oikea nimi. Tänne kuuluvat: ${names.join(', ')}.`,
    ],
    sv: [
      'en sådan fil hör inte till den här mappen',
      `Ta bort filen, flytta den eller ge den rätt namn. Hit hör: ${names.join(', ')}.`,
    ],
    en: [
      'a file like this does not belong to this folder',
      `Remove it, move it or give it its right name. What belongs here: ${names.join(', ')}.`,
    ],
  }),
  find: ({ files }: Reading) =>
    // A name that is merely misspelt is told by its own rule.
    files.flatMap(({ kind, path }) =>
      kind === 'file' && !belongs(path) && !belongs(betterPath(path))
        ? [{ at: startOf(path), names: permittedBeside(path) }]
        : [],
    ),
});
