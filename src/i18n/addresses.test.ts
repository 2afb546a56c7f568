import { describe, expect, test } from 'vitest';
import { entryPath, homePath, languageOfPath, sectionPath, toAddress } from './addresses.ts';

describe('addresses', () => {
  test('of sections and entries are stable in each language', () => {
    expect([
      homePath('fi'),
      sectionPath('fi', 'services'),
      sectionPath('fi', 'announcements'),
      sectionPath('fi', 'contacts'),
      sectionPath('fi', 'search'),
    ]).toEqual(['/fi/', '/fi/palvelut/', '/fi/tiedotteet/', '/fi/yhteystiedot/', '/fi/haku/']);
    expect([
      homePath('sv'),
      sectionPath('sv', 'services'),
      sectionPath('sv', 'announcements'),
      sectionPath('sv', 'contacts'),
      sectionPath('sv', 'search'),
    ]).toEqual(['/sv/', '/sv/tjanster/', '/sv/meddelanden/', '/sv/kontakter/', '/sv/sok/']);
    expect(entryPath('sv', 'services', 'juridisk-radgivning')).toBe('/sv/tjanster/juridisk-radgivning/');
  });

  test.each([
    ['Lakineuvonta', 'lakineuvonta'],
    ['Sosiaali-, terveys- ja pelastustoimiala', 'sosiaali-terveys-ja-pelastustoimiala'],
    ['Småbarnspedagogik & förskola', 'smabarnspedagogik-forskola'],
    ['Čáhput – Árran', 'cahput-arran'],
  ])('are derived from titles: %s → %s', (title, address) => {
    expect(toAddress(title)).toBe(address);
  });

  test('of pages, and of nothing else, have a language', () => {
    expect(languageOfPath('/sv/kontakter/')).toBe('sv');
    expect(languageOfPath('/sv')).toBe('sv');
    expect(languageOfPath('/svenska/')).toBeUndefined();
    expect(languageOfPath('/api/services.json')).toBeUndefined();
  });
});
