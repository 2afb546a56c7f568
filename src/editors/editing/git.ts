import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesAt } from '../../checks/git.ts';
import type { ContentFile } from '../../checks/read-files.ts';
import { toAddress } from '../../i18n/addresses.ts';
import { readIn } from './files-on-disk.ts';
import { changedNames, linesByName, withLinesOf } from './named-lines.ts';

/** Branches of requests begin so; without a slash, so that no branch of another name can stand in their way. */
const branchPrefix = 'edit-';
const longestWait = 60_000;
const noFile = '0'.repeat(40);

/** The repository that a content folder stands in. */
export type Repository = {
  folder: string;
  root: string;
  /** Of the content folder in the repository, for example `content/`; empty when it is the root. */
  prefix: string;
  remote: string | undefined;
  /** What is published is made of this: `origin/main`, or HEAD where there is no remote. */
  main: string;
  /** The commit that what lies in the folder started from. */
  start: string;
};

type Options = { input?: string | Uint8Array; env?: Record<string, string> };

/** Runs git without a shell and without questions. */
function git(cwd: string, args: string[], { input, env }: Options = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-c', 'core.quotePath=false', ...args],
      {
        cwd,
        encoding: 'buffer',
        maxBuffer: 500_000_000,
        timeout: longestWait,
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...env },
      },
      (error, stdout, stderr) =>
        error ? reject(Object.assign(error, { stdout, reason: String(stderr).trim() })) : resolve(stdout),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

const ask = async (cwd: string, args: string[], options?: Options): Promise<string> =>
  String(await git(cwd, args, options)).trim();
/** The same, where a failure means no. */
const askWhether = (cwd: string, args: string[]): Promise<string | undefined> =>
  ask(cwd, args).catch(() => undefined);
/** What git lists with `-z`. */
const list = async (cwd: string, args: string[]): Promise<string[]> =>
  (await ask(cwd, args)).split('\0').filter(Boolean);

/** The repository of a content folder; undefined where there is none, or no git. */
export async function repositoryOf(folder: string): Promise<Repository | undefined> {
  const places = await askWhether(folder, ['rev-parse', '--show-toplevel', '--show-prefix', 'HEAD^{commit}']);
  if (!places) return undefined;
  const rows = places.split('\n');
  const [root, prefix] = rows.length > 2 ? [rows[0]!, rows[1]!] : [rows[0]!, ''];
  const remotes = ((await askWhether(root, ['remote'])) ?? '').split('\n').filter(Boolean);
  const remote = remotes.includes('origin') ? 'origin' : remotes[0];
  const main = remote
    ? ((await askWhether(root, ['rev-parse', '--abbrev-ref', `${remote}/HEAD`])) ??
      (await firstThatIs(root, [`${remote}/main`, `${remote}/master`])))
    : undefined;
  const start = await ask(root, ['merge-base', 'HEAD', main ?? 'HEAD']).catch(() =>
    ask(root, ['rev-parse', 'HEAD']),
  );
  return { folder, root, prefix, remote, main: main ?? 'HEAD', start };
}

async function firstThatIs(root: string, names: string[]): Promise<string | undefined> {
  for (const name of names) if (await askWhether(root, ['rev-parse', '-q', '--verify', name])) return name;
  return undefined;
}

/** A file as it was in a commit; undefined when there was none. */
export const fileAt = (
  { root, prefix }: Repository,
  commit: string,
  path: string,
): Promise<Buffer | undefined> =>
  git(root, ['cat-file', 'blob', `${commit}:${prefix}${path}`]).catch(() => undefined);

/** The names (hashes) of files by path; `noFile` for those that are missing. */
type Blobs = (path: string) => string;

const blobsAt = async ({ root, prefix }: Repository, commit: string, paths: string[]): Promise<Blobs> => {
  const places = paths.map((path) => prefix + path);
  const rows = paths.length > 0 ? await list(root, ['ls-tree', '-r', '-z', commit, '--', ...places]) : [];
  const blobs = new Map(
    rows.map((row) => {
      const [facts = '', path = ''] = row.split('\t');
      return [path.slice(prefix.length), facts.split(' ')[2]!];
    }),
  );
  return (path) => blobs.get(path) ?? noFile;
};

