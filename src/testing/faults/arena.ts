import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { soundFiles, today } from '../sound-content.ts';
import { userError } from '../../model/user-error.ts';
import { brokenFiles } from '../../release/manifest.ts';
import { finishedReleases, publishedRelease } from '../../release/publish.ts';

/** A copy of the project with a small content of its own: what is broken there harms nobody. */
export type Arena = {
  project: string;
  content: string;
  site: string;
  /** Where the releases lie. */
  releases: string;
  /** How long a build takes without a fault, in milliseconds. */
  usual: number;
};

/** Makes an arena with a published site in a folder, which may lie on a disk of its own. */
export async function makeArena(folder: string): Promise<Arena> {
  const arena = {
    project: join(folder, 'project'),
    content: join(folder, 'content'),
    site: join(folder, 'site'),
    releases: join(folder, '.site-releases'),
    usual: 0,
  };
  await copyProject(arena.project);
  await writeContent(arena);
  const began = performance.now();
  const { code, told } = await startBuild(arena).ended;
  if (code !== 0) throw userError(`The build fails without any fault:\n${told}`);
  return { ...arena, usual: performance.now() - began };
}

/** The small sound content of the tests. */
export async function writeContent({ content }: Arena): Promise<void> {
  await rm(content, { recursive: true, force: true });
  for (const [path, text] of soundFiles()) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
}

/** Copies what a build reads. The packages are linked one by one, so that caches beside them are the copy's own. */
export async function copyProject(to: string): Promise<void> {
  await mkdir(join(to, 'node_modules'), { recursive: true });
  for (const part of [
    'src',
    'scripts',
    'public',
    'content',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ])
    await cp(part, join(to, part), { recursive: true });
  for (const name of await readdir('node_modules')) {
    if (name !== '.astro' && name !== '.vite')
      await symlink(join(process.cwd(), 'node_modules', name), join(to, 'node_modules', name), 'junction');
  }
}

/** How a build ended, and what it told. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; told: string };
export type Running = {
  process: ChildProcess;
  ended: Promise<Ended>;
  killAll: (signal: NodeJS.Signals) => void;
};

/** The moment that the builds are made for, unless the test is about time. */
export const builtFor = today.toISOString();

/** Starts a build, with processes of its own group, as a shell starts it. */
export const startBuild = (
  { project, content, site }: Arena,
  environment: Record<string, string> = {},
): Running =>
  start(['scripts/build.ts'], project, {
    CONTENT_DIR: content,
    OUT_DIR: site,
    BUILD_TIME: builtFor,
    ...environment,
  });

export function start(args: string[], cwd: string, environment: Record<string, string>): Running {
  const child = spawn(process.execPath, args, {
    cwd,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', ...environment },
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, told }));
  return { process: child, ended, killAll: (signal) => killGroup(child.pid!, signal) };
}

function killGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // All of them have ended already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Waits until a running build has told something. */
export async function hasTold({ process: { stderr }, ended }: Running, text: string): Promise<void> {
  let told = '';
  const seen = new Promise<void>((resolve) =>
    stderr!.on('data', (part: string) => ((told += part).includes(text) ? resolve() : undefined)),
  );
  await Promise.race([seen, ended]);
}

/** What is wrong with the published site; nothing when it is whole. */
export async function faultOf({ site }: Arena): Promise<string | undefined> {
  const current = await publishedRelease(site);
  if (!current || !(await finishedReleases(site)).includes(current))
    return 'no finished release is published';
  const broken = await brokenFiles(site);
  return broken.length > 0 ? `${broken.length} files are broken, ${broken[0]} first` : undefined;
}

/** What builds that did not come to their end have left behind. */
export async function leftoversOf({ project, releases }: Arena): Promise<string[]> {
  const names = (await readdir(releases)).filter((name) => name !== 'lock' && !/^\d/.test(name));
  return existsSync(join(project, '.astro', 'build')) ? [...names, '.astro/build'] : names;
}

/** The lines in which a build tells why it failed: what follows its last step. */
export const reasonOf = ({ told }: Ended): string[] =>
  told
    .replace(/^[^]*\n?[✓✗] .*\n/, '')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Whether a person can read the reason: there is one, and it is no stack of a program. */
export const isReadable = (reason: string[]): boolean =>
  reason.length > 0 && !reason.some((line) => /^\s+at |node:internal|Native stack trace/.test(line));
