import { languages } from '../i18n/languages.ts';

/** The languages in which editors can read problems. */
export const editorLanguages = ['fi', 'sv', 'en'] as const;
export type EditorLang = (typeof editorLanguages)[number];
export const inEditorLanguages = <Value>(of: (lang: EditorLang) => Value): Record<EditorLang, Value> =>
  Object.fromEntries(editorLanguages.map((lang) => [lang, of(lang)])) as Record<EditorLang, Value>;
/** A sentence in each language of the editors. */
export type Sentence = Record<EditorLang, string>;

/** Domains that are allowed in published e-mail addresses: those of the two organisations. */
export const ownDomains = ['kuntaliitto.fi', 'kommunforbundet.fi', 'hel.fi'];
const oneOfDomains = (locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(ownDomains);

/** How to mend a value, by the rule for single fields that it breaks. */
export const fieldRules = {
  'text-blank': {
    fi: 'Kirjoita teksti. Pelkät välilyönnit tai merkit eivät riitä.',
    sv: 'Skriv en text. Enbart mellanslag eller tecken räcker inte.',
    en: 'Write a text. Blanks or signs alone are not enough.',
  },
  'text-html': {
    fi: 'Kirjoita pelkkää tekstiä ilman HTML- ja Markdown-merkintöjä (<…>, &…;, **, [ ]( )).',
    sv: 'Skriv ren text utan HTML- och Markdown-märkning (<…>, &…;, **, [ ]( )).',
    en: 'Write plain text without HTML or Markdown (<…>, &…;, **, [ ]( )).',
  },
  'text-line': {
    fi: 'Kirjoita teksti yhdelle riville.',
    sv: 'Skriv texten på en rad.',
    en: 'Write the text on one line.',
  },
  'summary-is-title': {
    fi: 'Kerro tiivistelmässä enemmän kuin otsikossa, toisin sanoin.',
    sv: 'Berätta mer i sammanfattningen än i rubriken, med andra ord.',
    en: 'Let the summary say more than the title, in other words.',
  },
  address: {
    fi: 'Käytä pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä, esimerkiksi lakineuvonta tai eu-edunvalvonta.',
    sv: 'Använd små bokstäver a–z, siffror och bindestreck, till exempel juridisk-radgivning.',
    en: 'Use lower-case letters a–z, digits and hyphens, for example legal-advice.',
  },
  'entry-id': {
    fi: 'Kirjoita nimi pienin kirjaimin a–z, numeroin ja yhdysmerkein, esimerkiksi legal-advice.',
    sv: 'Skriv namnet med små bokstäver a–z, siffror och bindestreck, till exempel legal-advice.',
    en: 'Write the name in lower-case letters a–z, digits and hyphens, for example legal-advice.',
  },
  repeated: {
    fi: 'Poista toistettu kohta: sama arvo on luettelossa kahdesti.',
    sv: 'Ta bort det upprepade: samma värde finns två gånger i listan.',
    en: 'Remove the repetition: the same value is listed twice.',
  },
  sources: {
    fi: 'Lisää ainakin yksi lähde. Vain oma tiedote voi olla ilman lähdettä.',
    sv: 'Lägg till minst en källa. Bara ett eget meddelande kan vara utan källa.',
    en: 'Add at least one source. Only news of our own may have none.',
  },
  'own-original': {
    fi: 'Poista tämä: oma tiedote ei ole selostus muusta tekstistä. Jos on, vaihda laji.',
    sv: 'Ta bort det här: ett eget meddelande är inget referat. Om det är det, byt typ.',
    en: 'Remove this: news of our own is no account of another text. If it is one, change the kind.',
  },
  'newest-first': {
    fi: 'Järjestä muutokset uusimmasta vanhimpaan, yksi kohta päivää kohti.',
    sv: 'Ordna ändringarna från den nyaste till den äldsta, en punkt per dag.',
    en: 'Put the newest change first, one entry a day.',
  },
  date: {
    fi: 'Kirjoita päivämäärä, joka on olemassa, muodossa vuosi-kuukausi-päivä: 2026-11-24, 2026-11 tai 2026.',
    sv: 'Skriv ett datum som finns, i formen år-månad-dag: 2026-11-24, 2026-11 eller 2026.',
    en: 'Write a date that exists, in the form year-month-day: 2026-11-24, 2026-11 or 2026.',
  },
  day: {
    fi: 'Kirjoita päivä, joka on olemassa, muodossa vuosi-kuukausi-päivä: 2026-11-24.',
    sv: 'Skriv en dag som finns, i formen år-månad-dag: 2026-11-24.',
    en: 'Write a day that exists, in the form year-month-day: 2026-11-24.',
  },
  'publication-time': {
    fi: 'Kirjoita päivä tai kellonaika, joka on olemassa: 2026, 2026-12, 2026-12-01 tai 2026-12-01T09:00 (Helsingin aikaa; ei tuntia, jolloin kelloja siirretään).',
    sv: 'Skriv en dag eller ett klockslag som finns: 2026, 2026-12, 2026-12-01 eller 2026-12-01T09:00 (Helsingforstid; inte timmen då klockorna ställs om).',
    en: 'Write a day or a time that exists: 2026, 2026-12, 2026-12-01 or 2026-12-01T09:00 (in Helsinki; not the hour in which clocks are changed).',
  },
  'site-url': {
    fi: 'Kirjoita https:// ja palvelimen nimi pienin kirjaimin, ja tarvittaessa polku, jossa on vain kirjaimia a–z, numeroita, pisteitä ja viivoja: https://esimerkki.fi tai https://esimerkki.fi/palvelut.',
    sv: 'Skriv https:// och serverns namn med små bokstäver, och vid behov en sökväg med bara bokstäverna a–z, siffror, punkter och streck: https://exempel.fi eller https://exempel.fi/tjanster.',
    en: 'Write https:// and the name of the host in small letters, and a path where there is one, of the letters a–z, digits, dots and dashes: https://example.fi or https://example.fi/services.',
  },
  'https-url': {
    fi: 'Kirjoita koko osoite ilman välilyöntejä. Sen alussa on https://.',
    sv: 'Skriv hela adressen utan mellanslag. Den börjar med https://.',
    en: 'Write the whole address, beginning with https://, without spaces.',
  },
  phone: {
    fi: 'Kirjoita numero maatunnuksen kanssa, vain numeroita ja tavallisia välilyöntejä: +358 9 771 2000.',
    sv: 'Skriv numret med landsnummer, bara siffror och vanliga mellanslag: +358 9 771 2000.',
    en: 'Write the number with the country code, only digits and ordinary spaces: +358 9 771 2000.',
  },
  email: {
    fi: 'Kirjoita sähköpostiosoite muodossa nimi@kuntaliitto.fi.',
    sv: 'Skriv e-postadressen i formen namn@kommunforbundet.fi.',
    en: 'Write the e-mail address in the form name@kuntaliitto.fi.',
  },
  'email-pattern': {
    fi: 'Osoite on vain malli. Kirjoita osoite, joka on olemassa.',
    sv: 'Adressen är bara en mall. Skriv en adress som finns.',
    en: 'The address is only a pattern. Write one that exists.',
  },
  'email-domain': {
    fi: `Käytä Kuntaliiton tai Helsingin kaupungin osoitetta: ${oneOfDomains('fi')}.`,
    sv: `Använd Kommunförbundets eller Helsingfors stads adress: ${oneOfDomains('sv')}.`,
    en: `Use an address of Kuntaliitto or the City of Helsinki: ${oneOfDomains('en-GB')}.`,
  },
  'mailbox-or-page': {
    fi: 'Kirjoita Kuntaliiton tai Helsingin kaupungin sähköpostiosoite muodossa nimi@kuntaliitto.fi tai verkkosivun koko osoite, joka alkaa https://.',
    sv: 'Skriv en e-postadress hos Kommunförbundet eller Helsingfors stad i formen namn@kommunforbundet.fi eller en webbsidas hela adress, som börjar med https://.',
    en: 'Write an e-mail address of Kuntaliitto or the City of Helsinki in the form name@kuntaliitto.fi, or the whole address of a page, beginning with https://.',
  },
  'source-title': {
    fi: `Kirjoita nimi yhdellä kielellä, sivun omalla: ${editorLanguages.join(', ')}.`,
    sv: `Skriv namnet på ett språk, sidans eget: ${editorLanguages.join(', ')}.`,
    en: `Write the name in one language, that of the page: ${editorLanguages.join(', ')}.`,
  },
  'one-language': {
    fi: `Täytä ainakin yksi kielistä: ${languages.join(', ')}.`,
    sv: `Fyll i åtminstone ett av språken: ${languages.join(', ')}.`,
    en: `Fill in at least one of the languages: ${languages.join(', ')}.`,
  },
  divisions: {
    fi: 'Nimeä toimialat, joille palvelu on. Jos se on kaikille, kerro se kentässä everybody.',
    sv: 'Nämn sektorerna som tjänsten är för. Om den är för alla, berätta det i fältet everybody.',
    en: 'Name the divisions that it is for. When it is for all, say so in the field everybody.',
  },
  'channel-target': {
    fi: 'Poista tämä: se ei kuulu tähän tapaan saada palvelu.',
    sv: 'Ta bort det här: det hör inte till det här sättet att få tjänsten.',
    en: 'Remove this: it does not belong to this way of getting the service.',
  },
} as const satisfies Record<string, Sentence>;

export type FieldRule = keyof typeof fieldRules;
