import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  authorOf,
  bringNewest,
  changesIn,
  fileAt,
  historyOf,
  isBehind,
  repositoryOf,
  type Repository,
  type Request,
  requestPage,
  send,
} from './git.ts';

let parent: string;
let work: string;
const phone = 'contacts/a.yaml';
const run = (cwd: string, ...args: string[]): string =>
  String(
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      stdio: 'pipe',
    }),
  ).trim();
const write = (path: string, text: string, root = work) => writeFileSync(join(root, 'content', path), text);
const numbers = (phone: string, order = '1') =>
  `name: A\nphone: ${phone}\ntitle: x\nnote: y\nurl: z\norder: ${order}\n`;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'git-'));
  work = join(parent, 'work');
  run(parent, 'init', '-q', '--bare', '-b', 'main', 'remote.git');
  run(parent, 'init', '-q', '-b', 'main', 'work');
  mkdirSync(join(work, 'content/contacts'), { recursive: true });
  write(phone, numbers('1'));
  write('contacts/b.yaml', 'name: B\n');
  run(work, 'add', '.');
  run(work, 'commit', '-qm', 'First');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function addRemote(): void {
  run(work, 'remote', 'add', 'origin', join(parent, 'remote.git'));
  run(work, 'push', '-q', 'origin', 'main');
}
/** Publishes a change as somebody else would. */
function publishElsewhere(path: string, text: string): void {
  const other = join(parent, `other-${Math.random()}`);
  run(parent, 'clone', '-q', 'remote.git', other);
  write(path, text, other);
  run(other, 'add', '.');
  run(other, 'commit', '-qm', 'Theirs');
  run(other, 'push', '-q', 'origin', 'main');
}
const opened = async (): Promise<Repository> => (await repositoryOf(join(work, 'content')))!;
const request = (changes: Partial<Request> = {}): Request => ({
  paths: [phone],
  isOwn: (path) => path === phone,
  sentence: 'Uusi puhelinnumero: äö $(x) `y`; "z"',
  author: { name: 'Maija', email: 'maija@hel.fi' },
  seen: {},
  now: new Date('2026-11-27T10:00:00Z'),
  refuses: async () => false,
  join: async (path, bytes) => write(path, String(bytes)),
  ...changes,
});
const branch = 'edit-2026-11-27-uusi-puhelinnumero-ao-x-y-z';

test('what was changed is sent on a branch of its own, and nothing that is checked out moves', async () => {
  addRemote();
  write(phone, numbers('2'));
  write('contacts/b.yaml', 'name: draft\n');
  const before = [run(work, 'rev-parse', 'HEAD'), run(work, 'status', '--porcelain')];
  expect(await send(await opened(), request())).toEqual({
    status: 'sent',
    branch,
    isJoined: false,
    page: undefined,
  });
  const remote = join(parent, 'remote.git');
  expect(run(remote, 'show', `${branch}:content/${phone}`)).toContain('phone: 2');
  expect(run(remote, 'diff', '--name-only', 'main', branch)).toBe(`content/${phone}`);
  expect(run(remote, 'log', '-1', '--format=%an %ae %s', branch)).toBe(
    'Maija maija@hel.fi Uusi puhelinnumero: äö $(x) `y`; "z"',
  );
  expect([run(work, 'rev-parse', 'HEAD'), run(work, 'status', '--porcelain')]).toEqual(before);
  expect(await changesIn(await opened())).toEqual([
    { path: phone, sentIn: branch },
    { path: 'contacts/b.yaml' },
  ]);
});

test('a change of what is sent already goes to the same request', async () => {
  addRemote();
  write(phone, numbers('2'));
  await send(await opened(), request());
  expect(await send(await opened(), request())).toEqual({ status: 'nothing' });
  write(phone, numbers('3'));
  expect(await send(await opened(), request({ sentence: 'Taas' }))).toMatchObject({
    status: 'sent',
    branch,
    isJoined: true,
  });
  expect(run(join(parent, 'remote.git'), 'show', `${branch}:content/${phone}`)).toContain('phone: 3');
});

