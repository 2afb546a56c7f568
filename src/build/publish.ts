import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, lstat, mkdir, open, readdir, readFile, readlink, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { mendable } from './progress.ts';

/*
 * Publishing. The published folder is always a whole site, old or new:
 *
 *   dist              a symbolic link to the published release, replaced by one atomic rename
 *   .dist-releases/   releases, newest last; names that begin with "making-" are unfinished
 *     lock            holds the process that builds now
 *     making-…/       the release that is being made
 *     20261124T…Z/    a finished release with its release.json
 *
 * A build that is killed leaves the link as it was; the next build clears its leftovers.
 */

/** Releases that are kept, the published one included. */
const releasesToKeep = 5;
/** Exit code of a build that is refused because another is at work: EX_TEMPFAIL of sysexits.h, "try again later". */
const anotherIsAtWork = 75;
/** Lists every file of the release with its SHA-256, and lies in the release itself. */
export const manifestName = 'release.json';
const unfinished = 'making-';

export type Manifest = { files: Record<string, string> };

const releasesFolder = (published: string): string => join(dirname(published), `.${basename(published)}-releases`);

/**
 * Makes a release beside the published site and swaps it in when it is whole.
 * @param published the folder that visitors get, for example `dist`
 * @param now names the release
 * @param make fills an empty folder with the site, and throws to refuse it; gets the folder published until now
 * @throws a mendable error with exit code 75 when another build is at work
 */
export async function publish(published: string, now: Date, make: (folder: string, current: string | undefined) => Promise<void>): Promise<void> {
  published = resolve(published);
  const releases = releasesFolder(published);
  await mkdir(releases, { recursive: true });
  await withLock(join(releases, 'lock'), async () => {
    await clearLeftovers(published);
    const name = await freeName(releases, now);
    const folder = join(releases, unfinished + name);
    await mkdir(folder);
    try {
      await make(folder, existsSync(published) ? published : undefined);
      await writeManifest(folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await rename(folder, join(releases, name));
    await swapIn(published, join(releases, name));
    await forgetOldReleases(published);
  });
}

/**
 * Goes back to an earlier release.
 * @param name the release to publish again; without it the one before the published one
 * @returns the name of the release that is published now
 */
export async function rollBack(published: string, name?: string): Promise<string> {
  published = resolve(published);
  const releases = releasesFolder(published);
  if (!existsSync(releases)) throw mendable(`There is no release to go back to: ${releases} does not exist.`);
  return withLock(join(releases, 'lock'), async () => {
    const names = await finishedReleases(published);
    const current = await publishedRelease(published);
    const target = name ?? names[(current ? names.indexOf(current) : names.length) - 1];
    if (!target || !names.includes(target)) {
      throw mendable(`There is no release ${target ?? 'before the published one'}. Releases: ${names.join(', ') || 'none'}.`);
    }
    await swapIn(published, join(releases, target));
    return target;
  });
}

/** Names of the finished releases, oldest first. */
export async function finishedReleases(published: string): Promise<string[]> {
  const entries = await readdir(releasesFolder(resolve(published)), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && /^\d/.test(entry.name)).map((entry) => entry.name).sort();
}

/** Name of the release that visitors get now, or undefined where nothing is published. */
export async function publishedRelease(published: string): Promise<string | undefined> {
  try {
    return basename(await readlink(resolve(published)));
  } catch {
    return undefined;
  }
}

/** One atomic step: a new link is made and renamed over the old one. */
async function swapIn(published: string, release: string): Promise<void> {
  const before = await lstat(published).catch(() => undefined);
  const newLink = join(dirname(release), 'new-link');
  await rm(newLink, { force: true });
  // Windows makes a junction, which needs no rights but a whole path; elsewhere the link is relative, so that the folder may move.
  const windows = process.platform === 'win32';
  await symlink(windows ? release : relative(dirname(published), release), newLink, 'junction');
  // A plain folder stands there when a site was built before there were releases. And Windows cannot rename over
  // a junction: there the old one goes first, and for a moment nothing is published.
  if (before?.isDirectory()) await rename(published, `${release}-before`);
  else if (before && windows) await unlink(published);
  await rename(newLink, published);
  await rm(`${release}-before`, { recursive: true, force: true });
}

/** A name that sorts by time; two releases of one second are numbered. */
async function freeName(releases: string, now: Date): Promise<string> {
  const stem = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const newest = (await readdir(releases)).filter((name) => /^\d/.test(name)).sort().at(-1) ?? '';
  // A clock that was set back must not make the new release look older than the last one.
  const base = stem > newest ? stem : newest.replace(/-\d+$/, '');
  for (let n = 1; ; n += 1) {
    const name = base === stem && n === 1 ? stem : `${base}-${String(n).padStart(4, '0')}`;
    if (name > newest && !existsSync(join(releases, name))) return name;
  }
}

async function clearLeftovers(published: string): Promise<void> {
  const releases = releasesFolder(published);
  for (const name of await readdir(releases)) {
    const lockOfTheDead = name.startsWith('lock-') && !isAlive(Number(name.split('-').at(-1)));
    if (name.startsWith(unfinished) || name === 'new-link' || name.endsWith('-before') || lockOfTheDead) await rm(join(releases, name), { recursive: true, force: true });
  }
}

async function forgetOldReleases(published: string): Promise<void> {
  const current = await publishedRelease(published);
  const old = (await finishedReleases(published)).filter((name) => name !== current).slice(0, -(releasesToKeep - 1));
  for (const name of old) await rm(join(releasesFolder(published), name), { recursive: true, force: true });
}

async function writeManifest(folder: string): Promise<void> {
  const files: Record<string, string> = {};
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  for (const path of paths) files[path] = await flushAndHash(join(folder, path));
  await writeFile(join(folder, manifestName), `${JSON.stringify({ files } satisfies Manifest, null, 1)}\n`, { flush: true });
}

/** The file must be on the disk before the link points to it, or a power cut could publish an empty one. */
async function flushAndHash(path: string): Promise<string> {
  const file = await open(path, 'r+');
  try {
    const bytes = await file.readFile();
    await file.datasync();
    return createHash('sha256').update(bytes).digest('hex');
  } finally {
    await file.close();
  }
}

/** The manifest of a release folder, or undefined where there is none. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** Paths of files that are missing, altered or not in the manifest: none in a whole release. */
export async function brokenFiles(folder: string): Promise<string[]> {
  const manifest = await readManifest(folder);
  if (!manifest) return [manifestName];
  const broken: string[] = [];
  for (const [path, hash] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) broken.push(path);
  }
  return broken;
}

async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await takeLock(lock);
  try {
    return await work();
  } finally {
    await unlink(lock).catch(() => undefined);
  }
}

/** The lock appears with its content in one step, by linking a finished file to its name. */
async function takeLock(lock: string): Promise<void> {
  const mine = `${lock}-${process.pid}`;
  await writeFile(mine, String(process.pid));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await link(mine, lock);
        return;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
      if (owner > 0 && isAlive(owner)) break;
      await removeStaleLock(lock, owner);
    }
  } finally {
    await unlink(mine).catch(() => undefined);
  }
  throw mendable(`Another build is at work (${lock}). Wait until it has ended, and try again.`, anotherIsAtWork);
}

/** Of two builds that find the same dead owner only one may remove the lock, and never a lock taken meanwhile. */
async function removeStaleLock(lock: string, owner: number): Promise<void> {
  const aside = `${lock}-stale-${process.pid}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = Number(await readFile(aside, 'utf8').catch(() => String(owner)));
  if (moved !== owner && isAlive(moved)) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
