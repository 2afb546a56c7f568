import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import * as http from 'node:http';
import * as https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishedReleases, publish, rollBack } from '../release/publish.ts';
import { headersOf } from '../hosting/headers.ts';
import { siteFolder } from './browser.ts';
import { hasNginx, type RunningNginx, startNginx } from './nginx-server.ts';

type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer };

// Where nginx can neither be found nor installed, `npm test` says so at its end.
describe.skipIf(!hasNginx())('nginx with the configuration of "npm run nginx"', () => {
  let folder: string;
  let dist: string;
  let nginx: RunningNginx;
  let agent: https.Agent;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'served-'));
    dist = join(folder, 'dist');
    await publish(dist, new Date('2026-11-24T12:00:00Z'), async (making) => {
      await cp(siteFolder(), making, { recursive: true, dereference: true });
      await writeFile(join(making, '.env'), 'SECRET=1');
    });
    nginx = await startNginx({ folder: dist, redirects: { '/fi/palvelut/vanha/': '/fi/palvelut/' } });
    agent = new https.Agent({
      keepAlive: true,
      maxSockets: 24,
      ca: nginx.certificate,
      servername: 'localhost',
    });
  });
  afterAll(async () => {
    agent?.destroy();
    await nginx?.stop();
    await rm(folder, { recursive: true });
  });

  const ask = (
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
    origin = nginx.https,
    connections = agent,
  ) =>
    new Promise<Answer>((resolve, reject) => {
      https
        .request(
          origin,
          { path, method, agent: connections, headers: { Host: 'localhost', ...headers } },
          (response) => void read(response).then(resolve, reject),
        )
        .on('error', reject)
        .end();
    });
  async function read(response: IncomingMessage): Promise<Answer> {
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    return { status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(parts) };
  }
  const inDist = (path: string) => readFile(join(dist, path));
  const anAsset = async () =>
    `/_astro/${(await readdir(join(dist, '_astro'))).find((name) => name.endsWith('.css'))}`;

  const kinds: [string, number, string, Record<string, string>?, string?][] = [
    ['/', 200, '/'],
    ['/fi/', 200, '/fi/'],
    ['/fi/haku/?q=juristi', 200, '/fi/haku/'],
    ['/sv/sok/', 200, '/sv/sok/'],
    ['/api/services.json', 200, '/api/services.json'],
    ['/robots.txt', 200, '/robots.txt'],
    ['/fi', 301, '/'],
    ['/fi/palvelut/vanha/', 301, '/'],
    ['/fi/poissa/', 404, '/'],
    ['/_astro/poissa.js', 404, '/'],
    ['/api/', 404, '/'],
    ['/fi/', 206, '/fi/', { Range: 'bytes=0-9' }],
    ['/fi/', 405, '/', {}, 'POST'],
    ['/fi/%zz', 400, '/'],
  ];
  test.each(kinds)('%s answers %i with all headers', async (path, status, like, headers, method) => {
    const answer = await ask(path, headers, method);
    expect(answer.status).toBe(status);
    const wanted = Object.fromEntries(
      Object.entries(headersOf(like)).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(answer.headers).toMatchObject(wanted);
    expect(answer.headers['access-control-allow-origin']).toBe(wanted['access-control-allow-origin']);
    expect(answer.headers.server).toBe('nginx');
  });

  test('a page that did not change answers 304 with all headers', async () => {
    const { headers } = await ask('/fi/');
    const again = await ask('/fi/', { 'If-None-Match': headers.etag! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(again.headers['content-security-policy']).toBe(headersOf('/fi/')['Content-Security-Policy']);
  });

  test('a file with its hash in its name is kept for ever', async () => {
    expect((await ask(await anAsset())).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    ['/fi/ei-ole/', '<html lang="fi"'],
    ['/sv/finns-inte/', '<html lang="sv"'],
    ['/muualla/', '404.html'],
    ['/fi/.git/config', '<html lang="fi"'],
  ])('%s is told to be missing in its language', async (path, sign) => {
    const { status, bytes } = await ask(path);
    expect(status).toBe(404);
    if (sign === '404.html') expect(bytes).toEqual(await inDist('404.html'));
    else expect(bytes.toString()).toContain(sign);
  });

  test('unsafe HTTP leads to HTTPS of the same address, whatever host the reader names', async () => {
    const answer = await new Promise<Answer>((resolve, reject) =>
      http
        .get(
          `${nginx.http}/fi/haku/?q=a%20b`,
          { headers: { Host: 'evil.example' } },
          (response) => void read(response).then(resolve, reject),
        )
        .on('error', reject),
    );
    expect([answer.status, answer.headers.location]).toEqual([301, 'https://localhost/fi/haku/?q=a%20b']);
  });

  test('an old address leads to the new one, a folder to its page', async () => {
    expect((await ask('/fi/palvelut/vanha/')).headers.location).toBe('/fi/palvelut/');
    expect((await ask('/fi/palvelut')).headers.location).toBe('/fi/palvelut/');
  });

  test('text comes as the Brotli that the build made, as gzip to those who know no Brotli, and plain to the rest', async () => {
    const page = await inDist('fi/index.html');
    const brotli = await ask('/fi/', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.bytes).toEqual(await inDist('fi/index.html.br'));
    expect(brotliDecompressSync(brotli.bytes)).toEqual(page);
    const gzip = await ask('/fi/', { 'Accept-Encoding': 'gzip' });
    expect(gunzipSync(gzip.bytes)).toEqual(page);
    expect((await ask('/fi/')).bytes).toEqual(page);
    expect([brotli, gzip].map(({ headers }) => headers.vary)).toEqual(['Accept-Encoding', 'Accept-Encoding']);
  });

  test.each([
    ['/fi/', 'text/html; charset=utf-8'],
    ['/api/services.json', 'application/json; charset=utf-8'],
    ['/fi/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/icon-180.png', 'image/png'],
    ['/pagefind/wasm.fi.pagefind', 'application/octet-stream'],
  ])('%s says that it is %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toBe(type);
  });

  test.each([
    '/.env',
    '/%2eenv',
    '/.git/HEAD',
    '/fi/../.env',
    '/fi/%2e%2e/.env',
    '//.env',
    '/.well-known/.env',
    '/_headers',
    '/_redirects',
    '/fi/index.html.br',
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/fi/..%5c..%5cetc/passwd',
    '/fi/%00',
    '/dist/../../.dist-releases/',
  ])('%s gives nothing away', async (path) => {
    const { status, bytes } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(bytes.toString()).not.toMatch(/SECRET|root:|Content-Security-Policy:|301/);
  });

  test('a part of a file and the headers alone can be asked for', async () => {
    const page = await inDist('fi/index.html');
    const part = await ask('/fi/', { Range: 'bytes=10-29' });
    expect(part.bytes).toEqual(page.subarray(10, 30));
    expect(part.headers['content-range']).toBe(`bytes 10-29/${page.length}`);
    expect((await ask('/fi/', { Range: 'bytes=99999999-' })).status).toBe(416);
    const head = await ask('/fi/', {}, 'HEAD');
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(page.length),
    ]);
  });

  test('ten thousand requests meet no error while releases are swapped underneath, and every answer is whole', async () => {
    // A site of a few files: going back to a release looks at each of them first.
    const paths = [
      '/',
      '/fi/',
      '/sv/',
      '/fi/palvelut/',
      '/sv/kontakter/',
      '/fi/haku/',
      '/api/services.json',
      '/sitemap.xml',
      await anAsset(),
    ];
    const files = paths.map((path) => (path.endsWith('/') ? `${path}index.html` : path));
    const swapped = join(folder, 'swapped');
    for (const second of [1, 2]) {
      await publish(swapped, new Date(`2026-11-24T12:00:0${second}Z`), async (making) => {
        for (const file of files) await cp(join(dist, file), join(making, file), { recursive: true });
        if (second === 2) for (const file of files) await appendFile(join(making, file), ' ');
      });
    }
    const releases = await finishedReleases(swapped);
    const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const whole = new Set<string>();
    for (const release of releases)
      for (const file of files)
        whole.add(sum(await readFile(join(folder, '.swapped-releases', release, file))));
    expect(whole.size).toBe(2 * files.length);

    const server = await startNginx({ folder: swapped, redirects: {} });
    const connections = new https.Agent({
      keepAlive: true,
      maxSockets: 24,
      ca: server.certificate,
      servername: 'localhost',
    });
    let asked = 0;
    let swaps = 0;
    const busy = () => asked < 10_000 || swaps < 12;
    const seen = new Set<string>();
    const wrong: string[] = [];
    const reader = async () => {
      while (busy()) {
        const path = paths[asked++ % paths.length]!;
        const { status, bytes } = await ask(path, {}, 'GET', server.https, connections).catch(
          (error: Error) => ({ status: 0, bytes: Buffer.from(error.message) }),
        );
        if (status !== 200 || !whole.has(sum(bytes)))
          wrong.push(`${path} ${status} ${bytes.subarray(0, 80)}`);
        else seen.add(sum(bytes));
      }
    };
    const swapper = async () => {
      while (busy()) await rollBack(swapped, releases[++swaps % 2]);
    };
    await Promise.all([swapper(), ...Array.from({ length: 24 }, reader)]);
    connections.destroy();
    await server.stop();
    expect(wrong).toEqual([]);
    expect(seen).toEqual(whole);
  }, 120_000);

  test('a site under a path is served below it alone, with its headers, redirects and pages for what is missing', async () => {
    const below = await startNginx({
      folder: dist,
      base: '/re.po',
      redirects: { '/fi/palvelut/vanha/': '/fi/palvelut/' },
      usageLog: true,
    });
    const connections = new https.Agent({ ca: below.certificate, servername: 'localhost' });
    const at = (path: string) => ask(path, {}, 'GET', below.https, connections);
    const answers: [string, number, string][] = [
      ['/re.po/fi/', 200, '/fi/'],
      ['/re.po/fi/haku/?q=juristi', 200, '/fi/haku/'],
      ['/re.po/api/services.json', 200, '/api/services.json'],
      [`/re.po${await anAsset()}`, 200, await anAsset()],
      ['/re.po/fi/poissa/', 404, '/'],
      ['/robots.txt', 200, '/'],
      ['/.well-known/poissa.txt', 404, '/'],
      ['/fi/', 404, '/'],
      ['/fi/haku/', 404, '/'],
      ['/rexpo/fi/', 404, '/'],
      ['/re.po/.env', 404, '/'],
      ['/re.po/_redirects', 404, '/'],
      ['/re.po../.env', 404, '/'],
      ['/re.po/../.env', 404, '/'],
    ];
    for (const [path, status, like] of answers) {
      const { headers, ...answer } = await at(path);
      expect([path, answer.status]).toEqual([path, status]);
      for (const [name, value] of Object.entries(headersOf(like)))
        expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value);
    }
    const led: [string, number, string][] = [
      ['/', 302, '/re.po/'],
      ['/re.po', 301, '/re.po/'],
      ['/re.po/fi', 301, '/re.po/fi/'],
      ['/re.po/fi/palvelut/vanha/', 301, '/re.po/fi/palvelut/'],
    ];
    for (const [path, status, location] of led) {
      const { headers, ...answer } = await at(path);
      expect([path, answer.status, headers.location]).toEqual([path, status, location]);
    }
    expect((await at('/re.po/fi/')).bytes).toEqual(await inDist('fi/index.html'));
    expect((await at('/re.po/sv/borta/')).bytes).toEqual(await inDist('sv/404/index.html'));
    expect((await at('/muualla/')).bytes).toEqual(await inDist('404.html'));
    const brotli = await ask('/re.po/fi/', { 'Accept-Encoding': 'br' }, 'GET', below.https, connections);
    expect(brotli.bytes).toEqual(await inDist('fi/index.html.br'));
    await expect.poll(() => below.log()).toContain(' GET /re.po/sv/borta/ 404 ');
    expect(below.usage().join('\n')).toContain('"path":"/re.po/fi/haku/","status":200,"q":"juristi"');
    connections.destroy();
    await below.stop();
  });

  test('without TLS, as in the container, it needs no rights and sends the same', async () => {
    await chmod(folder, 0o755);
    const wwwData = process.getuid?.() === 0 ? 33 : undefined;
    const server = await startNginx({ folder: dist, redirects: {}, host: '_', tls: undefined }, wwwData);
    const answer = await fetch(`${server.https.replace('https:', 'http:')}/fi/`);
    const text = await answer.text();
    const missing = await fetch(`${server.https.replace('https:', 'http:')}/sv/borta/`);
    await server.stop();
    expect([answer.status, text]).toEqual([200, (await inDist('fi/index.html')).toString()]);
    for (const [name, value] of Object.entries(headersOf('/fi/')))
      expect(answer.headers.get(name)).toBe(value);
    expect([missing.status, await missing.text()]).toEqual([
      404,
      (await inDist('sv/404/index.html')).toString(),
    ]);
  });

  test('systemd understands the units of OPERATIONS.md', async () => {
    const units = join(folder, 'units');
    await mkdir(units);
    const found = [
      ...(await readFile('.github/OPERATIONS.md', 'utf8')).matchAll(/^```ini\n# (\S+)\n(.*?)^```/gms),
    ];
    expect(found.map(([, name]) => name)).toEqual([
      'site-pull.service',
      'site-publish.service',
      'site-publish.timer',
      'site-nginx.path',
      'site-nginx.service',
    ]);
    for (const [, name, text] of found) await writeFile(join(units, name!), text!);
    const { status, stdout, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...found.map(([, name]) => join(units, name!))],
      { encoding: 'utf8' },
    );
    expect([status, stdout + stderr]).toEqual([0, '']);
  });

  test('the log holds neither the address of a reader nor what somebody searched for', async () => {
    await ask('/fi/haku/?q=salainen', { 'User-Agent': 'a-browser', Referer: 'https://elsewhere.example/' });
    await ask('/fi/poissa/?q=salainen');
    // nginx writes a line after its answer.
    await expect.poll(() => nginx.log()).toMatch(/^\S+ GET \/fi\/poissa\/ 404 \d+ \S+$/m);
    expect(nginx.log()).toMatch(/^\S+ GET \/fi\/haku\/ 200 \d+ \S+$/m);
    expect(nginx.log()).not.toMatch(/127\.0\.0\.1|salainen|a-browser|elsewhere/);
    expect(nginx.usage()).toEqual([]);
  });

  test('the usage log, once turned on, holds the hour, the address and the query of a search, and no more', async () => {
    const noting = await startNginx({ folder: dist, redirects: {}, usageLog: true });
    const connections = new https.Agent({ ca: noting.certificate, servername: 'localhost' });
    const headers = { 'User-Agent': 'a-browser', Referer: 'https://elsewhere.example/', Cookie: 'a=b' };
    for (const path of [
      '/fi/haku/?q=lakineuvonta+%C3%A4%22&x=1',
      '/sv/sok/',
      '/fi/?q=salainen',
      '/fi/poissa?q=salainen',
      '/icon.svg',
      '/fi',
    ])
      await ask(path, headers, 'GET', noting.https, connections);
    await ask('/fi/', headers, 'HEAD', noting.https, connections);
    await ask('/sv/', headers, 'GET', noting.https, connections);
    await expect.poll(noting.usage).toHaveLength(5);
    const lines = noting.usage();
    connections.destroy();
    await noting.stop();
    const entries = lines.map((entry) => JSON.parse(entry) as Record<string, unknown>);
    for (const { hour } of entries) expect(hour).toMatch(/^\d{4}-\d\d-\d\dT\d\d$/);
    expect(entries.map(({ hour: _, ...rest }) => rest)).toEqual([
      { path: '/fi/haku/', status: 200, q: 'lakineuvonta+%C3%A4%22' },
      { path: '/sv/sok/', status: 200, q: '' },
      { path: '/fi/', status: 200, q: '' },
      { path: '/fi/poissa', status: 404, q: '' },
      { path: '/sv/', status: 200, q: '' },
    ]);
  });
});
