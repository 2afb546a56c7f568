import { longestSide, mostElements, type PictureFault } from '../picture.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A picture file is what its name says, runs nothing and tells nothing of where it was taken. */
export const pictureFiles = rule('picture-files', {
  explain: {
    fi: ({ fault }: { fault: PictureFault }) =>
      (
        ({
          type: ['tiedosto ei ole se kuva, jota nimi lupaa', 'Tallenna kuva uudelleen oikeassa muodossa.'],
          script: [
            'SVG-kuvassa on ohjelmakoodia, tai se vie muualle',
            'Tallenna kuva ilman niitä tai muunna se PNG-kuvaksi.',
          ],
          metadata: ['kuvassa on tietoja paikasta tai laitteesta', 'Tallenna kuva ilman metatietoja (EXIF).'],
          elements: [
            'SVG-kuvassa on liikaa piirrettävää',
            `Yksinkertaista kuvaa tai muunna se PNG-kuvaksi: enintään ${mostElements} osaa.`,
          ],
          pixels: [
            'kuva on liian suuri näytettäväksi',
            `Pienennä kuva: enintään ${longestSide} kuvapistettä sivulta.`,
          ],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault }) =>
      (
        ({
          type: ['filen är inte den bild som namnet lovar', 'Spara bilden på nytt i rätt format.'],
          script: [
            'SVG-bilden har programkod eller leder någon annanstans',
            'Spara bilden utan dem eller gör om den till PNG.',
          ],
          metadata: ['bilden har uppgifter om plats eller apparat', 'Spara bilden utan metadata (EXIF).'],
          elements: [
            'SVG-bilden har för mycket att rita',
            `Förenkla bilden eller gör om den till PNG: högst ${mostElements} delar.`,
          ],
          pixels: [
            'bilden är för stor för att visas',
            `Förminska bilden: högst ${longestSide} bildpunkter per sida.`,
          ],
        }) as const
      )[fault] as [string, string],
    en: ({ fault }) =>
      (
        ({
          type: [
            'the file is not the picture that its name promises',
            'Save the picture again in the right format.',
          ],
          script: [
            'the SVG picture holds code or leads elsewhere',
            'Save it without, or turn it into a PNG.',
          ],
          metadata: ['the picture tells of a place or a device', 'Save it without metadata (EXIF).'],
          elements: [
            'the SVG picture has too much to draw',
            `Make it simpler or turn it into a PNG: at most ${mostElements} parts.`,
          ],
          pixels: [
            'the picture is too large to show',
            `Make it smaller: at most ${longestSide} pixels a side.`,
          ],
        }) as const
      )[fault] as [string, string],
  },
  find: ({ files }: Reading) =>
    files.flatMap(({ path, pictureFault: fault }) => (fault ? [{ at: startOf(path), fault }] : [])),
});
