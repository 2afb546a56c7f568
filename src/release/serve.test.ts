import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serve.ts';

const files = {
  'fi/index.html': 'etusivu',
  'fi/404/index.html': 'ei löytynyt',
  'sv/404/index.html': 'hittades inte',
  '404.html': 'ei · inte',
  '_astro/a.js': 'a',
  'api/services.json': '{}',
  'fi/a.vcf': 'BEGIN:VCARD',
  '.well-known/security.txt': 'Contact:',
  '.git/config': 'secret',
};
let folder: string;
let server: Server;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  ({ server, url } = await serve(folder, 0));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });
/** Requests a path unchanged: `fetch` would normalize it. */
const askRaw = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, { path }, resolve).on('error', reject));

test.each([
  ['/fi/', 200, 'etusivu'],
  ['/fi/poissa/', 404, 'ei löytynyt'],
  ['/sv/borta/', 404, 'hittades inte'],
  ['/de/', 404, 'ei · inte'],
  ['/.well-known/security.txt', 200, 'Contact:'],
  ['/.git/config', 404, 'ei · inte'],
  ['/%2egit/config', 404, 'ei · inte'],
])('%s is answered with %i', async (path, status, text) => {
  const answer = await ask(path);
  expect([answer.status, await answer.text()]).toEqual([status, text]);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});

test('a contact card has the type of vCards, and a missing one that of the page that says so', async () => {
  const types = await Promise.all(
    ['/fi/a.vcf', '/fi/b.vcf'].map(async (path) => (await ask(path)).headers.get('Content-Type')),
  );
  expect(types).toEqual(['text/vcard; charset=utf-8', 'text/html; charset=utf-8']);
});

test('a page address without its trailing slash is redirected, with its query', async () => {
  const { status, headers } = await ask('/fi?q=a');
  expect([status, headers.get('Location')]).toEqual([301, '/fi/?q=a']);
  expect((await askRaw('//fi')).headers.location).toBeUndefined();
});

test('files with a hash in their name are cached, everything else is revalidated', async () => {
  const ages = await Promise.all(
    ['/_astro/a.js', '/_astro/b.js', '/fi/', '/api/services.json'].map(async (path) =>
      (await ask(path)).headers.get('Cache-Control'),
    ),
  );
  expect(ages).toEqual(['public, max-age=31536000, immutable', 'no-cache', 'no-cache', 'no-cache']);
});

test('only the open data may be read by other sites', async () => {
  const sharing = async (path: string) => {
    const { headers } = await ask(path);
    return [headers.get('Access-Control-Allow-Origin'), headers.get('Cross-Origin-Resource-Policy')];
  };
  expect(await sharing('/api/services.json')).toEqual(['*', 'cross-origin']);
  expect(await sharing('/fi/')).toEqual([null, 'same-origin']);
});

test('an unchanged page is answered with 304, with its headers', async () => {
  const { headers } = await ask('/fi/');
  const again = await ask('/fi/', { headers: { 'If-None-Match': headers.get('ETag')! } });
  expect([again.status, again.headers.get('X-Content-Type-Options')]).toEqual([304, 'nosniff']);
});

test.each([
  ['bytes=0-3', 206, 'etus'],
  ['bytes=4-', 206, 'ivu'],
  ['bytes=5-2', 200, 'etusivu'],
  ['bytes=-3', 200, 'etusivu'],
  ['bytes=0-1,3-4', 200, 'etusivu'],
  ['bytes=0-9007199254740992', 200, 'etusivu'],
  ['bytes=9007199254740992-', 200, 'etusivu'],
  ['bytes=0-999999999999', 206, 'etusivu'],
  ['bytes=999999999999-', 416, ''],
])('range %s is answered with %i', async (range, status, text) => {
  const answer = await ask('/fi/', { headers: { Range: range } });
  expect([answer.status, await answer.text()]).toEqual([status, text]);
});

test('files that are added or removed while the site is served are found or not found', async () => {
  await writeFile(join(folder, '_astro/new.js'), 'new');
  expect(await (await ask('/_astro/new.js')).text()).toBe('new');
  await rm(join(folder, '_astro/new.js'));
  expect((await ask('/_astro/new.js')).status).toBe(404);
});

test('the error for a missing folder names the remedy', async () => {
  await expect(serve(join(folder, 'no-such-site'), 0)).rejects.toThrow(/no-such-site.*npm run build/);
});

test('only GET and HEAD are allowed', async () => {
  const { status, headers } = await ask('/fi/', { method: 'POST', body: 'x' });
  expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
});

test.each([
  '/../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc/passwd',
  '/fi/../../etc/passwd',
])('%s is refused', async (path) => {
  expect((await askRaw(path)).statusCode).toBe(400);
});

test('only requests from this machine to a name of this machine are answered', async () => {
  const { port, address } = server.address() as { port: number; address: string };
  expect(address).toBe('127.0.0.1');
  const statusFor = (host: string) =>
    new Promise((resolve, reject) =>
      get({ host: '127.0.0.1', port, path: '/fi/', headers: { host } }, ({ statusCode }) =>
        resolve(statusCode),
      ).on('error', reject),
    );
  expect(
    await Promise.all(['localhost', `localhost:${port}`, '127.0.0.1', '[::1]', 'LOCALHOST'].map(statusFor)),
  ).toEqual([200, 200, 200, 200, 200]);
  expect(
    await Promise.all(
      ['evil.example', `evil.example:${port}`, '192.168.1.1', 'localhost.evil.example'].map(statusFor),
    ),
  ).toEqual([403, 403, 403, 403]);
});

test.runIf(process.platform === 'linux')('a reader who goes away leaves no file open', async () => {
  await writeFile(join(folder, '_astro/large.js'), 'x'.repeat(5_000_000));
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = openFiles();
  for (let round = 0; round < 40; round += 1)
    await new Promise<void>((resolve) => {
      const request = get(`${url}/_astro/large.js`, (response) => {
        response.once('data', () => request.destroy());
        response.once('close', resolve).on('error', () => undefined);
      });
      request.on('error', () => undefined);
    });
  await expect.poll(openFiles).toBeLessThan(before + 10);
});

test('a path with control characters is refused: it could control a terminal', async () => {
  for (const path of ['/%1b%5d52;c;x%07/', '/fi/?q=%1b[32m', '/fi/?q=%C2%9b'])
    expect((await askRaw(path)).statusCode).toBe(400);
});

test('a site under a path is served below it alone, and the root of the host leads there', async () => {
  await writeFile(join(folder, 'sitemap.xml'), '<loc>https://a.example/repo/fi/</loc>');
  const { server: other, url: below } = await serve(folder, 0);
  const { origin } = new URL(below);
  const answers = await Promise.all(
    ['/repo/fi/', '/repo/fi', '/', '/repo', '/fi/', '/repository/', '/repo/.git/config'].map(async (path) => {
      const answer = await fetch(origin + path, { redirect: 'manual' });
      return [answer.status, answer.headers.get('Location') ?? (await answer.text())];
    }),
  );
  other.close();
  await rm(join(folder, 'sitemap.xml'));
  expect(below).toBe(`${origin}/repo`);
  expect(answers).toEqual([
    [200, 'etusivu'],
    [301, '/repo/fi/'],
    [302, '/repo/'],
    [302, '/repo/'],
    [404, 'ei · inte'],
    [404, 'ei · inte'],
    [404, 'ei · inte'],
  ]);
});
