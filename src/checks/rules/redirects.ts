import { isOwnAddress, languageOfPath, notFoundPath, coversPath } from '../../i18n/addresses.ts';
import { languages } from '../../i18n/languages.ts';
import { pagePaths, unreadablePages } from '../page-paths.ts';
import { atField, rule } from '../problem.ts';

/** A redirect leads from an address without a page to an existing page, in one step. */
export const redirectTargets = rule('redirect-targets', {
  messages: {
    form: {
      fi: ['{address} ei ole tämän sivuston osoite', 'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/.'],
      sv: [
        '{address} är ingen adress på webbplatsen',
        'Skriv adressen i formen /sv/tjanster/gammal-adress/.',
      ],
      en: ['{address} is no address of this site', 'Write it in the form /fi/palvelut/old-address/.'],
    },
    language: {
      fi: ['{address} on toisella kielellä', 'Ohjaa saman kielen sivulle.'],
      sv: ['{address} är på det andra språket', 'Omdirigera till en sida på samma språk.'],
      en: ['{address} is in the other language', 'Lead to a page in the same language.'],
    },
    dead: {
      fi: ['sivua {address} ei ole', 'Ohjaa sivulle, joka on olemassa.'],
      sv: ['sidan {address} finns inte', 'Omdirigera till en sida som finns.'],
      en: ['there is no page {address}', 'Lead to a page that exists.'],
    },
    ahead: {
      fi: [
        'sivua {address} ei ole vielä julkaistu',
        'Lisää ohjaus vasta kun sivu on julkaistu: se paljastaisi tiedotteen.',
      ],
      sv: [
        'sidan {address} är inte publicerad än',
        'Lägg till omdirigeringen först när sidan har publicerats: den skulle avslöja meddelandet.',
      ],
      en: [
        'the page {address} is not public yet',
        'Add the redirect once the page is public: it would tell of the announcement.',
      ],
    },
    loop: {
      fi: ['{address} ohjataan edelleen', 'Ohjaa suoraan viimeiseen osoitteeseen.'],
      sv: ['{address} omdirigeras vidare', 'Omdirigera direkt till den sista adressen.'],
      en: ['{address} is redirected itself', 'Lead straight to the last address.'],
    },
    own: {
      fi: ['osoite {address} on sivuston omassa käytössä', 'Poista ohjaus: siellä ei ole ollut sivua.'],
      sv: [
        'adressen {address} använder webbplatsen själv',
        'Ta bort omdirigeringen: där har ingen sida funnits.',
      ],
      en: ['the site itself uses the address {address}', 'Remove the redirect: no page has been there.'],
    },
    shadow: {
      fi: ['{address} on sivu, joka on olemassa', 'Poista ohjaus tai sivu.'],
      sv: ['{address} är en sida som finns', 'Ta bort omdirigeringen eller sidan.'],
      en: ['{address} is a page that exists', 'Remove the redirect or the page.'],
    },
  },
  *find(reading) {
    const file = reading.singles.redirects;
    const redirects = (file?.data ?? {}) as Record<string, string>;
    const pages = pagePaths(reading);
    const unreadable = unreadablePages(reading);
    for (const [from, to] of Object.entries(redirects)) {
      const at = atField(file!.document, from);
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

/** Notes on removed pages name only pages that are gone: a note on a live page would hide its loss later. */
export const removals = rule('removals', {
  messages: {
    form: {
      fi: [
        '{address} ei ole tämän sivuston osoite',
        'Kirjoita osoite muodossa /fi/palvelut/vanha-osoite/, tai /fi/palvelut/*, kun tarkoitat kaikkea sen alla.',
      ],
      sv: [
        '{address} är ingen adress på webbplatsen',
        'Skriv adressen i formen /sv/tjanster/gammal-adress/, eller /sv/tjanster/* för allt under den.',
      ],
      en: [
        '{address} is no address of this site',
        'Write it in the form /fi/palvelut/old-address/, or /fi/palvelut/* for all below it.',
      ],
    },
    exists: {
      fi: ['sivu {address} on olemassa', 'Poista merkintä tai sivu.'],
      sv: ['sidan {address} finns', 'Ta bort anteckningen eller sidan.'],
      en: ['the page {address} exists', 'Remove the note or the page.'],
    },
    redirected: {
      fi: ['{address} ohjataan toiseen osoitteeseen', 'Poista merkintä: ohjaus riittää.'],
      sv: ['{address} omdirigeras till en annan adress', 'Ta bort anteckningen: omdirigeringen räcker.'],
      en: ['{address} is redirected to another address', 'Remove the note: the redirect is enough.'],
    },
  },
  *find(reading) {
    const file = reading.singles.removals;
    if (!file) return;
    const pages = [...pagePaths(reading).keys()];
    const redirected = Object.keys(reading.singles.redirects?.data ?? {});
    for (const noted of Object.keys(file.data ?? {})) {
      const at = atField(file.document, noted);
      const page = pages.find((path) => coversPath(noted, path) && `${path}*` !== noted);
      if (!/^\/(?:[a-z0-9-]+\/)+\*?$/.test(noted)) yield { at, fault: 'form', address: noted };
      else if (page) yield { at, fault: 'exists', address: page };
      else if (redirected.includes(noted)) yield { at, fault: 'redirected', address: noted };
    }
  },
});
