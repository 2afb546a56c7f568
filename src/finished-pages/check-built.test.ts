import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { policyForMeta } from '../hosting/headers.ts';
import { packGuide } from '../search/guide.ts';
import { checkBuilt } from './check-built.ts';

const origin = 'https://example.org';
const folder = await mkdtemp(join(tmpdir(), 'built-'));
afterAll(() => rm(folder, { recursive: true }));

const write = async (path: string, text: string | Uint8Array) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};
const paths = { fi: '/fi/palvelut/a/', sv: '/sv/tjanster/a/' } as const;
const page = (lang: 'fi' | 'sv', body = '') =>
  `<!doctype html><html lang="${lang}"><head><meta http-equiv="Content-Security-Policy" content="${policyForMeta(paths[lang])}"><title>${lang}</title><link rel="canonical" href="${origin}${paths[lang]}">${(
    ['fi', 'sv'] as const
  )
    .map((other) => `<link rel="alternate" hreflang="${other}" href="${origin}${paths[other]}">`)
    .join('')}</head><body data-pagefind-body><h1>A</h1>${body}</body></html>`;

beforeEach(async () => {
  await rm(folder, { recursive: true });
  for (const lang of ['fi', 'sv'] as const) {
    await write(`${paths[lang]}index.html`, page(lang));
    await write(
      `pagefind/fragment/${lang}_1234567.pf_fragment`,
      gzipSync(`pagefind_dcd${JSON.stringify({ url: paths[lang] })}`),
    );
    await write(
      `guide/${lang}.0123456789.txt`,
      packGuide({ entries: [{ kind: { heading: 'A' }, title: 'A', path: paths[lang] }], words: new Map() }),
    );
  }
  await write(
    'sitemap.xml',
    `<urlset><url><loc>${origin}${paths.fi}</loc></url><url><loc>${origin}${paths.sv}</loc></url></urlset>`,
  );
  await write(
    'api/services.json',
    JSON.stringify({
      licence: { url: 'https://example.org/licence' },
      services: [{ urls: { fi: origin + paths.fi, sv: origin + paths.sv } }],
    }),
  );
});
const faults = async () => (await checkBuilt(folder, origin)).map(({ path, what }) => `${path} ${what}`);

test('reads pages, sitemap, both searches and open data from the files of a site', async () => {
  expect(await faults()).toEqual([]);
});

test.each([
  ['a merge conflict marker', '&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD'],
  ['a closing merge conflict marker', '>>>>>>> branch'],
  ['the path of the project', `${process.cwd()}/src/a.ts`],
  ['the path of the home folder', `${homedir()}/a.ts`],
  ['the path of the built site', `${folder}/a.ts`],
  ['a file URL', 'file:///etc/passwd'],
])('reports %s on a page', async (_, text) => {
  await write(`${paths.fi}index.html`, page('fi', text));
  expect(await faults()).toEqual([
    expect.stringContaining('/fi/palvelut/a/index.html holds text that readers must not see'),
  ]);
});

test('reports pages that are missing from a search', async () => {
  await rm(join(folder, 'pagefind/fragment/sv_1234567.pf_fragment'));
  await write('guide/fi.0123456789.txt', packGuide({ entries: [], words: new Map() }));
  expect(await faults()).toEqual([
    '/sv/tjanster/a/ is not in the full text search in "sv"',
    '/fi/palvelut/a/ is not among the instant answers in "fi"',
  ]);
});

test('accepts that a withdrawn service is in no search', async () => {
  await write(
    'api/services.json',
    JSON.stringify({ services: [{ urls: { fi: origin + paths.fi, sv: origin + paths.sv }, withdrawn: {} }] }),
  );
  await write('guide/fi.0123456789.txt', packGuide({ entries: [], words: new Map() }));
  expect(await faults()).toEqual([]);
});
