import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

export const mergeMarkers = rule('merge-markers', {
  message: {
    fi: [
      'kaksi muutosta on jäänyt yhdistämättä',
      'Valitse oikea teksti ja poista rivit <<<<<<<, ======= ja >>>>>>>.',
    ],
    sv: [
      'två ändringar har inte slagits ihop',
      'Välj rätt text och ta bort raderna <<<<<<<, ======= och >>>>>>>.',
    ],
    en: [
      'two changes were not merged',
      'Choose the right text and remove the lines <<<<<<<, ======= and >>>>>>>.',
    ],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) => {
      const line = text.split('\n').findIndex((content) => /^(<{7}|>{7}|\|{7})( |$)/.test(content));
      return line < 0 ? [] : [{ at: { file, line: line + 1, column: 1 } }];
    }),
});