/** The files as they lie on disk; they are kept in the repository, so that nothing is lost. */
async function blobsOnDisk({ root, folder }: Repository, paths: string[]): Promise<Blobs> {
  const blobs = new Map<string, string>();
  for (const path of paths) {
    const bytes = await readIn(folder, path);
    if (bytes) blobs.set(path, await keep(root, bytes));
  }
  return (path) => blobs.get(path) ?? noFile;
}

const keep = (root: string, input: string | Uint8Array): Promise<string> =>
  ask(root, ['hash-object', '-w', '--stdin'], { input });
const bytesOf = (root: string, blob: string): Promise<Buffer> => git(root, ['cat-file', 'blob', blob]);

export type Change = {
  path: string;
  /** In a file whose lines belong to different entries: the name whose lines were changed. */
  name?: string;
  /** The branch in which it lies already as it is now. */
  sentIn?: string;
};

/**
 * What differs in the folder from what it started from, and from what was published since.
 * @param shared files of which every name is a change of its own
 */
export async function changesIn(repository: Repository, shared: string[] = []): Promise<Change[]> {
  const { root, prefix, start, main } = repository;
  const scope = ['--', prefix || '.'];
  const paths = [
    ...(await list(root, ['diff', '--name-only', '--no-renames', '-z', start, ...scope])),
    ...(await list(root, ['ls-files', '--others', '--exclude-standard', '-z', ...scope])),
  ].map((path) => path.slice(prefix.length));
  if (paths.length === 0) return [];
  const now = await blobsOnDisk(repository, paths);
  const [published, before] = [
    await blobsAt(repository, main, paths),
    await blobsAt(repository, start, paths),
  ];
  const branches = await openBranches(repository);
  const sent = await Promise.all(branches.map((branch) => changesOf(repository, branch, paths)));
  const changes = await Promise.all(
    paths
      .filter((path) => !shared.includes(path))
      .filter((path) => published(path) !== now(path))
      .map(async (path): Promise<Change> => {
        const mine = now(path);
        const there = sent.flatMap((changes) => changes.get(path) ?? []);
        const left = await withoutSent(root, mine, there);
        if (left !== published(path) && left !== before(path)) return { path };
        return { path, sentIn: (there.find(({ tip }) => tip === mine) ?? there[0]!).branch };
      }),
  );
  for (const path of shared.filter((other) => paths.includes(other))) {
    const mine = String((await readIn(repository.folder, path)) ?? '');
    const theirs = new Set(changedNames(await textAt(repository, main, path), mine));
    const texts = await Promise.all(
      branches.map(async ({ branch, fork, tip }) => {
        const text = await textAt(repository, tip, path);
        const own = new Set(changedNames(await textAt(repository, fork, path), text));
        return { branch, own, lines: linesByName(text) };
      }),
    );
    const lines = linesByName(mine);
    for (const name of changedNames(await textAt(repository, start, path), mine)) {
      if (!theirs.has(name)) continue;
      const sentIn = texts.find(
        (one) => one.own.has(name) && one.lines.get(name)?.trimEnd() === lines.get(name)?.trimEnd(),
      )?.branch;
      changes.push({ path, name, ...(sentIn && { sentIn }) });
    }
  }
  return changes;
}

const textAt = async (repository: Repository, commit: string, path: string): Promise<string> =>
  String((await fileAt(repository, commit, path)) ?? '');

/** A request: its branch, its commit here, the one that the remote has, and the published one that it stands on. */
export type OpenBranch = { branch: string; own: string; tip: string; fork: string };

/**
 * Requests sent from here that are not part of what is published yet. What the remote does not have was not sent;
 * what others have sent is theirs.
 */
