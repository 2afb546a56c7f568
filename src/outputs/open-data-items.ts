import { z } from 'zod';
import { announcement } from '../kinds/announcement/schema.ts';
import { contact } from '../kinds/contact/schema.ts';
import { field, httpsUrl, inEveryLanguage, pageText, publicationTime, shared } from '../schema/fields.ts';
import { service } from '../kinds/service/schema.ts';
import { vocabularyList } from '../schema/site-files.ts';

const id = field(
  {
    fi: 'Tunnus, joka ei muutu.',
    sv: 'Id som inte ändras.',
    en: 'Name that never changes.',
  },
  z.string(),
);
const titles = field(
  {
    fi: 'Otsikko kummallakin kielellä.',
    sv: 'Rubriken på båda språken.',
    en: 'Title in both languages.',
  },
  inEveryLanguage(pageText.shape.title),
);
const summaries = field(
  {
    fi: 'Tiivistelmä, enintään 150 merkkiä.',
    sv: 'Sammanfattning, högst 150 tecken.',
    en: 'Summary of at most 150 characters.',
  },
  inEveryLanguage(pageText.shape.summary),
);
const urls = field(
  {
    fi: 'Sivun osoite kummallakin kielellä.',
    sv: 'Sidans adress på båda språken.',
    en: 'Address of the page in both languages.',
  },
  inEveryLanguage(httpsUrl),
);
const contacts = field(
  {
    fi: 'Keneltä kysytään: tunnuksia tiedostosta contacts.',
    sv: 'Vem man frågar: id:n i filen contacts.',
    en: 'Whom to ask: names in the file contacts.',
  },
  z.array(z.string()),
);
const sources = field(
  {
    fi: 'Lähteet: sivun osoite ja vuosi, josta sivu kertoo. undated on true, jos sivulla ei ole päiväystä; vuosi on silloin se, jona sivu luettiin.',
    sv: 'Källor: sidans adress och året som sidan berättar om. undated är true om sidan saknar datum; året är då det då sidan lästes.',
    en: 'Sources: address of the page and the year that it speaks of. undated is true where the page shows no date; the year is then the one when it was read.',
  },
  shared.sources,
);
const asOf = field(
  {
    fi: 'Miltä vuodelta, kuukaudelta tai päivältä tuorein tieto on; undated, jos sitä ei tiedetä.',
    sv: 'Från vilket år, vilken månad eller dag den nyaste uppgiften är; undated om man inte vet.',
    en: 'The year, month or day of the newest fact; undated where it is not known.',
  },
  shared.asOf,
);
const changes = {
  fi: 'päivä ja virke kummallakin kielellä, uusin ensin.',
  sv: 'dagen och en mening på båda språken, den nyaste först.',
  en: 'the day and a sentence in both languages, newest first.',
};
const [{ shape: person }] = contact.options;

/**
 * The schema of one item of each open data file, with a sentence on each field for consumers. The JSON
 * Schemas, the columns of the CSV files and the table on the page about open data are derived from it. Fields
 * are only added, never renamed or removed.
 */
