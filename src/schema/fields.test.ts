import { describe, expect, test } from 'vitest';
import {
  address,
  date,
  day,
  email,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  phone,
  publicationTime,
  withoutRepetition,
} from './fields.ts';
import { type FieldRule, fieldRules } from './sentences.ts';
import { z } from 'zod';

/** The sentences that an entry gets for a value. */
const sentences = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('a good value is accepted', () => {
  test.each([
    ['a title with odd but legal letters', line(100), 'Sámi giella: #1 – "å" & 🙂'],
    ['a Finnish number', phone, '+358 9 771 2000'],
    ['a switchboard', phone, '+358 9 7711'],
    ['a Belgian number', phone, '+32 2 549 0860'],
    ['a mailbox of the association', email, 'hallintolakimiehet@kuntaliitto.fi'],
    ['a year', date, 2020],
    ['a month', date, '2020-06'],
    ['a day that YAML has made a date', day, new Date('2026-11-24')],
    ['an address on the web', httpsUrl, 'https://www.kuntaliitto.fi/a?b=c#d'],
    ['the last part of an address', address, 'eu-edunvalvonta-2'],
  ])('%s', (_, schema, value) => {
    expect(sentences(schema, value)).toEqual([]);
  });
});

describe('a bad value gets the sentence that tells the remedy', () => {
  test.each<[string, z.ZodType, unknown, FieldRule]>([
    ['blanks', line(100), '   ', 'text-blank'],
    ['HTML in a title', line(100), 'A <b>bold</b> title', 'text-html'],
    ['Markdown in a title', line(100), 'A **bold** title', 'text-html'],
    ['an hour that no clock shows', publicationTime, '2026-12-01T25:00', 'publication-time'],
    ['a number without country code', phone, '09 771 2000', 'phone'],
    ['a letter in a number', phone, '+358 9 771 2OOO', 'phone'],
    ['a broken mailbox', email, 'neuvonta@kuntaliitto', 'email'],
    ['a foreign mailbox', email, 'neuvonta@kuntaliit0.fi', 'email-domain'],
    ['a day that does not exist', date, '2026-02-30', 'date'],
    ['a Finnish date', day, '3.4.2026', 'day'],
    ['an unsafe link', httpsUrl, 'http://kuntaliitto.fi', 'https-url'],
    ['a link with a password', httpsUrl, 'https://a:b@kuntaliitto.fi', 'https-url'],
    ['capitals in an address', address, 'Lakineuvonta', 'address'],
    ['a word listed twice', withoutRepetition(z.array(line(60))), ['laki', 'Laki'], 'repeated'],
    ['no language at all', inSomeLanguage(line(60)), {}, 'one-language'],
  ])('%s', (_, schema, value, rule) => {
    expect(sentences(schema, value)).toEqual([fieldRules[rule].en]);
  });

  test('one language of two', () => {
    const result = inEveryLanguage(line(60)).safeParse({ fi: 'Suomeksi' });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['sv']);
  });

  test('the one of two that is to go', () => {
    const result = withoutRepetition(z.array(line(60))).safeParse(['laki', 'hankinta', 'Laki']);
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([[2]]);
  });
});