test('what one request holds does not slip into another', async () => {
  addRemote();
  const lines = numbers('1').split('\n');
  write(phone, numbers('2'));
  await send(await opened(), request());
  // Another entry is renamed, and a line at the other end of this file follows.
  write('contacts/b.yaml', 'name: renamed\n');
  write(phone, `${numbers('2').trimEnd()}\nlink: renamed\n`);
  expect(await changesIn(await opened())).toEqual([{ path: phone }, { path: 'contacts/b.yaml' }]);
  const renaming = request({
    paths: [phone, 'contacts/b.yaml'],
    isOwn: (path) => path === 'contacts/b.yaml',
    sentence: 'Uusi nimi',
  });
  expect(await send(await opened(), renaming)).toMatchObject({ branch: 'edit-2026-11-27-uusi-nimi' });
  const sent = run(join(parent, 'remote.git'), 'show', `edit-2026-11-27-uusi-nimi:content/${phone}`);
  expect(sent).toContain('link: renamed');
  expect(sent.split('\n').slice(0, lines.length - 1)).toEqual(lines.slice(0, -1));
  expect((await changesIn(await opened())).every(({ sentIn }) => sentIn)).toBe(true);
  expect(run(work, 'show', `HEAD:content/${phone}`)).not.toContain('link');
});

test('what another request holds stays in the folder when others have published meanwhile', async () => {
  addRemote();
  write(phone, numbers('2'));
  await send(await opened(), request());
  publishElsewhere(phone, numbers('1').replace('note: y', 'note: theirs'));
  write(phone, `${numbers('2').trimEnd()}\nlink: renamed\n`);
  const renaming = request({ isOwn: () => false, sentence: 'Uusi nimi' });
  expect(await send(await opened(), renaming)).toMatchObject({ branch: 'edit-2026-11-27-uusi-nimi' });
  const mine = readFileSync(join(work, 'content', phone), 'utf8');
  for (const line of ['phone: 2', 'note: theirs', 'link: renamed']) expect(mine).toContain(line);
  const sent = run(join(parent, 'remote.git'), 'show', `edit-2026-11-27-uusi-nimi:content/${phone}`);
  for (const line of ['phone: 1', 'note: theirs', 'link: renamed']) expect(sent).toContain(line);
});

test('what was published can be taken back while requests wait that are older than it', async () => {
  addRemote();
  write('contacts/b.yaml', 'name: C\n');
  await send(
    await opened(),
    request({ paths: ['contacts/b.yaml'], isOwn: (path) => path.endsWith('b.yaml') }),
  );
  publishElsewhere(phone, numbers('2'));
  await isBehind(await opened());
  await bringNewest(await opened(), request().join);
  write(phone, numbers('1'));
  expect(await changesIn(await opened())).toEqual([
    { path: phone },
    { path: 'contacts/b.yaml', sentIn: branch },
  ]);
  const sent = await send(await opened(), request({ sentence: 'Takaisin' }));
  expect(sent).toMatchObject({ status: 'sent', branch: 'edit-2026-11-27-takaisin', isJoined: false });
  const remote = join(parent, 'remote.git');
  expect(`${run(remote, 'show', `edit-2026-11-27-takaisin:content/${phone}`)}\n`).toBe(numbers('1'));
});

test('a request that is gone on with keeps what others have published in its other files', async () => {
  addRemote();
  const both = { paths: [phone, 'contacts/b.yaml'], isOwn: () => true };
  write(phone, numbers('2'));
  write('contacts/b.yaml', 'name: C\n');
  await send(await opened(), request(both));
  publishElsewhere(phone, numbers('1', '7'));
  await isBehind(await opened());
  write('contacts/b.yaml', 'name: D\n');
  expect(await send(await opened(), request({ ...both, paths: ['contacts/b.yaml'] }))).toMatchObject({
    status: 'sent',
    isJoined: true,
  });
  const remote = join(parent, 'remote.git');
  expect(`${run(remote, 'show', `${branch}:content/${phone}`)}\n`).toBe(numbers('2', '7'));
});

test('a new file and one that is gone are sent, too', async () => {
  addRemote();
  write('contacts/c.yaml', 'name: C\n');
  rmSync(join(work, 'content/contacts/b.yaml'));
  const paths = (await changesIn(await opened())).map(({ path }) => path);
  expect(paths.sort()).toEqual(['contacts/b.yaml', 'contacts/c.yaml']);
  await send(await opened(), request({ paths }));
  expect(run(join(parent, 'remote.git'), 'diff', '--name-status', 'main', branch)).toBe(
    'D\tcontent/contacts/b.yaml\nA\tcontent/contacts/c.yaml',
  );
});

