import { isOwnAddress, languageOfPath, notFoundPath } from '../../i18n/addresses.ts';
import { languages } from '../../i18n/languages.ts';
import { pagePaths, unreadablePages } from '../page-paths.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type WrongAddress = { address: string };

/** A redirect leads from an address without a page to an existing page, in one step. */
export const redirectTargets = rule('redirect-targets', {
  messages: {
    form: ({ address }: WrongAddress) => ({
      fi: [`${address} ei ole tämän sivuston osoite`, 'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/.'],
      sv: [
        `${address} är ingen adress på webbplatsen`,
        'Skriv adressen i formen /sv/tjanster/gammal-adress/.',
      ],
      en: [`${address} is no address of this site`, 'Write it in the form /fi/palvelut/old-address/.'],
    }),
    language: ({ address }: WrongAddress) => ({
      fi: [`${address} on toisella kielellä`, 'Ohjaa saman kielen sivulle.'],
      sv: [`${address} är på det andra språket`, 'Omdirigera till en sida på samma språk.'],
      en: [`${address} is in the other language`, 'Lead to a page in the same language.'],
    }),
    dead: ({ address }: WrongAddress) => ({
      fi: [`sivua ${address} ei ole`, 'Ohjaa sivulle, joka on olemassa.'],
      sv: [`sidan ${address} finns inte`, 'Omdirigera till en sida som finns.'],
      en: [`there is no page ${address}`, 'Lead to a page that exists.'],
    }),
    ahead: ({ address }: WrongAddress) => ({
      fi: [
        `sivua ${address} ei ole vielä julkaistu`,
        'Lisää ohjaus vasta kun sivu on julkaistu: se paljastaisi tiedotteen.',
      ],
      sv: [
        `sidan ${address} är inte publicerad än`,
        'Lägg till omdirigeringen först när sidan har publicerats: den skulle avslöja meddelandet.',
      ],
      en: [
        `the page ${address} is not public yet`,
        'Add the redirect once the page is public: it would tell of the announcement.',
      ],
    }),
    loop: ({ address }: WrongAddress) => ({
      fi: [`${address} ohjataan edelleen`, 'Ohjaa suoraan viimeiseen osoitteeseen.'],
      sv: [`${address} omdirigeras vidare`, 'Omdirigera direkt till den sista adressen.'],
      en: [`${address} is redirected itself`, 'Lead straight to the last address.'],
    }),
    own: ({ address }: WrongAddress) => ({
      fi: [`osoite ${address} on sivuston omassa käytössä`, 'Poista ohjaus: siellä ei ole ollut sivua.'],
      sv: [
        `adressen ${address} använder webbplatsen själv`,
        'Ta bort omdirigeringen: där har ingen sida funnits.',
      ],
      en: [`the site itself uses the address ${address}`, 'Remove the redirect: no page has been there.'],
    }),
    shadow: ({ address }: WrongAddress) => ({
      fi: [`${address} on sivu, joka on olemassa`, 'Poista ohjaus tai sivu.'],
      sv: [`${address} är en sida som finns`, 'Ta bort omdirigeringen eller sidan.'],
      en: [`${address} is a page that exists`, 'Remove the redirect or the page.'],
    }),
  },
  *find(reading: Reading) {
    const file = reading.singles.redirects;
    const redirects = (file?.data ?? {}) as Record<string, string>;
    const pages = pagePaths(reading);
    const unreadable = unreadablePages(reading);
    for (const [from, to] of Object.entries(redirects)) {
      const at = { ...file!.document.yaml.placeOf([from]), field: from };
      const malformed = [from, to].find((address) => !/^\/(?:[a-z0-9-]{1,100}\/){1,8}$/.test(address));
      if (malformed !== undefined) yield { at, fault: 'form', address: malformed };
      else if (isOwnAddress(from)) yield { at, fault: 'own', address: from };
      else if (languageOfPath(from) && languageOfPath(from) !== languageOfPath(to))
        yield { at, fault: 'language', address: to };
      else if (pages.has(from) || languages.some((lang) => from === notFoundPath(lang)))
        yield { at, fault: 'shadow', address: from };
      else if (Object.hasOwn(redirects, to)) yield { at, fault: 'loop', address: to };
      else if (pages.get(to)) yield { at, fault: 'ahead', address: to };
      else if (!pages.has(to) && !unreadable(to)) yield { at, fault: 'dead', address: to };
    }
  },
});
