import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { belongs, betterPath, permittedBeside } from '../content-paths.ts';

/** The content folder holds only files that the site uses; others might be published unnoticed. */
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
    // Files that would be valid under a corrected name are reported by the rule file-name.
    files.flatMap(({ kind, path }) =>
      kind === 'file' && !belongs(path) && !belongs(betterPath(path))
        ? [{ at: startOf(path), names: permittedBeside(path) }]
        : [],
    ),
});