test('without a remote, the branch is kept on this machine', async () => {
  write(phone, numbers('2'));
  expect(await send(await opened(), request())).toEqual({ status: 'local', branch, isJoined: false });
  expect(run(work, 'show', `${branch}:content/${phone}`)).toContain('phone: 2');
});

test('when the server cannot be reached, nothing counts as sent, and the same send works again', async () => {
  addRemote();
  write(phone, numbers('2'));
  run(work, 'remote', 'set-url', 'origin', join(parent, 'nowhere.git'));
  expect(await send(await opened(), request())).toMatchObject({
    status: 'unreachable',
    reason: expect.stringContaining('nowhere.git'),
  });
  expect(await changesIn(await opened())).toEqual([{ path: phone }]);
  run(work, 'remote', 'set-url', 'origin', join(parent, 'remote.git'));
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent', branch });
  expect(await changesIn(await opened())).toEqual([{ path: phone, sentIn: branch }]);
});

test('what the server refuses does not count as sent, is no lost connection, and is sent again', async () => {
  addRemote();
  write(phone, numbers('2'));
  const hook = join(parent, 'remote.git/hooks/pre-receive');
  writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  expect(await send(await opened(), request())).toMatchObject({ status: 'rejected' });
  expect(await changesIn(await opened())).toEqual([{ path: phone }]);
  rmSync(hook);
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent', branch });
});

test('a branch of any other name on the remote does not stand in the way', async () => {
  addRemote();
  for (const name of ['edit', 'main-2']) run(work, 'push', '-q', 'origin', `main:refs/heads/${name}`);
  // What git remembers here of a branch that is gone there would stand in the way of a fetch of all.
  run(work, 'update-ref', '-d', 'refs/remotes/origin/edit');
  run(work, 'update-ref', 'refs/remotes/origin/edit/old', 'HEAD');
  write(phone, numbers('2'));
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent', branch });
});

test('a request of somebody else that has the same file is left alone', async () => {
  addRemote();
  const other = join(parent, 'other');
  run(parent, 'clone', '-q', 'remote.git', other);
  write(phone, numbers('7'), other);
  run(other, 'commit', '-qam', 'Theirs');
  run(other, 'push', '-q', 'origin', 'HEAD:refs/heads/edit-theirs');
  write(phone, numbers('2'));
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent', branch, isJoined: false });
});

test('what the publisher has changed in a request is not overwritten: a new request is made', async () => {
  addRemote();
  write(phone, numbers('2'));
  await send(await opened(), request());
  const other = join(parent, 'other');
  run(parent, 'clone', '-q', '-b', branch, 'remote.git', other);
  write(phone, numbers('2', '8'), other);
  run(other, 'commit', '-qam', 'Amended');
  run(other, 'push', '-q', 'origin', 'HEAD');
  write(phone, numbers('3'));
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent', branch: `${branch}-2` });
});

