import { type Place, placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Finding = { at: Place; fault: Fault; sign: string };
type Fault = 'UTF-16' | 'Windows-1252' | 'CR' | 'broken';
const save = {
  fi: {
    encoding: 'Tallenna tiedosto uudelleen merkistöllä UTF-8.',
    letter: 'Kirjoita kirjain uudelleen, ja tallenna merkistöllä UTF-8.',
    lineEnds: 'Tallenna tiedosto uudelleen rivinvaihdoilla LF tai CRLF.',
  },
  sv: {
    encoding: 'Spara filen på nytt med teckenkodningen UTF-8.',
    letter: 'Skriv bokstaven på nytt och spara med teckenkodningen UTF-8.',
    lineEnds: 'Spara filen på nytt med radbrytningarna LF eller CRLF.',
  },
  en: {
    encoding: 'Save the file again in the encoding UTF-8.',
    letter: 'Type the letter again, and save in the encoding UTF-8.',
    lineEnds: 'Save the file again with the line ends LF or CRLF.',
  },
};

/** Texts are UTF-8 with the line ends of today. Anything else would show wrong letters in place of å, ä and ö, or run lines together. */
export const encoding = rule('encoding', {
  explain: {
    fi: ({ fault, sign }: Finding) =>
      fault === 'broken'
        ? [`tekstissä on rikkoutunut kirjain ${sign}`, save.fi.letter]
        : fault === 'CR'
          ? ['rivinvaihdot ovat vanhaa muotoa (CR)', save.fi.lineEnds]
          : [`tiedosto on tallennettu merkistöllä ${fault}`, save.fi.encoding],
    sv: ({ fault, sign }) =>
      fault === 'broken'
        ? [`texten har en trasig bokstav ${sign}`, save.sv.letter]
        : fault === 'CR'
          ? ['radbrytningarna är av en gammal typ (CR)', save.sv.lineEnds]
          : [`filen är sparad med teckenkodningen ${fault}`, save.sv.encoding],
    en: ({ fault, sign }) =>
      fault === 'broken'
        ? [`the text holds a broken letter ${sign}`, save.en.letter]
        : fault === 'CR'
          ? ['the line ends are of an old kind (CR)', save.en.lineEnds]
          : [`the file is saved in the encoding ${fault}`, save.en.encoding],
  },
  find: ({ documents, files }: Reading) =>
    documents.flatMap(({ file, savedAs, text }): Finding[] => {
      if (savedAs === 'UTF-8') {
        const broken = brokenLetter.exec(text);
        return broken ? [{ at: placeAt(file, text, broken.index), fault: 'broken', sign: broken[0] }] : [];
      }
      const asUtf8 = new TextDecoder('utf-8')
        .decode(files.find(({ path }) => path === file)!.bytes)
        .replaceAll('\r\n', '\n');
      const first = savedAs === 'UTF-16' ? 0 : asUtf8.indexOf(savedAs === 'CR' ? '\r' : '\uFFFD');
      return [{ at: placeAt(file, asUtf8, first), fault: savedAs, sign: '' }];
    }),
});

/** What å, ä, ö, a dash or a quotation mark become when UTF-8 is read as Windows-1252 and saved again; and the sign for a lost letter. */
const brokenLetter = /Ã[\u0080-\u00BF„–…†]|â€[\u0090-\u00BF™œ“”˜¦]|\uFFFD/;
