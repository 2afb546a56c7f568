import { rule } from '../problem.ts';
import { hasLongLine, longestLine } from '../read-files.ts';
import type { Reading } from '../reading.ts';

export const lineLength = rule('line-length', {
  message: ({ length }: { length: number }) => ({
    fi: [`rivillä on ${length} merkkiä, enintään ${longestLine} sallitaan`, 'Jaa teksti kappaleiksi.'],
    sv: [`raden har ${length} tecken, högst ${longestLine} tillåts`, 'Dela upp texten i stycken.'],
    en: [
      `the line has ${length} characters, at most ${longestLine} are permitted`,
      'Divide the text into paragraphs.',
    ],
  }),
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
