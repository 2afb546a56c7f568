import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFiles } from './check-content.ts';
import { examinePictures, readFiles } from './read-files.ts';
import { soundFiles, today } from '../testing/sound-content.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const [path, text] of soundFiles()) write(path, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
const told = () => checkFiles(readFiles(folder), today).problems.map(({ file, rule }) => `${file} ${rule}`);

test('a folder on the disk is read as it is', () => {
  expect(readFiles(folder).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual(
    [...soundFiles()].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect(told()).toEqual([]);
});

describe('without being opened or followed', () => {
  test('a link to a file outside is refused', () => {
    symlinkSync('/etc/hostname', join(folder, 'services/alpha/host.md'));
    expect(told()).toEqual(['services/alpha/host.md regular-file']);
  });

  test('a link to a folder, and one to the folder that holds it, are refused', () => {
    symlinkSync(tmpdir(), join(folder, 'services/outside'));
    symlinkSync('..', join(folder, 'services/loop'));
    expect(told()).toEqual(['services/loop regular-file', 'services/outside regular-file']);
  });

  test.skipIf(process.platform === 'win32')('a pipe, which would keep a reader waiting, is refused', () => {
    execFileSync('mkfifo', [join(folder, 'services/alpha/pipe.md')]);
    expect(told()).toEqual(['services/alpha/pipe.md regular-file']);
  });

  test('a file that is too large is refused by its size alone', () => {
    truncateSync(write('services/alpha/fi.md', ''), 50_000_000);
    truncateSync(write('services/alpha/chart.png', ''), 20_000_000);
    expect(
      readFiles(folder)
        .filter(({ size }) => size > 1_000_000)
        .map(({ bytes }) => bytes.length),
    ).toEqual([0, 0]);
    expect(told()).toEqual(['services/alpha/chart.png file-size', 'services/alpha/fi.md file-size']);
  });
});

test('a picture is read when it is judged, and an empty folder is nothing', async () => {
  write('services/alpha/chart.png', 'no picture');
  mkdirSync(join(folder, 'services/empty'));
  const files = readFiles(folder);
  await examinePictures(files);
  expect(
    files.flatMap(({ path, pictureFault }) => (pictureFault ? [`${path} ${pictureFault}`] : [])),
  ).toEqual(['services/alpha/chart.png type']);
});

test('a folder that is not there is told in one sentence', () => {
  expect(() => readFiles(join(folder, 'missing'))).toThrow('There is no content folder');
});
