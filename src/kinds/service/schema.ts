import { z } from 'zod';
import { languages } from '../../i18n/languages.ts';
import {
  type Asked,
  broken,
  changes,
  choice,
  day,
  email,
  factsAsOf,
  field,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  pageText,
  reference,
  shared,
  source,
  withoutRepetition,
} from '../../schema/fields.ts';
import type { Entry } from '../../model/content.ts';

const channelKind = choice({
  web: { fi: 'sivu', sv: 'en sida', en: 'a page' },
  form: { fi: 'lomake', sv: 'ett formulär', en: 'a form' },
  email: { fi: 'sähköposti', sv: 'e-post', en: 'e-mail' },
  event: { fi: 'tapahtuma', sv: 'ett evenemang', en: 'an event' },
  'advice-service': {
    fi: 'Kuntaliiton yleinen neuvonta',
    sv: 'Kommunförbundets allmänna rådgivning',
    en: "Kuntaliitto's general advice",
  },
});

/**
 * One way to get the service, only if a source mentions it; `advice-service` is the fallback when no other is
 * known.
 */
const channel = z
  .strictObject({
    kind: field(
      {
        fi: 'Mitä kautta palvelun saa.',
        sv: 'På vilket sätt man får tjänsten.',
        en: 'By which way it is given.',
      },
      channelKind,
    ),
    url: field(
      {
        fi: 'Sivu, lomake tai tapahtuma, niillä kielillä joilla se on.',
        sv: 'Sidan, formuläret eller evenemanget, på de språk som det finns på.',
        en: 'The page, form or event, in the languages that have one.',
      },
      inSomeLanguage(httpsUrl).optional(),
    ),
    email: field(
      {
        fi: 'Sähköpostiosoite, niillä kielillä joilla se on.',
        sv: 'E-postadressen, på de språk som har en.',
        en: 'The mailbox, in the languages that have one.',
      },
      inSomeLanguage(email).optional(),
    ),
    asOf: field(
      {
        fi: 'Miltä ajalta tieto tästä tavasta on, esimerkiksi 2025.',
        sv: 'Från vilken tid uppgiften om det här sättet är, till exempel 2025.',
        en: 'How old the knowledge of this way is, for example 2025.',
      },
      factsAsOf.optional(),
    ),
  })
  .superRefine((way, { addIssue }) => {
    const needed = { email: ['email'], url: ['web', 'form', 'event'] };
    for (const name of ['email', 'url'] as const) {
      const isNeeded = needed[name].includes(way.kind);
      if (isNeeded && !way[name]) addIssue({ code: 'custom', path: [name], message: 'missing' });
      if (!isNeeded && way[name]) {
        const { error: message, params } = broken('channel-target');
        addIssue({ code: 'custom', path: [name], message, params });
      }
    }
  });
export type Channel = z.infer<typeof channel>;

