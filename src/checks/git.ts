import { execFileSync } from 'node:child_process';
import type { ContentFile } from './read-files.ts';

/** What a Git command prints; undefined where it fails. */
function git(folder: string, args: string[], input = ''): Buffer | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      input,
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
const lineOf = (output: Buffer | undefined): string | undefined =>
  output?.toString('utf8').trim() || undefined;

export const branchingPoint = (folder: string): string | undefined =>
  ['origin/main', 'main'].reduce<string | undefined>(
    (found, branch) => found ?? lineOf(git(folder, ['merge-base', 'HEAD', branch])),
    undefined,
  );

/**
 * The commit that a folder holds and its time (ISO 8601); undefined when something was changed since.
 * `CONTENT_COMMIT` tells both where there is no repository, as in a container.
 */
export function commitOf(folder: string): { commit: string; time: string } | undefined {
  const changed = git(folder, ['status', '--porcelain', '--', '.']);
  const line = changed
    ? lineOf(git(folder, ['log', '-1', '--format=%H %cI']))
    : process.env['CONTENT_COMMIT'];
  const [commit, time] = line?.split(' ') ?? [];
  return commit && time && !changed?.length ? { commit, time } : undefined;
}

/** Whether no file of a folder differs from a commit; false also where that cannot be told. */
export const isAsIn = (commit: string, folder: string): boolean =>
  git(folder, ['diff', '--quiet', commit, '--', '.']) !== undefined;

/** Paths in a folder of what differs from a commit, new and removed files too; undefined without such a commit. */
export function changedSince(commit: string, folder: string): string[] | undefined {
  const differing = git(folder, [
    'diff',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    commit,
    '--',
    '.',
  ]);
  const added = git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  return differing && added && [...`${differing}${added}`.matchAll(/[^\0]+/g)].map(([path]) => path);
}

/**
 * The files of a folder as they were at a commit, or are in a tree.
 * @returns undefined when there is no such commit
 */
export function filesAt(commit: string, folder: string): ContentFile[] | undefined {
  const listed = git(folder, ['ls-tree', '-r', '-z', commit]);
  const blobs = [...(listed?.toString('utf8') ?? '').matchAll(/(\d+) blob ([0-9a-f]+)\t([^\0]+)\0/g)];
  const contents =
    listed && git(folder, ['cat-file', '--batch'], blobs.map(([, , id]) => `${id}\n`).join(''));
  if (!contents) return undefined;
  let from = 0;
  return blobs.map(([, mode, , path]) => {
    // Each is a line "<id> blob <size>", its bytes and a line feed.
    const start = contents.indexOf('\n', from) + 1;
    const size = Number(contents.toString('utf8', from, start).split(' ')[2]);
    from = start + size + 1;
    return {
      path: path!,
      kind: mode === '120000' ? 'link' : 'file',
      size,
      bytes: contents.subarray(start, start + size),
    };
  });
}

/** How many commits of a folder are looked through for an earlier text. */
const mostCommits = 50;

export const commitsOf = (folder: string): string[] =>
  lineOf(git(folder, ['log', `-${mostCommits}`, '--format=%H', '--', '.']))?.split('\n') ?? [];
