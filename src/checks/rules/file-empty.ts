import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

export const fileEmpty = rule('file-empty', {
  message: {
    fi: ['tiedosto on tyhjä', 'Kirjoita sisältö tai poista tiedosto.'],
    sv: ['filen är tom', 'Skriv innehållet eller ta bort filen.'],
    en: ['the file is empty', 'Write the content or remove the file.'],
  },
  find: ({ files }: Reading) =>
    files
      .filter(({ kind, size }) => kind === 'file' && size === 0)
      .map(({ path }) => ({ at: startOf(path) })),
});