export async function openBranches({ root, main, remote }: Repository): Promise<OpenBranch[]> {
  const branchesAt = async (place: string, ...only: string[]): Promise<[string, string][]> => {
    const rows = await ask(root, [
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      '--sort=-committerdate',
      ...only,
      `${place}${branchPrefix}*`,
    ]);
    return rows
      .split('\n')
      .filter(Boolean)
      .map((row) => [row.slice(row.indexOf(' ') + 1 + place.length), row.slice(0, row.indexOf(' '))]);
  };
  const own = new Map(await branchesAt('refs/heads/'));
  return Promise.all(
    (await branchesAt(sentPlace(remote), '--no-merged', main))
      .filter(([branch]) => own.has(branch))
      .map(async ([branch, tip]) => ({
        branch,
        own: own.get(branch)!,
        tip,
        fork: await ask(root, ['merge-base', main, tip]),
      })),
  );
}

/** What a request made of a file: the file before it and in it. */
type FileChange = { branch: string; fork: string; tip: string };

/** Of some files, those that a request changed itself: one that is only older than what is published holds nothing. */
async function changesOf(
  repository: Repository,
  { branch, fork, tip }: OpenBranch,
  paths: string[],
): Promise<Map<string, FileChange>> {
  const [before, after] = [await blobsAt(repository, fork, paths), await blobsAt(repository, tip, paths)];
  return new Map(
    paths.flatMap((path): [string, FileChange][] => {
      const change = { branch, fork: before(path), tip: after(path) };
      return change.fork === change.tip ? [] : [[path, change]];
    }),
  );
}

/** Where git keeps what it knows of the branches that were sent. */
const sentPlace = (remote: string | undefined) => (remote ? `refs/remotes/${remote}/` : 'refs/heads/');

type OpenRequest = { branch: string; tip: string; fork: string; paths: string[] };

/** The open request that holds a change of such a file already, and all files of it. */
export async function openRequestOf(
  repository: Repository,
  branches: OpenBranch[],
  isOwn: (path: string) => boolean,
): Promise<OpenRequest | undefined> {
  const { root, main, prefix } = repository;
  for (const { branch, own, tip, fork } of branches) {
    const touched = await list(root, ['diff', '--name-only', '--no-renames', '-z', `${main}...${tip}`]);
    if (!touched.every((path) => path.startsWith(prefix))) continue;
    const all = touched.map((path) => path.slice(prefix.length));
    const wanted = all.filter(isOwn);
    const [sent, there, published] = [
      await blobsAt(repository, own, wanted),
      await blobsAt(repository, tip, wanted),
      await blobsAt(repository, main, wanted),
    ];
    // What the publisher has changed in the request since is not overwritten: another request is made.
    if (wanted.some((path) => sent(path) !== there(path))) continue;
    if (wanted.some((path) => there(path) !== published(path))) return { branch, tip, fork, paths: all };
  }
  return undefined;
}

export type Author = { name: string; email: string };

/** Who writes, as git knows it; undefined when it does not. */
export async function authorOf({ root }: Repository): Promise<Author | undefined> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((key) => askWhether(root, ['config', '--get', key])),
  );
  return name && email ? { name, email } : undefined;
}

/** A file that was changed here and, since, in what is published; `blob` is the name of that version. */
export type Conflict = { path: string; theirs: Buffer | undefined; blob: string };

export type Request = {
  paths: string[];
  /** Whether a file belongs to what is sent, changed now or not: a request that holds it is gone on with. */
  isOwn: (path: string) => boolean;
  /** Of files whose lines belong to different entries: the names whose lines are sent, by path. */
  lines?: Record<string, string[]>;
  sentence: string;
  author: Author;
  /** Of conflicts: the published version that an editor has seen, by path. */
  seen: Record<string, string>;
  now: Date;
  refuses: (files: ContentFile[]) => Promise<boolean>;
  /** Keeps on disk what was joined with what others have published. */
  join: (path: string, bytes: Uint8Array) => Promise<void>;
};

/** After a failure the same can be sent again. What git says of it is for those who run the site. */
type Failure = { status: 'unreachable' | 'rejected'; reason: string };
export type Sent =
  | { status: 'refused' | 'nothing' }
  | { status: 'conflicts'; conflicts: Conflict[] }
  | Failure
  | { status: 'sent' | 'local'; branch: string; isJoined: boolean; page?: string | undefined };

