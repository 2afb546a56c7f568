import { expect, test } from 'vitest';
import { inFormWords } from './form-words.ts';

test.each([
  [
    'Kerro kentässä priceNote suomeksi ja ruotsiksi, mitä hinnasta tiedetään.',
    'price',
    'Kerro kentässä Hinnan selitys suomeksi ja ruotsiksi, mitä hinnasta tiedetään.',
  ],
  ['kenttä sources[2].title puuttuu', 'sources[2].title', 'kenttä Lähteet 2: Otsikko puuttuu'],
  ['kenttä title puuttuu', 'title', 'kenttä Otsikko puuttuu'],
  ['Lisää rivi "title: …". Enintään 100 merkkiä.', 'title', 'Täytä kenttä. Enintään 100 merkkiä.'],
  [
    'Vertaa tekstejä ja aja: npm run translations -- confirm services/legal-advice',
    '',
    'Vertaa tekstejä ja paina: Vahvista, että kielet kertovat saman.',
  ],
  ['Tai hyväksy se kentässä accepted.', '', 'Tai hyväksy se kentässä Hyväksytyt huomautukset.'],
  ['Kun teksti on valmis, poista rivi draft.', 'draft', 'Kun teksti on valmis, poista kenttä Luonnos.'],
])('a message names what the form shows: %s', (text, field, said) => {
  expect(inFormWords(text, field, 'fi')).toBe(said);
});

test.each([
  '"priceNote sources[2].title" ei kelpaa',
  'Kirjoita osoite muodossa nimi@kuntaliitto.fi tai https://www.kuntaliitto.fi/title.',
  'Skriv text på en rad.',
])('what the editor wrote, addresses and words of the language stay: %s', (text) => {
  expect(inFormWords(text, '', 'fi')).toBe(text);
});

test('a price is called by its name', () => {
  expect(inFormWords('hintaa paid ei selitetä', 'price', 'fi', new Map([['paid', 'Maksullinen']]))).toBe(
    'hintaa Maksullinen ei selitetä',
  );
});

test.each([
  [
    'Kirjoita päivä, joka on olemassa, muodossa vuosi-kuukausi-päivä: 2026-11-24.',
    'fi',
    'Kirjoita päivä, joka on olemassa: 24.11.2026.',
  ],
  [
    'Skriv en dag eller ett klockslag som finns: 2026, 2026-12 eller 2026-12-01T09:00.',
    'sv',
    'Skriv en dag eller ett klockslag som finns: 2026, 12.2026 eller 1.12.2026 kl. 9.00.',
  ],
  ['Write a day that exists: 2026-11-24.', 'en', 'Write a day that exists: 2026-11-24.'],
  ['"2026-02-31" ei kelpaa', 'fi', '"2026-02-31" ei kelpaa'],
] as const)('a date is asked for as people write it: %s', (text, lang, said) => {
  expect(inFormWords(text, '', lang)).toBe(said);
});
