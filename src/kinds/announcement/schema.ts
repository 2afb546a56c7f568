import { z } from 'zod';
import {
  broken,
  changes,
  choice,
  field,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  pageText,
  publicationTime,
  reference,
  shared,
  withoutRepetition,
} from '../../schema/fields.ts';
import type { Entry } from '../../model/content.ts';

/** Language-independent facts of an announcement: `announcement.yaml`. */
export const announcement = z
  .strictObject({
    published: field(
      {
        fi: 'Milloin se julkaistiin, ei koskaan tarkemmin kuin tiedetään: 2020, 2020-06 tai 2020-06-15. Tuleva aika, esimerkiksi 2026-12-01T09:00 eli 1.12.2026 klo 9.00 Helsingin aikaa, pitää sen poissa sivustolta siihen asti.',
        sv: 'När det publicerades, aldrig noggrannare än man vet: 2020, 2020-06 eller 2020-06-15. En kommande tid, till exempel 2026-12-01T09:00, det vill säga 1.12.2026 kl. 9.00 Helsingforstid, håller det borta från webbplatsen tills dess.',
        en: 'When it was published, never more exact than known: 2020, 2020-06 or 2020-06-15. A time ahead, for example 2026-12-01T09:00, which is 1.12.2026 at 9:00 in Helsinki, keeps it off the site until then.',
      },
      publicationTime,
    ),
    kind: field(
      {
        fi: 'Kenen teksti se on. Vain oma tiedote voi olla ilman lähdettä.',
        sv: 'Vems text det är. Bara ett eget meddelande kan vara utan källa.',
        en: 'Whose text it is. Only news of our own may have no source.',
      },
      choice({
        own: { fi: 'oma tiedote', sv: 'eget meddelande', en: 'news of our own' },
        'press-release': {
          fi: 'selostus muun tiedotteesta',
          sv: 'referat av någon annans meddelande',
          en: 'our account of a release',
        },
        news: {
          fi: 'oma teksti useista lähteistä',
          sv: 'egen text ur flera källor',
          en: 'our text from several sources',
        },
      }),
    ),
    contacts: shared.contacts,
    services: field(
      {
        fi: 'Palvelut, joista tiedote kertoo.',
        sv: 'Tjänster som meddelandet handlar om.',
        en: 'Services that the announcement speaks of.',
      },
      withoutRepetition(z.array(reference('services'))),
    ),
    original: field(
      {
        fi: 'Teksti, josta tämä on selostus: sen oma otsikko ja osoite, niillä kielillä joilla se on.',
        sv: 'Texten som det här är ett referat av: dess egen rubrik och adress, på de språk som den finns på.',
        en: 'The text that this is an account of: its own title and address, in the languages that have one.',
      },
      inSomeLanguage(
        z.strictObject({
          title: field(
            {
              fi: 'Alkuperäisen otsikko julkaisijan kirjoittamana.',
              sv: 'Originalets rubrik så som utgivaren har skrivit den.',
              en: 'Title of the original, as its publisher wrote it.',
            },
            line(200).optional(),
          ),
          url: field(
            {
              fi: 'Alkuperäisen osoite.',
              sv: 'Originalets adress.',
              en: 'Address of the original.',
            },
            httpsUrl,
          ),
        }),
      ).optional(),
    ),
    publisher: field(
      {
        fi: 'Kuka julkaisi alkuperäisen.',
        sv: 'Vem som gav ut originalet.',
        en: 'Who published the original.',
      },
      inEveryLanguage(line(100)).optional(),
    ),
    sources: shared.sources.default([]),
    draft: shared.draft,
    corrections: field(
      {
        fi: 'Mitä julkaistussa tiedotteessa on korjattu, uusin ensin.',
        sv: 'Vad som har rättats i det publicerade meddelandet, det nyaste först.',
        en: 'What was corrected after it was published, newest first.',
      },
      changes.optional(),
    ),
    figures: field(
      {
        fi: 'Luvut, jotka sivu piirtää.',
        sv: 'Siffror som sidan ritar.',
        en: 'Figures that the page draws.',
      },
      z
        .array(
          z.strictObject({
            value: field(
              {
                fi: 'Itse luku.',
                sv: 'Själva talet.',
                en: 'The number itself.',
              },
              z.number(),
            ),
            unit: field(
              {
                fi: 'Luvun yksikkö, esimerkiksi %. Prosenttiluku piirretään palkkina kokonaisuudesta.',
                sv: 'Talets enhet, till exempel %. Ett procenttal ritas som en stapel av helheten.',
                en: 'Its unit, for example %. A figure in per cent is drawn as a bar of the whole.',
              },
              line(20),
            ),
            label: field(
              {
                fi: 'Mitä luku kertoo, yhdellä virkkeellä.',
                sv: 'Vad talet säger, i en mening.',
                en: 'What the number says, in one sentence.',
              },
              inEveryLanguage(line(200)),
            ),
          }),
        )
        .optional(),
    ),
  })
  .refine(({ kind, sources }) => kind === 'own' || sources.length > 0, {
    ...broken('sources'),
    path: ['sources'],
  })
  .refine(({ kind, original }) => kind !== 'own' || !original, {
    ...broken('own-original'),
    path: ['original'],
  });
export type Announcement = z.infer<typeof announcement>;

/** The text of an announcement in one language: `fi.md`, `sv.md`. */
export const announcementText = pageText.safeExtend({
  keyPoints: field(
    {
      fi: 'Kolmesta viiteen lyhyttä virkettä, jotka kertovat kaiken olennaisen.',
      sv: 'Tre till fem korta meningar som berättar det väsentliga.',
      en: 'Three to five short sentences that tell the whole.',
    },
    z.array(line(250)).min(3).max(5),
  ),
});
export type AnnouncementText = z.infer<typeof announcementText>;

export type AnnouncementEntry = Entry<Announcement, AnnouncementText>;
declare module '../../model/content.ts' {
  interface Entries {
    announcements: AnnouncementEntry;
  }
}