/**
 * Makes a commit of files on a branch of its own and sends it, without touching what is checked out. An entry
 * whose change lies in an open request is sent to that one.
 */
export async function send(repository: Repository, request: Request): Promise<Sent> {
  const { root, prefix, remote, main, start } = repository;
  const { paths, sentence, author, seen, now } = request;
  const lines = request.lines ?? {};
  const unfetched = await fetchNewest(repository);
  if (unfetched) return unfetched;
  const branches = await openBranches(repository);
  const open = await openRequestOf(repository, branches, request.isOwn);
  const isWhole = (path: string) => !Object.hasOwn(lines, path);
  const all = [...new Set([...paths, ...(open?.paths ?? [])])].filter(isWhole);
  const [onDisk, started] = [await blobsOnDisk(repository, paths), await blobsAt(repository, start, paths)];
  const [sent, forked] = open
    ? [await blobsAt(repository, open.tip, open.paths), await blobsAt(repository, open.fork, open.paths)]
    : [onDisk, started];
  const published = await blobsAt(repository, main, all);
  const ours = new Map(all.map((path) => [path, (paths.includes(path) ? onDisk : sent)(path)]));
  const { joined, conflicts } = await bothSides(
    root,
    all.filter((path) => seen[path] !== published(path)),
    (path) => ours.get(path)!,
    (path) => (paths.includes(path) ? started : forked)(path),
    published,
  );
  if (conflicts.length > 0) return { status: 'conflicts', conflicts };
  for (const [path, text] of joined) {
    if (paths.includes(path)) await request.join(path, text);
    ours.set(path, await keep(root, text));
  }

  // After joining, which writes to the disk: there the changes of other requests stay.
  const others = branches.filter(({ branch }) => branch !== open?.branch);
  const changes = await Promise.all(others.map((branch) => changesOf(repository, branch, paths)));
  for (const path of paths) {
    const there = changes.flatMap((one) => one.get(path) ?? []);
    ours.set(path, await withoutSent(root, ours.get(path)!, there));
  }

  for (const [path, names] of Object.entries(lines)) {
    let text = await textAt(repository, main, path);
    if (open) {
      const sent = await textAt(repository, open.tip, path);
      text = withLinesOf(text, sent, changedNames(await textAt(repository, open.fork, path), sent));
    }
    text = withLinesOf(text, String((await readIn(repository.folder, path)) ?? ''), names);
    if (text === (await textAt(repository, main, path))) continue;
    ours.set(path, await keep(root, text));
  }

  const folder = await mkdtemp(join(tmpdir(), 'request-'));
  try {
    const index = { env: { GIT_INDEX_FILE: join(folder, 'index') } };
    // All that the request changes stands on what is published now.
    await git(root, ['read-tree', main], index);
    const rows = [...ours].map(
      ([path, blob]) => `${blob === noFile ? '0' : '100644'} ${blob}\t${prefix}${path}\0`,
    );
    await git(root, ['update-index', '-z', '--index-info'], { ...index, input: rows.join('') });
    const tree = await ask(root, ['write-tree'], index);
    const parents = open ? [open.tip, main] : [main];
    if (tree === (await ask(root, ['rev-parse', `${parents[0]}^{tree}`]))) return { status: 'nothing' };
    if (await request.refuses(filesAt(tree, repository.folder)!)) return { status: 'refused' };
    const who = {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_COMMITTER_NAME: author.name,
      GIT_COMMITTER_EMAIL: author.email,
    };
    const commit = await ask(root, ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: `${sentence}\n`,
      env: who,
    });
    const branch = open?.branch ?? (await freeName(repository, sentence, now));
    const isJoined = open !== undefined;
    const remember = () => git(root, ['update-ref', `refs/heads/${branch}`, commit]);
    if (!open || !remote) await remember();
    if (!remote) return { status: 'local', branch, isJoined };
    const failure = await failureOf(repository, [
      'push',
      '--quiet',
      remote,
      `${commit}:refs/heads/${branch}`,
    ]);
    if (failure) return failure;
    await remember();
    await git(root, ['update-ref', `${sentPlace(remote)}${branch}`, commit]);
    const address = await ask(root, ['remote', 'get-url', remote]);
    const page = requestPage(address, main.slice(remote.length + 1), branch);
    return { status: 'sent', branch, isJoined, page };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Learns what was published and sent; tells of a failure. */
async function fetchNewest(repository: Repository): Promise<Failure | undefined> {
  const { remote, main } = repository;
  if (!remote) return undefined;
  // Only what is needed, so that no other branch can stand in the way.
  const branches = [...(main === 'HEAD' ? [] : [main.slice(remote.length + 1)]), `${branchPrefix}*`];
  const wanted = branches.map((name) => `+refs/heads/${name}:refs/remotes/${remote}/${name}`);
  return failureOf(repository, ['fetch', '--quiet', '--prune', remote, ...wanted]);
}

/** Whether something was published that the folder does not have. A remote that does not answer tells nothing. */
export async function isBehind(repository: Repository): Promise<boolean> {
  if (!repository.remote || (await fetchNewest(repository))) return false;
  return (await ask(repository.root, ['rev-list', '--count', `HEAD..${repository.main}`])) !== '0';
}

type Brought =
  | { status: 'brought'; isProgramNew: boolean }
  /** What is checked out has commits of its own. */
  | { status: 'diverged'; branch: string }
  /** Files that were changed here and there on the same lines, and those of the program that were changed in both. */
  | { status: 'conflicts'; conflicts: Conflict[] };

/**
 * Brings what was published into the folder, and keeps what was changed here. Where both cannot be had, nothing is
 * touched. Files come first and the branch last, so that a crash between leaves published texts and nothing lost.
 * @param join keeps on disk what was joined with what others have published
 */
export async function bringNewest(repository: Repository, join: Request['join']): Promise<Brought> {
  const { root, prefix, main } = repository;
  if ((await askWhether(root, ['merge-base', '--is-ancestor', 'HEAD', main])) === undefined)
    return { status: 'diverged', branch: await ask(root, ['rev-parse', '--abbrev-ref', 'HEAD']) };
  const incoming = await list(root, ['diff', '--name-only', '--no-renames', '-z', 'HEAD', main]);
  const changed = new Set([
    ...(await list(root, ['diff', '--name-only', '--no-renames', '-z', 'HEAD'])),
    ...(await list(root, ['ls-files', '--others', '-z'])),
  ]);
  const whole = { ...repository, folder: root, prefix: '' };
  const both = incoming.filter((path) => changed.has(path));
  const [content, program] = [true, false].map((is) => both.filter((path) => path.startsWith(prefix) === is));
  const [mine, base, theirs] = [
    await blobsOnDisk(whole, both),
    await blobsAt(whole, 'HEAD', both),
    await blobsAt(whole, main, both),
  ];
  const inFolder = (path: string) => path.slice(prefix.length);
  const { joined, conflicts } = await bothSides(root, content!, mine, base, theirs);
  const all = [
    ...conflicts.map((conflict) => ({ ...conflict, path: inFolder(conflict.path) })),
    // Of the program, nothing is joined.
    ...program!
      .filter((path) => mine(path) !== theirs(path))
      .map((path) => ({ path, blob: theirs(path), theirs: undefined })),
  ];
  if (all.length > 0) return { status: 'conflicts', conflicts: all };
  for (const [path, text] of joined) await join(inFolder(path), text);
  const rest = incoming.filter((path) => !changed.has(path));
  if (rest.length > 0)
    await git(
      root,
      [
        '--literal-pathspecs',
        'restore',
        `--source=${main}`,
        '--staged',
        '--worktree',
        '--pathspec-from-file=-',
        '--pathspec-file-nul',
      ],
      { input: rest.join('\0') },
    );
  await git(root, ['reset', '--quiet', main]);
  return { status: 'brought', isProgramNew: incoming.some((path) => !path.startsWith(prefix)) };
}

/** What went wrong when the remote was asked; undefined when nothing did. */
async function failureOf({ root, remote }: Repository, args: string[]): Promise<Failure | undefined> {
  try {
    await git(root, args);
    return undefined;
  } catch (error) {
    const isReached = (await askWhether(root, ['ls-remote', '--heads', remote!])) !== undefined;
    return {
      status: isReached ? 'rejected' : 'unreachable',
      reason: String((error as { reason?: string }).reason ?? error),
    };
  }
}

/**
 * A file without what requests hold already, so that none of it slips into another request; a change of the same lines
 * stays whole.
 */
async function withoutSent(root: string, mine: string, requests: FileChange[]): Promise<string> {
  let left = mine;
  for (const { fork, tip } of requests) {
    const rest = left === tip ? undefined : await joinedText(root, left, tip, fork);
    if (rest) left = await keep(root, rest);
    else if (left === tip) left = fork;
  }
  return left;
}

/** What two sides made of files: joined where they changed different lines, and a conflict where they did not. */
async function bothSides(
  root: string,
  paths: string[],
  mine: Blobs,
  base: Blobs,
  theirs: Blobs,
): Promise<{ joined: Map<string, Buffer>; conflicts: Conflict[] }> {
  const joined = new Map<string, Buffer>();
  const conflicts: Conflict[] = [];
  for (const path of paths) {
    const [own, before, other] = [mine(path), base(path), theirs(path)];
    if (other === before || other === own) continue;
    const text = await joinedText(root, own, before, other);
    if (text) joined.set(path, text);
    else
      conflicts.push({
        path,
        blob: other,
        theirs: other === noFile ? undefined : await bytesOf(root, other),
      });
  }
  return { joined, conflicts };
}

/** What two sides made of a file, where they changed different lines; undefined where they did not. */
async function joinedText(
  root: string,
  mine: string,
  base: string,
  theirs: string,
): Promise<Buffer | undefined> {
  if ([mine, base, theirs].includes(noFile)) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'join-'));
  try {
    for (const blob of [mine, base, theirs]) await writeFile(join(folder, blob), await bytesOf(root, blob));
    return await git(folder, ['merge-file', '-p', '--quiet', mine, base, theirs]).catch(() => undefined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `edit-2026-11-27-uusi-puhelinnumero`, with a number where that is taken. */
async function freeName({ root, remote }: Repository, sentence: string, now: Date): Promise<string> {
  const words = toAddress(sentence).split('-').slice(0, 6).join('-').slice(0, 40).replace(/-+$/, '');
  const name = `${branchPrefix}${now.toISOString().slice(0, 10)}${words && `-${words}`}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    // A name that only a failed attempt has is taken again.
    const place = sentPlace(remote) + candidate;
    if (!(await askWhether(root, ['rev-parse', '-q', '--verify', place]))) return candidate;
  }
}

/** The page of GitHub on which a request is finished; undefined for other hosts. */
export function requestPage(remoteAddress: string, main: string, branch: string): string | undefined {
  const host = URL.parse(process.env['GITHUB_SERVER_URL'] ?? '')?.host ?? 'github.com';
  const [, found, name] =
    /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remoteAddress,
    ) ?? [];
  return found === host ? `https://${host}/${name}/compare/${main}...${branch}?expand=1` : undefined;
}

/** A change of an entry that was published. */
export type PastChange = { commit: string; day: string; author: string; sentence: string };

export async function historyOf({ root, prefix, main }: Repository, paths: string[]): Promise<PastChange[]> {
  const text = await ask(root, [
    'log',
    '--max-count=20',
    '--format=%H%x1f%cs%x1f%an%x1f%s%x1e',
    main,
    '--',
    ...paths.map((path) => prefix + path),
  ]);
  return text
    .split('\x1e')
    .filter((row) => row.trim())
    .map((row) => {
      const [commit = '', day = '', author = '', sentence = ''] = row.trim().split('\x1f');
      return { commit, day, author, sentence };
    });
}
