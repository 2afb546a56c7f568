import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressesOf, baseOfBuilt } from './sitemap.ts';

test('the paths of a built site are those of its sitemap, whatever its host and the path on it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sitemap-'));
  expect(addressesOf(folder)).toEqual([]);
  await writeFile(
    join(folder, 'sitemap.xml'),
    '<urlset><url><loc>https://old.example.org/fi/</loc></url><url><loc>https://old.example.org/sv/</loc></url></urlset>',
  );
  expect(addressesOf(folder)).toEqual(['/fi/', '/sv/']);
  await writeFile(
    join(folder, 'sitemap.xml'),
    '<loc>https://a.example/repo/sv/x/</loc><loc>https://a.example/repo/fi/</loc><loc>https://a.example/repo/sv/</loc>',
  );
  expect([baseOfBuilt(folder), addressesOf(folder)]).toEqual(['/repo', ['/sv/x/', '/fi/', '/sv/']]);
  await rm(folder, { recursive: true });
});
