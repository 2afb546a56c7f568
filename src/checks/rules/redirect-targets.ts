import { isOwnAddress, languageOfPath, notFoundPath } from '../../i18n/addresses.ts';
import { languages } from '../../i18n/languages.ts';
import { pagePaths, unreadablePages } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'form' | 'language' | 'dead' | 'ahead' | 'loop' | 'shadow' | 'own';

/** A redirect leads from an address that is no page to one that is, in one step. */
export const redirectTargets = rule('redirect-targets', {
  explain: {
    fi: ({ fault, address }: { fault: Fault; address: string }) =>
      (
        ({
          form: [
            `${address} ei ole tämän sivuston osoite`,
            'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/.',
          ],
          language: [`${address} on toisella kielellä`, 'Ohjaa saman kielen sivulle.'],
          dead: [`sivua ${address} ei ole`, 'Ohjaa sivulle, joka on olemassa.'],
          ahead: [
            `sivua ${address} ei ole vielä julkaistu`,
            'Lisää ohjaus vasta kun sivu on julkaistu: se paljastaisi tiedotteen.',
          ],
          loop: [`${address} ohjataan edelleen`, 'Ohjaa suoraan viimeiseen osoitteeseen.'],
          own: [`osoite ${address} on sivuston omassa käytössä`, 'Poista ohjaus: siellä ei ole ollut sivua.'],
          shadow: [`${address} on sivu, joka on olemassa`, 'Poista ohjaus tai sivu.'],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault, address }) =>
      (
        ({
          form: [
            `${address} är ingen adress på webbplatsen`,
            'Skriv adressen i formen /sv/tjanster/gammal-adress/.',
          ],
          language: [`${address} är på det andra språket`, 'Omdirigera till en sida på samma språk.'],
          dead: [`sidan ${address} finns inte`, 'Omdirigera till en sida som finns.'],
          ahead: [
            `sidan ${address} är inte publicerad än`,
            'Lägg till omdirigeringen först när sidan har publicerats: den skulle avslöja meddelandet.',
          ],
          loop: [`${address} omdirigeras vidare`, 'Omdirigera direkt till den sista adressen.'],
          own: [
            `adressen ${address} använder webbplatsen själv`,
            'Ta bort omdirigeringen: där har ingen sida funnits.',
          ],
          shadow: [`${address} är en sida som finns`, 'Ta bort omdirigeringen eller sidan.'],
        }) as const
      )[fault] as [string, string],
    en: ({ fault, address }) =>
      (
        ({
          form: [`${address} is no address of this site`, 'Write it in the form /fi/palvelut/old-address/.'],
          language: [`${address} is in the other language`, 'Lead to a page in the same language.'],
          dead: [`there is no page ${address}`, 'Lead to a page that exists.'],
          ahead: [
            `the page ${address} is not public yet`,
            'Add the redirect once the page is public: it would tell of the announcement.',
          ],
          loop: [`${address} is redirected itself`, 'Lead straight to the last address.'],
          own: [
            `the site itself uses the address ${address}`,
            'Remove the redirect: no page has been there.',
          ],
          shadow: [`${address} is a page that exists`, 'Remove the redirect or the page.'],
        }) as const
      )[fault] as [string, string],
  },
  find: (reading: Reading) => {
    const file = reading.singles.redirects;
    const redirects = (file?.data ?? {}) as Record<string, string>;
    const pages = pagePaths(reading);
    const unreadable = unreadablePages(reading);
    return Object.entries(redirects).flatMap(([from, to]): { at: Place; fault: Fault; address: string }[] => {
      const at = { ...file!.document.yaml.placeOf([from]), field: from };
      for (const address of [from, to])
        if (!/^\/(?:[a-z0-9-]+\/)+$/.test(address)) return [{ at, fault: 'form', address }];
      if (isOwnAddress(from)) return [{ at, fault: 'own', address: from }];
      if (languageOfPath(from) && languageOfPath(from) !== languageOfPath(to))
        return [{ at, fault: 'language', address: to }];
      if (pages.has(from) || languages.some((lang) => from === notFoundPath(lang)))
        return [{ at, fault: 'shadow', address: from }];
      if (Object.hasOwn(redirects, to)) return [{ at, fault: 'loop', address: to }];
      if (pages.get(to)) return [{ at, fault: 'ahead', address: to }];
      return pages.has(to) || unreadable(to) ? [] : [{ at, fault: 'dead', address: to }];
    });
  },
});
