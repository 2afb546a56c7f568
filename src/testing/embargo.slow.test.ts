import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodies, finnish, soundFiles, swedish, textFile } from './sound-content.ts';

/** It stands in every part of an announcement that is kept back, and nowhere else; the endings of words are cut off in an index. */
const secret = 'zyxsecr';
/** The same for a draft. */
const draftSecret = 'qwvdrft';
const announcement = {
  'announcement.yaml': `published: 2026-12-01T09:00\nkind: news\ncontacts: []\nservices: [alpha]\nsources:\n  - url: https://www.kuntaliitto.fi/${secret}et\n    year: 2026\nfigures:\n  - value: 55\n    unit: "%"\n    label: { fi: "${secret}et", sv: "${secret}et" }\n`,
  'fi.md': textFile(
    {
      ...finnish(`Uutinen ${secret}et`, `${secret}et-uutinen`),
      keywords: `[${secret}et, kaksi, kolme, neljä, viisi]`,
      keyPoints: `[${secret}et yksi., Toinen asia., Kolmas asia.]`,
    },
    `${bodies.fi}\nTeksti ${secret}et.\n\n![Kuva ${secret}et](kuva.png)\n`,
  ),
  'sv.md': textFile(
    {
      ...swedish(`Nyhet ${secret}et`, `${secret}et-nyhet`),
      keywords: `[${secret}et, två, tre, fyra, fem]`,
      keyPoints: `[${secret}et ett., En annan sak., En tredje sak.]`,
    },
    `${bodies.sv}\nText ${secret}et.\n\n![Bild ${secret}et](kuva.png)\n`,
  ),
};

let folder: string;
const site = () => join(folder, 'site');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embargo-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, 'content', path)), { recursive: true });
    await writeFile(join(folder, 'content', path), text);
  };
  for (const [path, text] of soundFiles()) await write(path, text);
  for (const [name, text] of Object.entries(announcement))
    await write(`announcements/${secret}et/${name}`, text);
  await cp('.github/home.png', join(folder, 'content', 'announcements', `${secret}et`, 'kuva.png'));
  // A draft is told nowhere, whatever the time, and its mistakes stop nothing.
  for (const [name, text] of Object.entries(announcement))
    await write(
      `announcements/${draftSecret}/${name}`,
      text
        .replaceAll(secret, draftSecret)
        .replace('published: 2026-12-01T09:00\nkind: news', 'published: 2026-06-01\ndraft: true\nkind: nwes'),
    );
  await cp('.github/home.png', join(folder, 'content', 'announcements', draftSecret, 'kuva.png'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds the site for a moment. @returns files that tell of the announcement, by their paths or their unpacked bytes, and the number of all pictures */
async function filesThatTell(
  moment: string,
): Promise<{ telling: string[]; ofDraft: string[]; pictures: number }> {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: site(), BUILD_TIME: moment },
  });
  const files = (await readdir(`${site()}/`, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site().length));
  const texts = await Promise.all(
    files.map(async (file) => file + unpacked(file, await readFile(site() + file)).toString('latin1')),
  );
  return {
    telling: files.filter((_, index) => texts[index]!.includes(secret)),
    ofDraft: files.filter((_, index) => texts[index]!.includes(draftSecret)),
    pictures: files.filter((file) => /\.(png|jpe?g|webp|avif)$/.test(file)).length,
  };
}

function unpacked(file: string, bytes: Buffer): Buffer {
  if (file.endsWith('.br')) return brotliDecompressSync(bytes);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

test('an announcement is nowhere in the output a minute before its time, and everywhere at its minute', async () => {
  const before = await filesThatTell('2026-12-01T06:59:59Z');
  expect([before.telling, before.ofDraft]).toEqual([[], []]);
  const after = await filesThatTell('2026-12-01T07:00:00Z');
  for (const place of [
    `/fi/tiedotteet/${secret}et-uutinen/index.html`,
    `/sv/meddelanden/${secret}et-nyhet/index.html`,
    '/fi/index.html',
    '/fi/tiedotteet/index.html',
    '/sitemap.xml',
    '/fi/rss.xml',
    '/sv/rss.xml',
    '/api/announcements.json',
    'guide/fi',
    'guide/sv',
    'fi_',
    'sv_',
    '.pf_index',
    '.pf_meta',
  ]) {
    expect(
      after.telling.filter((file) => file.includes(place)),
      place,
    ).not.toEqual([]);
  }
  expect(after.ofDraft).toEqual([]);
  expect(after.pictures).toBeGreaterThan(before.pictures);
}, 240_000);
