import { expect, test } from 'vitest';
import { stableId } from './stable-id.ts';

test('an id is a version 5 UUID that depends only on its parts', () => {
  expect(stableId('announcements', 'news', 'fi')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
  expect(stableId('a', 'b')).not.toBe(stableId('a', 'c'));
});
