import { rule, startOf } from '../problem.ts';
import { maximumFiles } from '../read-files.ts';
import type { Reading } from '../reading.ts';

/** More files than this site could ever need were added by accident. */
export const fileCount = rule('file-count', {
  message: ({ count }: { count: number }) => ({
    fi: [
      `sisällössä on ${count} tiedostoa, enintään ${maximumFiles} sallitaan`,
      'Poista vahingossa lisätyt tiedostot.',
    ],
    sv: [
      `innehållet har ${count} filer, högst ${maximumFiles} tillåts`,
      'Ta bort filer som lagts till av misstag.',
    ],
    en: [
      `the content has ${count} files, at most ${maximumFiles} are permitted`,
      'Remove files that were added by accident.',
    ],
  }),
  find: ({ files }: Reading) =>
    files.length > maximumFiles ? [{ at: startOf(files[0]!.path), count: files.length }] : [],
});
