import { describe, expect, test } from 'vitest';
import { phoneDigits } from '../i18n/phone-digits.ts';
import { fold } from './fold.ts';
import {
  addWords,
  entriesOf,
  type Guide,
  packGuide,
  packWords,
  unpackGuide,
  unpackWords,
  type Words,
} from './guide.ts';
import { completeGuide } from './guide-loader.ts';
import { search } from './match.ts';

const entries: Guide['entries'] = [
  {
    kind: { heading: 'Palvelut', hasFilters: true },
    title: 'Hankintaneuvonta',
    path: '/fi/palvelut/hankintaneuvonta/',
  },
  { kind: { heading: 'Palvelut', hasFilters: true }, title: 'Lakineuvonta', path: '/fi/palvelut/laki/' },
  {
    kind: { heading: 'Palvelut', hasFilters: true },
    title: 'Edunvalvonta',
    path: '/fi/palvelut/edunvalvonta/',
  },
  {
    kind: { heading: 'Aiheet', row: 'toimiala' },
    title: 'Palvelut: Kaupunkiympäristön toimiala',
    path: '/fi/palvelut/toimialat/kymp/',
  },
  {
    kind: { heading: 'Yhteystiedot', row: 'henkilö', isPerson: true },
    title: 'Minna Karhunen',
    path: '/fi/yhteystiedot/#minna-karhunen',
    about: 'toimitusjohtaja, +358 9 771 2000',
  },
  ...Array.from({ length: 15 }, (_, index): Guide['entries'][number] => ({
    kind: { heading: 'Sivut', row: 'sivu' },
    title: `Sivu ${'abcdefghijklmno'[index]}`,
    path: `/fi/sivu-${index}/`,
  })),
];
/** Words with the weight 2 from a text for each entry. */
const wordsOfEach = (...texts: string[]): Words => {
  const words: Words = new Map();
  texts.forEach((text, entry) => addWords(words, text, entry, 2));
  return words;
};
const first = packGuide({
  entries,
  words: wordsOfEach(
    'kilpailutus hankinta',
    'juristi esteellisyys',
    'vaikuttaminen',
    'kymp',
    'toimitusjohtaja 97712000',
  ),
});
const second = packWords(
  wordsOfEach(
    'laki kunta kuka toimitusjohtajan kuka toimitusjohtajalle',
    'saako esteellinen päättää kunta OM',
    'ministeriö kunta',
    'katu',
    'puhelinnumero kuka on',
    ...Array<string>(15).fill('kunta'),
  ),
);
const other = packGuide({
  entries: entries.map((entry, index) => ({ ...entry, title: `Svenska ${index}` })),
  words: wordsOfEach('upphandling', 'jäv'),
});
const guide = completeGuide(unpackGuide(first), { second: [second], others: [other] });
const titles = (query: string, options = {}) =>
  search(guide, query, options).found.map(({ entry }) => entry.title);

