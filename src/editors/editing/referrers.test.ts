import { expect, test } from 'vitest';
import { readContent } from '../../checks/read-content.ts';
import { readFiles } from '../../checks/read-files.ts';
import { buildTime } from '../../model/clock.ts';
import { referrersOf } from './acts.ts';

test('a contact knows each entry that refers to it, once, and no other', () => {
  const reading = readContent(readFiles('content'), buildTime());
  const naming = reading.entries
    .filter(({ facts }) => {
      const contacts = (facts?.data as { contacts?: string[] } | undefined)?.contacts;
      return contacts?.includes('switchboard');
    })
    .map(({ folder, id }) => `${folder}/${id}`);
  expect(naming.length).toBeGreaterThan(0);
  const found = referrersOf(reading, 'contacts/switchboard');
  expect(found).toEqual(expect.arrayContaining(naming));
  expect(new Set(found).size).toBe(found.length);
  expect(referrersOf(reading, 'contacts/nobody')).toEqual([]);
});
