import { longestSide, mostElements } from '../picture.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/**
 * A picture file is of the type its extension says, has no code or metadata, and is not too large to render.
 */
export const pictureFiles = rule('picture-files', {
  messages: {
    type: {
      fi: ['tiedosto ei ole se kuva, jota nimi lupaa', 'Tallenna kuva uudelleen oikeassa muodossa.'],
      sv: ['filen är inte den bild som namnet lovar', 'Spara bilden på nytt i rätt format.'],
      en: [
        'the file is not the picture that its name promises',
        'Save the picture again in the right format.',
      ],
    },
    script: {
      fi: [
        'SVG-kuvassa on ohjelmakoodia, tai se vie muualle',
        'Tallenna kuva ilman niitä tai muunna se PNG-kuvaksi.',
      ],
      sv: [
        'SVG-bilden har programkod eller leder någon annanstans',
        'Spara bilden utan dem eller gör om den till PNG.',
      ],
      en: ['the SVG picture holds code or leads elsewhere', 'Save it without, or turn it into a PNG.'],
    },
    metadata: {
      fi: ['kuvassa on tietoja paikasta tai laitteesta', 'Tallenna kuva ilman metatietoja (EXIF).'],
      sv: ['bilden har uppgifter om plats eller apparat', 'Spara bilden utan metadata (EXIF).'],
      en: ['the picture tells of a place or a device', 'Save it without metadata (EXIF).'],
    },
    elements: {
      fi: [
        'SVG-kuvassa on liikaa piirrettävää',
        `Yksinkertaista kuvaa tai muunna se PNG-kuvaksi: enintään ${mostElements} osaa.`,
      ],
      sv: [
        'SVG-bilden har för mycket att rita',
        `Förenkla bilden eller gör om den till PNG: högst ${mostElements} delar.`,
      ],
      en: [
        'the SVG picture has too much to draw',
        `Make it simpler or turn it into a PNG: at most ${mostElements} parts.`,
      ],
    },
    pixels: {
      fi: [
        'kuva on liian suuri näytettäväksi',
        `Pienennä kuva: enintään ${longestSide} kuvapistettä sivulta.`,
      ],
      sv: [
        'bilden är för stor för att visas',
        `Förminska bilden: högst ${longestSide} bildpunkter per sida.`,
      ],
      en: ['the picture is too large to show', `Make it smaller: at most ${longestSide} pixels a side.`],
    },
  },
  find: ({ files }: Reading) =>
    files.flatMap(({ path, pictureFault: fault }) => (fault ? [{ at: startOf(path), fault }] : [])),
});
