import { z } from 'zod';
import {
  date, day, entryId, factsAsOf, httpsUrl, inBothLanguages, line, pageText, source, summaryIsTitle, summarySaysMore,
  withoutRepetition,
} from './fields.ts';

/** Facts of a free page that have no language: `page.yaml`. */
export const page = z.strictObject({
  /** The newest date that the sources give, or `undated`. */
  asOf: factsAsOf,
  /** The day when somebody last compared the page with its sources. */
  reviewed: day,
  /** Whom to ask: names of files in `contacts`. */
  contacts: withoutRepetition(z.array(entryId)),
  /** Where the facts are from. */
  sources: z.array(source),
  /** What `<Timeline />` draws, oldest first. */
  timeline: z
    .array(
      z.strictObject({
        /** When, never more exact than known. */
        when: date,
        /** What happened, in one or two sentences. */
        what: inBothLanguages(line(400)),
        /** Where it was read. */
        source: httpsUrl.optional(),
      }),
    )
    .optional(),
});
export type Page = z.infer<typeof page>;

/** The text of a free page in one language: `fi.mdx`, `sv.mdx`. */
export const freePageText = pageText
  .extend({ keywords: withoutRepetition(z.array(line(60)).min(3).max(10)) })
  .refine(summarySaysMore, summaryIsTitle);
export type FreePageText = z.infer<typeof freePageText>;
