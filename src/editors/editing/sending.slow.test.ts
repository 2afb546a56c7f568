import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentRepository, git } from '../../testing/content-repository.ts';
import { confirmEntry, openEntry, removeEntry, saveEntry } from './acts.ts';
import type { Place } from './place.ts';
import { bring, sendEntries, sendState, undoEntry, unsentIn } from './sending.ts';

/* How changes of several entries, some of whose lines stand in shared files, are told apart. */

let repository: ReturnType<typeof contentRepository>;
let place: Place;
const author = { name: 'Maija', email: 'maija@hel.fi' };
const [one, other, contact] = [
  'services/economy-barometer',
  'services/employment-services-support',
  'contacts/media-desk',
];

const read = (path: string) => readFileSync(join(place.folder, path), 'utf8');

beforeEach(() => {
  repository = contentRepository();
  place = {
    folder: repository.folder,
    now: new Date('2026-11-27T10:00:00Z'),
    lang: 'fi',
    content: undefined,
  };
});
afterEach(() => repository.remove());

/** Changes a field of a file of an entry through its form. */
async function change(key: string, file: string, name: string, value: string): Promise<void> {
  const { parts } = await openEntry(place, { key });
  const { path, version, content } = parts.find((part) => part.path.endsWith(file))!;
  if (!('data' in content)) throw new Error(path);
  const data = { ...content.data, [name]: value };
  expect(
    await saveEntry(place, { key, files: [{ path, version, content: { ...content, data } }] }),
  ).toHaveProperty('versions');
}
const send = (key: string, sentence: string) =>
  sendEntries(place, { keys: [key], sentence, author, seen: {} });
const filesIn = (branch: string) =>
  git(repository.remote, 'diff', '--name-only', 'main', branch).split('\n').sort();
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
  await confirmEntry(place, { key: one! });
  await change(contact!, 'media-desk.yaml', 'phone', '+358 9 771 2001');
  expect(await send(contact!, 'Numero')).toMatchObject({ status: 'sent', branch: 'edit-2026-11-27-numero' });
  expect(filesIn('edit-2026-11-27-numero')).toEqual(['content/contacts/media-desk.yaml']);
  expect(await send(one!, 'Kirjeet')).toMatchObject({ status: 'sent', isJoined: false });
  expect(filesIn('edit-2026-11-27-kirjeet')).toEqual([
    'content/redirects.yaml',
    `content/${one}/fi.md`,
    'content/translations.yaml',
  ]);
  const remote = repository.remote;
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
  expect(await unsentIn(place, { key: contact! })).toEqual({ fields: [] });
  await change(contact!, 'media-desk.yaml', 'phone', '+358 9 771 2002');
  const fields = [{ name: 'Puhelin', before: ['+358 9 771 2001'], after: ['+358 9 771 2002'] }];
  expect(await unsentIn(place, { key: contact! })).toEqual({ fields });
  expect((await sendState(place)).changes).toMatchObject([{ key: contact, fields }]);
  await undoEntry(place, { key: contact! });
  expect(read(path)).toBe(sent);
}, 180_000);

test('a contact is removed once nothing refers to it, sent so, and comes back when that is discarded', async () => {
  const used = 'contacts/switchboard';
  for (const key of [used, 'site.yaml', one!])
    await expect(removeEntry(place, { key })).rejects.toThrow('Tätä ei voi poistaa');
  const left = 'contacts/left.yaml';
  writeFileSync(join(place.folder, left), read(`${used}.yaml`));
  git(place.folder, 'add', '.');
  git(place.folder, 'commit', '-qm', 'Contact');
  git(place.folder, 'push', '-q', 'origin', 'main');
  const before = read(left);
  await removeEntry(place, { key: 'contacts/left' });
  expect(existsSync(join(place.folder, left))).toBe(false);
  await undoEntry(place, { key: 'contacts/left' });
  expect(read(left)).toBe(before);
  await removeEntry(place, { key: 'contacts/left' });
  expect((await sendState(place)).changes.map(({ title }) => title)).toEqual(['Kuntaliiton vaihde']);
  expect(await send('contacts/left', 'Poistuu')).toMatchObject({ status: 'sent' });
  const diff = ['diff', '--name-status', 'main', 'edit-2026-11-27-poistuu'];
  expect(git(repository.remote, ...diff)).toBe(`D\tcontent/${left}`);
}, 180_000);

test('a new address that is discarded takes its redirect along, and no other', async () => {
  await change(one!, 'fi.md', 'address', 'kirjeet');
  await change(other!, 'fi.md', 'address', 'ilmasto');
  await undoEntry(place, { key: one! });
  expect(read('redirects.yaml')).not.toContain('kirjeet');
  expect(read('redirects.yaml')).toContain('/fi/palvelut/ilmasto/');
  expect(Object.keys(await sentIn())).not.toContain(one);
}, 180_000);

test('a new address names the other entries that follow it, and is sent with them', async () => {
  const linked = 'services/circulars';
  await change(linked, 'fi.md', 'address', 'kirjeet');
  const refused = await send(linked, 'Kirjeet');
  if (refused.status !== 'problems') throw new Error(refused.status);
  const others = new Set(refused.problems.map(({ key }) => key));
  expect(Object.keys(await sentIn())).toEqual(expect.arrayContaining([...others]));
  const keys = [linked, ...others];
  expect(await sendEntries(place, { keys, sentence: 'Kirjeet', author, seen: {} })).toMatchObject({
    status: 'sent',
  });
}, 180_000);

test('what was published on the same place is brought as a version to choose from, and is then sent as chosen', async () => {
  const path = `${contact}.yaml`;
  const { folder, remote } = repository;
  const elsewhere = join(folder, '..', '..', 'elsewhere');
  git(folder, 'clone', '-q', remote, elsewhere);
  const published = join(elsewhere, 'content', path);
  writeFileSync(
    published,
    readFileSync(published, 'utf8').replace(/^phone: .*$/m, 'phone: "+358 9 771 2008"'),
  );
  git(elsewhere, 'commit', '-qam', 'Another number');
  git(elsewhere, 'push', '-q', 'origin', 'HEAD:main');
  git(folder, 'fetch', '-q');
  await change(contact!, '.yaml', 'phone', '+358 9 771 2009');
  const result = await bring(place);
  if (result.status !== 'conflicts') throw new Error(result.status);
  expect(result.conflicts).toMatchObject([{ key: contact, theirs: { data: { phone: '+358 9 771 2008' } } }]);
  const seen = Object.fromEntries(result.conflicts.map(({ path, blob }) => [path, blob]));
  const sent = await sendEntries(place, { keys: [contact!], sentence: 'Numero vaihtuu.', author, seen });
  expect(sent.status).toBe('sent');
});
