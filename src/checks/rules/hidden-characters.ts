import { placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/**
 * Characters that nobody sees can turn the order of a text around or hide words from the reader
 * ("Trojan Source"). A joiner inside an emoji and soft hyphens are in order.
 */
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]|(?<!\p{Emoji}\uFE0F?)\u200D|\u200D(?!\p{Emoji})/u;

export const hiddenCharacters = rule('hidden-characters', {
  explain: {
    fi: ({ code }: { code: string }) => [`tekstissä on näkymätön merkki ${code}`, 'Poista merkki: kirjoita rivi uudelleen käsin.'],
    sv: ({ code }) => [`texten har det osynliga tecknet ${code}`, 'Ta bort tecknet: skriv raden på nytt för hand.'],
    en: ({ code }) => [`the text holds the invisible character ${code}`, 'Remove it: type the line again by hand.'],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) => {
      const found = hidden.exec(text);
      return found ? [{ at: placeAt(file, text, found.index), code: `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` }] : [];
    }),
});
