import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test, vi } from 'vitest';
import { waitForLock } from '../release/lock.ts';
import { openBrowser } from './browser.ts';

/* `npm run dev`, started while one file has a mistake. */

const broken = 'services/legal-advice/fi.md';
const other = 'services/circulars/fi.md';
const soundTitle = /^title: .*$/m;

let unlock: () => void;
let folder: string;
let port: number;
let preview: ChildProcess;
let printed = '';
let browser: Browser;
let context: BrowserContext;
let page: Page;
const originals = new Map<string, string>();
const save = (path: string, change: (text: string) => string) =>
  writeFile(join(folder, path), change(originals.get(path)!));
/** A reload that a save before has asked for can cut a visit short. */
const visit = (path: string) => vi.waitFor(() => page.goto(path), { timeout: 60_000 });
const panel = () => page.locator('[data-content-problems]');

beforeAll(async () => {
  // A build of other content would list its own free pages in the folder of Astro, which the preview watches.
  await mkdir('.astro', { recursive: true });
  unlock = await waitForLock('.astro/lock');
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  await cp('content', folder, { recursive: true });
  for (const path of [broken, other]) originals.set(path, await readFile(join(folder, path), 'utf8'));
  await save(broken, (text) => text.replace(soundTitle, 'title: "Lakineuvonta <b>nyt</b>"'));
  // Vite shows nothing anew where it believes to be under test.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
  );
  port = await freePort();
  preview = spawn(process.execPath, ['scripts/dev.ts'], {
    env: { ...environment, CONTENT_DIR: folder, PORT: String(port), LC_ALL: 'fi_FI.UTF-8' },
  });
  for (const stream of [preview.stdout!, preview.stderr!]) stream.on('data', (text) => (printed += text));
  browser = await openBrowser();
  context = await browser.newContext({ baseURL: `http://localhost:${port}` });
  await vi.waitFor(() => expect(printed).toContain(`127.0.0.1:${port}`), { timeout: 60_000 });
}, 240_000);

