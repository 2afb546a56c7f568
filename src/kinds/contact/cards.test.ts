import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { contactCard, contactCards } from './cards.ts';
import type { ContactEntry } from './schema.ts';

const origin = 'https://example.org';
const shared = {
  organisation: { fi: 'Kuntaliitto', sv: 'Kommunförbundet' },
  asOf: '2026',
  sources: [],
  order: 1,
};
const person: ContactEntry = {
  id: 'etunimi-sukunimi',
  kind: 'person',
  name: 'Etunimi Toinen Sukunimi',
  title: { fi: 'juristi', sv: 'jurist' },
  phone: '+358 9 771 2000',
  email: 'etunimi.sukunimi@kuntaliitto.fi',
  ...shared,
};
const unit: ContactEntry = {
  id: 'lawyers',
  kind: 'unit',
  name: { fi: 'Lakimiehet; hallinto, johto', sv: 'Juristerna' },
  title: { fi: 'neuvoo', sv: 'ger råd' },
  email: { fi: 'lakimiehet@kuntaliitto.fi', sv: 'juristerna@kommunforbundet.fi' },
  address: { fi: 'Toinen linja 14, 00530 Helsinki', sv: 'Andra linjen 14, 00530 Helsingfors' },
  url: { sv: 'https://www.kommunforbundet.fi/a,b;c' },
  ...shared,
};

/** The properties of a card as another program parses it; a structured value is an array. */
function read(card: string) {
  const properties = new ICAL.Component(ICAL.parse(card) as unknown[]).getAllProperties();
  return Object.fromEntries(
    properties.map((property) => [
      property.name,
      property.getValues().length > 1 ? property.getValues() : property.getFirstValue(),
    ]),
  );
}

describe('an address book imports', () => {
  test('a person, with the surname as a separate part', () => {
    const card = read(contactCard(person, 'fi', origin));
    expect(card).toEqual({
      version: '4.0',
      uid: expect.stringMatching(/^urn:uuid:/),
      source: 'https://example.org/fi/yhteystiedot/etunimi-sukunimi.vcf',
      kind: 'individual',
      fn: 'Etunimi Toinen Sukunimi',
      n: ['Sukunimi', 'Etunimi Toinen', '', '', ''],
      org: 'Kuntaliitto',
      title: 'juristi',
      tel: '+358 9 771 2000',
      email: 'etunimi.sukunimi@kuntaliitto.fi',
      note: 'Tieto vuodelta 2026.',
    });
  });

  test.each([
    ['Anna von Wright', 'von Wright', 'Anna'],
    ['Carl Gustaf af Ugglas', 'af Ugglas', 'Carl Gustaf'],
    ['Vincent van der Berg', 'van der Berg', 'Vincent'],
    ['Madonna', 'Madonna', ''],
  ])('%s under the surname %s, with its particles', (name, family, given) => {
    expect(read(contactCard({ ...person, name }, 'fi', origin))['n']).toEqual([family, given, '', '', '']);
  });

  test('a unit, with its organisation, its address in parts and its page', () => {
    const card = contactCard(unit, 'sv', origin);
    expect(read(card)).toMatchObject({
      kind: 'org',
      fn: 'Juristerna',
      org: ['Kommunförbundet', 'Juristerna'],
      role: 'ger råd',
      adr: ['', '', 'Andra linjen 14', 'Helsingfors', '', '00530', ''],
      url: 'https://www.kommunforbundet.fi/a,b;c',
    });
    expect(read(contactCard(unit, 'fi', origin))['org']).toEqual([
      'Kuntaliitto',
      'Lakimiehet; hallinto, johto',
    ]);
  });

  test('the e-mail address in the language of the card first', () => {
    const emails = (lang: 'fi' | 'sv') =>
      new ICAL.Component(ICAL.parse(contactCard(unit, lang, origin)) as unknown[])
        .getAllProperties('email')
        .map((email) => [email.getFirstValue(), email.getParameter('pref')]);
    expect(emails('fi')).toEqual([
      ['lakimiehet@kuntaliitto.fi', '1'],
      ['juristerna@kommunforbundet.fi', '2'],
    ]);
    expect(emails('sv').map(([address]) => address)).toEqual([
      'juristerna@kommunforbundet.fi',
      'lakimiehet@kuntaliitto.fi',
    ]);
  });

  test('a note that begins with the warning that the data is out of date', () => {
    const note = read(
      contactCard(
        {
          ...person,
          historical: { fi: 'Jäi eläkkeelle 2025.', sv: 'Gick i pension 2025.' },
          note: { fi: 'Huom, tämä.', sv: 'Obs, det här.' },
        },
        'fi',
        origin,
      ),
    )['note'];
    expect(note).toBe('Vanha tieto. Jäi eläkkeelle 2025.\nHuom, tämä.\nTieto vuodelta 2026.');
  });

  test('the form before the page, and when an answer comes', () => {
    const advice: ContactEntry = {
      ...unit,
      form: { sv: 'https://www.kommunforbundet.fi/formular' },
      responseTime: { fi: 'kahdessa arkipäivässä', sv: 'inom två vardagar' },
    };
    expect(read(contactCard(advice, 'sv', origin))).toMatchObject({
      url: 'https://www.kommunforbundet.fi/formular',
      note: 'Svarstid: inom två vardagar.\nUppgift från 2026.',
    });
  });

  test('the same contact under the same id in both languages, so that a second import makes no duplicate', () => {
    expect(read(contactCard(person, 'sv', origin))['uid']).toBe(
      read(contactCard(person, 'fi', origin))['uid'],
    );
  });

  test('all contacts from one file, except those that are out of date', () => {
    const file = contactCards(
      [
        person,
        { ...unit, historical: { fi: 'Vanha.', sv: 'Gammal.' } },
        { ...person, id: 'other', name: 'Förnamn Efternamn' },
      ],
      'fi',
      origin,
    );
    const cards = ICAL.parse(file) as unknown as unknown[][];
    expect(cards.map((card) => new ICAL.Component(card).getFirstPropertyValue('fn'))).toEqual([
      'Etunimi Toinen Sukunimi',
      'Förnamn Efternamn',
    ]);
  });
});

test('lines are at most 75 bytes and end with CRLF, and every text survives the round trip', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aZ9 ,;:\\"=åäÖ–🙂'), maxLength: 300, size: 'max' }),
      (text) => {
        const card = contactCard({ ...person, note: { fi: text, sv: text } }, 'fi', origin);
        const lines = card.split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
        expect(read(card)['note']).toBe(`${text ? `${text}\n` : ''}Tieto vuodelta 2026.`);
      },
    ),
    { numRuns: 200 },
  );
});
