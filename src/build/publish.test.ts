import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenFiles, finishedReleases, publish, publishedRelease, rollBack } from './publish.ts';

let folder: string;
let dist: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  dist = join(folder, 'dist');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const moment = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second));
const release = (text: string, second: number) => publish(dist, moment(second), (making) => writeFile(join(making, 'index.html'), text));
const published = () => readFile(join(dist, 'index.html'), 'utf8');

describe('publishing', () => {
  test('swaps a new release in whole', async () => {
    await release('first', 1);
    await release('second', 2);
    expect(await published()).toBe('second');
    expect(await brokenFiles(dist)).toEqual([]);
  });

  test('keeps the last good site when making the new one fails', async () => {
    await release('good', 1);
    const failing = publish(dist, moment(2), async (making) => {
      await writeFile(join(making, 'index.html'), 'half');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await published()).toBe('good');
    expect(await finishedReleases(dist)).toHaveLength(1);
  });

  test('keeps five releases', async () => {
    for (let second = 1; second <= 7; second += 1) await release(`release ${second}`, second);
    expect(await finishedReleases(dist)).toHaveLength(5);
    expect(await published()).toBe('release 7');
  });

  test('gives a newer name even when the clock has been set back', async () => {
    await release('first', 30);
    await release('second', 10);
    await release('third', 10);
    const names = await finishedReleases(dist);
    expect(await publishedRelease(dist)).toBe(names.at(-1));
    expect(await published()).toBe('third');
  });

  test('replaces a plain folder that stood in its place', async () => {
    await publish(join(folder, 'other'), moment(1), (making) => writeFile(join(making, 'x'), ''));
    await rm(dist, { force: true });
    await mkdir(dist);
    await writeFile(join(dist, 'index.html'), 'plain');
    await release('released', 2);
    expect(await published()).toBe('released');
  });

  test('refuses a second build at the same time with exit code 75', async () => {
    await publish(dist, moment(1), async (making) => {
      await writeFile(join(making, 'index.html'), 'outer');
      await expect(release('inner', 2)).rejects.toMatchObject({ exitCode: 75, message: expect.stringContaining('Another build is at work') });
    });
    expect(await published()).toBe('outer');
  });

  test('takes over the lock and clears the leftovers of a build that was killed', async () => {
    await release('good', 1);
    const releases = join(folder, '.dist-releases');
    await writeFile(join(releases, 'lock'), '999999999');
    await mkdir(join(releases, 'making-20261124T120002Z'));
    await release('next', 3);
    expect(await published()).toBe('next');
    await expect(stat(join(releases, 'making-20261124T120002Z'))).rejects.toThrow();
  });

  test('an altered or missing file is told by the manifest', async () => {
    await release('good', 1);
    await writeFile(join(dist, 'index.html'), 'altered');
    expect(await brokenFiles(dist)).toEqual(['index.html']);
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
});
