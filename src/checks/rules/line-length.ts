import { rule } from '../problem.ts';
import { hasLongLine, longestLine } from '../read-files.ts';
import type { Reading } from '../reading.ts';

export const lineLength = rule('line-length', {
  explain: {
    fi: ({ length }: { length: number }) => [
      `rivillä on ${length} merkkiä, enintään ${longestLine} sallitaan`,
      'Jaa teksti kappaleiksi.',
    ],
    sv: ({ length }) => [
      `raden har ${length} tecken, högst ${longestLine} tillåts`,
      'Dela upp texten i stycken.',
    ],
    en: ({ length }) => [
      `the line has ${length} characters, at most ${longestLine} are permitted`,
      'Divide the text into paragraphs.',
    ],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) =>
      !hasLongLine(text)
        ? []
        : text
            .split('\n')
            .flatMap((line, index) =>
              line.length > longestLine
                ? [{ at: { file, line: index + 1, column: 1 }, length: line.length }]
                : [],
            ),
    ),
});
