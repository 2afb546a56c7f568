import { atField, placeAt, rule } from '../problem.ts';
import { textsIn } from '../read-document.ts';
import { hasLongLine, longestLine } from '../read-files.ts';

/**
 * Texts are UTF-8 with line ends LF or CRLF. Otherwise å, ä and ö would show wrong, or lines run together.
 */
export const encoding = rule('encoding', {
  messages: {
    broken: {
      fi: [
        'tekstissä on rikkoutunut kirjain {letter}',
        'Kirjoita kirjain uudelleen, ja tallenna merkistöllä UTF-8.',
      ],
      sv: [
        'texten har en trasig bokstav {letter}',
        'Skriv bokstaven på nytt och spara med teckenkodningen UTF-8.',
      ],
      en: [
        'the text holds a broken letter {letter}',
        'Type the letter again, and save in the encoding UTF-8.',
      ],
    },
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
    encoding: {
      fi: ['tiedosto on tallennettu merkistöllä {savedAs}', 'Tallenna tiedosto uudelleen merkistöllä UTF-8.'],
      sv: ['filen är sparad med teckenkodningen {savedAs}', 'Spara filen på nytt med teckenkodningen UTF-8.'],
      en: ['the file is saved in the encoding {savedAs}', 'Save the file again in the encoding UTF-8.'],
    },
  },
  *find({ documents, files }) {
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

/*
 * Invisible characters can reorder text or hide words from the reader ("Trojan Source"), and characters of
 * private fonts show as boxes. Permitted are soft hyphens, and inside an emoji the zero-width joiner and the
 * tags of a flag.
 */
const controls = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F`;
const invisible = String.raw`\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC`;
const privateOrInvalid = String.raw`\uE000-\uF8FF\uFFFE\uFFFF\u{F0000}-\u{10FFFF}\p{Cs}`;
const tags = String.raw`\u{E0000}-\u{E007F}`;
const emoji = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?`;
const hidden = new RegExp(
  String.raw`[${controls}${invisible}${privateOrInvalid}]|\u200D(?:(?<!${emoji}\u200D)|(?!\p{Extended_Pictographic}))|[${tags}](?<![\u{1F3F4}\u{E0020}-\u{E007E}][${tags}])`,
  'u',
);

export const hiddenCharacters = rule('hidden-characters', {
  message: {
    fi: ['tekstissä on näkymätön merkki {code}', 'Poista merkki: kirjoita rivi uudelleen käsin.'],
    sv: ['texten har det osynliga tecknet {code}', 'Ta bort tecknet: skriv raden på nytt för hand.'],
    en: ['the text holds the invisible character {code}', 'Remove it: type the line again by hand.'],
  },
  *findInFile({ file, text }) {
    const first = firstHidden(text);
    if (first) yield { at: placeAt(file, text, first.offset), code: first.code };
  },
  /** Markdown may also write the character as an entity: &#8238; */
  *findInBody({ text, nodes }) {
    if (!text.includes('&') || firstHidden(text)) return;
    for (const { node, at } of nodes) {
      const first = firstHidden([node.value, node.alt, node.url].join(' '));
      if (first) yield { at, code: first.code };
    }
  },
});

/** The first hidden character of a text: its offset, and its code point such as U+200B. */
function firstHidden(text: string): { offset: number; code: string } | undefined {
  const match = hidden.exec(text);
  if (!match) return undefined;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { offset: match.index, code: `U+${code}` };
}

/** YAML knows straight quotes alone: others are part of the text, and readers see them. */
export const curlyQuotes = rule('curly-quotes', {
  message: {
    fi: [
      'koko teksti on kaarevissa lainausmerkeissä, jotka jäävät näkyviin',
      'Poista ne tai kirjoita suorat: "…".',
    ],
    sv: ['hela texten står inom böjda citattecken, som blir synliga', 'Ta bort dem eller skriv raka: "…".'],
    en: ['the whole text stands in curly quotes, which show', 'Remove them, or write straight ones: "…".'],
  },
  *findInFile(document) {
    for (const { path, text } of /[”“„»]/.test(document.text) ? textsIn(document.yaml.data) : [])
      if (/^[”“„»][^”“„«»]*[”“«»]$/.test(text)) yield { at: atField(document, ...path) };
  },
});

export const lineLength = rule('line-length', {
  message: {
    fi: [`rivillä on {length} merkkiä, enintään ${longestLine} sallitaan`, 'Jaa teksti kappaleiksi.'],
    sv: [`raden har {length} tecken, högst ${longestLine} tillåts`, 'Dela upp texten i stycken.'],
    en: [
      `the line has {length} characters, at most ${longestLine} are permitted`,
      'Divide the text into paragraphs.',
    ],
  },
  *findInFile({ file, text }) {
    for (const [index, { length }] of hasLongLine(text) ? text.split('\n').entries() : [])
      if (length > longestLine) yield { at: { file, line: index + 1, column: 1 }, length };
  },
});
