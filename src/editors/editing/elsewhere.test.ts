import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTime } from '../../model/clock.ts';
import { checkEntry } from './acts.ts';
import { contentOf } from './entry-files.ts';

const place = { folder: 'content', now: buildTime(), lang: 'fi' as const, content: undefined };
const path = 'services/circulars/service.yaml';
const asDraft = [
  { path, version: '', content: contentOf(path, `${readFileSync(`content/${path}`, 'utf8')}draft: true\n`) },
];

test('what an entry does to others is told apart from what is wrong with them anyway', async () => {
  const { elsewhere } = await checkEntry(place, { key: 'services/circulars', files: asDraft, isWhole: true });
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.every(({ namesOwn }) => namesOwn)).toBe(true);
  const other = await checkEntry(place, { key: 'services/legal-advice', files: [], isWhole: true });
  expect(other.elsewhere).toEqual([]);
});