describe('a file whose lines belong to different entries', () => {
  const shared = 'redirects.yaml';
  beforeEach(() => {
    write(shared, '# Old: new\n/a/: /b/\n');
    run(work, 'add', '.');
    run(work, 'commit', '-qm', 'Redirects');
    addRemote();
    write(shared, '# Old: new\n/1/: /one/\n/a/: /b/\n/2/: /two/\n');
    write(phone, numbers('2'));
    write('contacts/b.yaml', 'name: Two\n');
  });
  const first = () => request({ lines: { [shared]: ['/1/'] } });
  const second = (changes: Partial<Request> = {}) =>
    request({
      paths: ['contacts/b.yaml'],
      isOwn: (path) => path === 'contacts/b.yaml',
      sentence: 'Toinen',
      lines: { [shared]: ['/2/'] },
      ...changes,
    });
  const there = (branch: string, path = shared) =>
    run(join(parent, 'remote.git'), 'show', `${branch}:content/${path}`);

  test('each goes with its own entry, in a branch of its own', async () => {
    await send(await opened(), first());
    expect(await send(await opened(), second())).toMatchObject({
      branch: 'edit-2026-11-27-toinen',
      isJoined: false,
    });
    expect(there(branch)).toBe('# Old: new\n/1/: /one/\n/a/: /b/');
    expect(there('edit-2026-11-27-toinen')).toBe('# Old: new\n/a/: /b/\n/2/: /two/');
    expect(there('edit-2026-11-27-toinen', phone)).toContain('phone: 1');
  });

  test('each counts as sent alone', async () => {
    await send(await opened(), first());
    expect(await changesIn(await opened(), [shared])).toEqual([
      { path: phone, sentIn: branch },
      { path: 'contacts/b.yaml' },
      { path: shared, name: '/1/', sentIn: branch },
      { path: shared, name: '/2/' },
    ]);
  });

  test('a later send of the same entry keeps what the request had, and what was published meanwhile', async () => {
    await send(await opened(), first());
    publishElsewhere(shared, '# Old: new\n/a/: /b/\n/3/: /three/\n');
    write(phone, numbers('3'));
    const again = request({ lines: { [shared]: [] } });
    expect(await send(await opened(), again)).toMatchObject({ branch, isJoined: true });
    expect(there(branch)).toBe('# Old: new\n/1/: /one/\n/a/: /b/\n/3/: /three/');
  });
});

test('other lines that were published meanwhile are joined', async () => {
  addRemote();
  publishElsewhere(phone, numbers('1', '9'));
  write(phone, numbers('2'));
  expect(await send(await opened(), request())).toMatchObject({ status: 'sent' });
  expect(run(join(parent, 'remote.git'), 'show', `${branch}:content/${phone}`)).toBe(
    numbers('2', '9').trim(),
  );
  expect(readFileSync(join(work, 'content', phone), 'utf8')).toBe(numbers('2', '9'));
});

test('the same line is never overwritten: both versions are told, and the editor decides', async () => {
  addRemote();
  publishElsewhere(phone, numbers('5'));
  write(phone, numbers('2'));
  const sent = await send(await opened(), request());
  expect(sent).toMatchObject({
    status: 'conflicts',
    conflicts: [{ path: phone, theirs: Buffer.from(numbers('5')) }],
  });
  expect(run(join(parent, 'remote.git'), 'branch', '--list', 'edit-*')).toBe('');
  const blob = sent.status === 'conflicts' ? sent.conflicts[0]!.blob : '';
  expect(await send(await opened(), request({ seen: { [phone]: blob } }))).toMatchObject({ status: 'sent' });
  expect(run(join(parent, 'remote.git'), 'show', `${branch}:content/${phone}`)).toBe(numbers('2').trim());
});

test('what is refused makes no branch, and the check sees just what would be sent', async () => {
  addRemote();
  write(phone, numbers('2'));
  write('contacts/b.yaml', 'name: draft\n');
  const seen: string[] = [];
  const refuses = async (files: { path: string; bytes: Uint8Array }[]) => {
    seen.push(...files.map(({ path, bytes }) => `${path} ${new TextDecoder().decode(bytes).slice(0, 16)}`));
    return true;
  };
  expect(await send(await opened(), request({ refuses }))).toEqual({ status: 'refused' });
  expect(seen).toEqual(['contacts/a.yaml name: A\nphone: 2', 'contacts/b.yaml name: B\n']);
  expect(run(work, 'branch', '--list', 'edit-*')).toBe('');
});

test('a version of before, its sentence and its author are there', async () => {
  write(phone, numbers('2'));
  run(work, 'commit', '-qam', 'Second');
  const repository = await opened();
  const [latest, first] = await historyOf(repository, [phone]);
  expect([latest!.sentence, first!.sentence, first!.author]).toEqual(['Second', 'First', 'T']);
  expect(String(await fileAt(repository, first!.commit, phone))).toBe(numbers('1'));
  expect(await fileAt(repository, first!.commit, 'contacts/none.yaml')).toBeUndefined();
  run(work, 'config', 'user.name', 'Maija');
  run(work, 'config', 'user.email', 'm@hel.fi');
  expect(await authorOf(repository)).toEqual({ name: 'Maija', email: 'm@hel.fi' });
});

