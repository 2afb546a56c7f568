import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

const longest = 5_000;

/** Also true for a text that no parser should meet. */
export const hasLongLine = (text: string): boolean => text.length > longest && text.split('\n').some((line) => line.length > longest);

export const lineLength = rule('line-length', {
  explain: {
    fi: ({ length }: { length: number }) => [`rivillä on ${length} merkkiä, enintään ${longest} sallitaan`, 'Jaa teksti kappaleiksi.'],
    sv: ({ length }) => [`raden har ${length} tecken, högst ${longest} tillåts`, 'Dela upp texten i stycken.'],
    en: ({ length }) => [`the line has ${length} characters, at most ${longest} are permitted`, 'Divide the text into paragraphs.'],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) =>
      !hasLongLine(text) ? [] : text.split('\n').flatMap((line, index) => (line.length > longest ? [{ at: { file, line: index + 1, column: 1 }, length: line.length }] : [])),
    ),
});
