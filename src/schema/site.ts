import { z } from 'zod';
import { day, email, entryId, factsAsOf, httpsUrl, inBothLanguages, inSomeLanguage, line, withoutRepetition } from './fields.ts';

/** Facts of the site itself: `site.yaml`. */
export const siteFacts = z.strictObject({
  /** Name of the site; different in each language. */
  name: inBothLanguages(line(60)),
  /** What the site is, in one sentence. */
  tagline: inBothLanguages(line(200)),
  /** Who publishes and answers for the site; null until somebody does. */
  publisher: inBothLanguages(line(100)).nullable(),
  /** Mailbox for feedback; null until there is one. */
  feedback: email.nullable(),
  /** Public address of the site, without a slash at the end. */
  url: httpsUrl,
  /** What the accessibility statement tells. It is reviewed at least once a year: an older one is an error. */
  accessibilityStatement: z.strictObject({
    /** The day when it was drawn up. */
    drawnUp: day,
    /** The day when somebody last compared it with the site. */
    reviewed: day,
    /** Whether the site fulfils the requirements. */
    status: z.enum(['fully', 'partly', 'not']),
    /** Parts that are not accessible: which, which criterion of WCAG they fail, why, and what to use instead. */
    shortcomings: z.array(
      z.strictObject({
        what: inBothLanguages(line(300)),
        criterion: z.string().regex(/^\d\.\d\.\d{1,2}$/),
        why: inBothLanguages(line(300)),
        instead: inBothLanguages(line(300)).optional(),
      }),
    ),
    /** What was tested and how, one sentence each. */
    tested: z.array(inBothLanguages(line(300))).min(1),
    /** What was not tested yet, one sentence each. */
    notTested: z.array(inBothLanguages(line(300))),
    /** The latest machine test of every page; `npm run accessibility` writes it. */
    machineTest: z.strictObject({ date: day, tool: line(60), pages: z.int().positive(), findings: z.int().nonnegative() }),
    /** The authority to turn to, and how old the knowledge of it is. */
    authority: z.strictObject({ name: inBothLanguages(line(100)), url: inSomeLanguage(httpsUrl), asOf: factsAsOf }),
  }),
  /** The needs on the home page, in the reader's words, each leading to a service. */
  needs: z
    .array(z.strictObject({ text: inBothLanguages(line(100)), service: entryId }))
    .min(4)
    .max(10),
});
export type SiteFacts = z.infer<typeof siteFacts>;

const term = z.strictObject({
  /** Name that the reader sees. */
  name: inBothLanguages(line(80)),
  /** One line that explains it. */
  about: inBothLanguages(line(200)),
});
const words = withoutRepetition(z.array(line(60)));

/** The words that sort the services: `vocabulary.yaml`. Order in the file is the order on the pages. */
export const vocabulary = z.strictObject({
  themes: z.record(entryId, term),
  divisions: z.record(
    entryId,
    term.extend({
      /** Short names that people in the city use; they feed the search. */
      short: inBothLanguages(words),
    }),
  ),
  kinds: z.record(entryId, term),
  prices: z.record(entryId, term),
});
export type Vocabulary = z.infer<typeof vocabulary>;
export type Term = z.infer<typeof term>;

/** Everyday words that no single service owns: `search.yaml`. */
export const searchWords = inBothLanguages(
  z.array(
    z.strictObject({
      /** What people type. */
      words: words.min(1),
      /** What to search for instead. */
      means: line(100),
    }),
  ),
);
export type SearchWords = z.infer<typeof searchWords>;

/** Old address → new address on this site: `redirects.yaml`. */
export const redirects = z.record(z.string(), z.string());
export type Redirects = z.infer<typeof redirects>;
