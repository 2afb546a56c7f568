import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { soundFiles, today } from '../testing/sound-content.ts';
import { checkSince, pagesAt } from './compare.ts';
import { commitOf } from './git.ts';

let repository: string;
let content: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@kuntaliitto.fi', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
};
const change = (path: string, from: string, to: string) => {
  const text = readFileSync(join(content, path), 'utf8');
  expect(text).toContain(from);
  write(path, text.replace(from, to));
};

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'compare-'));
  content = join(repository, 'content');
  git('init', '--quiet', '--initial-branch=main');
  for (const [path, text] of soundFiles()) write(path, text);
  git('add', '.');
  git('commit', '--quiet', '--message=Begin');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(repository, { recursive: true });
});

const since = async (commit = 'HEAD', published: { path: string }[] = []) =>
  (await checkSince(commit, content, today, published)).problems.map(
    ({ level, rule, field }) => `${level} ${rule} ${field}`,
  );
const lackedBefore = ['publisher', 'feedback', 'url', 'security'].map(
  (field) => `warning public-site ${field}`,
);

test('a branch knows the pages of main that it may lose, and one without changes asks for none', () => {
  expect(pagesAt(content, today)).toEqual([]);
  git('checkout', '--quiet', '-b', 'change');
  change('announcements/news/fi.md', 'address: uutinen', 'address: toinen');
  git('commit', '--quiet', '--all', '--message=Rename');
  expect(pagesAt(content, today)).toContainEqual({
    path: '/fi/tiedotteet/uutinen/',
    name: 'announcements/news fi',
  });
});

test('outside a repository there is nothing to compare with, and a missing commit is told', async () => {
  rmSync(join(repository, '.git'), { recursive: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
  expect(pagesAt(content, today)).toEqual([]);
  expect(commitOf(content)).toBeUndefined();
  vi.stubEnv('CONTENT_COMMIT', 'abc 2026-11-24T12:00:00+02:00');
  expect(commitOf(content)).toEqual({ commit: 'abc', time: '2026-11-24T12:00:00+02:00' });
  await expect(since('HEAD')).rejects.toThrow('fetch-depth');
});

test('what publishing refuses already is a warning, and what a request adds to it an error', async () => {
  expect(await since()).toEqual(lackedBefore);
  change('pages/about/page.yaml', 'contacts: []', 'unreviewed: true\ncontacts: []');
  change('announcements/news/fi.md', 'address: uutinen', 'address: toinen');
  expect((await since()).filter((line) => line.startsWith('error'))).toEqual([
    'error lost-addresses address',
    'error public-site unreviewed',
  ]);
});

test('an address that main has lost already holds up no other request', async () => {
  const published = [{ path: '/fi/palvelut/kadonnut/' }];
  change('services/alpha/fi.md', 'Saat neuvon', 'Saat neuvoa');
  expect((await since('HEAD', published)).filter((line) => line.includes('lost'))).toEqual([
    'warning lost-addresses undefined',
  ]);
});

test('a field that nobody could have published is an error, however long it has been there', async () => {
  change('services/alpha/fi.md', 'address: palvelu-alpha', 'address: [x]');
  git('commit', '--quiet', '--all', '--message=Slip');
  expect(await since()).toContain('error field-type address');
});

test('a folder holds a commit until something in it is changed', () => {
  expect(commitOf(content)).toEqual({
    commit: git('rev-parse', 'HEAD'),
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
  });
  change('services/alpha/fi.md', 'Saat neuvon', 'Saat neuvoa');
  expect(commitOf(content)).toBeUndefined();
});
