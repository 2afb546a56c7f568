import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../model/folders.ts';
import { siteFolder, siteUrl } from './browser.ts';

test('nothing of the editing page is in a build', async () => {
  const files = filesOf(siteFolder());
  expect(files.length).toBeGreaterThan(100);
  const marks = ['data-edit-link', 'edit-token', '/edit/', 'Muokkaa tätä'];
  const found = files.flatMap((path) => {
    const text = readFileSync(join(siteFolder(), path), 'latin1');
    return marks
      .filter((mark) => text.includes(Buffer.from(mark).toString('latin1')))
      .map((mark) => `${path}: ${mark}`);
  });
  expect(found).toEqual([]);
  expect(files.filter((path) => /(?:^|\/)edit(?:\/|\.|$)/.test(path))).toEqual([]);
  expect((await fetch(`${siteUrl()}/edit/`)).status).toBe(404);
});
