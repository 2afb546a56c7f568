import { describe, expect, test } from 'vitest';
import { phoneDigits } from '../i18n/phone-digits.ts';
import { wordsOf } from './fold.ts';
import { type GuideSource, packGuide, unpackGuide, withOtherLanguage } from './guide.ts';
import { compare, distanceBetween, search } from './match.ts';

const own: GuideSource = {
  entries: [
    {
      kind: 'service',
      title: 'Hankintaneuvonta',
      path: '/fi/palvelut/hankintaneuvonta/',
      searchTerms: ['kilpailutus', 'hankinta'],
    },
    {
      kind: 'service',
      title: 'Lakineuvonta',
      path: '/fi/palvelut/laki/',
      searchTerms: ['juristi', 'esteellisyys', 'kuka+tietää'],
    },
    {
      kind: 'service',
      title: 'Edunvalvonta',
      path: '/fi/palvelut/edunvalvonta/',
      searchTerms: ['vaikuttaminen'],
    },
    {
      kind: 'facet',
      title: 'Palvelut: Kaupunkiympäristön toimiala',
      path: '/fi/palvelut/toimialat/kaupunkiympariston-toimiala/',
      searchTerms: ['kymp'],
    },
    {
      kind: 'contact',
      title: 'Minna Karhunen',
      path: '/fi/yhteystiedot/#minna-karhunen',
      searchTerms: ['97712000'],
    },
  ],
  stopWords: ['kuka', 'mika', 'on', 'saako', 'voi'],
};
const other: GuideSource = {
  entries: own.entries.map((entry, index) => ({
    ...entry,
    title: `Svenska ${index}`,
    path: `/sv/tjanster/svenska-${index}/`,
    searchTerms: [['upphandling'], ['jäv'], [], [], []][index]!,
  })),
  stopWords: ['vem'],
};
const guide = withOtherLanguage(unpackGuide(packGuide(own)), unpackGuide(packGuide(other)));
const titles = (query: string) => search(guide, query).found.map(({ entry }) => entry.title);

describe('the suggestions find', () => {
  test.each([
    ['the same word', 'juristi', 'Lakineuvonta'],
    ['the beginning of a word', 'kilpa', 'Hankintaneuvonta'],
    ['an inflected word', 'juristilta', 'Lakineuvonta'],
    ['a word whose consonants change', 'edunvalvonnasta', 'Edunvalvonta'],
    ['a word without its diacritics', 'jav', 'Lakineuvonta'],
    ['the last part of a compound', 'valvonta', 'Edunvalvonta'],
    ['a longer compound by its first part', 'kilpailutusprosessi', 'Hankintaneuvonta'],
    ['a longer compound by its last part', 'hallintojuristin', 'Lakineuvonta'],
    ['two letters swapped', 'jurisit', 'Lakineuvonta'],
    ['a missing letter', 'kilpalutus', 'Hankintaneuvonta'],
    ['an extra letter', 'hannkinta', 'Hankintaneuvonta'],
    ['a word of the other language', 'upphandling', 'Hankintaneuvonta'],
    ['a whole question', 'kuka voi neuvoa, saako esteellinen päättää?', 'Lakineuvonta'],
    ['a name', 'karhunen', 'Minna Karhunen'],
    ['an abbreviation of the city', 'kymp', 'Palvelut: Kaupunkiympäristön toimiala'],
    ['capitals', 'JURISTI', 'Lakineuvonta'],
  ])('%s: %s → %s', (_, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  test.each([['09 771 2000'], ['097712000'], ['+358 9 7712000'], ['+35897712000']])(
    'a phone number in any notation: %s',
    (query) => {
      expect(phoneDigits(query)).toBe('97712000');
      expect(titles(query)).toEqual(['Minna Karhunen']);
    },
  );

  test('a phone number without area code unchanged', () => {
    expect(phoneDigits('771 2000')).toBe('7712000');
  });

  test('nothing for a word that is similar to no term', () => {
    expect(titles('qqxxzz')).toEqual([]);
  });

  test('services before everything else', () => {
    const kinds = search(guide, 'minna juristi').found.map(({ entry }) => entry.kind);
    expect(kinds).toEqual(['service', 'contact']);
  });
});

describe('a correction', () => {
  test('has the spelling of the term, with diacritics', () => {
    expect(search(guide, 'esteelisyys päätöksessä').corrected).toBe('esteellisyys päätöksessä');
  });
  test('is not made for a correctly spelled word', () => {
    expect(search(guide, 'juristilta').corrected).toBeUndefined();
  });
});

test('the same word matches better than a longer one, which matches better than a different one', () => {
  expect(compare('laki', 'laki')).toBeGreaterThan(compare('laki', 'lakineuvonta'));
  expect(compare('laki', 'lakineuvonta')).toBeGreaterThan(compare('laki', 'lasku'));
});

test.each([
  ['kyberuhka', 'kyberturva', 'two compounds with the same beginning'],
  ['yleiskaavamuutos', 'kaava', 'a part in the middle of a compound'],
  ['javsfraga', 'jav', 'a short first part with the Swedish linking s'],
])('%s matches %s: %s', (word, term) => {
  expect(compare(word, term)).toBeGreaterThan(0);
});

test('a stop word does not match as a part of a compound', () => {
  const guide = unpackGuide(
    packGuide({
      entries: [{ kind: 'service', title: 'Neuvonta', path: '/fi/a/', searchTerms: ['asia'] }],
      stopWords: ['asia'],
    }),
  );
  expect(search(guide, 'rakennusasia').found).toEqual([]);
});

test('the words of a slug that differs from the title are search terms', () => {
  const guide = unpackGuide(
    packGuide({
      entries: [{ kind: 'service', title: 'Neuvonta', path: '/fi/palvelut/oikeusapu/', searchTerms: [] }],
      stopWords: [],
    }),
  );
  expect(search(guide, 'oikeusapu').found).toHaveLength(1);
});

test('a transposition counts as one edit', () => {
  expect(distanceBetween('jurisit', 'juristi')).toBe(1);
});

describe('a packed guide', () => {
  test('contains every title and path', () => {
    expect(unpackGuide(packGuide(own)).entries).toEqual(
      own.entries.map(({ kind, title, path }) => ({ kind, title, path })),
    );
  });
  test('maps every word of a title and every search term to its entry', () => {
    const { terms } = unpackGuide(packGuide(own));
    own.entries.forEach(({ title, searchTerms }, entry) => {
      for (const word of wordsOf([title, ...searchTerms].join(' ').toLowerCase()))
        expect(terms.find((term) => term.word === word)?.weights.has(entry), word).toBe(true);
    });
  });
  test('weighs a word of a phrase less than a keyword, and the title most', () => {
    const weightOf = (word: string) =>
      unpackGuide(packGuide(own))
        .terms.find((term) => term.word === word)!
        .weights.get(1)!;
    expect(weightOf('tietää')).toBeLessThan(weightOf('juristi'));
    expect(weightOf('juristi')).toBeLessThan(weightOf('lakineuvonta'));
  });
  test('that could not be loaded is empty', () => {
    expect(search(unpackGuide(''), 'juristi')).toEqual({ found: [], corrected: undefined });
  });
});
