import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '../checks/read-content.ts';
import { asFile, replaced, soundFiles, today } from '../testing/sound-content.ts';
import { askLinks, type LinkStates } from './ask-links.ts';
import { outsideLinks } from './outside-links.ts';

const page = (title: string) => `<html><title>${title}</title><h1>${title}</h1></html>`;
const html = (response: ServerResponse, status: number, text = '') =>
  response.writeHead(status, { 'Content-Type': 'text/html' }).end(text);
const answers: Record<string, (response: ServerResponse) => void> = {
  '/well': (response) => html(response, 200, page('Neuvonta')),
  '/file': (response) => response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF'),
  '/other': (response) => html(response, 200, page('Neuvonta')),
  '/moved': (response) => response.writeHead(301, { Location: '/well' }).end(),
  '/for-now': (response) => response.writeHead(302, { Location: '/well' }).end(),
  '/circle': (response) => response.writeHead(302, { Location: '/circle' }).end(),
  '/to-home': (response) => response.writeHead(302, { Location: '/fi/' }).end(),
  '/to-gone': (response) => response.writeHead(301, { Location: '/gone' }).end(),
  '/fi/': (response) => html(response, 200, page('Etusivu')),
  '/gone': (response) => html(response, 404, page('Not found')),
  '/broken': (response) => html(response, 500),
  '/people': (response) => html(response, 403),
  '/soft': (response) => html(response, 200, page('Sivua ei löytynyt')),
  '/mjuk': (response) =>
    html(response, 200, '<title>Kommun</title><h1 class="a">Sidan <b>hittades inte</b></h1>'),
  '/slow': () => {},
  '/endless': (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.write(page('Neuvonta'));
    const more = setInterval(() => response.write('<p>more</p>'), 20);
    response.on('close', () => clearInterval(more));
  },
};
/** Bytes of a page that comes as fast as it is read, and never ends. */
let flooded = 0;
answers['/flood'] = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' });
  const more = () => {
    flooded += 64_000;
    response.write('<p>more</p>'.padEnd(64_000), () => !response.destroyed && setImmediate(more));
  };
  more();
};
let server: Server;
let url: string;
const asked: { path: string; method: string; at: number }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url!, method: request.method!, at: performance.now() });
    answers[request.url!]!(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const polite = { timeout: 300, betweenRequests: 0 };
const ask = async (path: string, before: LinkStates = {}, day = '2026-11-24') =>
  (await askLinks([url + path], before, day, polite))[url + path]!;

test.each([
  ['/well', undefined],
  ['/file', undefined],
  ['/other', undefined],
  ['/for-now', undefined],
  ['/endless', undefined],
  ['/moved', 'moved'],
  ['/gone', 'gone'],
  ['/to-gone', 'gone'],
  ['/broken', 'status'],
  ['/circle', 'status'],
  ['/people', 'refused'],
  ['/soft', 'soft'],
  ['/mjuk', 'soft'],
  ['/to-home', 'soft'],
  ['/slow', 'slow'],
])('%s is told as %s', async (path, fault) => {
  expect((await ask(path)).fault).toBe(fault);
});

test('of a page that never ends only the beginning is read', async () => {
  flooded = 0;
  const address = `${url}/flood`;
  const states = await askLinks([address], {}, '2026-11-24', { timeout: 2_000, betweenRequests: 0 });
  expect(states[address]).toEqual({ asked: '2026-11-24' });
  // What was under way fills the buffers of both sides.
  expect(flooded).toBeLessThan(10_000_000);
});

test('a host that does not exist is told, with the reason', async () => {
  const address = 'http://no-such-host.invalid/';
  const state = (await askLinks([address], {}, '2026-11-24', polite))[address]!;
  expect(state).toMatchObject({ fault: 'silent', detail: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
});

test('a moved page is told with its new address', async () => {
  expect((await ask('/moved')).detail).toBe(`${url}/well`);
});

test('a failure keeps its first day, and begins anew after the page was well', async () => {
  const first = await ask('/gone');
  expect(first).toMatchObject({ since: '2026-11-24', asked: '2026-11-24' });
  const second = await ask('/gone', { [`${url}/gone`]: first }, '2026-12-08');
  expect(second).toMatchObject({ since: '2026-11-24', asked: '2026-12-08' });
  expect(await ask('/gone', { [`${url}/gone`]: { asked: '2026-12-01' } }, '2026-12-08')).toMatchObject({
    since: '2026-12-08',
  });
});

test('what was well this week is not asked again', async () => {
  const before = asked.length;
  const known = { [`${url}/well`]: { asked: '2026-11-20' } };
  expect(await ask('/well', known)).toEqual({ asked: '2026-11-20' });
  expect(asked.length).toBe(before);
  await ask('/well', known, '2026-11-27');
  expect(asked.slice(before).map(({ method }) => method)).toEqual(['GET']);
});

test('a host is asked one request at a time, with a pause between', async () => {
  const before = asked.length;
  await askLinks([`${url}/well`, `${url}/other`, `${url}/file`], {}, '2026-11-24', {
    timeout: 1_000,
    betweenRequests: 50,
  });
  const times = asked.slice(before).map(({ at }) => at);
  expect(times.length).toBe(3);
  // Timers may fire a millisecond early.
  for (const [index, at] of times.slice(1).entries()) expect(at - times[index]!).toBeGreaterThan(45);
});

test('every outside address of facts and texts is found once, with all its places', () => {
  const files = {
    ...Object.fromEntries(soundFiles()),
    ...replaced(
      'services/alpha/fi.md',
      'Saat neuvon',
      'Lue [ohje](https://www.kuntaliitto.fi/palvelut#hinta) ja [oma](https://example.org/fi/). Saat neuvon',
    ),
  };
  const links = outsideLinks(
    readContent(
      Object.entries(files).map(([path, text]) => asFile(path, text)),
      today,
    ),
  );
  expect([...links.keys()].some((address) => address.startsWith('https://example.org'))).toBe(false);
  const places = links.get('https://www.kuntaliitto.fi/palvelut')!.map(({ file, line }) => `${file}:${line}`);
  expect(places).toContain('services/alpha/fi.md:10');
  expect(places).toContain('services/alpha/service.yaml:11');
});
