import { placeAt, rule } from '../problem.ts';

const placeholderPattern =
  /\blorem ipsum\b|(?<![\p{L}\d])(?:TODO|FIXME|TBD|XXX+)(?![\p{L}\d])|\[(?:kirjoita|skriv|write)[^\]\n]{0,200}\](?!\()|kirjoita tähän|tähän tulee teksti|skriv här|här kommer texten|\?\?\?+/giu;

export const placeholders = rule('placeholders', {
  message: {
    fi: ['tekstissä on täyttämätön kohta "{found}"', 'Kirjoita lopullinen teksti.'],
    sv: ['ett ställe i texten är inte ifyllt: "{found}"', 'Skriv den slutliga texten.'],
    en: ['the text holds the placeholder "{found}"', 'Write the final text.'],
  },
  *findInFile({ file, text }) {
    // The guide for editors may quote such words.
    if (file === 'README.md') return;
    let lastLine = 0;
    for (const { 0: found, index } of text.matchAll(placeholderPattern)) {
      const at = placeAt(file, text, index);
      // One problem a line is enough: a list of placeholders is rewritten as a whole.
      if (at.line !== lastLine) yield { at, found };
      lastLine = at.line;
    }
  },
});
