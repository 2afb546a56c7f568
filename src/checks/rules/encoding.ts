import { placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/**
 * Texts are UTF-8 with line ends LF or CRLF. Otherwise å, ä and ö would show wrong, or lines run together.
 */
export const encoding = rule('encoding', {
  messages: {
    broken: ({ letter }: { letter: string }) => ({
      fi: [
        `tekstissä on rikkoutunut kirjain ${letter}`,
        'Kirjoita kirjain uudelleen, ja tallenna merkistöllä UTF-8.',
      ],
      sv: [
        `texten har en trasig bokstav ${letter}`,
        'Skriv bokstaven på nytt och spara med teckenkodningen UTF-8.',
      ],
      en: [
        `the text holds a broken letter ${letter}`,
        'Type the letter again, and save in the encoding UTF-8.',
      ],
    }),
    'line-ends': {
      fi: [
        'rivinvaihdot ovat vanhaa muotoa (CR)',
        'Tallenna tiedosto uudelleen rivinvaihdoilla LF tai CRLF.',
      ],
      sv: [
        'radbrytningarna är av en gammal typ (CR)',
        'Spara filen på nytt med radbrytningarna LF eller CRLF.',
      ],
      en: ['the line ends are of an old kind (CR)', 'Save the file again with the line ends LF or CRLF.'],
    },
    encoding: ({ savedAs }: { savedAs: string }) => ({
      fi: [
        `tiedosto on tallennettu merkistöllä ${savedAs}`,
        'Tallenna tiedosto uudelleen merkistöllä UTF-8.',
      ],
      sv: [
        `filen är sparad med teckenkodningen ${savedAs}`,
        'Spara filen på nytt med teckenkodningen UTF-8.',
      ],
      en: [`the file is saved in the encoding ${savedAs}`, 'Save the file again in the encoding UTF-8.'],
    }),
  },
  *find({ documents, files }: Reading) {
    for (const { file, savedAs, text } of documents) {
      if (savedAs === 'UTF-8') {
        const broken = brokenLetter.exec(text);
        if (broken) yield { at: placeAt(file, text, broken.index), fault: 'broken', letter: broken[0] };
        continue;
      }
      const asUtf8 = new TextDecoder('utf-8')
        .decode(files.find(({ path }) => path === file)!.bytes)
        .replaceAll('\r\n', '\n');
      if (savedAs === 'CR') yield { at: placeAt(file, asUtf8, asUtf8.indexOf('\r')), fault: 'line-ends' };
      else {
        const first = savedAs === 'UTF-16' ? 0 : asUtf8.indexOf('\uFFFD');
        yield { at: placeAt(file, asUtf8, first), fault: 'encoding', savedAs };
      }
    }
  },
});

/**
 * What å, ä, ö, dashes and quotation marks become when UTF-8 is read as Windows-1252 and saved again
 * (mojibake), and the replacement character U+FFFD.
 */
const brokenLetter = /Ã[\u0080-\u00BF„–…†]|â€[\u0090-\u00BF™œ“”˜¦]|\uFFFD/;
