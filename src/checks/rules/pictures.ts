import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Finding = { at: Place; fault: 'alt' | 'remote' | 'missing'; url: string };

/** A name of a file, or the mere word for a picture, tells nothing to those who do not see it. */
const describes = (alt: string | null | undefined): boolean =>
  /[\p{L}\p{N}]/u.test(alt ?? '') &&
  !/^(?:\S+\.(?:png|jpe?g|webp|svg|gif)|kuva|bild|foto|image|picture|photo|img)[\s\d_-]*$/i.test(alt!.trim());

/** A picture is a file of the entry itself, and says in words what it shows. */
export const pictures = rule('pictures', {
  explain: {
    fi: ({ fault, url }: Finding) =>
      (
        ({
          alt: [
            `kuvalta ${url} puuttuu tekstivastine`,
            'Kerro hakasulkeissa, mitä kuva näyttää: ![…](kuva.png).',
          ],
          remote: [
            `kuva ${url} on toisella palvelimella`,
            'Tallenna kuva samaan kansioon ja käytä sen nimeä.',
          ],
          missing: [`kuvaa ${url} ei ole`, 'Lisää kuva samaan kansioon tai korjaa nimi.'],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault, url }) =>
      (
        ({
          alt: [
            `bilden ${url} saknar textalternativ`,
            'Berätta inom hakparentes vad bilden visar: ![…](bild.png).',
          ],
          remote: [
            `bilden ${url} finns på en annan server`,
            'Spara bilden i samma mapp och använd dess namn.',
          ],
          missing: [`bilden ${url} finns inte`, 'Lägg till bilden i samma mapp eller rätta namnet.'],
        }) as const
      )[fault] as [string, string],
    en: ({ fault, url }) =>
      (
        ({
          alt: [
            `the picture ${url} has no text alternative`,
            'Say in the brackets what it shows: ![…](picture.png).',
          ],
          remote: [
            `the picture ${url} lies on another server`,
            'Save it in the same folder and use its name.',
          ],
          missing: [`there is no picture ${url}`, 'Add it to the same folder or correct the name.'],
        }) as const
      )[fault] as [string, string],
  },
  find: ({ bodies, files }: Reading) => {
    const present = new Set(files.map(({ path }) => path));
    return bodies.flatMap((body) =>
      body.nodes.flatMap(({ node, at }): Finding[] => {
        if (node.type !== 'image' || node.url === undefined) return [];
        const { url } = node;
        const folder = body.document.file.split('/').slice(0, -1).join('/');
        const fault = /^([a-z][a-z0-9+.-]*:|\/)/i.test(url)
          ? 'remote'
          : !present.has(`${folder}/${url.replace(/^\.\//, '')}`)
            ? 'missing'
            : !describes(node.alt)
              ? 'alt'
              : undefined;
        // A picture that lies elsewhere needs words all the same, but one remedy at a time is enough.
        return fault ? [{ at, fault: fault === 'missing' && !describes(node.alt) ? 'alt' : fault, url }] : [];
      }),
    );
  },
});
