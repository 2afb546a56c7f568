import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Picture = { url: string };

/** Whether a text alternative says something: a file name, or just the word "picture", does not. */
const isDescription = (alt: string | null | undefined): boolean =>
  /[\p{L}\p{N}]/u.test(alt ?? '') &&
  !/^(?:\S+\.(?:png|jpe?g|webp|svg|gif)|kuva|bild|foto|image|picture|photo|img)[\s\d_-]*$/i.test(alt!.trim());

/** A picture is a file in the folder of its entry, and has a text alternative. */
export const pictures = rule('pictures', {
  messages: {
    alt: ({ url }: Picture) => ({
      fi: [`kuvalta ${url} puuttuu tekstivastine`, 'Kerro hakasulkeissa, mitä kuva näyttää: ![…](kuva.png).'],
      sv: [
        `bilden ${url} saknar textalternativ`,
        'Berätta inom hakparentes vad bilden visar: ![…](bild.png).',
      ],
      en: [
        `the picture ${url} has no text alternative`,
        'Say in the brackets what it shows: ![…](picture.png).',
      ],
    }),
    remote: ({ url }: Picture) => ({
      fi: [`kuva ${url} on toisella palvelimella`, 'Tallenna kuva samaan kansioon ja käytä sen nimeä.'],
      sv: [`bilden ${url} finns på en annan server`, 'Spara bilden i samma mapp och använd dess namn.'],
      en: [`the picture ${url} lies on another server`, 'Save it in the same folder and use its name.'],
    }),
    missing: ({ url }: Picture) => ({
      fi: [`kuvaa ${url} ei ole`, 'Lisää kuva samaan kansioon tai korjaa nimi.'],
      sv: [`bilden ${url} finns inte`, 'Lägg till bilden i samma mapp eller rätta namnet.'],
      en: [`there is no picture ${url}`, 'Add it to the same folder or correct the name.'],
    }),
  },
  *find({ bodies, files }: Reading) {
    const present = new Set(files.map(({ path }) => path));
    for (const { document, nodes } of bodies) {
      const folder = document.file.split('/').slice(0, -1).join('/');
      for (const { node, at } of nodes) {
        if (node.type !== 'image' || node.url === undefined) continue;
        const { url } = node;
        // One problem a picture is enough: where several apply, the first of these is reported.
        if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(url)) yield { at, fault: 'remote', url };
        else if (!isDescription(node.alt)) yield { at, fault: 'alt', url };
        else if (!present.has(`${folder}/${url.replace(/^\.\//, '')}`)) yield { at, fault: 'missing', url };
      }
    }
  },
});
