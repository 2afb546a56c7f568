import { coversPath } from '../../i18n/addresses.ts';
import { pagePaths } from '../page-paths.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type WrongNote = { address: string };

/** Notes on removed pages name only pages that are gone: a note on a live page would hide its loss later. */
export const removals = rule('removals', {
  messages: {
    form: ({ address }: WrongNote) => ({
      fi: [
        `${address} ei ole tämän sivuston osoite`,
        'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/, tai /fi/palvelut/*, kun tarkoitat kaikkea sen alla.',
      ],
      sv: [
        `${address} är ingen adress på webbplatsen`,
        'Skriv adressen i formen /sv/tjanster/gammal-adress/, eller /sv/tjanster/* för allt under den.',
      ],
      en: [
        `${address} is no address of this site`,
        'Write it in the form /fi/palvelut/old-address/, or /fi/palvelut/* for all below it.',
      ],
    }),
    exists: ({ address }: WrongNote) => ({
      fi: [`sivu ${address} on olemassa`, 'Poista merkintä tai sivu.'],
      sv: [`sidan ${address} finns`, 'Ta bort anteckningen eller sidan.'],
      en: [`the page ${address} exists`, 'Remove the note or the page.'],
    }),
    redirected: ({ address }: WrongNote) => ({
      fi: [`${address} ohjataan toiseen osoitteeseen`, 'Poista merkintä: ohjaus riittää.'],
      sv: [`${address} omdirigeras till en annan adress`, 'Ta bort anteckningen: omdirigeringen räcker.'],
      en: [`${address} is redirected to another address`, 'Remove the note: the redirect is enough.'],
    }),
  },
  *find(reading: Reading) {
    const file = reading.singles.removals;
    if (!file) return;
    const pages = [...pagePaths(reading).keys()];
    const redirected = Object.keys(reading.singles.redirects?.data ?? {});
    for (const noted of Object.keys(file.data ?? {})) {
      const at = { ...file.document.yaml.placeOf([noted]), field: noted };
      const page = pages.find((path) => coversPath(noted, path) && `${path}*` !== noted);
      if (!/^\/(?:[a-z0-9-]+\/)+\*?$/.test(noted)) yield { at, fault: 'form', address: noted };
      else if (page) yield { at, fault: 'exists', address: page };
      else if (redirected.includes(noted)) yield { at, fault: 'redirected', address: noted };
    }
  },
});