/** Language-independent facts of a service: `service.yaml`. */
export const service = z
  .strictObject({
    kind: field(
      {
        fi: 'Millaista apua palvelu on.',
        sv: 'Vilket slags hjälp tjänsten är.',
        en: 'What sort of help it is.',
      },
      reference('kinds'),
    ),
    themes: field(
      {
        fi: 'Yhdestä neljään aihetta, tärkein ensin.',
        sv: 'Ett till fyra ämnen, det viktigaste först.',
        en: 'One to four themes, the most important first.',
      },
      withoutRepetition(z.array(reference('themes')).min(1).max(4)),
    ),
    divisions: field(
      {
        fi: 'Mitkä kaupungin toimialat käyttävät palvelua.',
        sv: 'Vilka av stadens sektorer som använder tjänsten.',
        en: 'Which divisions of the city use it.',
      },
      withoutRepetition(z.array(reference('divisions'))).default([]),
    ),
    everybody: field(
      {
        fi: 'Palvelu on kaikille toimialoille. Silloin toimialoja ei luetella.',
        sv: 'Tjänsten är för alla sektorer. Då räknas sektorerna inte upp.',
        en: 'It is for every division. Divisions are then not listed.',
      },
      z.literal(true).optional(),
    ),
    price: field(
      {
        fi: 'Mitä palvelu maksaa.',
        sv: 'Vad tjänsten kostar.',
        en: 'What it costs.',
      },
      reference('prices'),
    ),
    priceNote: field(
      {
        fi: 'Mitä lukijan pitää tietää hinnasta, yhdellä virkkeellä. Pakollinen, kun hinta ei ole lajin tavallinen tai sitä ei tiedetä.',
        sv: 'Vad läsaren behöver veta om priset, i en mening. Obligatorisk när priset inte är det vanliga för typen eller är okänt.',
        en: 'What the reader must know of the price, in one sentence. Needed where the price is not the usual one of the kind, or unknown.',
      },
      inEveryLanguage(line(200)).optional(),
    ),
    languages: field(
      {
        fi: 'Kielet, joilla palvelua tiedetään saavan.',
        sv: 'Språk som man vet att tjänsten ges på.',
        en: 'Languages in which the service is known to be given.',
      },
      withoutRepetition(z.array(z.enum(languages)).min(1)),
    ),
    channels: field(
      {
        fi: 'Miten palvelun saa, paras tapa ensin; ainakin yksi.',
        sv: 'Hur man får tjänsten, det bästa sättet först; minst ett.',
        en: 'How to get it, the best way first; at least one.',
      },
      z.array(channel).min(1),
    ),
    askFirst: field(
      {
        fi: 'Keneltä muulta kysytään ensin, esimerkiksi kaupungilta. Linkki näkyy päälinkin yllä.',
        sv: 'Vem annan man frågar först, till exempel staden. Länken står ovanför huvudlänken.',
        en: 'Who else is to be asked first, for example the city. The link stands above the main one.',
      },
      reference('organisations').optional(),
    ),
    contacts: shared.contacts,
    related: field(
      {
        fi: 'Kahdesta neljään muuta palvelua, jotka auttavat samassa tarpeessa.',
        sv: 'Två till fyra andra tjänster som hjälper i samma behov.',
        en: 'Two to four other services that help in the same need.',
      },
      withoutRepetition(z.array(reference('services')).min(2).max(4)),
    ),
    links: field(
      {
        fi: 'Kuntaliiton oma sivu palvelusta, niillä kielillä joilla se on.',
        sv: 'Kommunförbundets egen sida om tjänsten, på de språk som har en.',
        en: "Kuntaliitto's own page about it, in the languages that have one.",
      },
      inSomeLanguage(httpsUrl).optional(),
    ),
    sources: shared.sources.min(1),
    asOf: shared.asOf,
    reviewed: shared.reviewed,
    draft: shared.draft,
    changes: field(
      {
        fi: 'Mitä palvelun käyttäjän pitää tietää muuttuneen, uusin ensin.',
        sv: 'Vad som har ändrats och som användaren behöver veta, det nyaste först.',
        en: 'What has changed that those who use the service should hear of, newest first.',
      },
      changes.optional(),
    ),
    ended: field(
      {
        fi: 'Vuosi, jona palvelu päättyi, jos siitä voi yhä lukea. Se pysyy luetteloissa ja haussa merkinnällä Päättynyt.',
        sv: 'Året då tjänsten upphörde, om man ännu kan läsa om den. Den står kvar i listorna och sökningen, märkt Avslutad.',
        en: 'The year in which it ended, if one can still read about it. It stays in the lists and the search, marked as ended.',
      },
      source.shape.year.optional(),
    ),
    withdrawn: field(
      {
        fi: 'Täytä, kun palvelua ei enää ole: sivu jää ja kertoo miksi ja mitä käyttää sen sijaan.',
        sv: 'Fyll i när tjänsten inte längre finns: sidan blir kvar och berättar varför och vad man använder i stället.',
        en: 'Fill in when the service is no longer offered: the page stays and tells why and what to use instead.',
      },
      z
        .strictObject({
          date: field(
            {
              fi: 'Päivä, josta alkaen palvelua ei ole. Siihen asti se on luetteloissa ja haussa.',
              sv: 'Dagen från vilken tjänsten inte finns. Till dess finns den i listorna och sökningen.',
              en: 'The day from which the service is no more. Until then it stays in the lists and the search.',
            },
            day,
          ),
          reason: field(
            {
              fi: 'Miksi, yhdellä virkkeellä.',
              sv: 'Varför, i en mening.',
              en: 'Why, in one sentence.',
            },
            inEveryLanguage(line(300)),
          ),
          successor: field(
            {
              fi: 'Palvelu, jota käytetään sen sijaan.',
              sv: 'Tjänsten som används i stället.',
              en: 'The service to use instead.',
            },
            reference('services').optional(),
          ),
        })
        .optional(),
    ),
  })
  .refine(({ divisions, everybody }) => divisions.length > 0 || everybody === true, {
    ...broken('divisions'),
    path: ['divisions'],
  });
export type Service = z.infer<typeof service>;

/** The text of a service in one language: `fi.md`, `sv.md`. */
export const serviceText = pageText.safeExtend({
  shortAnswers: field(
    {
      fi: 'Enintään kolme lyhyttä vastausta siihen, mitä tästä useimmin kysytään. Ne näkyvät kohdassa Lyhyesti.',
      sv: 'Högst tre korta svar på det som man oftast frågar om det här. De står under I korthet.',
      en: 'At most three short answers to what people ask most about it. They stand in the glance.',
    },
    withoutRepetition(z.array(line(160)).min(1).max(3)).optional(),
  ),
});
export type ServiceText = z.infer<typeof serviceText>;

export type ServiceEntry = Entry<Service, ServiceText> & { asked?: Asked };
declare module '../../model/content.ts' {
  interface Entries {
    services: ServiceEntry;
  }
}
