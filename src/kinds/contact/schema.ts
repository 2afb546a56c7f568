import { z } from 'zod';
import {
  choice,
  day,
  email,
  field,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  phone,
  shared,
} from '../../schema/fields.ts';

const kind = {
  fi: 'Onko tämä henkilö vai yksikkö.',
  sv: 'Om det här är en person eller en enhet.',
  en: 'Whether this is a person or a unit.',
};
const meanings = {
  person: { fi: 'henkilö', sv: 'en person', en: 'a person' },
  unit: { fi: 'yksikkö', sv: 'en enhet', en: 'a unit' },
};
export const contactKinds = choice(meanings);

const commonFields = {
  title: field(
    {
      fi: 'Mikä henkilö tai yksikkö on tai mitä se tekee, yhdellä rivillä.',
      sv: 'Vad personen eller enheten är eller gör, på en rad.',
      en: 'What the person or unit is or does, in one line.',
    },
    inEveryLanguage(line(150)),
    { fi: 'Tehtävä', sv: 'Befattning eller uppgift', en: 'Position' },
  ),
  organisation: field(
    {
      fi: 'Organisaatio sillä nimellä, jota kukin kieli käyttää.',
      sv: 'Organisationen med det namn som språket använder.',
      en: 'The organisation, by the name that the language uses.',
    },
    inEveryLanguage(line(100)),
  ),
  phone: field(
    {
      fi: 'Puhelinnumero, esimerkiksi +358 9 771 2000.',
      sv: 'Telefonnummer, till exempel +358 9 771 2000.',
      en: 'Telephone number, for example +358 9 771 2000.',
    },
    phone.optional(),
  ),
  email: field(
    {
      fi: 'Sähköpostiosoite: yksi kaikille kielille tai oma kullekin.',
      sv: 'E-postadress: en för alla språk eller en för vart och ett.',
      en: 'Mailbox: one for all languages, or one for each.',
    },
    z.union([email, inSomeLanguage(email)]).optional(),
  ),
  address: field(
    {
      fi: 'Käynti- tai postiosoite.',
      sv: 'Besöks- eller postadress.',
      en: 'Visiting or postal address.',
    },
    inEveryLanguage(line(200)).optional(),
    { fi: 'Käynti- tai postiosoite', sv: 'Besöks- eller postadress', en: 'Visiting or postal address' },
  ),
  form: field(
    {
      fi: 'Lomake, jolla kysytään.',
      sv: 'Formuläret som man frågar med.',
      en: 'The form to ask with.',
    },
    inSomeLanguage(httpsUrl).optional(),
  ),
  responseTime: field(
    {
      fi: 'Milloin vastaus tulee, esimerkiksi ”kahdessa arkipäivässä”.',
      sv: 'När svaret kommer, till exempel ”inom två vardagar”.',
      en: 'When the answer comes, for example ”within two working days”.',
    },
    inEveryLanguage(line(100)).optional(),
  ),
  url: field(
    {
      fi: 'Sivu, joka kertoo, miten yhteyden saa.',
      sv: 'En sida som berättar hur man får kontakt.',
      en: 'A page that tells how to get in touch.',
    },
    inSomeLanguage(httpsUrl).optional(),
  ),
  asOf: shared.asOf,
  reviewed: field(
    {
      fi: 'Päivä, jona joku on viimeksi verrannut tiedot lähteisiin.',
      sv: 'Dagen då någon senast jämförde uppgifterna med källorna.',
      en: 'The day when somebody last compared the data with its sources.',
    },
    day.optional(),
  ),
  note: field(
    {
      fi: 'Mitä lukijan pitää tietää näistä tiedoista.',
      sv: 'Vad läsaren ska veta om uppgifterna.',
      en: 'What the reader should know about the data.',
    },
    inEveryLanguage(line(300)).optional(),
  ),
  sources: shared.sources,
  order: field(
    {
      fi: 'Paikka luettelossa: pienet luvut ensin.',
      sv: 'Plats i listan: små tal först.',
      en: 'Place in the directory: small numbers first.',
    },
    z.number().int(),
  ),
  historical: field(
    {
      fi: 'Täytä, kun tiedot ovat vanhentuneet tai luultavasti ovat: yksi virke siitä, mitä tiedetään.',
      sv: 'Fyll i när uppgifterna är föråldrade eller troligen är det: en mening om vad man vet.',
      en: 'Fill in when the data is known to be out of date or likely to be: one sentence on what is known.',
    },
    inEveryLanguage(line(300)).optional(),
  ),
};

/** A person or a unit in the directory: `contacts/<id>.yaml`. The id of a person is the name as a slug. */
export const contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: field(kind, z.literal('person').meta({ meanings })),
    name: field(
      {
        fi: 'Etunimi ja sukunimi.',
        sv: 'Förnamn och efternamn.',
        en: 'First name and surname.',
      },
      line(100),
    ),
    ...commonFields,
  }),
  z.strictObject({
    kind: field(kind, z.literal('unit').meta({ meanings })),
    name: field(
      {
        fi: 'Yksikön nimi kummallakin kielellä.',
        sv: 'Enhetens namn på båda språken.',
        en: 'Name of the unit in both languages.',
      },
      inEveryLanguage(line(100)),
    ),
    ...commonFields,
  }),
]);
export type Contact = z.infer<typeof contact>;

export type ContactEntry = Contact & { id: string };
declare module '../../model/content.ts' {
  interface Entries {
    contacts: ContactEntry;
  }
}
