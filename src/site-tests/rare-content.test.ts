import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../build/serve.ts';
import { contentFolder } from '../model/folders.ts';
import { openBrowser } from './browser.ts';

/* A site of its own with what the content may hold and at the moment does not: redirects, a correction, a change to come. */

let browser: Browser;
let folder: string;
let server: Server;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rare-content-'));
  const content = join(folder, 'content');
  await cp(contentFolder(), content, { recursive: true });
  const add = async (file: string, lines: string) => writeFile(join(content, file), `${(await readFile(join(content, file), 'utf8')).trimEnd()}\n${lines}`);
  await writeFile(join(content, 'redirects.yaml'), '/fi/palvelut/juristi/: /fi/palvelut/lakineuvonta/\n/sv/advokat/: /sv/tjanster/juridisk-radgivning/\n');
  await add('announcements/survey-2021/announcement.yaml', 'corrections:\n  - date: 2026-11-20\n    what: { fi: Luku on 55 eikä 56., sv: Talet är 55 och inte 56. }\n');
  await add('services/legal-advice/service.yaml', 'changes:\n  - date: 2027-01-01\n    what: { fi: Hinta muuttuu., sv: Priset ändras. }\n  - date: 2026-11-01\n    what: { fi: Osoite muuttui., sv: Adressen ändrades. }\n');
  // Vitest sets these for itself, and Astro would make the pages of a preview.
  const { NODE_ENV, DEV, PROD, MODE, ...environment } = process.env;
  const forThisBuild = { CONTENT_DIR: content, OUT_DIR: join(folder, 'site'), BUILD_TIME: '2026-11-24T12:00:00Z' };
  await promisify(execFile)('node', ['scripts/build.ts'], { env: { ...environment, ...forThisBuild } });
  ({ server, url } = await serve(join(folder, 'site'), 0));
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (path: string, options: { javaScriptEnabled?: boolean } = {}) => {
  const page = await (await browser.newContext({ baseURL: url, ...options })).newPage();
  await page.goto(path);
  return page;
};

test.each([
  ['/fi/palvelut/juristi/', '/fi/palvelut/lakineuvonta/', 'Sivu on siirretty', 'fi'],
  ['/sv/advokat/', '/sv/tjanster/juridisk-radgivning/', 'Sidan har flyttats', 'sv'],
])('the old address %s leads to %s without a script, and no list names it', async (from, to, heading, lang) => {
  const page = await open(from, { javaScriptEnabled: false });
  await page.waitForURL(`${url}${to}`);
  const { html, sitemap } = { html: await (await page.request.get(from)).text(), sitemap: await (await page.request.get('/sitemap.xml')).text() };
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toMatch(new RegExp(`<link rel="canonical" href="https://[^"]+${to}">`));
  expect(html).toMatch(new RegExp(`<h1>${heading}</h1> ?<p><a href="${to}">`));
  expect(sitemap).not.toContain(from);
});

test('hosts that know redirects answer with them themselves', async () => {
  expect(await readFile(join(folder, 'site', '_redirects'), 'utf8')).toContain('/fi/palvelut/juristi/ /fi/palvelut/lakineuvonta/ 301\n');
});

test('a correction stands under the heading, in full at the end, and in the feed', async () => {
  const page = await open('/fi/tiedotteet/kysely-2021/');
  expect(await page.locator('.page-header .date').innerText()).toContain('Korjattu 20.11.2026');
  expect(await page.locator('section', { has: page.getByRole('heading', { name: 'Korjaukset' }) }).innerText()).toContain('20.11.2026: Luku on 55 eikä 56.');
  expect(await (await page.request.get('/fi/rss.xml')).text()).toContain('<atom:updated>2026-11-20T00:00:00+02:00</atom:updated>');
});

test('a change of a service is told on its page, in its feeds and in the open data, and one to come nowhere', async () => {
  const page = await open('/sv/tjanster/juridisk-radgivning/');
  expect(await page.locator('section', { has: page.getByRole('heading', { name: 'Vad som har ändrats' }) }).getByRole('listitem').allInnerTexts()).toEqual(['1.11.2026: Adressen ändrades.']);
  for (const path of ['/sv/tjanster/rss.xml', '/sv/tjanster/teman/juridik-och-forvaltning/rss.xml', '/api/services.json']) {
    const text = await (await page.request.get(path)).text();
    expect([path, text.includes('Adressen ändrades.'), text.includes('Priset ändras.')]).toEqual([path, true, false]);
  }
});
