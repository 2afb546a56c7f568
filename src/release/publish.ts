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
import { said } from '../checks/editor-language.ts';
import { userError } from '../model/user-error.ts';
import { takeLock } from './lock.ts';
import { brokenFiles, isSameRelease, writeManifest } from './manifest.ts';

/*
 * Publishing. The published folder is always a complete site, old or new:
 *
 *   dist              a symbolic link to the published release, replaced by one atomic rename
 *   .dist-releases/   releases, newest last
 *     lock            lock file, locked while a build is running
 *     making-…/       an unfinished site; the next build removes one that a killed build left behind
 *     20261124T…Z/    a finished release with its release.json
 *
 * A build that is killed leaves the link as it was.
 */

/** Including the published release. */
const releasesToKeep = 5;
/** Exit code when another build is running: EX_TEMPFAIL of sysexits.h, "try again later". */
const buildRunningExitCode = 75;
/** Prefixes of names in the releases folder; the name of a finished release starts with its time. */
const unfinishedPrefix = 'making-';
const removedPrefix = 'forgotten-';
const newLinkName = 'new-link';
/** A plain folder moved aside while the link replaces it. */
const replacedFolderName = 'plain-folder';

const releasesFolder = (published: string): string =>
  join(dirname(published), `.${basename(published)}-releases`);

/**
 * Makes a release beside the published site and swaps it in when it is complete.
 * @param published the published folder, for example `dist`
 * @param now names the release
 * @param make fills an empty folder with the site; throws to cancel publishing
 * @param content the commit that the content was taken from, for the manifest
 * @returns whether something changed: a site that is the same to the byte makes no new release, so that there is
 *   always an older one to go back to
 * @throws a user-facing error when the published folder holds anything but a built site; one with exit code
 *   75 when another build is running
 */
export async function publish(
  published: string,
  now: Date,
  make: (folder: string) => Promise<void>,
  content?: { commit: string; time: string },
): Promise<boolean> {
  published = resolve(published);
  const releases = releasesFolder(published);
  await assertReplaceable(published);
  await mkdir(releases, { recursive: true });
  return withLock(releases, async () => {
    await clearLeftovers(published);
    const folder = join(releases, unfinishedPrefix + process.pid);
    const removeUnfinished = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    // A build that is stopped removes its work too.
    process.once('exit', removeUnfinished);
    try {
      await mkdir(folder);
      await make(folder);
      await writeManifest(folder, content);
      if ((await publishedRelease(published)) && (await isSameRelease(folder, published))) return false;
      const release = join(releases, await newReleaseName(releases, now));
      await rename(folder, release);
      await swapIn(published, release);
    } finally {
      process.off('exit', removeUnfinished);
      removeUnfinished();
    }
    await removeOldReleases(published).catch(({ message }: Error) =>
      console.error(`The new site is published, but older releases could not be removed: ${message}`),
    );
    return true;
  });
}

/**
 * Goes back to an earlier release.
 * @param name the release to publish again; without it the one before the published one
 * @returns the name of the release that is published now
 * @throws a user-facing error when there is no such release, it is damaged, or a build is running (exit code
 *   75)
 */
