import type { Lang } from '../i18n/languages.ts';
import type { Sentence } from '../schema/sentences.ts';
import { counted, dictionaries } from './dictionaries.ts';

/** Questions that are not about a field, and errors about answers. */
export const questionMessages = {
  kind: {
    fi: 'Mitä lisätään?',
    sv: 'Vad läggs till?',
    en: 'What is added?',
  },
  id: {
    fi: 'Kansion tai tiedoston nimi: a–z, numeroita ja yhdysmerkkejä. Lukija ei näe sitä, eikä se muutu.',
    sv: 'Namnet på mappen eller filen: a–z, siffror och bindestreck. Läsaren ser det inte, och det ändras inte.',
    en: 'Name of the folder or file: a–z, digits and hyphens. Readers do not see it, and it stays.',
  },
  taken: (value: string, file: string): Sentence => ({
    fi: `"${value}" on jo olemassa: ${file}. Muuta sitä tai valitse toinen.`,
    sv: `"${value}" finns redan: ${file}. Ändra den eller välj något annat.`,
    en: `"${value}" exists already: ${file}. Change that one, or choose another.`,
  }),
  reserved: (address: string): Sentence => ({
    fi: `Sivusto käyttää osoitetta "${address}" itse. Valitse toinen.`,
    sv: `Webbplatsen använder själv adressen "${address}". Välj en annan.`,
    en: `The site itself uses the address "${address}". Choose another.`,
  }),
  empty: {
    fi: 'Tähän tarvitaan vastaus.',
    sv: 'Här behövs ett svar.',
    en: 'An answer is needed here.',
  },
} as const;

/** The messages of `npm run new`. */
export const newEntryMessages = dictionaries({
  one: ['Kirjoita numero tai avain.', 'Skriv ett nummer eller en nyckel.', 'Write a number or a key.'],
  several: [
    'Kirjoita numerot tai avaimet pilkuin erotettuina.',
    'Skriv nummer eller nycklar med komma emellan.',
    'Write numbers or keys with commas between them.',
  ],
  nothing: ['ei mitään', 'inget', 'nothing'],
  missing: [
    counted('Yksi tieto puuttuu tai ei kelpaa:', 'tietoa puuttuu tai ei kelpaa:'),
    counted('En uppgift saknas eller duger inte:', 'uppgifter saknas eller duger inte:'),
    counted('One thing is missing or will not do:', 'things are missing or will not do:'),
  ],
  noTerminal: [
    'Mitään ei kirjoitettu. Anna tiedot näin: --title-fi "…", tai suorita komento päätteessä, niin se kysyy.',
    'Inget skrevs. Ge uppgifterna så här: --title-fi "…", eller kör kommandot i en terminal, så frågar det.',
    'Nothing was written. Give them like this: --title-fi "…", or run the command in a terminal and it asks.',
  ],
  stopped: [
    'Keskeytetty. Mitään ei kirjoitettu.',
    'Avbrutet. Inget skrevs.',
    'Stopped. Nothing was written.',
  ],
  unreadable: [
    'Tiedostoa vocabulary.yaml ei voi lukea. Korjaa se ensin: npm run check -- --lang fi',
    'Filen vocabulary.yaml går inte att läsa. Rätta den först: npm run check -- --lang sv',
    'vocabulary.yaml cannot be read. Mend it first: npm run check -- --lang en',
  ],
  written: ['Kirjoitettu:', 'Skrivet:', 'Written:'],
  leftToDo: ['Vielä tehtävänä:', 'Återstår att göra:', 'Left to do:'],
  sound: [
    'Tarkistus ei löydä huomautettavaa.',
    'Granskningen har inget att anmärka.',
    'The check finds nothing amiss.',
  ],
  back: [
    'Edelliseen kysymykseen pääset takaisin kirjoittamalla <.',
    'Skriv < för att komma tillbaka till den föregående frågan.',
    'Write < to come back to the question before.',
  ],
  /** Before a list of suggestions that nobody was asked about. */
  taken: [
    'Ehdotuksista otettiin nämä. Muuta ne tiedostoon, jos ne eivät pidä paikkaansa:',
    'De här togs ur förslagen. Ändra dem i filen om de inte stämmer:',
    'These were taken from suggestions. Change them in the file where they are not right:',
  ],
  unlinked: [
    'Mikään sivu ei vielä vie tälle sivulle. Lisää linkki johonkin tekstiin kummallakin kielellä',
    'Ingen sida leder ännu hit. Lägg till en länk i någon text på båda språken',
    'No page leads here yet. Add a link to some text in both languages',
  ],
  write: [
    'Kirjoita puuttuvat kohdat ja lue kommentit (#).',
    'Skriv det som saknas och läs kommentarerna (#).',
    'Write what is missing, and read the comments (#).',
  ],
  check: ['Tarkista', 'Granska', 'Check'],
  look: ['Katso', 'Titta', 'Look'],
  confirm: [
    'Vahvista, kun kielet kertovat saman',
    'Bekräfta när språken säger samma sak',
    'Confirm when the languages say the same',
  ],
});

/**
 * Initial texts of a new entry in each language of the site. The rule `placeholders` reports every one that
 * is left.
 */
export const textPlaceholders: Record<Lang, string> = { fi: '[kirjoita]', sv: '[skriv]' };
