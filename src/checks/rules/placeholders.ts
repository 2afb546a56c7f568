import { placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

const placeholderPattern =
  /\blorem ipsum\b|(?<![\p{L}\d])(?:TODO|FIXME|TBD|XXX+)(?![\p{L}\d])|\[(?:kirjoita|skriv|write)[^\]\n]{0,200}\](?!\()|kirjoita tähän|tähän tulee teksti|skriv här|här kommer texten|\?\?\?+/giu;

export const placeholders = rule('placeholders', {
  message: ({ found }: { found: string }) => ({
    fi: [`tekstissä on paikanpitäjä "${found}"`, 'Kirjoita lopullinen teksti.'],
    sv: [`texten har en platshållare "${found}"`, 'Skriv den slutliga texten.'],
    en: [`the text holds the placeholder "${found}"`, 'Write the final text.'],
  }),
  find: ({ documents }: Reading) =>
    // The guide for editors (README.md) may quote such words.
    documents.flatMap(({ file, text }) => {
      const found = (file === 'README.md' ? [] : [...text.matchAll(placeholderPattern)]).map((match) => ({
        at: placeAt(file, text, match.index),
        found: match[0],
      }));
      // One problem a line is enough: a list of placeholders is rewritten as a whole.
      return found.filter(({ at }, index) => at.line !== found[index - 1]?.at.line);
    }),
});
