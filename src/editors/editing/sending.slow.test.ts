import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmEntry, openEntry, type Place, saveEntry, sendEntries, sendState, undoEntry } from './acts.ts';

/* How changes of several entries, some of whose lines stand in shared files, are told apart. */

let parent: string;
let place: Place;
const author = { name: 'Maija', email: 'maija@hel.fi' };
const [one, other, contact] = [
  'services/circulars',
  'services/climate-municipalities',
  'contacts/media-desk',
];

const git = (cwd: string, ...args: string[]): string =>
  String(
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@hel.fi', ...args], { cwd, stdio: 'pipe' }),
  ).trim();
const read = (path: string) => readFileSync(join(place.folder, path), 'utf8');

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sending-'));
  const work = join(parent, 'work');
  mkdirSync(work);
  cpSync('content', join(work, 'content'), { recursive: true });
  git(parent, 'init', '-q', '--bare', '-b', 'main', 'remote.git');
  git(work, 'init', '-q', '-b', 'main');
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'First');
  git(work, 'remote', 'add', 'origin', join(parent, 'remote.git'));
  git(work, 'push', '-q', 'origin', 'main');
  place = {
    folder: join(work, 'content'),
    now: new Date('2026-11-27T10:00:00Z'),
    lang: 'fi',
    content: undefined,
  };
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Changes a field of a file of an entry through its form. */
async function change(key: string, file: string, name: string, value: string): Promise<void> {
  const { parts } = await openEntry(place, key);
  const { path, version, content } = parts.find((part) => part.path.endsWith(file))!;
  if (!('data' in content)) throw new Error(path);
  const data = { ...(content.data as Record<string, string>), [name]: value };
  expect(await saveEntry(place, key, [{ path, version, content: { ...content, data } }])).toHaveProperty(
    'versions',
  );
}
const send = (key: string, sentence: string) =>
  sendEntries(place, { keys: [key], sentence, author, seen: {} });
const filesIn = (branch: string) =>
  git(join(parent, 'remote.git'), 'diff', '--name-only', 'main', branch).split('\n').sort();
const sentIn = async () =>
  Object.fromEntries((await sendState(place)).changes.map(({ key, sentIn }) => [key, sentIn]));

test('two services get new addresses, and each is sent with its own redirect and confirmation alone', async () => {
  await change(one!, 'fi.md', 'address', 'kirjeet');
  await change(other!, 'fi.md', 'address', 'ilmasto');
  await change(
    one!,
    'fi.md',
    'summary',
    'Yleiskirjeet kertovat kunnille, mitä laki ja sopimukset muuttavat.',
  );
  await confirmEntry(place, one!);
  await change(contact!, 'media-desk.yaml', 'phone', '+358 9 771 2001');
  expect(await send(contact!, 'Numero')).toMatchObject({ status: 'sent', branch: 'edit-2026-11-27-numero' });
  expect(filesIn('edit-2026-11-27-numero')).toEqual(['content/contacts/media-desk.yaml']);
  expect(await send(one!, 'Kirjeet')).toMatchObject({ status: 'sent', isJoined: false });
  expect(filesIn('edit-2026-11-27-kirjeet')).toEqual([
    'content/redirects.yaml',
    `content/${one}/fi.md`,
    'content/translations.yaml',
  ]);
  const remote = join(parent, 'remote.git');
  const redirects = git(remote, 'show', 'edit-2026-11-27-kirjeet:content/redirects.yaml');
  expect(redirects).toContain('/fi/palvelut/kirjeet/');
  expect(redirects).not.toContain('/fi/palvelut/ilmasto/');
  expect(await sentIn()).toMatchObject({ [one!]: 'edit-2026-11-27-kirjeet', [other!]: undefined });
  expect(await send(other!, 'Ilmasto')).toMatchObject({ status: 'sent', isJoined: false });
  expect(filesIn('edit-2026-11-27-ilmasto')).toEqual(['content/redirects.yaml', `content/${other}/fi.md`]);
}, 180_000);

test('what was sent stays when the rest is discarded', async () => {
  const path = `${contact}.yaml`;
  await change(contact!, 'media-desk.yaml', 'phone', '+358 9 771 2001');
  await send(contact!, 'Numero');
  const sent = read(path);
  expect(await undoEntry(place, contact!)).toEqual({ isUndone: false });
  expect(read(path)).toBe(sent);
  await change(contact!, 'media-desk.yaml', 'phone', '+358 9 771 2002');
  expect(await undoEntry(place, contact!)).toEqual({ isUndone: true });
  expect(read(path)).toBe(sent);
}, 180_000);

test('a new address that is discarded takes its redirect along, and no other', async () => {
  await change(one!, 'fi.md', 'address', 'kirjeet');
  await change(other!, 'fi.md', 'address', 'ilmasto');
  await undoEntry(place, one!);
  expect(read('redirects.yaml')).not.toContain('kirjeet');
  expect(read('redirects.yaml')).toContain('/fi/palvelut/ilmasto/');
  expect(Object.keys(await sentIn())).not.toContain(one);
}, 180_000);
