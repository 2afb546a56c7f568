import { z } from 'zod';
import { email, factsAsOf, httpsUrl, inBothLanguages, inSomeLanguage, line, phone, source } from './fields.ts';

const shared = {
  /** What the person or unit is or does, in one line. */
  title: inBothLanguages(line(150)),
  /** The organisation, by the name that the language uses. */
  organisation: inBothLanguages(line(100)),
  /** Telephone number in the international form. */
  phone: phone.optional(),
  /** Mailbox: one for both languages, or one for each. */
  email: z.union([email, inSomeLanguage(email)]).optional(),
  /** Visiting or postal address. */
  address: inBothLanguages(line(200)).optional(),
  /** A form or page through which to get in touch. */
  url: inSomeLanguage(httpsUrl).optional(),
  /** The year that the data is from. */
  asOf: factsAsOf,
  /** Fill in when the data is known to be out of date or likely to be: one sentence on what is known. */
  historical: inBothLanguages(line(300)).optional(),
  /** What the reader should know about the data. */
  note: inBothLanguages(line(300)).optional(),
  /** Where the data is from. */
  sources: z.array(source),
  /** Place in the directory: small numbers first. */
  order: z.number().int(),
};

/** A person or a unit in the directory: `contacts/<id>.yaml`. A person's id is the name. */
export const contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    /** First name and surname. */
    name: line(100),
    ...shared,
  }),
  z.strictObject({
    kind: z.literal('unit'),
    /** Name of the unit in both languages. */
    name: inBothLanguages(line(100)),
    ...shared,
  }),
]);
export type Contact = z.infer<typeof contact>;
