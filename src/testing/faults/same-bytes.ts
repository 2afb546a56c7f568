import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFor, copyProject, start } from './arena.ts';
import { newRow, type Row } from './faults.ts';

/** Where and how builds of one commit differ without a difference in the site. */
const circumstances: { folder: string; out: string; umask: number; environment: Record<string, string> }[] = [
  { folder: 'a', out: 'dist', umask: 0o022, environment: { TZ: 'Europe/Helsinki', LC_ALL: 'fi_FI.UTF-8' } },
  {
    folder: 'päivä ja yö',
    out: '../elsewhere/site',
    umask: 0o077,
    environment: { TZ: 'Pacific/Kiritimati', LC_ALL: 'th_TH.UTF-8', NODE_ENV: 'development' },
  },
  {
    folder: 'deep/er/still',
    out: 'out/dist',
    umask: 0o002,
    environment: { TZ: 'America/Adak', LC_ALL: 'C' },
  },
  {
    folder: 'b',
    out: 'dist',
    umask: 0o022,
    environment: { TZ: 'Asia/Kolkata', LC_ALL: 'sv_SE.UTF-8', CI: 'true' },
  },
  {
    folder: 'c',
    out: 'dist',
    umask: 0o027,
    environment: { TZ: 'UTC', LC_ALL: 'de_DE.UTF-8', NODE_ENV: 'test' },
  },
  {
    folder: 'd',
    out: 'dist',
    umask: 0o022,
    environment: { TZ: 'Australia/Lord_Howe', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar' },
  },
  {
    folder: 'e',
    out: '../e-site',
    umask: 0o022,
    environment: { TZ: 'America/St_Johns', LC_ALL: 'ja_JP.UTF-8', HOME: '/' },
  },
  {
    folder: 'f',
    out: 'dist',
    umask: 0o022,
    environment: { TZ: 'Europe/Helsinki', LC_ALL: 'lt_LT.UTF-8', UV_THREADPOOL_SIZE: '1' },
  },
  {
    folder: 'g',
    out: 'dist',
    umask: 0o022,
    environment: { TZ: 'Pacific/Marquesas', LC_ALL: 'az_AZ.UTF-8', MODE: 'test', DEV: '1' },
  },
  {
    folder: 'h',
    out: 'dist',
    umask: 0o022,
    environment: { TZ: 'Africa/Casablanca', LC_ALL: 'tr_TR.UTF-8', RAYON_NUM_THREADS: '1' },
  },
];

/**
 * Builds one commit for one moment in different folders, time zones, locales and rights, always cold.
 * @param folder where the copies go
 * @param times up to ten
 */
export async function sameBytes(folder: string, times: number): Promise<Row> {
  const row = newRow('The same bytes from the same commit');
  let first: string | undefined;
  for (const { folder: name, out, umask, environment } of circumstances.slice(0, times)) {
    const project = join(folder, name);
    await copyProject(project);
    const usual = process.umask(umask);
    const build = start(['scripts/build.ts'], project, {
      ...environment,
      OUT_DIR: out,
      BUILD_TIME: builtFor,
    });
    process.umask(usual);
    const { code, told } = await build.ended;
    // The manifest lists every file with its hash.
    const manifest = code === 0 ? await readFile(join(project, out, 'release.json'), 'utf8') : told;
    row.tries += 1;
    if (code !== 0) row['wrong exits'] += 1;
    else if (manifest !== (first ??= manifest)) row['broken sites'] += 1;
    if (code !== 0 || manifest !== first)
      console.error(`${row.fault}: ${name}\n${code === 0 ? differences(first!, manifest) : told}`);
    await rm(project, { recursive: true });
  }
  return row;
}

function differences(first: string, other: string): string {
  const [a, b] = [first, other].map(
    (manifest) => (JSON.parse(manifest) as { files: Record<string, string> }).files,
  );
  return Object.keys({ ...a, ...b })
    .filter((path) => a![path] !== b![path])
    .join('\n');
}
