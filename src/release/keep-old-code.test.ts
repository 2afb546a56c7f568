import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepOldCode } from './keep-old-code.ts';
import { writeManifest } from './manifest.ts';

const now = new Date('2026-11-24T12:00:00Z');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keep-'));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, text: string, daysAgo = 0): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  const then = new Date(now.getTime() - daysAgo * 86_400_000);
  await utimes(join(root, path), then, then);
}

test('old code is kept for a week after the build that made it, and does not overwrite new files', async () => {
  await put('old/_astro/match.AAAA.js', 'old', 6.9);
  await put('old/_astro/style.BBBB.css', 'same name, old bytes', 1);
  await put('old/_astro/match.0000.js', 'older', 7.1);
  await put('old/_astro/photo.CCCC.webp', 'removed from the site', 1);
  await put('old/guide/fi.DDDD.txt', 'removed from the site', 1);
  await put('old/fi/index.html', 'removed from the site', 1);
  await put('new/_astro/style.BBBB.css', 'same name, new bytes');
  await writeManifest(join(root, 'old'));
  for (let build = 0; build < 2; build += 1) await keepOldCode(join(root, 'old'), join(root, 'new'), now);
  expect((await readdir(join(root, 'new'), { recursive: true })).sort()).toEqual([
    '_astro',
    '_astro/match.AAAA.js',
    '_astro/style.BBBB.css',
  ]);
  expect(await readFile(join(root, 'new/_astro/style.BBBB.css'), 'utf8')).toBe('same name, new bytes');
});

test('a kept file keeps its modification time', async () => {
  await put('old/_astro/match.AAAA.js', 'old', 5);
  await writeManifest(join(root, 'old'));
  await keepOldCode(join(root, 'old'), join(root, 'new'), now);
  const [before, after] = await Promise.all(
    ['old', 'new'].map((release) => stat(join(root, release, '_astro/match.AAAA.js'))),
  );
  expect(Math.round(after!.mtimeMs / 1000)).toBe(Math.round(before!.mtimeMs / 1000));
});

test('a first build has no old code to keep', async () => {
  await keepOldCode(join(root, 'dist'), join(root, 'new'), now);
  expect(await readdir(root)).toEqual([]);
});

test('a file that was changed or added after publication is not kept', async () => {
  await put('old/_astro/match.AAAA.js', 'old');
  await writeManifest(join(root, 'old'));
  await put('old/_astro/match.AAAA.js', 'changed');
  await put('old/_astro/foreign.BBBB.js', 'foreign');
  await keepOldCode(join(root, 'old'), join(root, 'new'), now);
  expect(await readdir(root)).toEqual(['old']);
});
