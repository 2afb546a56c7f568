import { z } from 'zod';
import {
  entryId, httpsUrl, inBothLanguages, inSomeLanguage, line, pageText, publicationTime, source, summaryIsTitle, summarySaysMore,
  withoutRepetition,
} from './fields.ts';

/** Facts of an announcement that have no language: `announcement.yaml`. */
export const announcement = z.strictObject({
  /**
   * When it was published, never more exact than known: 2020, 2020-06 or 2020-06-15.
   * A time ahead, 2026-12-01T09:00 in Helsinki, keeps it off the site until then.
   */
  published: publicationTime,
  /** press-release: our account of a release; news: our own text from several sources. */
  kind: z.enum(['press-release', 'news']),
  /** Whom to ask: names of files in `contacts`. */
  contacts: withoutRepetition(z.array(entryId)),
  /** Services that the announcement speaks of. */
  services: withoutRepetition(z.array(entryId)),
  /** The text that this is an account of: its own title and address, in the languages that have one. */
  original: inSomeLanguage(
    z.strictObject({
      /** Title of the original, as its publisher wrote it. */
      title: line(200).optional(),
      /** Address of the original. */
      url: httpsUrl,
    }),
  ).optional(),
  /** Who published the original. */
  publisher: inBothLanguages(line(100)).optional(),
  /** Where the facts are from; at least one. */
  sources: z.array(source).min(1),
  /** Figures that the page draws. */
  figures: z
    .array(
      z.strictObject({
        /** The number itself. */
        value: z.number(),
        /** Its unit, for example %. A figure in per cent is drawn as a bar of the whole. */
        unit: line(20),
        /** What the number says, in one sentence. */
        label: inBothLanguages(line(200)),
      }),
    )
    .optional(),
});
export type Announcement = z.infer<typeof announcement>;

/** The text of an announcement in one language. */
export const announcementText = pageText
  .extend({
    /** Three to five short sentences that tell the whole. */
    keyPoints: z.array(line(250)).min(3).max(5),
  })
  .refine(summarySaysMore, summaryIsTitle);
export type AnnouncementText = z.infer<typeof announcementText>;
