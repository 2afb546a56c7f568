import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contentFingerprint } from './content-fingerprint.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
  vi.stubEnv('CONTENT_DIR', folder);
  mkdirSync(join(folder, 'services'));
  for (const name of ['fi.md', 'chart.png']) writeFileSync(join(folder, 'services', name), 'before');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test.each(['fi.md', 'chart.png'])(
  'a change of %s is seen though its size and time of writing are as before',
  async (name) => {
    const file = join(folder, 'services', name);
    const state = contentFingerprint();
    const { atime, mtime } = statSync(file);
    // Clocks of file systems tick every few milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(file, 'behind');
    utimesSync(file, atime, mtime);
    expect(contentFingerprint()).not.toBe(state);
  },
);

test('without a change the state is the same, and without a folder there is none', () => {
  expect(contentFingerprint()).toBe(contentFingerprint());
  vi.stubEnv('CONTENT_DIR', join(folder, 'missing'));
  expect(contentFingerprint()).toBe('');
});
