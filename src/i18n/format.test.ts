import { describe, expect, test } from 'vitest';
import { collate, formatDate, formatList, formatPhone, pageName, phoneHref } from './format.ts';

describe('dates', () => {
  test.each([
    ['fi', '2020', '2020'],
    ['fi', '2020-06', 'kesäkuu 2020'],
    ['sv', '2020-06', 'juni 2020'],
    ['fi', '2020-06-15', '15.6.2020'],
    ['sv', '2020-06-15', '15.6.2020'],
  ] as const)('in %s, %s is formatted as exactly as it is known: %s', (lang, date, formatted) => {
    expect(formatDate(lang, date)).toBe(formatted);
  });
});

describe('telephone numbers', () => {
  test('of Finland are in national form', () => {
    expect(formatPhone('+358 9 771 2000')).toBe('09 771 2000');
  });
  test('of other countries keep their country code', () => {
    expect(formatPhone('+32 2 549 0860')).toBe('+32 2 549 08 60');
  });
  test('are linked with the country code and digits only', () => {
    expect(phoneHref('+358 9 771 2000')).toBe('tel:+35897712000');
  });
});

test('lists are joined by the rules of the language', () => {
  expect(formatList('fi', ['laki', 'talous', 'tieto'])).toBe('laki, talous ja tieto');
  expect(formatList('sv', ['lag', 'ekonomi', 'data'])).toBe('lag, ekonomi och data');
});

test('both languages sort å, ä and ö after z', () => {
  expect(['Öljy', 'Zeniitti', 'Äiti', 'Apu', 'Åbo'].sort(collate('fi'))).toEqual([
    'Apu',
    'Zeniitti',
    'Åbo',
    'Äiti',
    'Öljy',
  ]);
  expect(['Öppna', 'Zon', 'Ämne', 'Anbud', 'Åland'].sort(collate('sv'))).toEqual([
    'Anbud',
    'Zon',
    'Åland',
    'Ämne',
    'Öppna',
  ]);
});

test.each([
  ['https://www.hel.fi/fi/ty%C3%B6/', 'hel.fi/fi/työ'],
  ['https://hel.fi', 'hel.fi'],
  ['https://www.hel.fi/100%', 'hel.fi/100%'],
])('the page %s is named %s', (url, name) => {
  expect(pageName(url)).toBe(name);
});
