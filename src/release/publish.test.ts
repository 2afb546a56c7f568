import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenFiles } from './manifest.ts';
import { finishedReleases, publish, publishedRelease, rollBack } from './publish.ts';

let folder: string;
let dist: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  dist = join(folder, 'dist');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const moment = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second));
const release = (text: string, second: number) =>
  publish(dist, moment(second), (folderToFill) => writeFile(join(folderToFill, 'index.html'), text));
const releases = () => join(folder, '.dist-releases');
const published = () => readFile(join(dist, 'index.html'), 'utf8');

describe('publishing', () => {
  test('swaps in a complete new release', async () => {
    await release('first', 1);
    await release('second', 2);
    expect(await published()).toBe('second');
    expect(await brokenFiles(dist)).toEqual([]);
  });

  test('keeps the published site when making the new one fails', async () => {
    await release('good', 1);
    const failing = publish(dist, moment(2), async (folderToFill) => {
      await writeFile(join(folderToFill, 'index.html'), 'half');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await published()).toBe('good');
    expect(await finishedReleases(dist)).toHaveLength(1);
  });

  test('a site that is the same to the byte makes no new release, but another commit does', async () => {
    const fill = (folderToFill: string) => writeFile(join(folderToFill, 'index.html'), 'same');
    const commit = { commit: 'abc', time: '2026-11-24T12:00:00+02:00' };
    expect(await publish(dist, moment(1), fill, commit)).toBe(true);
    expect(await publish(dist, moment(2), fill, commit)).toBe(false);
    expect(await finishedReleases(dist)).toHaveLength(1);
    expect(JSON.parse(await readFile(join(dist, 'release.json'), 'utf8')).content).toEqual(commit);
    await publish(dist, moment(3), fill, { ...commit, commit: 'def' });
    await writeFile(join(dist, 'index.html'), 'altered');
    await publish(dist, moment(4), fill, { ...commit, commit: 'def' });
    expect([await published(), await finishedReleases(dist)]).toEqual([
      'same',
      ['20261124T120001Z', '20261124T120003Z', '20261124T120004Z'],
    ]);
  });

  test('keeps five releases', async () => {
    for (let second = 1; second <= 7; second += 1) await release(`release ${second}`, second);
    expect(await finishedReleases(dist)).toHaveLength(5);
    expect(await published()).toBe('release 7');
  });

  test('gives a later name even when the clock was set back', async () => {
    await release('first', 30);
    await release('second', 10);
    await release('third', 10);
    const names = await finishedReleases(dist);
    expect(await publishedRelease(dist)).toBe(names.at(-1));
    expect(await published()).toBe('third');
  });

  test('replaces a plain folder that holds a site', async () => {
    await mkdir(dist);
    await writeFile(join(dist, 'sitemap.xml'), '');
    await release('released', 1);
    expect(await published()).toBe('released');
    expect((await readdir(releases())).sort()).toEqual(['20261124T120001Z', 'lock']);
  });

  test('does not touch a folder that holds something else', async () => {
    await mkdir(dist);
    await writeFile(join(dist, 'thesis.txt'), 'years of work');
    await expect(release('released', 1)).rejects.toThrow('holds something else than a built site');
    expect(await readFile(join(dist, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('does not touch a file, or a link to something else', async () => {
    await writeFile(dist, 'years of work');
    await expect(release('released', 1)).rejects.toThrow('is or holds something else than a built site');
    expect(await readFile(dist, 'utf8')).toBe('years of work');
    await rm(dist);
    await symlink('elsewhere', dist);
    await expect(release('released', 1)).rejects.toThrow('is or holds something else than a built site');
    expect(await readlink(dist)).toBe('elsewhere');
  });

  test('does not touch a folder that appears while the site is made', async () => {
    const publishing = publish(dist, moment(1), async () => {
      await mkdir(dist);
      await writeFile(join(dist, 'thesis.txt'), 'years of work');
    });
    await expect(publishing).rejects.toThrow('something else than a built site');
    expect(await readFile(join(dist, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('restores a plain folder when a build was killed while replacing it', async () => {
    await release('released', 1);
    await rm(dist);
    await mkdir(join(releases(), 'plain-folder'));
    await writeFile(join(releases(), 'plain-folder', 'index.html'), 'plain');
    await expect(publish(dist, moment(2), () => Promise.reject(new Error('no luck')))).rejects.toThrow(
      'no luck',
    );
    expect(await published()).toBe('plain');
  });

  test('refuses a second build at the same time with exit code 75', async () => {
    await publish(dist, moment(1), async (folderToFill) => {
      await writeFile(join(folderToFill, 'index.html'), 'outer');
      await expect(release('inner', 2)).rejects.toMatchObject({
        exitCode: 75,
        message: expect.stringContaining('Another build is at work'),
      });
    });
    expect(await published()).toBe('outer');
  });

  test('removes the leftovers of killed builds', async () => {
    await release('good', 1);
    for (const name of ['making-4711', 'forgotten-20261124T110000Z'])
      await mkdir(join(releases(), name, 'fi'), { recursive: true });
    await symlink('nowhere', join(releases(), 'new-link'));
    await release('next', 3);
    expect(await published()).toBe('next');
    expect((await readdir(releases())).sort()).toEqual(['20261124T120001Z', '20261124T120003Z', 'lock']);
  });

  test('the manifest reveals altered, added and missing files', async () => {
    await publish(dist, moment(1), async (folderToFill) => {
      for (const name of ['a.html', 'b.html']) await writeFile(join(folderToFill, name), name);
    });
    await writeFile(join(dist, 'a.html'), 'altered');
    await rm(join(dist, 'b.html'));
    await writeFile(join(dist, 'c.html'), 'added');
    expect(await brokenFiles(dist)).toEqual(['c.html', 'a.html', 'b.html']);
  });
});

describe('rolling back', () => {
  test('goes to the release before the published one, and again', async () => {
    for (let second = 1; second <= 3; second += 1) await release(`release ${second}`, second);
    await rollBack(dist);
    expect(await published()).toBe('release 2');
    await rollBack(dist);
    expect(await published()).toBe('release 1');
    await expect(rollBack(dist)).rejects.toThrow('There is no release before the published one');
  });

  test('goes to a named release', async () => {
    for (let second = 1; second <= 3; second += 1) await release(`release ${second}`, second);
    await rollBack(dist, '20261124T120001Z');
    expect(await published()).toBe('release 1');
  });

  test('refuses a release that is damaged, and one that does not exist', async () => {
    for (let second = 1; second <= 2; second += 1) await release(`release ${second}`, second);
    await writeFile(join(releases(), '20261124T120001Z', 'index.html'), '');
    await expect(rollBack(dist)).rejects.toThrow('is damaged (index.html)');
    await expect(rollBack(dist, '20261124T120009Z')).rejects.toThrow('There is no release 20261124T120009Z');
    expect(await published()).toBe('release 2');
  });

  test('does not touch a folder that holds something else', async () => {
    await release('good', 1);
    await rm(dist);
    await mkdir(dist);
    await writeFile(join(dist, 'thesis.txt'), 'years of work');
    await expect(rollBack(dist)).rejects.toThrow('something else than a built site');
    expect(await readFile(join(dist, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('is refused while a build is running', async () => {
    await release('good', 1);
    await publish(dist, moment(2), async () => {
      await expect(rollBack(dist)).rejects.toMatchObject({ exitCode: 75 });
    });
  });
});