export async function rollBack(published: string, name?: string): Promise<string> {
  published = resolve(published);
  const releases = releasesFolder(published);
  if (!existsSync(releases))
    throw userError(
      said({
        fi: `Ei ole julkaisua, johon palata: kansiota ${releases} ei ole.`,
        sv: `Det finns ingen publicering att gå tillbaka till: mappen ${releases} finns inte.`,
        en: `There is no release to go back to: ${releases} does not exist.`,
      }),
    );
  return withLock(releases, async () => {
    const names = await finishedReleases(published);
    const current = await publishedRelease(published);
    const target = name ?? names[(current ? names.indexOf(current) : names.length) - 1];
    if (!target || !names.includes(target)) {
      throw userError(
        said({
          fi: `Julkaisua ${target ?? 'ennen nykyistä'} ei ole. Julkaisut: ${names.join(', ') || 'ei yhtään'}.`,
          sv: `Det finns ingen publicering ${target ?? 'före den nuvarande'}. Publiceringar: ${names.join(', ') || 'inga'}.`,
          en: `There is no release ${target ?? 'before the published one'}. Releases: ${names.join(', ') || 'none'}.`,
        }),
      );
    }
    const broken = await brokenFiles(join(releases, target));
    if (broken.length > 0)
      throw userError(
        said({
          fi: `Julkaisu ${target} on vioittunut (${broken[0]}), eikä sitä julkaistu. Valitse toinen, "npm run rollback -- NIMI": ${names.join(', ')}.`,
          sv: `Publiceringen ${target} är skadad (${broken[0]}) och publicerades inte. Välj en annan, "npm run rollback -- NAMN": ${names.join(', ')}.`,
          en: `Release ${target} is damaged (${broken[0]}), so it was not published. Choose another with "npm run rollback -- NAME": ${names.join(', ')}.`,
        }),
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

/** Name of the published release, or undefined when nothing is published. */
export async function publishedRelease(published: string): Promise<string | undefined> {
  try {
    return basename(await readlink(resolve(published)));
  } catch {
    return undefined;
  }
}

/** Replaces the published link by an atomic rename. */
async function swapIn(published: string, release: string): Promise<void> {
  await assertReplaceable(published);
  const before = await lstat(published).catch(() => undefined);
  const newLink = join(dirname(release), newLinkName);
  const replacedFolder = join(dirname(release), replacedFolderName);
  await rm(newLink, { force: true });
  // On Windows a junction, which needs no privileges but an absolute path; elsewhere a relative link, so that
  // the folder may be moved.
  const windows = process.platform === 'win32';
  await symlink(windows ? release : relative(dirname(published), release), newLink, 'junction');
  // A link cannot be renamed over a plain folder, nor on Windows over a junction: the old one is removed
  // first, and for a moment nothing is published.
  if (before?.isDirectory()) await rename(published, replacedFolder);
  else if (before && windows) await unlink(published);
  await rename(newLink, published);
  // The new site is published; the next build removes what cannot be removed now.
  await rm(replacedFolder, { recursive: true, force: true }).catch(() => {});
}

/**
 * @throws a user-facing error unless the path is free, a link to a release, an empty folder or a folder with
 *   a site: anything else may be somebody's work
 */
async function assertReplaceable(published: string): Promise<void> {
  const stats = await lstat(published).catch(() => undefined);
  if (!stats || (await isReplaceable(published, stats))) return;
  throw userError(
    said({
      fi: `${published} on muuta kuin rakennettu sivusto, joten sitä ei korvata. Valitse toinen kansio (OUT_DIR) tai poista se.`,
      sv: `${published} är något annat än en byggd webbplats och ersätts därför inte. Välj en annan mapp (OUT_DIR) eller ta bort den.`,
      en: `${published} is or holds something else than a built site, so it is not replaced. Choose another folder with OUT_DIR, or remove it.`,
    }),
  );
}

async function isReplaceable(published: string, stats: Stats): Promise<boolean> {
  // Compare only the name of the folder: a junction holds an absolute path, which changes when the project is
  // moved.
  if (stats.isSymbolicLink())
    return basename(dirname(await readlink(published))) === basename(releasesFolder(published));
  if (!stats.isDirectory()) return false;
  const names = await readdir(published);
  return names.length === 0 || names.includes('sitemap.xml') || names.includes('_astro');
}

/** A name that sorts by time; releases of the same second are numbered. */
async function newReleaseName(releases: string, now: Date): Promise<string> {
  const timestamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const newest =
    (await readdir(releases))
      .filter((name) => /^\d/.test(name))
      .sort()
      .at(-1) ?? '';
  // When the clock was set back, the new release must still sort after the last one.
  const base = timestamp > newest ? timestamp : newest.replace(/-\d+$/, '');
  for (let n = 1; ; n += 1) {
    const name = base === timestamp && n === 1 ? timestamp : `${base}-${String(n).padStart(4, '0')}`;
    if (name > newest && !existsSync(join(releases, name))) return name;
  }
}

async function clearLeftovers(published: string): Promise<void> {
  const releases = releasesFolder(published);
  const replacedFolder = join(releases, replacedFolderName);
  if (existsSync(replacedFolder) && !existsSync(published)) await rename(replacedFolder, published);
  for (const name of await readdir(releases)) {
    if (
      name.startsWith(unfinishedPrefix) ||
      name.startsWith(removedPrefix) ||
      name === newLinkName ||
      name === replacedFolderName
    )
      await remove(join(releases, name));
  }
}

/** Renames a release before removing it: a partly removed release must not look like one to roll back to. */
async function removeOldReleases(published: string): Promise<void> {
  const releases = releasesFolder(published);
  const current = await publishedRelease(published);
  const old = (await finishedReleases(published))
    .filter((name) => name !== current)
    .slice(0, -(releasesToKeep - 1));
  for (const name of old) {
    await rename(join(releases, name), join(releases, removedPrefix + name));
    await remove(join(releases, removedPrefix + name));
  }
}

/** Retries, because a process of a killed build may still be writing a file. */
const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Runs `work` while this process holds the lock of the releases folder.
 * @throws a user-facing error with exit code 75 when another process holds it
 */
async function withLock<T>(releases: string, work: () => Promise<T>): Promise<T> {
  await access(releases, constants.W_OK);
  const lock = join(releases, 'lock');
  const unlock = takeLock(lock);
  if (!unlock)
    throw userError(
      said({
        fi: `Sivustoa rakennetaan jo (${lock}). Odota, kunnes se on valmis, ja yritä uudelleen.`,
        sv: `Webbplatsen byggs redan (${lock}). Vänta tills det är klart och försök igen.`,
        en: `Another build is at work (${lock}). Wait until it has ended, and try again.`,
      }),
      buildRunningExitCode,
    );
  try {
    return await work();
  } finally {
    unlock();
  }
}