test('a folder that is in no repository has none', async () => {
  mkdirSync(join(parent, 'plain'));
  chmodSync(join(parent, 'plain'), 0o755);
  expect(await repositoryOf(join(parent, 'plain'))).toBeUndefined();
});

test.each([
  ['https://github.com/city/site.git', 'https://github.com/city/site/compare/main...edit/x?expand=1'],
  ['git@github.com:city/site.git', 'https://github.com/city/site/compare/main...edit/x?expand=1'],
  ['ssh://git@github.com/city/site', 'https://github.com/city/site/compare/main...edit/x?expand=1'],
  ['https://user:secret@github.com/city/site', 'https://github.com/city/site/compare/main...edit/x?expand=1'],
  ['https://git.example.org/city/site.git', undefined],
  ['/srv/site.git', undefined],
])('the page on which a request to %s is finished', (remote, page) => {
  expect(requestPage(remote, 'main', 'edit/x')).toBe(page);
});

describe('bringing what was published', () => {
  const bring = async () => {
    const repository = (await repositoryOf(join(work, 'content')))!;
    expect(await isBehind(repository)).toBe(true);
    return bringNewest(repository, async (path, bytes) =>
      writeFileSync(join(repository.folder, path), bytes),
    );
  };
  const read = (path: string) => readFileSync(join(work, 'content', path), 'utf8');
  beforeEach(addRemote);

  test('files that were added, changed and removed elsewhere follow, and what was changed here stays', async () => {
    publishElsewhere('contacts/new.yaml', 'name: New\n');
    publishElsewhere(phone, numbers('2'));
    const elsewhere = join(parent, 'elsewhere');
    rmSync(elsewhere, { recursive: true, force: true });
    run(parent, 'clone', '-q', 'remote.git', 'elsewhere');
    run(elsewhere, 'rm', '-q', 'content/contacts/b.yaml');
    run(elsewhere, 'commit', '-qm', 'Gone');
    run(elsewhere, 'push', '-q', 'origin', 'main');
    // One line of a file is changed here, another one elsewhere; and a file of ours is new.
    write(phone, numbers('1', '9'));
    write('contacts/own.yaml', 'name: Own\n');
    expect(await bring()).toEqual({ status: 'brought', isProgramNew: false });
    expect(read(phone)).toBe(numbers('2', '9'));
    expect(read('contacts/new.yaml')).toBe('name: New\n');
    expect(read('contacts/own.yaml')).toBe('name: Own\n');
    expect(run(work, 'status', '--porcelain').split('\n')).toEqual([
      'M content/contacts/a.yaml',
      '?? content/contacts/own.yaml',
    ]);
    expect(run(work, 'rev-parse', 'HEAD')).toBe(run(work, 'rev-parse', 'origin/main'));
    expect(await isBehind((await repositoryOf(join(work, 'content')))!)).toBe(false);
  });

  test('what was sent from here and published is no change any more', async () => {
    write(phone, numbers('2'));
    publishElsewhere(phone, numbers('2'));
    expect(await bring()).toMatchObject({ status: 'brought' });
    expect(run(work, 'status', '--porcelain')).toBe('');
  });

  test('where the same line was changed here and there, nothing is touched', async () => {
    write(phone, numbers('3'));
    publishElsewhere(phone, numbers('2'));
    publishElsewhere('contacts/new.yaml', 'name: New\n');
    const head = run(work, 'rev-parse', 'HEAD');
    expect(await bring()).toMatchObject({ status: 'conflicts', conflicts: [{ path: phone }] });
    expect(read(phone)).toBe(numbers('3'));
    expect(run(work, 'status', '--porcelain')).toBe('M content/contacts/a.yaml');
    expect(run(work, 'rev-parse', 'HEAD')).toBe(head);
  });

  test('commits that were not published stay, and their branch is named', async () => {
    write('contacts/b.yaml', 'name: C\n');
    run(work, 'commit', '-qam', 'Mine');
    publishElsewhere(phone, numbers('2'));
    expect(await bring()).toEqual({ status: 'diverged', branch: 'main' });
    expect(read(phone)).toBe(numbers('1'));
  });

  test('a remote that does not answer tells nothing', async () => {
    rmSync(join(parent, 'remote.git'), { recursive: true });
    expect(await isBehind((await repositoryOf(join(work, 'content')))!)).toBe(false);
  });
});
