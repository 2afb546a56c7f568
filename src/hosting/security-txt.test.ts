import { expect, test } from 'vitest';
import { securityTxt } from './security-txt.ts';

test('an e-mail address becomes a mailto URL, a page stays as it is', () => {
  const lines = (contact: string) =>
    securityTxt({ contact, expires: '2027-06-30' }, 'https://example.org').trim().split('\n');
  expect(lines('nimi@kuntaliitto.fi')).toEqual([
    'Contact: mailto:nimi@kuntaliitto.fi',
    'Expires: 2027-06-30T23:59:59Z',
    'Preferred-Languages: fi, sv, en',
    'Canonical: https://example.org/.well-known/security.txt',
  ]);
  expect(lines('https://www.kuntaliitto.fi/')[0]).toBe('Contact: https://www.kuntaliitto.fi/');
});
