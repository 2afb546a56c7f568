import type { EditorLang } from '../../schema/sentences.ts';
import { rule, startOf } from '../problem.ts';
import { isTextFile, maximumSize } from '../read-files.ts';
import type { Reading } from '../reading.ts';

const kilobytes = (lang: EditorLang, bytes: number): string =>
  new Intl.NumberFormat(lang).format(Math.ceil(bytes / 1_000));

/** Checks the size alone, so that a file that is too large is refused before anything parses it. */
export const fileSize = rule('file-size', {
  message: ({ size, maximum, isText }: { size: number; maximum: number; isText: boolean }) => ({
    fi: [
      `tiedosto on ${kilobytes('fi', size)} kt, enintään ${kilobytes('fi', maximum)} kt sallitaan`,
      isText ? 'Lyhennä teksti.' : 'Pienennä kuva.',
    ],
    sv: [
      `filen är ${kilobytes('sv', size)} kB, högst ${kilobytes('sv', maximum)} kB tillåts`,
      isText ? 'Förkorta texten.' : 'Förminska bilden.',
    ],
    en: [
      `the file has ${kilobytes('en', size)} kB, at most ${kilobytes('en', maximum)} kB are permitted`,
      isText ? 'Shorten the text.' : 'Make the picture smaller.',
    ],
  }),
  find: ({ files }: Reading) =>
    files
      .filter(({ path, size }) => size > maximumSize(path))
      .map(({ path, size }) => ({
        at: startOf(path),
        size,
        maximum: maximumSize(path),
        isText: isTextFile(path),
      })),
});
