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
const reported = () =>
  checkFiles(readFiles(folder), today).problems.map(({ file, rule }) => `${file} ${rule}`);

test('a folder on disk is read unchanged', () => {
  expect(readFiles(folder).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual(
    [...soundFiles()].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect(reported()).toEqual([]);
});

describe('rejected without being opened or followed:', () => {
  test('a link to a file outside the folder', () => {
    symlinkSync('/etc/hostname', join(folder, 'services/alpha/host.md'));
    expect(reported()).toEqual(['services/alpha/host.md regular-file']);
  });

  test('a link to a folder, and one to its own parent folder', () => {
    symlinkSync(tmpdir(), join(folder, 'services/outside'));
    symlinkSync('..', join(folder, 'services/loop'));
    expect(reported()).toEqual(['services/loop regular-file', 'services/outside regular-file']);
  });

  test.skipIf(process.platform === 'win32')('a pipe, on which reading would block', () => {
    execFileSync('mkfifo', [join(folder, 'services/alpha/pipe.md')]);
    expect(reported()).toEqual(['services/alpha/pipe.md regular-file']);
  });

  test('a file that is too large', () => {
    truncateSync(write('services/alpha/fi.md', ''), 50_000_000);
    truncateSync(write('services/alpha/chart.png', ''), 20_000_000);
    expect(
      readFiles(folder)
        .filter(({ size }) => size > 1_000_000)
        .map(({ bytes }) => bytes.length),
    ).toEqual([0, 0]);
    expect(reported()).toEqual(['services/alpha/chart.png file-size', 'services/alpha/fi.md file-size']);
  });
});

test('a picture is read when it is examined, and an empty folder is ignored', async () => {
  write('services/alpha/chart.png', 'no picture');
  mkdirSync(join(folder, 'services/empty'));
  const files = readFiles(folder);
  await examinePictures(files);
  expect(
    files.flatMap(({ path, pictureFault }) => (pictureFault ? [`${path} ${pictureFault}`] : [])),
  ).toEqual(['services/alpha/chart.png type']);
});

test('a missing folder is a user-facing error', () => {
  expect(() => readFiles(join(folder, 'missing'))).toThrow('There is no content folder');
});
