import { existsSync, rmSync, type Stats } from 'node:fs';
import {
  access,
  constants,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { userError } from '../model/user-error.ts';
import { takeLock } from './lock.ts';
import { brokenFiles, writeManifest } from './manifest.ts';

/*
 * Publishing. The published folder is always a whole site, old or new:
 *
 *   dist              a symbolic link to the published release, replaced by one atomic rename
 *   .dist-releases/   releases, newest last
 *     lock            locked while a build is at work
 *     making-…/       the site that is being made; when it was left behind, the next build clears it
 *     20261124T…Z/    a finished release with its release.json
 *
 * A build that is killed leaves the link as it was.
 */

/** Releases that are kept, the published one included. */
const releasesToKeep = 5;
/** Exit code of a build that is refused because another is at work: EX_TEMPFAIL of sysexits.h, "try again later". */
const anotherIsAtWork = 75;
/** Beginnings of names in the releases folder; a release begins with its time. */
const unfinished = 'making-';
const forgotten = 'forgotten-';
const newLinkName = 'new-link';
/** A plain folder that is about to be replaced by the link. */
const asideName = 'plain-folder';

const releasesFolder = (published: string): string =>
  join(dirname(published), `.${basename(published)}-releases`);

/**
 * Makes a release beside the published site and swaps it in when it is whole.
 * @param published the folder that visitors get, for example `dist`
 * @param now names the release
 * @param make fills an empty folder with the site, and throws to refuse it
 * @throws a user-facing error with exit code 75 when another build is at work
 */
export async function publish(
  published: string,
  now: Date,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  published = resolve(published);
  const releases = releasesFolder(published);
  await refuseToReplaceOthers(published);
  await mkdir(releases, { recursive: true });
  await alone(releases, async () => {
    await clearLeftovers(published);
    const folder = join(releases, unfinished + process.pid);
    const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    // A build that is told to stop clears its work too.
    process.once('exit', clear);
    try {
      await mkdir(folder);
      await make(folder);
      await writeManifest(folder);
      const release = join(releases, await freeName(releases, now));
      await rename(folder, release);
      await swapIn(published, release);
    } finally {
      process.off('exit', clear);
      clear();
    }
    await forgetOldReleases(published).catch(({ message }: Error) =>
      console.error(`The new site is published, but older releases could not be removed: ${message}`),
    );
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
  if (!existsSync(releases))
    throw userError(`There is no release to go back to: ${releases} does not exist.`);
  return alone(releases, async () => {
    const names = await finishedReleases(published);
    const current = await publishedRelease(published);
    const target = name ?? names[(current ? names.indexOf(current) : names.length) - 1];
    if (!target || !names.includes(target)) {
      throw userError(
        `There is no release ${target ?? 'before the published one'}. Releases: ${names.join(', ') || 'none'}.`,
      );
    }
    const broken = await brokenFiles(join(releases, target));
    if (broken.length > 0)
      throw userError(
        `Release ${target} is damaged (${broken[0]}), so it was not published. Choose another with "npm run rollback -- NAME": ${names.join(', ')}.`,
      );
    await swapIn(published, join(releases, target));
    return target;
  });
}

/** Names of the finished releases, oldest first. */
export async function finishedReleases(published: string): Promise<string[]> {
  const releases = releasesFolder(resolve(published));
  return existsSync(releases) ? (await readdir(releases)).filter((name) => /^\d/.test(name)).sort() : [];
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
  await refuseToReplaceOthers(published);
  const before = await lstat(published).catch(() => undefined);
  const newLink = join(dirname(release), newLinkName);
  const aside = join(dirname(release), asideName);
  await rm(newLink, { force: true });
  // Windows makes a junction, which needs no rights but a whole path; elsewhere the link is relative, so that the folder may move.
  const windows = process.platform === 'win32';
  await symlink(windows ? release : relative(dirname(published), release), newLink, 'junction');
  // A link cannot be renamed over a plain folder, and on Windows not over a junction: there the old one goes first,
  // and for a moment nothing is published.
  if (before?.isDirectory()) await rename(published, aside);
  else if (before && windows) await unlink(published);
  await rename(newLink, published);
  // The new site is published: what cannot be removed now, the next build clears.
  await rm(aside, { recursive: true, force: true }).catch(() => {});
}

/** A link to a release, an empty folder and a plain folder with a site are replaced: anything else is somebody's work. */
async function refuseToReplaceOthers(published: string): Promise<void> {
  const there = await lstat(published).catch(() => undefined);
  if (!there || (await isReplaceable(published, there))) return;
  throw userError(
    `${published} is or holds something else than a built site, so it is not replaced. Choose another folder with OUT_DIR, or remove it.`,
  );
}

async function isReplaceable(published: string, there: Stats): Promise<boolean> {
  // Only the name of the folder counts: a junction holds its whole path, which changes when the project is moved.
  if (there.isSymbolicLink())
    return basename(dirname(await readlink(published))) === basename(releasesFolder(published));
  if (!there.isDirectory()) return false;
  const names = await readdir(published);
  return names.length === 0 || names.includes('sitemap.xml') || names.includes('_astro');
}

/** A name that sorts by time; two releases of one second are numbered. */
async function freeName(releases: string, now: Date): Promise<string> {
  const stem = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const newest =
    (await readdir(releases))
      .filter((name) => /^\d/.test(name))
      .sort()
      .at(-1) ?? '';
  // A clock that was set back must not make the new release look older than the last one.
  const base = stem > newest ? stem : newest.replace(/-\d+$/, '');
  for (let n = 1; ; n += 1) {
    const name = base === stem && n === 1 ? stem : `${base}-${String(n).padStart(4, '0')}`;
    if (name > newest && !existsSync(join(releases, name))) return name;
  }
}

async function clearLeftovers(published: string): Promise<void> {
  const releases = releasesFolder(published);
  const aside = join(releases, asideName);
  if (existsSync(aside) && !existsSync(published)) await rename(aside, published);
  for (const name of await readdir(releases)) {
    if (
      name.startsWith(unfinished) ||
      name.startsWith(forgotten) ||
      name === newLinkName ||
      name === asideName
    )
      await remove(join(releases, name));
  }
}

/** A release that goes loses its name first: half a release must not look like one to go back to. */
async function forgetOldReleases(published: string): Promise<void> {
  const releases = releasesFolder(published);
  const current = await publishedRelease(published);
  const old = (await finishedReleases(published))
    .filter((name) => name !== current)
    .slice(0, -(releasesToKeep - 1));
  for (const name of old) {
    await rename(join(releases, name), join(releases, forgotten + name));
    await remove(join(releases, forgotten + name));
  }
}

/** Tries again where a process of a build that was killed still writes its last file. */
const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** Does what only one process at a time may do with the releases. */
async function alone<T>(releases: string, work: () => Promise<T>): Promise<T> {
  await access(releases, constants.W_OK);
  const lock = join(releases, 'lock');
  const unlock = takeLock(lock);
  if (!unlock)
    throw userError(
      `Another build is at work (${lock}). Wait until it has ended, and try again.`,
      anotherIsAtWork,
    );
  try {
    return await work();
  } finally {
    unlock();
  }
}
