import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs git as an editor; returns what it prints. */
export const git = (cwd: string, ...args: string[]): string =>
  String(
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@hel.fi', ...args], { cwd, stdio: 'pipe' }),
  ).trim();

/** A copy of the content in a repository of its own, with a bare remote; `remove` takes all of it away. */
export function contentRepository(): { parent: string; folder: string; remote: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'content-repository-'));
  const [work, remote] = [join(parent, 'work'), join(parent, 'remote.git')];
  mkdirSync(work);
  cpSync('content', join(work, 'content'), { recursive: true });
  git(parent, 'init', '-q', '--bare', '-b', 'main', remote);
  git(work, 'init', '-q', '-b', 'main');
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'First');
  git(work, 'remote', 'add', 'origin', remote);
  git(work, 'push', '-q', 'origin', 'main');
  return {
    parent,
    folder: join(work, 'content'),
    remote,
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
