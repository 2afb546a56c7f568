import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeIn, readIn, removeUnfinished, versionOf, writeIn } from './files-on-disk.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'editing-'));
  folder = join(parent, 'content');
  await mkdir(join(folder, 'contacts'), { recursive: true });
  await writeFile(join(parent, 'outside.yaml'), 'outside');
  await writeFile(join(folder, 'contacts/a.yaml'), 'a');
});
afterEach(() => rm(parent, { recursive: true, force: true }));
const bytes = new TextEncoder().encode('new');

test('a file is written whole, in folders that are made, and nothing is left beside it', async () => {
  await writeIn(folder, 'services/x/fi.md', bytes);
  expect(await readFile(join(folder, 'services/x/fi.md'), 'utf8')).toBe('new');
  await writeIn(folder, 'contacts/a.yaml', undefined);
  expect(await readIn(folder, 'contacts/a.yaml')).toBeUndefined();
  expect((await readdir(parent)).sort()).toEqual(['content', 'outside.yaml']);
});

test.each([
  '../outside.yaml',
  'contacts/../../outside.yaml',
  '/etc/hostname',
  '.git/config',
  'contacts/.env',
  '',
])('the path %j is refused', async (path) => {
  await expect(placeIn(folder, path)).rejects.toThrow();
  await expect(writeIn(folder, path, bytes)).rejects.toThrow();
  expect(await readFile(join(parent, 'outside.yaml'), 'utf8')).toBe('outside');
});

test('a link is neither read nor written, be it the file or a folder above', async () => {
  await symlink(join(parent, 'outside.yaml'), join(folder, 'contacts/link.yaml'));
  await symlink(parent, join(folder, 'services'));
  for (const path of ['contacts/link.yaml', 'services/outside.yaml']) {
    await expect(readIn(folder, path)).rejects.toThrow();
    await expect(writeIn(folder, path, bytes)).rejects.toThrow();
  }
  expect(await readFile(join(parent, 'outside.yaml'), 'utf8')).toBe('outside');
});

test('what a crash left is removed, and nothing else', async () => {
  await writeFile(join(parent, '.saving-0123456789abcdef'), 'half');
  await removeUnfinished(folder);
  expect((await readdir(parent)).sort()).toEqual(['content', 'outside.yaml']);
});

test('a version tells one content from another, and from a missing file', () => {
  expect(new Set([versionOf(bytes), versionOf(new Uint8Array()), versionOf(undefined)]).size).toBe(3);
});
