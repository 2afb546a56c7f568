import { rule, startOf } from '../problem.ts';
import { maximumSize } from '../read-files.ts';
import type { Reading } from '../reading.ts';

/** A file that is too large is refused by its size alone, before anything reads it. */
export const fileSize = rule('file-size', {
  explain: {
    fi: ({ size, maximum }: { size: number; maximum: number }) => [`tiedosto on ${size} tavua, enintään ${maximum} sallitaan`, 'Lyhennä teksti tai pienennä kuva.'],
    sv: ({ size, maximum }) => [`filen är ${size} byte, högst ${maximum} tillåts`, 'Förkorta texten eller förminska bilden.'],
    en: ({ size, maximum }) => [`the file has ${size} bytes, at most ${maximum} are permitted`, 'Shorten the text or make the picture smaller.'],
  },
  find: ({ files }: Reading) => files.filter(({ path, size }) => size > maximumSize(path)).map(({ path, size }) => ({ at: startOf(path), size, maximum: maximumSize(path) })),
});
