import { z } from 'zod';
import {
  date,
  field,
  httpsUrl,
  inEveryLanguage,
  line,
  pageText,
  shared,
  withoutRepetition,
} from '../../schema/fields.ts';
import type { Entry } from '../../model/content.ts';

/** Language-independent facts of a free page: `page.yaml`. */
export const page = z.strictObject({
  asOf: shared.asOf,
  reviewed: shared.reviewed,
  contacts: shared.contacts,
  sources: shared.sources,
  draft: shared.draft,
  unreviewed: field(
    {
      fi: 'Julkaisijan pitää vielä tarkistaa sivu: lukija näkee siitä huomautuksen, eikä sivustoa voi julkaista.',
      sv: 'Utgivaren ska ännu granska sidan: läsaren ser det, och webbplatsen kan inte publiceras.',
      en: 'The publisher must still review the page: readers are told, and the site cannot go public.',
    },
    z.boolean().optional(),
  ),
  timeline: field(
    {
      fi: 'Mitä merkintä <Timeline /> piirtää, vanhin ensin.',
      sv: 'Vad märket <Timeline /> ritar, det äldsta först.',
      en: 'What <Timeline /> draws, oldest first.',
    },
    z
      .array(
        z.strictObject({
          when: field(
            {
              fi: 'Milloin, ei koskaan tarkemmin kuin tiedetään.',
              sv: 'När, aldrig noggrannare än man vet.',
              en: 'When, never more exact than known.',
            },
            date,
          ),
          what: field(
            {
              fi: 'Mitä tapahtui, yhdellä tai kahdella virkkeellä.',
              sv: 'Vad som hände, i en eller två meningar.',
              en: 'What happened, in one or two sentences.',
            },
            inEveryLanguage(line(400)),
          ),
          source: field(
            {
              fi: 'Mistä se on luettu.',
              sv: 'Var det har lästs.',
              en: 'Where it was read.',
            },
            httpsUrl.optional(),
          ),
        }),
      )
      .optional(),
  ),
});
export type Page = z.infer<typeof page>;

/** The text of a free page in one language: `fi.mdx`, `sv.mdx`. */
export const freePageText = pageText.safeExtend({
  keywords: field(
    {
      fi: '3–10 sanaa, joilla haetaan, kun nimeä ei tiedetä: perusmuodossa ja tällä kielellä.',
      sv: '3–10 ord som man söker med när man inte vet namnet: i grundform och på det här språket.',
      en: '3–10 words that people type when they do not know the name; base forms, in this language.',
    },
    withoutRepetition(z.array(line(60)).min(3).max(10)),
  ),
});
export type FreePageText = z.infer<typeof freePageText>;

export type PageEntry = Entry<Page, FreePageText>;
declare module '../../model/content.ts' {
  interface Entries {
    pages: PageEntry;
  }
}
