import { coversPath } from '../../i18n/addresses.ts';
import { pagePaths } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Finding = { at: Place; fault: 'form' | 'exists' | 'redirected'; address: string };

/** A note on a removed page speaks of one that is gone: any other would let the page vanish unseen later. */
export const removals = rule('removals', {
  explain: {
    fi: ({ fault, address }: Finding) =>
      (
        ({
          form: [
            `${address} ei ole tämän sivuston osoite`,
            'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/, tai /fi/palvelut/*, kun tarkoitat kaikkea sen alla.',
          ],
          exists: [`sivu ${address} on olemassa`, 'Poista merkintä tai sivu.'],
          redirected: [`${address} ohjataan toiseen osoitteeseen`, 'Poista merkintä: ohjaus riittää.'],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault, address }) =>
      (
        ({
          form: [
            `${address} är ingen adress på webbplatsen`,
            'Skriv adressen i formen /sv/tjanster/gammal-adress/, eller /sv/tjanster/* för allt under den.',
          ],
          exists: [`sidan ${address} finns`, 'Ta bort anteckningen eller sidan.'],
          redirected: [
            `${address} omdirigeras till en annan adress`,
            'Ta bort anteckningen: omdirigeringen räcker.',
          ],
        }) as const
      )[fault] as [string, string],
    en: ({ fault, address }) =>
      (
        ({
          form: [
            `${address} is no address of this site`,
            'Write it in the form /fi/palvelut/old-address/, or /fi/palvelut/* for all below it.',
          ],
          exists: [`the page ${address} exists`, 'Remove the note or the page.'],
          redirected: [
            `${address} is redirected to another address`,
            'Remove the note: the redirect is enough.',
          ],
        }) as const
      )[fault] as [string, string],
  },
  find: (reading: Reading) => {
    const file = reading.singles.removals;
    if (!file) return [];
    const pages = [...pagePaths(reading).keys()];
    const redirected = Object.keys(reading.singles.redirects?.data ?? {});
    return Object.keys(file.data ?? {}).flatMap((noted): Finding[] => {
      const at = { ...file.document.yaml.placeOf([noted]), field: noted };
      if (!/^\/(?:[a-z0-9-]+\/)+\*?$/.test(noted)) return [{ at, fault: 'form', address: noted }];
      const page = pages.find((path) => coversPath(noted, path) && `${path}*` !== noted);
      if (page) return [{ at, fault: 'exists', address: page }];
      return redirected.includes(noted) ? [{ at, fault: 'redirected', address: noted }] : [];
    });
  },
});
