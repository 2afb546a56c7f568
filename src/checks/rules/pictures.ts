import { longestSide, mostElements } from '../picture.ts';
import { rule, startOf } from '../problem.ts';
import { nodesOf } from '../reading.ts';

/** Whether a text alternative says something: a file name, or just the word "picture", does not. */
const isDescription = (alt: string | null | undefined): boolean =>
  /[\p{L}\p{N}]/u.test(alt ?? '') &&
  !/^(?:\S+\.(?:png|jpe?g|webp|svg|gif)|kuva|bild|foto|image|picture|photo|img)[\s\d_-]*$/i.test(alt!.trim());

/** A picture is a file in the folder of its entry, and has a text alternative. */
export const pictures = rule('pictures', {
  messages: {
    alt: {
      fi: [
        'kuvan {url} kohdalla ei kerrota, mitä kuva näyttää',
        'Kirjoita se hakasulkeisiin: ![mitä kuva näyttää]({url}). Ruudunlukija lukee sen, joten pelkkä ”kuva” tai tiedoston nimi ei riitä.',
      ],
      sv: [
        'vid bilden {url} står det inte vad den visar',
        'Skriv det inom hakparentes: ![vad bilden visar]({url}). Skärmläsare läser det, så bara ”bild” eller filens namn räcker inte.',
      ],
      en: [
        'it is not said what the picture {url} shows',
        'Write it in the brackets: ![what it shows]({url}). Screen readers read it, so that “picture” or the name of the file is not enough.',
      ],
    },
    remote: {
      fi: ['kuva {url} on toisella palvelimella', 'Tallenna kuva samaan kansioon ja käytä sen nimeä.'],
      sv: ['bilden {url} finns på en annan server', 'Spara bilden i samma mapp och använd dess namn.'],
      en: ['the picture {url} lies on another server', 'Save it in the same folder and use its name.'],
    },
    missing: {
      fi: ['kuvaa {url} ei ole', 'Lisää kuva samaan kansioon tai korjaa nimi.'],
      sv: ['bilden {url} finns inte', 'Lägg till bilden i samma mapp eller rätta namnet.'],
      en: ['there is no picture {url}', 'Add it to the same folder or correct the name.'],
    },
  },
  *find({ bodies, files }) {
    const present = new Set(files.map(({ path }) => path));
    for (const body of bodies) {
      const folder = body.document.file.split('/').slice(0, -1).join('/');
      for (const { node, at } of nodesOf(body, 'image')) {
        const url = node.url!;
        // One problem a picture is enough: where several apply, the first of these is reported.
        if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(url)) yield { at, fault: 'remote', url };
        else if (!isDescription(node.alt)) yield { at, fault: 'alt', url };
        else if (!present.has(`${folder}/${url.replace(/^\.\//, '')}`)) yield { at, fault: 'missing', url };
      }
    }
  },
});

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
  *find({ files }) {
    for (const { path, pictureFault: fault } of files) if (fault) yield { at: startOf(path), fault };
  },
});
