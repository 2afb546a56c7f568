import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchPublished } from './fetch-published.ts';

let folder: string;
let server: Server;
let url: string;
/** What the site answers, by path; a list gives one answer after the other. */
let answers: Record<string, [status: number, text: string][]>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'published-'));
  server = createServer((request, response) => {
    const list = answers[request.url!] ?? [[404, '']];
    const [status, text] = list.length > 1 ? list.shift()! : list[0]!;
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
const sitemap = '<urlset><url><loc>https://example.org/fi/</loc></url></urlset>';

test('the sitemap and the list of files are fetched, also from a site that first fails', async () => {
  answers = {
    '/sitemap.xml': [
      [503, ''],
      [200, sitemap],
    ],
    '/release.json': [[200, '{}']],
  };
  await fetchPublished(url, folder, [1]);
  expect(await readFile(join(folder, 'sitemap.xml'), 'utf8')).toBe(sitemap);
  expect(await readFile(join(folder, 'release.json'), 'utf8')).toBe('{}');
});

test('a site from before there was such a list is no obstacle', async () => {
  answers = { '/sitemap.xml': [[200, sitemap]] };
  await fetchPublished(url, folder, []);
  expect(await readdir(folder)).toEqual(['sitemap.xml']);
});

test.each([
  ['404', 404, ''],
  ['500', 500, ''],
  ['no <loc>', 200, '<html>Welcome</html>'],
])(
  'a sitemap that is told as "%s" is refused, with the switch for the first publication',
  async (why, status, text) => {
    answers = { '/sitemap.xml': [[status, text]] };
    await expect(fetchPublished(url, folder, [])).rejects.toThrow(new RegExp(`\\(${why}\\).*-- --first`));
    expect(await readdir(folder)).toEqual([]);
  },
);

test('an address that does not resolve is refused, with the reason', async () => {
  await expect(fetchPublished('http://no-such-site.invalid', folder, [])).rejects.toThrow(
    /\((ENOTFOUND|EAI_AGAIN)\).*-- --first/,
  );
});
