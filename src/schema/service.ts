import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import {
  broken, day, email, entryId, factsAsOf, httpsUrl, inBothLanguages, inSomeLanguage, line, pageText, source,
  summaryIsTitle, summarySaysMore, withoutRepetition,
} from './fields.ts';

const channelKinds = ['web', 'form', 'email', 'event', 'advice-service'] as const;

/** One way to get the service. Only what a source speaks of; `advice-service` is the route when no other is known. */
const channel = z
  .strictObject({
    /** web (a page), form, email, event, or advice-service (Kuntaliitto's general advice). */
    kind: z.enum(channelKinds),
    /** The page, form or event, in the languages that have one. */
    url: inSomeLanguage(httpsUrl).optional(),
    /** The mailbox, in the languages that have one. */
    email: inSomeLanguage(email).optional(),
    /** How old the knowledge of this channel is. */
    asOf: factsAsOf.optional(),
  })
  .refine((it) => Boolean(it.email) === (it.kind === 'email'), broken('channel-target'))
  .refine((it) => Boolean(it.url) === ['web', 'form', 'event'].includes(it.kind), broken('channel-target'));
export type Channel = z.infer<typeof channel>;

/** Facts of a service that have no language: `service.yaml`. */
export const service = z.strictObject({
  /** What sort of help it is: a key of `kinds` in vocabulary.yaml. */
  kind: entryId,
  /** One to four keys of `themes` in vocabulary.yaml, the most important first. */
  themes: withoutRepetition(z.array(entryId).min(1).max(4)),
  /** Who in the city uses it: keys of `divisions` in vocabulary.yaml. */
  divisions: withoutRepetition(z.array(entryId).min(1)),
  /** What it costs: a key of `prices` in vocabulary.yaml. */
  price: entryId,
  /** Languages in which the service is known to be given. */
  languages: withoutRepetition(z.array(z.enum(languages)).min(1)),
  /** How to get it; at least one way. */
  channels: z.array(channel).min(1),
  /** Who answers: names of files in `contacts`. */
  contacts: withoutRepetition(z.array(entryId)),
  /** Two to four other services that help in the same need. */
  related: withoutRepetition(z.array(entryId).min(2).max(4)),
  /** Kuntaliitto's own page about it, in the languages that have one. */
  links: inSomeLanguage(httpsUrl).optional(),
  /** Where the facts are from; at least one. */
  sources: z.array(source).min(1),
  /** The newest date that the sources give, or `undated`. */
  asOf: factsAsOf,
  /** The day when somebody last compared the page with its sources. */
  reviewed: day,
  /** Fill in when the service is no longer offered: the page stays and tells why and what to use instead. */
  withdrawn: z
    .strictObject({
      /** The day of the withdrawal. */
      date: day,
      /** Why, in one sentence. */
      reason: inBothLanguages(line(300)),
      /** The service to use instead. */
      successor: entryId.optional(),
    })
    .optional(),
});
export type Service = z.infer<typeof service>;

/** The text of a service in one language: `fi.md`, `sv.md`. */
export const serviceText = pageText.refine(summarySaysMore, summaryIsTitle);
export type ServiceText = z.infer<typeof serviceText>;
