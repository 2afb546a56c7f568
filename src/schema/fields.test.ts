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

/** The error messages for a value; empty if it is valid. */
const messagesFor = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('a valid value is accepted', () => {
  test.each([
    ['a title with special characters', line(100), 'Sámi giella: #1 – "å" & 🙂'],
    ['a Finnish number', phone, '+358 9 771 2000'],
    ['a switchboard', phone, '+358 9 7711'],
    ['a Belgian number', phone, '+32 2 549 0860'],
    ['an e-mail address of the association', email, 'hallintolakimiehet@kuntaliitto.fi'],
    ['a year', date, 2020],
    ['a month', date, '2020-06'],
    ['a day that the YAML parser has turned into a Date', day, new Date('2026-11-24')],
    ['a URL', httpsUrl, 'https://www.kuntaliitto.fi/a?b=c#d'],
    ['the last part of an address', address, 'eu-edunvalvonta-2'],
  ])('%s', (_, schema, value) => {
    expect(messagesFor(schema, value)).toEqual([]);
  });
});

describe('an invalid value gets the message that says how to fix it', () => {
  test.each<[string, z.ZodType, unknown, FieldRule]>([
    ['blanks', line(100), '   ', 'text-blank'],
    ['HTML in a title', line(100), 'A <b>bold</b> title', 'text-html'],
    ['Markdown in a title', line(100), 'A **bold** title', 'text-html'],
    ['an hour that does not exist', publicationTime, '2026-12-01T25:00', 'publication-time'],
    ['a number without country code', phone, '09 771 2000', 'phone'],
    ['a nought after the country code', phone, '+358 09 7711', 'phone'],
    ['a letter in a number', phone, '+358 9 771 2OOO', 'phone'],
    ['an e-mail address without a top-level domain', email, 'neuvonta@kuntaliitto', 'email'],
    ['an e-mail address of another domain', email, 'neuvonta@kuntaliit0.fi', 'email-domain'],
    ['a day that does not exist', date, '2026-02-30', 'date'],
    ['a date in Finnish notation', day, '3.4.2026', 'day'],
    ['a URL without TLS', httpsUrl, 'http://kuntaliitto.fi', 'https-url'],
    ['a URL with a password', httpsUrl, 'https://a:b@kuntaliitto.fi', 'https-url'],
    ['capitals in an address', address, 'Lakineuvonta', 'address'],
    ['a word listed twice', withoutRepetition(z.array(line(60))), ['laki', 'Laki'], 'repeated'],
    ['no language at all', inSomeLanguage(line(60)), {}, 'one-language'],
  ])('%s', (_, schema, value, rule) => {
    expect(messagesFor(schema, value)).toEqual([fieldRules[rule].en]);
  });

  test('a missing language is named by its path', () => {
    const result = inEveryLanguage(line(60)).safeParse({ fi: 'Suomeksi' });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['sv']);
  });

  test('the second of two repeated items is named by its path', () => {
    const result = withoutRepetition(z.array(line(60))).safeParse(['laki', 'hankinta', 'Laki']);
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([[2]]);
  });
});
