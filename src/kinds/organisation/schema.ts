import { z } from 'zod';
import {
  asked,
  choice,
  field,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  shared,
  withoutRepetition,
} from '../../schema/fields.ts';
import type { Content } from '../../model/content.ts';
import { lookup, required } from '../../model/lookup.ts';
import type { Sentence } from '../../schema/sentences.ts';
import { words } from '../../i18n/words.ts';

/** What people ask about, in the order of the page; readers see the same names. */
export const helpTopics = Object.keys(words.fi.helpTopics) as (keyof typeof words.fi.helpTopics)[];
const topic = choice(
  Object.fromEntries(
    helpTopics.map((key) => [
      key,
      { fi: words.fi.helpTopics[key].title, sv: words.sv.helpTopics[key].title, en: key },
    ]),
  ) as Record<(typeof helpTopics)[number], Sentence>,
);

/** An organisation that helps with what is not Kuntaliitto's: `organisations/<id>.yaml`. */
export const organisation = z.strictObject({
  name: field(
    {
      fi: 'Organisaation nimi kummallakin kielellä.',
      sv: 'Organisationens namn på båda språken.',
      en: 'Name of the organisation in both languages.',
    },
    inEveryLanguage(line(120)),
  ),
  topics: field(
    {
      fi: 'Mistä siltä kysytään, tärkein ensin.',
      sv: 'Vad man frågar den om, det viktigaste först.',
      en: 'What people ask it about, the most important first.',
    },
    withoutRepetition(z.array(topic).min(1).max(3)),
  ),
  helpsWith: field(
    {
      fi: 'Missä se auttaa kaupungin työntekijää, yhdellä virkkeellä.',
      sv: 'Vad den hjälper en anställd i staden med, i en mening.',
      en: 'What it helps an employee of the city with, in one sentence.',
    },
    inEveryLanguage(line(250)),
  ),
  forWhom: field(
    {
      fi: 'Ketä se palvelee ja mistä kysyt ensin.',
      sv: 'Vem den betjänar och var du frågar först.',
      en: 'Whom it serves, and where to ask first.',
    },
    inEveryLanguage(line(200)).optional(),
  ),
  url: field(
    {
      fi: 'Sen oma sivu, niillä kielillä joilla se on.',
      sv: 'Dess egen sida, på de språk som den finns på.',
      en: 'Its own page, in the languages that have one.',
    },
    inSomeLanguage(httpsUrl).optional(),
  ),
  keywords: field(
    {
      fi: 'Sanat, joilla sen asioita haetaan, myös vanhat nimet ja lyhenteet.',
      sv: 'Ord som man söker dess frågor med, också gamla namn och förkortningar.',
      en: 'Words by which people look for it, former names and abbreviations too.',
    },
    inEveryLanguage(withoutRepetition(z.array(line(60)).min(1).max(30))),
  ),
  asked: asked.optional(),
  since: field(
    {
      fi: 'Mikä sen nimessä tai tehtävissä on muuttunut ja milloin.',
      sv: 'Vad som har ändrats i dess namn eller uppgifter, och när.',
      en: 'What has changed in its name or duties, and when.',
    },
    inEveryLanguage(line(250)).optional(),
  ),
  sources: shared.sources,
  asOf: shared.asOf,
  reviewed: shared.reviewed,
});
export type Organisation = z.infer<typeof organisation>;

export type OrganisationEntry = Organisation & { id: string };
/** Whether it is the city's own: an employee asks there first. */
export const isOfCity = ({ topics: [first] }: Organisation): boolean =>
  first === 'city' || first === 'residents';

const findOrganisation = lookup<OrganisationEntry>(({ id }) => id);
export const organisationById = ({ organisations }: Content, id: string): OrganisationEntry =>
  required(findOrganisation(organisations, id), `Organisation "${id}"`);

declare module '../../model/content.ts' {
  interface Entries {
    organisations: OrganisationEntry;
  }
}