export const openDataItems = {
  services: z.strictObject({
    id,
    kind: field(
      {
        fi: 'Palvelun laji: tunnus tiedostosta vocabulary, luettelo kinds.',
        sv: 'Typ av tjänst: id i filen vocabulary, listan kinds.',
        en: 'What sort of help it is: a name in the file vocabulary, list kinds.',
      },
      service.shape.kind,
    ),
    themes: field(
      {
        fi: 'Aiheet, tärkein ensin: luettelo themes.',
        sv: 'Ämnen, det viktigaste först: listan themes.',
        en: 'Themes, the most important first: list themes.',
      },
      service.shape.themes,
    ),
    divisions: field(
      {
        fi: 'Ketkä kaupungilla käyttävät palvelua: luettelo divisions.',
        sv: 'Vilka i staden som använder tjänsten: listan divisions.',
        en: 'Who in the city uses it: list divisions.',
      },
      service.shape.divisions,
    ),
    price: field(
      {
        fi: 'Hinta: luettelo prices.',
        sv: 'Pris: listan prices.',
        en: 'Price: list prices.',
      },
      service.shape.price,
    ),
    priceNote: field(
      {
        fi: 'Mitä hinnasta on tiedettävä, jos se ei ole lajin tavallinen.',
        sv: 'Vad man behöver veta om priset när det inte är det vanliga för typen.',
        en: 'What to know of the price where it is not the usual one of the kind.',
      },
      service.shape.priceNote,
    ),
    languages: field(
      {
        fi: 'Kielet, joilla palvelua tiedetään saavan.',
        sv: 'Språk som man vet att tjänsten ges på.',
        en: 'Languages in which the service is known to be given.',
      },
      service.shape.languages,
    ),
    titles,
    summaries,
    keywords: field(
      {
        fi: 'Hakusanat kummallakin kielellä.',
        sv: 'Sökord på båda språken.',
        en: 'Search words in both languages.',
      },
      inEveryLanguage(pageText.shape.keywords),
    ),
    urls,
    channels: field(
      {
        fi: 'Miten palvelun saa: tapa (kind), osoite (url) tai sähköposti (email) niillä kielillä joilla se on, ja tiedon ikä (asOf).',
        sv: 'Hur man får tjänsten: sättet (kind), adressen (url) eller e-posten (email) på de språk som finns, och uppgiftens ålder (asOf).',
        en: 'How to get it: the way (kind), its address (url) or mailbox (email) in the languages that have one, and how old that knowledge is (asOf).',
      },
      service.shape.channels,
    ),
    contacts,
    related: field(
      {
        fi: 'Palvelut, jotka auttavat samassa tarpeessa: tunnuksia.',
        sv: 'Tjänster som hjälper i samma behov: id:n.',
        en: 'Services that help in the same need: their names.',
      },
      service.shape.related,
    ),
    sources,
    asOf,
    reviewed: field(
      {
        fi: 'Päivä, jona sivua on viimeksi verrattu lähteisiin.',
        sv: 'Dagen då sidan senast jämfördes med källorna.',
        en: 'The day when the page was last compared with its sources.',
      },
      service.shape.reviewed,
    ),
    changes: field(
      {
        fi: `Mitä palvelussa on muuttunut: ${changes.fi}`,
        sv: `Vad som har ändrats i tjänsten: ${changes.sv}`,
        en: `What has changed in the service: ${changes.en}`,
      },
      service.shape.changes,
    ),
    withdrawn: field(
      {
        fi: 'Vain päättyneellä palvelulla: päivä, syy ja palvelu, jota käyttää sen sijaan.',
        sv: 'Bara för en tjänst som har upphört: dagen, orsaken och tjänsten som används i stället.',
        en: 'Only of a service that has ended: the day, the reason, and the service to use instead.',
      },
      service.shape.withdrawn,
    ),
  }),
  announcements: z.strictObject({
    id,
    published: field(
      {
        fi: 'Milloin se julkaistiin, niin tarkasti kuin tiedetään: vuosi, kuukausi, päivä tai päivä ja kellonaika Helsingissä.',
        sv: 'När det publicerades, så noga som man vet: år, månad, dag eller dag och klockslag i Helsingfors.',
        en: 'When it was published, as exactly as known: year, month, day, or day and time in Helsinki.',
      },
      publicationTime,
    ),
    kind: field(
      {
        fi: 'press-release (selostus tiedotteesta) tai news (uutinen).',
        sv: 'press-release (referat av ett pressmeddelande) eller news (nyhet).',
        en: 'press-release (an account of one) or news.',
      },
      announcement.shape.kind,
    ),
    titles,
    summaries,
    urls,
    contacts,
    services: field(
      {
        fi: 'Palvelut, joista tiedote kertoo: tunnuksia.',
        sv: 'Tjänster som meddelandet handlar om: id:n.',
        en: 'Services that the announcement speaks of: their names.',
      },
      announcement.shape.services,
    ),
    sources,
    corrections: field(
      {
        fi: `Mitä on korjattu julkaisun jälkeen: ${changes.fi}`,
        sv: `Vad som har rättats efter publiceringen: ${changes.sv}`,
        en: `What was corrected after it was published: ${changes.en}`,
      },
      announcement.shape.corrections,
    ),
  }),
  contacts: z.strictObject({
    id,
    kind: field(
      {
        fi: 'person (henkilö) tai unit (yksikkö).',
        sv: 'person eller unit (enhet).',
        en: 'person or unit.',
      },
      z.enum(['person', 'unit']),
    ),
    names: field(
      {
        fi: 'Nimi kummallakin kielellä.',
        sv: 'Namnet på båda språken.',
        en: 'Name in both languages.',
      },
      inEveryLanguage(person.name),
    ),
    title: field(
      {
        fi: 'Mikä henkilö tai yksikkö on tai mitä se tekee.',
        sv: 'Vad personen eller enheten är eller gör.',
        en: 'What the person or unit is or does.',
      },
      person.title,
    ),
    organisation: field(
      {
        fi: 'Organisaatio.',
        sv: 'Organisationen.',
        en: 'The organisation.',
      },
      person.organisation,
    ),
    phone: field(
      {
        fi: 'Puhelinnumero kansainvälisessä muodossa.',
        sv: 'Telefonnumret i internationell form.',
        en: 'Telephone number in the international form.',
      },
      person.phone,
    ),
    email: field(
      {
        fi: 'Sähköposti: yksi yhteinen tai oma kummallekin kielelle.',
        sv: 'E-post: en gemensam eller en för vartdera språket.',
        en: 'Mailbox: one for all, or one for each language.',
      },
      person.email,
    ),
    address: field(
      {
        fi: 'Käynti- tai postiosoite.',
        sv: 'Besöks- eller postadress.',
        en: 'Visiting or postal address.',
      },
      person.address,
    ),
    url: field(
      {
        fi: 'Lomake tai sivu, jonka kautta yhteyden saa.',
        sv: 'Ett formulär eller en sida för kontakt.',
        en: 'A form or page through which to get in touch.',
      },
      person.url,
    ),
    urls,
    asOf,
    historical: field(
      {
        fi: 'Vain vanhalla tiedolla: mitä siitä tiedetään. Älä näytä tietoa ilman tätä.',
        sv: 'Bara för en gammal uppgift: vad man vet om den. Visa inte uppgiften utan det här.',
        en: 'Only of data that is out of date: what is known of it. Do not show the data without it.',
      },
      person.historical,
    ),
    note: field(
      {
        fi: 'Mitä lukijan on hyvä tietää tiedosta.',
        sv: 'Vad läsaren bör veta om uppgiften.',
        en: 'What the reader should know about the data.',
      },
      person.note,
    ),
    sources,
  }),
  vocabulary: z.strictObject({
    list: field(
      {
        fi: 'Luettelo: themes (aiheet), divisions (toimialat), kinds (palvelujen lajit) tai prices (hinnat).',
        sv: 'Lista: themes (ämnen), divisions (sektorer), kinds (typer av tjänster) eller prices (priser).',
        en: 'The list: themes, divisions, kinds or prices.',
      },
      vocabularyList,
    ),
    id,
    names: field(
      {
        fi: 'Nimi kummallakin kielellä.',
        sv: 'Namnet på båda språken.',
        en: 'Name in both languages.',
      },
      inEveryLanguage(z.string()),
    ),
    descriptions: field(
      {
        fi: 'Selitys yhdellä rivillä.',
        sv: 'Förklaring på en rad.',
        en: 'Explanation in one line.',
      },
      inEveryLanguage(z.string()),
    ),
  }),
};
export type OpenDataFile = keyof typeof openDataItems;
export type OpenDataItem<File extends OpenDataFile> = z.infer<(typeof openDataItems)[File]>;
export const openDataFiles = Object.keys(openDataItems) as OpenDataFile[];
