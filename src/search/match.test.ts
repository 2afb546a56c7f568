import { describe, expect, test } from 'vitest';
import { fold, phoneDigits } from './fold.ts';
import { type Guide, packGuide, unpackGuide } from './guide.ts';
import { compare, distanceToBeginning, search } from './match.ts';

const guide: Guide = {
  entries: [
    { kind: 'service', title: 'Hankintaneuvonta', path: '/fi/palvelut/hankintaneuvonta/' },
    { kind: 'service', title: 'Lakineuvonta', path: '/fi/palvelut/lakineuvonta/' },
    { kind: 'service', title: 'Edunvalvonta', path: '/fi/palvelut/edunvalvonta/' },
    { kind: 'contact', title: 'Minna Karhunen', path: '/fi/yhteystiedot/#minna-karhunen' },
    { kind: 'facet', title: 'Palvelut: Kaupunkiympäristön toimiala', path: '/fi/palvelut/toimialat/kaupunkiympariston-toimiala/' },
  ],
  stopWords: new Set(['kuka', 'voi', 'saako', 'on', 'mika']),
  aliases: new Map([['kymp', 'kaupunkiympariston toimiala']]),
  terms: [
    ['hankintaneuvonta', 0, 9], ['hankinta', 0, 8], ['kilpailutus', 0, 8], ['upphandling', 0, 6],
    ['lakineuvonta', 1, 9], ['juristi', 1, 8], ['esteellisyys', 1, 8], ['jäv', 1, 6],
    ['edunvalvonta', 2, 9], ['vaikuttaminen', 2, 8],
    ['minna', 3, 9], ['karhunen', 3, 9], ['97712000', 3, 9],
    ['kaupunkiympäristön', 4, 9], ['toimiala', 4, 9],
  ].map(([word, entry, weight]) => ({ word: String(word), folded: fold(String(word)), postings: [{ entry: Number(entry), weight: Number(weight) }] })),
};
const titles = (query: string) => search(guide, query).found.map(({ entry }) => entry.title);

describe('the instant answer finds', () => {
  test.each([
    ['a word as it stands', 'juristi', 'Lakineuvonta'],
    ['the beginning of a word', 'kilpa', 'Hankintaneuvonta'],
    ['an inflected word', 'juristilta', 'Lakineuvonta'],
    ['a word whose consonants change', 'edunvalvonnasta', 'Edunvalvonta'],
    ['lost dots', 'jav', 'Lakineuvonta'],
    ['the tail of a compound', 'valvonta', 'Edunvalvonta'],
    ['a longer compound by its head', 'kilpailutusprosessi', 'Hankintaneuvonta'],
    ['a longer compound by its tail', 'hallintojuristin', 'Lakineuvonta'],
    ['two letters swapped', 'jurisit', 'Lakineuvonta'],
    ['a letter left out', 'kilpalutus', 'Hankintaneuvonta'],
    ['a letter too many', 'hannkinta', 'Hankintaneuvonta'],
    ['a word of the other language', 'upphandling', 'Hankintaneuvonta'],
    ['a whole question', 'kuka voi neuvoa, saako esteellinen päättää?', 'Lakineuvonta'],
    ['a name', 'karhunen', 'Minna Karhunen'],
    ['an abbreviation of the city', 'kymp', 'Palvelut: Kaupunkiympäristön toimiala'],
    ['capitals', 'JURISTI', 'Lakineuvonta'],
  ])('%s: %s → %s', (_, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  test.each([['09 771 2000'], ['097712000'], ['+358 9 7712000'], ['+35897712000'], ['771 2000']])('a phone number in any writing: %s', (query) => {
    expect(phoneDigits(query).endsWith('7712000')).toBe(true);
    if (query !== '771 2000') expect(titles(query)).toEqual(['Minna Karhunen']);
  });

  test('nothing for a word that is near to nothing', () => {
    expect(titles('qqxxzz')).toEqual([]);
  });

  test('services before everything else', () => {
    const kinds = search(guide, 'minna juristi').found.map(({ entry }) => entry.kind);
    expect(kinds).toEqual(['service', 'contact']);
  });
});

describe('a correction', () => {
  test('is told with the word as it is written in the site', () => {
    expect(search(guide, 'esteelisyys päätöksessä').corrected).toBe('esteellisyys päätöksessä');
  });
  test('is not claimed for a word that is right', () => {
    expect(search(guide, 'juristilta').corrected).toBeUndefined();
  });
});

test('the same word is nearer than a longer one, and that than another one', () => {
  expect(compare('laki', 'laki')).toBeGreaterThan(compare('laki', 'lakineuvonta'));
  expect(compare('laki', 'lakineuvonta')).toBeGreaterThan(compare('laki', 'lasku'));
});

test('swapped letters count as one', () => {
  expect(distanceToBeginning('jurisit', 'juristi', 2)).toBe(1);
});

test('a guide is the same after packing and unpacking', () => {
  const again = unpackGuide(packGuide(guide));
  const sorted = (terms: Guide['terms']) => [...terms].sort((a, b) => (a.word < b.word ? -1 : 1));
  expect({ ...again, terms: sorted(again.terms) }).toEqual({ ...guide, terms: sorted(guide.terms) });
});