describe('the search finds first', () => {
  test.each([
    ['the same word', 'juristi', 'Lakineuvonta'],
    ['an inflected word', 'juristilta', 'Lakineuvonta'],
    ['a word whose consonants change', 'edunvalvonnasta', 'Edunvalvonta'],
    ['a word without its diacritics', 'jav', 'Lakineuvonta'],
    ['the last part of a compound', 'valvonta', 'Edunvalvonta'],
    ['a longer compound by its first part', 'kilpailutusprosessi', 'Hankintaneuvonta'],
    ['two letters swapped', 'jurisit', 'Lakineuvonta'],
    ['a missing letter', 'kilpalutus', 'Hankintaneuvonta'],
    ['an extra letter', 'hannkinta', 'Hankintaneuvonta'],
    ['a word of the other language', 'upphandling', 'Hankintaneuvonta'],
    ['a whole question', 'kuka voi neuvoa, saako esteellinen päättää?', 'Lakineuvonta'],
    ['a name', 'karhunen', 'Minna Karhunen'],
    ['the person whose number is asked for', 'Karhusen puhelin', 'Minna Karhunen'],
    ['the person whose title is asked for', 'Kuka on toimitusjohtaja?', 'Minna Karhunen'],
    ['a person by an inflected first name', 'minnan puhelinnumero', 'Minna Karhunen'],
    ['an abbreviation of the city', 'kymp', 'Palvelut: Kaupunkiympäristön toimiala'],
    ['a short word as a whole', 'OM', 'Lakineuvonta'],
    ['capitals', 'JURISTI', 'Lakineuvonta'],
    ['a ligature from a PDF', 'e\u{FB00}ekti juristi', 'Lakineuvonta'],
    ['a word with a soft hyphen', 'juris\u00ADti', 'Lakineuvonta'],
    ['a word with an invisible blank', 'juris\u200Bti', 'Lakineuvonta'],
    ['decomposed letters', 'ministerio\u0308', 'Edunvalvonta'],
  ])('%s: %s → %s', (_, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  test.each([
    ['kilpa', 'Hankintaneuvonta'],
    ['ju', 'Lakineuvonta'],
    ['kilpia', 'Hankintaneuvonta'],
  ])('what %s may become: %s', (typed, title) => {
    expect(titles(typed, { isTyping: true })[0]).toBe(title);
  });

  test.each([['09 771 2000'], ['097712000'], ['+358 9 7712000'], ['+35897712000']])(
    'a phone number in any notation: %s',
    (query) => {
      expect(phoneDigits(query)).toBe('97712000');
      expect(titles(query)).toEqual(['Minna Karhunen']);
      // The row shows the number.
      expect(search(guide, query).found[0]!.because).toEqual([]);
    },
  );
});

describe('the search finds nothing', () => {
  test.each([
    ['similar', 'qqxxzz'],
    ['that shares only the end of a compound', 'virkaehtosopimusneuvottelut'],
    ['in which a short word stands, but is no word', 'omena'],
  ])('for a word %s: %s', (_, query) => {
    expect(titles(query)).toEqual([]);
  });
  test('in an index that could not be loaded', () => {
    expect(search(unpackGuide(''), 'juristi')).toMatchObject({ found: [], corrected: undefined });
  });
});

describe('a correction', () => {
  test('has the spelling of the index, with diacritics', () => {
    expect(search(guide, 'juristi paatatä').corrected).toBe('juristi päättää');
  });
  test.each(['juristilta', 'kilpailutusprosessi', 'kunta'])('is not made for %s', (query) => {
    expect(search(guide, query).corrected).toBeUndefined();
  });
  test('is not made when the reader insists', () => {
    expect(search(guide, 'kilpialutus', { isExact: true }).corrected).toBeUndefined();
  });
});

test('a result says which words matched that are not in its title', () => {
  const [{ because } = { because: [] }] = search(guide, 'esteellinen juristi lakineuvonta').found;
  expect(because).toEqual(['esteellinen', 'juristi']);
});

test.each([
  ['a word that only ends like it', 'paikuttaminen'],
  ['a word of a text', 'ministeri'],
])('%s explains no result: %s', (_, query) => {
  const texts = packWords(new Map([['ministerin', new Map([[0, 1]])]]));
  const guide = completeGuide(unpackGuide(first), { second: [texts], others: [] });
  const { found } = search(guide, query, { isExact: true });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]!.because).toEqual([]);
});

test('words that stand everywhere tell nothing, unless there are no others', () => {
  expect(search(guide, 'kunta juristi').telling).toEqual(['juristi']);
  expect(search(guide, 'kunta').telling).toEqual(['kunta']);
});

test('only the beginning of a pasted text is read', () => {
  expect(titles(`${'kissa '.repeat(50)} juristi`)).toEqual([]);
  const shorter = `${'kissa '.repeat(11)} juristi`;
  expect(titles(shorter)).toEqual(['Lakineuvonta']);
  expect(search(guide, shorter, { isTyping: true }).found).toEqual([]);
});

describe('a packed index', () => {
  test('holds every entry', () => {
    expect(unpackGuide(first).entries).toEqual(entries);
  });
  test('of a site under a path gives its paths, also where the name of the path is that of a page', () => {
    const title = 'Repo';
    const paths = ['/fi/palvelut/repo/', '/fi/palvelut/b/', '/fi/repo/', '/fi/yhteystiedot/#repo'];
    const packed = packGuide(
      { entries: paths.map((path) => ({ kind: { heading: 'Palvelut' }, title, path })), words: new Map() },
      '/repo',
    );
    expect(unpackGuide(packed).entries.map(({ path }) => path)).toEqual(paths.map((path) => `/repo${path}`));
  });
  test('gives every word back, with its weights', () => {
    const list = unpackWords(second);
    const entriesWith = (word: string) => entriesOf(list, list.words.indexOf(word));
    expect(entriesWith('päättää')).toEqual([[1, 2]]);
    expect(entriesWith('kunta')).toHaveLength(18);
  });
});

test('folding is the same for words of the index and of queries', () => {
  expect(fold('TYÖLLI\u00ADSYYS')).toBe('tyollisyys');
  expect(fold('Færøerne')).toBe('faroerne');
});
