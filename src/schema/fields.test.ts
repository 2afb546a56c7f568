import { describe, expect, test } from 'vitest';
import { address, date, day, email, httpsUrl, inBothLanguages, inSomeLanguage, line, phone, withoutRepetition } from './fields.ts';
import { z } from 'zod';

/** The sentences that an entry gets for a value. */
const sentences = (schema: z.ZodType, value: unknown): string[] => schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

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
  test.each([
    ['blanks', line(100), '   ', 'Write a text. Blanks alone are not enough.'],
    ['HTML in a title', line(100), 'A <b>bold</b> title', 'Write plain text without HTML tags (<…>).'],
    ['a number without country code', phone, '09 771 2000', 'Write the number with the country code, for example "+358 9 771 2000".'],
    ['a letter in a number', phone, '+358 9 771 2OOO', 'Write the number with the country code, for example "+358 9 771 2000".'],
    ['a broken mailbox', email, 'neuvonta@kuntaliitto', 'Write the e-mail address in the form name@kuntaliitto.fi.'],
    ['a foreign mailbox', email, 'neuvonta@kuntaliit0.fi', 'Use an address of Kuntaliitto or the City of Helsinki: kuntaliitto.fi, kommunforbundet.fi or hel.fi.'],
    ['a day that does not exist', date, '2026-02-30', 'Write a date that exists, in the form 2026-11-24, 2026-11 or 2026.'],
    ['a Finnish date', day, '3.4.2026', 'Write a day that exists, in the form 2026-11-24.'],
    ['an unsafe link', httpsUrl, 'http://kuntaliitto.fi', 'Write the whole address, beginning with https://, without spaces.'],
    ['a link with a password', httpsUrl, 'https://a:b@kuntaliitto.fi', 'Write the whole address, beginning with https://, without spaces.'],
    ['capitals in an address', address, 'Lakineuvonta', 'Use lower-case letters a–z, digits and hyphens, for example legal-advice.'],
    ['a word listed twice', withoutRepetition(z.array(line(60))), ['laki', 'Laki'], 'Remove the repetition: the same value is listed twice.'],
    ['no language at all', inSomeLanguage(line(60)), {}, 'Fill in at least one of the languages: fi or sv.'],
  ])('%s', (_, schema, value, sentence) => {
    expect(sentences(schema, value)).toEqual([sentence]);
  });

  test('one language of two', () => {
    const result = inBothLanguages(line(60)).safeParse({ fi: 'Suomeksi' });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['sv']);
  });
});