// A new page for each test: a reload that is still under way would end the next step of the same one. They are closed
// with the browser, because Chromium may never end to close a page that is told to reload.
beforeEach(async () => {
  page = await context.newPage();
  onTestFailed(() => console.log(printed));
});
afterAll(async () => {
  await browser?.close();
  preview?.kill();
  if (preview && preview.exitCode === null) await once(preview, 'exit');
  await rm(folder, { recursive: true, force: true });
  unlock();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

test('the mistake is told in the terminal and on every page, and the other pages are there', async () => {
  expect(printed).toContain(`${broken}:2:1 virhe title — "Lakineuvonta <b>nyt</b>" ei kelpaa`);
  await visit('/fi/');
  await panel()
    .filter({ hasText: `${broken}:2:1 virhe title` })
    .waitFor();
  expect(await panel().innerText()).toContain('1 virhe');
  await visit('/fi/palvelut/');
  expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(30);
});

test('a change of another file shows all the while', async () => {
  await visit('/fi/palvelut/');
  await save(other, (text) => text.replace(soundTitle, 'title: Yleiskirjeet esikatselussa'));
  await page.getByRole('link', { name: 'Yleiskirjeet esikatselussa' }).first().waitFor();
  await panel().filter({ hasText: broken }).waitFor();
});

test('the search finds what was saved last', async () => {
  await visit('/fi/palvelut/');
  await panel().waitFor();
  for (const title of ['Revontulten valvonta', 'Hiidenkivien huolto']) {
    await save(other, (text) => text.replace(soundTitle, `title: ${title}`));
    await page.getByRole('link', { name: title }).first().waitFor();
    await page.locator('input[type=search]').fill(title.split(' ')[0]!);
    await page.getByRole('option', { name: title }).waitFor();
  }
});

test('the mistake goes away when the file is saved right', async () => {
  await visit('/fi/palvelut/lakineuvonta/');
  // Once it shows the mistake, the page hears of changes.
  await panel().filter({ hasText: broken }).waitFor();
  await save(broken, (text) => text.replace(soundTitle, 'title: Lakineuvonta esikatselussa'));
  await page.getByRole('heading', { level: 1, name: 'Lakineuvonta esikatselussa' }).waitFor();
  // What remains is a warning: the twin has not changed. Warnings are folded.
  await panel().filter({ hasText: '0 virhettä, 2 huomautusta' }).waitFor();
  const warning = panel().getByText('services/legal-advice/fi.md:2:1 huomautus');
  expect(await warning.isVisible()).toBe(false);
  await panel().getByText('0 virhettä').click();
  await warning.waitFor();
  expect(printed).toContain('0 virhettä');
  await visit('/sv/');
  await panel().getByText('0 fel, 2 anmärkningar').waitFor();
  await panel().getByText('services/legal-advice/fi.md:2:1 anmärkning').waitFor();
});

test('what is not public yet is shown with its pictures, and marked', async () => {
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const from = (path: string) => readFile(join(folder, path), 'utf8');
  await visit('/fi/');
  await panel().waitFor();
  for (const [name, address, alt] of [
    ['fi.md', 'tuleva', 'Etusivu, jossa on hakukenttä'],
    ['sv.md', 'kommande', 'Startsidan med ett sökfält'],
  ] as const)
    await write(
      `announcements/coming/${name}`,
      `${(await from(`announcements/survey-2021/${name}`)).replace(/^address: .*$/m, `address: ${address}`)}\n![${alt}](kuva.png)\n`,
    );
  await cp('.github/home.png', join(folder, 'announcements/coming/kuva.png'));
  await write(
    'announcements/coming/announcement.yaml',
    (await from('announcements/survey-2021/announcement.yaml')).replace(
      /^published: .*$/m,
      'published: 2099-12-01T09:00',
    ),
  );
  await write('services/new/service.yaml', `${await from('services/circulars/service.yaml')}draft: true\n`);
  await write(
    'services/new/fi.md',
    (await from('services/circulars/fi.md')).replace(/^address: .*$/m, 'address: uusi'),
  );
  await write(
    'services/new/sv.md',
    (await from('services/circulars/sv.md')).replace(/^address: .*$/m, 'address: ny'),
  );
  await write(
    'services/circulars/service.yaml',
    `${await from('services/circulars/service.yaml')}withdrawn:\n  date: 2099-01-01\n  reason: { fi: Palvelu päättyy., sv: Tjänsten upphör. }\n`,
  );
  await page.getByRole('listitem').getByText('näkyy 1.12.2099 klo 9.00 alkaen').waitFor();
  for (const [path, mark] of [
    ['/fi/tiedotteet/tuleva/', 'näkyy 1.12.2099 klo 9.00 alkaen'],
    ['/sv/meddelanden/kommande/', 'syns från och med 1.12.2099 kl. 9.00'],
    ['/fi/palvelut/uusi/', 'luonnos, ei näy sivustolla'],
    ['/sv/tjanster/', 'utkast, syns inte på webbplatsen'],
    ['/fi/palvelut/yleiskirjeet/', 'Poistettu käytöstä: näkyy 1.1.2099 alkaen'],
  ] as const) {
    await visit(path);
    await page.getByRole('main').getByText(mark).first().waitFor();
  }
  await page.getByText('Palvelu päättyy.').waitFor();
  await visit('/fi/tiedotteet/tuleva/');
  const picture = page.getByRole('img', { name: 'Etusivu, jossa on hakukenttä' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test('a file that is gone or cannot be read stops no page', async () => {
  await rm(join(folder, 'services/legal-advice/sv.md'));
  await save(broken, (text) => text.replace('---\n', '---\ntitle: "\n'));
  await visit('/sv/');
  await panel().filter({ hasText: 'services/legal-advice/sv.md:1:1' }).waitFor();
  for (const path of ['/fi/palvelut/lakineuvonta/', '/sv/tjanster/', '/fi/haku/?q=laki'])
    expect((await page.request.get(path)).status()).toBe(200);
});

test('what the check refused is not run, not even when its page is opened', async () => {
  const marker = join(folder, '..', `ran-${process.pid}`);
  const path = join(folder, 'pages/about/fi.mdx');
  const sound = await readFile(path, 'utf8');
  const code = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(marker)}, 'x')`;
  for (const [attack, rule] of [
    [`${sound}\nexport const x = ${code}\n`, 'body-markdown'],
    [sound.replace('title:', `--- #{${code}}\ntitle:`), 'front-matter'],
  ] as const) {
    await visit('/fi/');
    // Once it shows a mistake of before, the page hears of changes.
    await panel().waitFor();
    await writeFile(path, attack);
    await panel().filter({ hasText: `pages/about/fi.mdx:` }).filter({ hasText: rule }).waitFor();
    expect((await page.request.get('/fi/tietoa-sivustosta/')).status()).toBe(200);
    await writeFile(path, sound);
    await panel().filter({ hasText: 'pages/about/fi.mdx' }).waitFor({ state: 'detached' });
  }
  expect(existsSync(marker)).toBe(false);
});

test('a free page shows what was saved last', async () => {
  const path = join(folder, 'pages/about/fi.mdx');
  await visit('/fi/tietoa-sivustosta/');
  await panel().waitFor();
  for (const word of ['ensimmäinen', 'toinen']) {
    await writeFile(
      path,
      `${await readFile(path, 'utf8')}\n## Uusi ${word} otsikko\n\nTeksti kertoo asiasta.\n`,
    );
    await page.getByRole('heading', { name: `Uusi ${word} otsikko` }).waitFor();
  }
});

test.each([
  '/__open-in-editor?file=/etc/hostname:3:7',
  '/@fs/etc/hostname',
  '/content/site.yaml',
  '/package.json',
  '/%1b%5d52;c;x%07/',
])('%s is not answered', async (path) => {
  const status = await new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, headers: { host: 'localhost' } }, (response) =>
      resolve(response.resume().statusCode),
    ).on('error', reject),
  );
  expect(status).toBeGreaterThanOrEqual(400);
  expect(printed).not.toMatch(/\x1b\]52/);
});
