import { z } from 'zod';
import { languages } from '../../i18n/languages.ts';
import {
  type Asked,
  broken,
  changes,
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
  withoutRepetition,
} from '../../schema/fields.ts';
import type { Entry } from '../../model/content.ts';

const channelKinds = ['web', 'form', 'email', 'event', 'advice-service'] as const;

/**
 * One way to get the service, only if a source mentions it; `advice-service` is the fallback when no other is
 * known.
 */
const channel = z
  .strictObject({
    kind: field(
      {
        fi: 'web (sivu), form (lomake), email (sähköposti), event (tapahtuma) tai advice-service (Kuntaliiton yleinen neuvonta).',
        sv: 'web (en sida), form (ett formulär), email (e-post), event (ett evenemang) eller advice-service (Kommunförbundets allmänna rådgivning).',
        en: "web (a page), form, email, event, or advice-service (Kuntaliitto's general advice).",
      },
      z.enum(channelKinds),
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
  .refine(({ kind, email }) => Boolean(email) === (kind === 'email'), broken('channel-target'))
  .refine(
    ({ kind, url }) => Boolean(url) === ['web', 'form', 'event'].includes(kind),
    broken('channel-target'),
  );
export type Channel = z.infer<typeof channel>;

/** Language-independent facts of a service: `service.yaml`. */
export const service = z
  .strictObject({
    kind: field(
      {
        fi: 'Millaista apua palvelu on: avain luettelosta kinds tiedostossa vocabulary.yaml.',
        sv: 'Vilket slags hjälp tjänsten är: en nyckel i listan kinds i vocabulary.yaml.',
        en: 'What sort of help it is: a key of the list kinds in vocabulary.yaml.',
      },
      reference('kinds'),
    ),
    themes: field(
      {
        fi: 'Yhdestä neljään aihetta, tärkein ensin: avaimia luettelosta themes tiedostossa vocabulary.yaml.',
        sv: 'Ett till fyra ämnen, det viktigaste först: nycklar i listan themes i vocabulary.yaml.',
        en: 'One to four themes, the most important first: keys of the list themes in vocabulary.yaml.',
      },
      withoutRepetition(z.array(reference('themes')).min(1).max(4)),
    ),
    divisions: field(
      {
        fi: 'Ketkä kaupungilla käyttävät palvelua: avaimia luettelosta divisions tiedostossa vocabulary.yaml.',
        sv: 'Vilka i staden som använder tjänsten: nycklar i listan divisions i vocabulary.yaml.',
        en: 'Who in the city uses it: keys of the list divisions in vocabulary.yaml.',
      },
      withoutRepetition(z.array(reference('divisions'))).default([]),
    ),
    everybody: field(
      {
        fi: 'true, kun palvelu on kaikille toimialoille: silloin divisions jää pois.',
        sv: 'true när tjänsten är för alla sektorer: då utelämnas divisions.',
        en: 'true when it is for every division: divisions is then left out.',
      },
      z.literal(true).optional(),
    ),
    price: field(
      {
        fi: 'Mitä palvelu maksaa: avain luettelosta prices tiedostossa vocabulary.yaml.',
        sv: 'Vad tjänsten kostar: en nyckel i listan prices i vocabulary.yaml.',
        en: 'What it costs: a key of the list prices in vocabulary.yaml.',
      },
      reference('prices'),
    ),
    priceNote: field(
      {
        fi: 'Mitä lukijan pitää tietää hinnasta, yhdellä virkkeellä. Pakollinen, kun hinta ei ole lajin tavallinen tai se on unknown.',
        sv: 'Vad läsaren behöver veta om priset, i en mening. Obligatorisk när priset inte är det vanliga för typen eller är unknown.',
        en: 'What the reader must know of the price, in one sentence. Needed where the price is not the usual one of the kind, or unknown.',
      },
      inEveryLanguage(line(200)).optional(),
    ),
    languages: field(
      {
        fi: `Kielet, joilla palvelua tiedetään saavan: ${languages.join(', ')}.`,
        sv: `Språk som man vet att tjänsten ges på: ${languages.join(', ')}.`,
        en: `Languages in which the service is known to be given: ${languages.join(', ')}.`,
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
    contacts: shared.contacts,
    related: field(
      {
        fi: 'Kahdesta neljään muuta palvelua, jotka auttavat samassa tarpeessa: kansioiden nimiä.',
        sv: 'Två till fyra andra tjänster som hjälper i samma behov: namn på mappar.',
        en: 'Two to four other services that help in the same need: names of folders.',
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
              fi: 'Palvelu, jota käytetään sen sijaan: kansion nimi.',
              sv: 'Tjänsten som används i stället: mappens namn.',
              en: 'The service to use instead: the name of its folder.',
            },
            reference('services').optional(),
          ),
        })
        .optional(),
    ),
  })
  .refine(({ divisions, everybody }) => divisions.length > 0 || everybody === true, broken('divisions'));
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
