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
      words: ['kilpailutus', 'hankinta'],
    },
    {
      kind: 'service',
      title: 'Lakineuvonta',
      path: '/fi/palvelut/laki/',
      words: ['juristi', 'esteellisyys', 'kuka+tietää'],
    },
    { kind: 'service', title: 'Edunvalvonta', path: '/fi/palvelut/edunvalvonta/', words: ['vaikuttaminen'] },
    {
      kind: 'facet',
      title: 'Palvelut: Kaupunkiympäristön toimiala',
      path: '/fi/palvelut/toimialat/kaupunkiympariston-toimiala/',
      words: ['kymp'],
    },
    {
      kind: 'contact',
      title: 'Minna Karhunen',
      path: '/fi/yhteystiedot/#minna-karhunen',
      words: ['97712000'],
    },
  ],
  stopWords: ['kuka', 'mika', 'on', 'saako', 'voi'],
};
const other: GuideSource = {
  entries: own.entries.map((entry, index) => ({
    ...entry,
    title: `Svenska ${index}`,
    path: `/sv/tjanster/svenska-${index}/`,
    words: [['upphandling'], ['jäv'], [], [], []][index]!,
  })),
  stopWords: ['vem'],
};
const guide = withOtherLanguage(unpackGuide(packGuide(own)), unpackGuide(packGuide(other)));
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

  test.each([['09 771 2000'], ['097712000'], ['+358 9 7712000'], ['+35897712000']])(
    'a phone number in any writing: %s',
    (query) => {
      expect(phoneDigits(query)).toBe('97712000');
      expect(titles(query)).toEqual(['Minna Karhunen']);
    },
  );

  test('no area code where a phone number has none', () => {
    expect(phoneDigits('771 2000')).toBe('7712000');
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

test.each([
  ['kyberuhka', 'kyberturva', 'two compounds with the same beginning'],
  ['yleiskaavamuutos', 'kaava', 'a part in the middle of a compound'],
  ['javsfraga', 'jav', 'a short beginning that the Swedish s joins'],
])('%s finds %s: %s', (word, term) => {
  expect(compare(word, term)).toBeGreaterThan(0);
});

test('a part of a compound that tells nothing alone leads nowhere', () => {
  const guide = unpackGuide(
    packGuide({
      entries: [{ kind: 'service', title: 'Neuvonta', path: '/fi/a/', words: ['asia'] }],
      stopWords: ['asia'],
    }),
  );
  expect(search(guide, 'rakennusasia').found).toEqual([]);
});

test('an address that is not the title is another name of the thing', () => {
  const guide = unpackGuide(
    packGuide({
      entries: [{ kind: 'service', title: 'Neuvonta', path: '/fi/palvelut/oikeusapu/', words: [] }],
      stopWords: [],
    }),
  );
  expect(search(guide, 'oikeusapu').found).toHaveLength(1);
});

test('swapped letters count as one', () => {
  expect(distanceBetween('jurisit', 'juristi')).toBe(1);
});

describe('a packed guide', () => {
  test('holds every title and path', () => {
    expect(unpackGuide(packGuide(own)).entries).toEqual(
      own.entries.map(({ kind, title, path }) => ({ kind, title, path })),
    );
  });
  test('leads from every word of a title and every keyword to its entry', () => {
    const { terms } = unpackGuide(packGuide(own));
    own.entries.forEach(({ title, words }, entry) => {
      for (const word of wordsOf([title, ...words].join(' ').toLowerCase()))
        expect(terms.find((term) => term.word === word)?.weights.has(entry), word).toBe(true);
    });
  });
  test('says less with a word of a phrase than with a keyword, and most with the title', () => {
    const weightOf = (word: string) =>
      unpackGuide(packGuide(own))
        .terms.find((term) => term.word === word)!
        .weights.get(1)!;
    expect(weightOf('tietää')).toBeLessThan(weightOf('juristi'));
    expect(weightOf('juristi')).toBeLessThan(weightOf('lakineuvonta'));
  });
  test('that did not come is an empty one', () => {
    expect(search(unpackGuide(''), 'juristi')).toEqual({ found: [], corrected: undefined });
  });
});
