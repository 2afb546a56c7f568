import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { filesOf } from '../model/folders.ts';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { contentRepository, git } from './content-repository.ts';
import { overflow } from './page-probes.ts';

/* The editing page of `npm run dev`, on a copy of the content in a repository of its own with a bare remote. */

let repository: ReturnType<typeof contentRepository>;
let parent: string;
let folder: string;
let port: number;
let preview: ChildProcess;
let printed = '';
let browser: Browser;
let context: BrowserContext;
let page: Page;

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
/** The lines that differ from what was published. */
const difference = (): string[] =>
  git(folder, 'diff', '--no-ext-diff', '-U0')
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line));

beforeAll(async () => {
  repository = contentRepository();
  ({ parent, folder } = repository);
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
  );
  const server = createServer().listen(0);
  await once(server, 'listening');
  ({ port } = server.address() as { port: number });
  server.close();
  preview = spawn(process.execPath, ['scripts/dev.ts'], {
    env: {
      ...environment,
      CONTENT_DIR: folder,
      PORT: String(port),
      LC_ALL: 'fi_FI.UTF-8',
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
  });
  for (const stream of [preview.stdout!, preview.stderr!]) stream.on('data', (text) => (printed += text));
  browser = await openBrowser();
  await vi.waitFor(() => expect(printed).toContain(`127.0.0.1:${port}`), { timeout: 60_000 });
}, 90_000);

beforeEach(async () => {
  context = await browser.newContext({ baseURL: `http://localhost:${port}` });
  page = await context.newPage();
});
afterEach(async () => {
  // Chromium may never end to close a page that is told to reload; what is left is closed with the browser.
  await Promise.race([context.close(), setTimeout(10_000)]);
  git(folder, 'checkout', '-q', '.');
  git(folder, 'clean', '-qfd', '.');
});
afterAll(async () => {
  await browser?.close();
  preview?.kill();
  if (preview && preview.exitCode === null) await once(preview, 'exit');
  repository?.remove();
});

async function open(key: string, lang = 'fi'): Promise<void> {
  await page.goto(`/edit/?lang=${lang}&key=${key}`);
  await page.locator('.bar h1').waitFor();
}
const state = () => page.locator('.bar [role=status]');
const count = () => page.locator('.error-count');
async function save(): Promise<void> {
  await page.getByRole('button', { name: /Tallenna luonnos|Spara utkast/ }).click();
  await page.locator('.bar [role=status]', { hasText: /^(?:Tallennettu|Sparat)$/ }).waitFor();
}

/** Waits on a busy machine, too. */
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 20_000, interval: 100 });

describe('from a wish to a request', () => {
  test('a list goes on with Enter until an item is empty, and takes the place of marks from Word', async () => {
    await open('services/circulars');
    const body = page.locator('textarea.body-text[lang=fi]');
    await body.fill('');
    await page.getByRole('button', { name: 'Luettelo' }).first().click();
    for (const typed of ['kutsu', 'Enter', 'jäävi', 'Enter', 'Enter', 'Loppu'])
      await (typed === 'Enter' ? page.keyboard.press(typed) : page.keyboard.type(typed));
    expect(await body.inputValue()).toBe('- kutsu\n- jäävi\n\nLoppu');
    await body.fill('•\tyksi\no kaksi\n\n– kolme');
    await body.selectText();
    await page.getByRole('button', { name: 'Luettelo' }).first().click();
    expect(await body.inputValue()).toBe('- yksi\n- kaksi\n\n- kolme');
  });

  test('a telephone number is mended from its page: told when wrong, saved, sent, and nothing else changed', async () => {
    await page.goto('/fi/yhteystiedot/');
    await page.getByRole('link', { name: 'Muokkaa tätä' }).click();
    await page.getByRole('link', { name: 'Minna Karhunen' }).click();
    const phone = page.getByRole('textbox', { name: 'Puhelin' });
    await phone.fill('09 77');
    await page.locator('.messages .error', { hasText: 'maatunnuksen kanssa' }).waitFor();
    expect(await count().innerText()).toContain('1 virhe');
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    // As people write it; the file holds the number with its country code.
    await phone.fill('09 771 2001');
    await page.locator('.error-count', { hasText: 'Ei virheitä' }).waitFor();
    await save();
    expect(await phone.inputValue()).toBe('+358 9 771 2001');
    expect(difference()).toEqual(['-phone: "+358 9 771 2000"', '+phone: "+358 9 771 2001"']);
    await page.frameLocator('iframe').getByText('09 771 2001').first().waitFor();

    await page.getByRole('link', { name: 'Lähetä…' }).click();
    expect(await page.getByRole('checkbox', { name: 'Minna Karhunen' }).isChecked()).toBe(true);
    // What is sent is shown: as it was, and as it is.
    expect(await page.locator('.changes :is(strong, del, ins)').allInnerTexts()).toEqual([
      'Puhelin',
      '+358 9 771 2000',
      '+358 9 771 2001',
    ]);
    await page.getByLabel(/Mitä muutit/).fill('Uusi puhelinnumero');
    await page.getByLabel('Nimesi').fill('Maija Meikäläinen');
    await page.getByLabel('Sähköpostisi').fill('maija@hel.fi');
    await page.getByRole('button', { name: 'Lähetä' }).click();
    await page.getByText(/Lähetetty nimellä edit-\S+-uusi-puhelinnumero\./).waitFor();
    // The result stands alone, and what was sent waits no more.
    expect(await page.getByRole('button', { name: 'Lähetä' }).count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: 'Kaikki sivut' }).click();
    await page.getByLabel('Etsi nimellä').waitFor();
    expect(await page.getByText(/Lähetä muutokset \(/).count()).toBe(0);
    const remote = repository.remote;
    const [branch = ''] = git(remote, 'branch', '--format=%(refname:short)', '--list', 'edit-*')
      .trim()
      .split('\n');
    expect(git(remote, 'diff', '--stat=200', 'main', branch)).toContain(
      'content/contacts/minna-karhunen.yaml | 2 +-',
    );
    expect(git(remote, 'log', '-1', '--format=%an: %s', branch).trim()).toBe(
      'Maija Meikäläinen: Uusi puhelinnumero',
    );
    expect(git(folder, 'branch', '--show-current').trim()).toBe('main');
  });

  test('what is asked for while a draft is being saved waits for that, and is no conflict', async () => {
    await page.route('**/edit/api/save*', async (route) => {
      await setTimeout(1500);
      await route.continue();
    });
    await open('contacts/switchboard');
    await page.getByRole('textbox', { name: 'Puhelin' }).fill('+358 9 771 2003');
    await page.getByRole('button', { name: 'Tallenna luonnos' }).click();
    await state().filter({ hasText: 'Tallennetaan' }).waitFor();
    await page.getByRole('link', { name: 'Lähetä…' }).click();
    await page.waitForURL(/send=contacts/, { timeout: 60_000 });
    await page.getByRole('checkbox', { name: /vaihde/i }).waitFor();
    expect(read('contacts/switchboard.yaml')).toContain('771 2003');
  });

  test('what the check refuses is kept as a draft and cannot be sent', async () => {
    await open('contacts/media-desk', 'sv');
    await page.getByRole('textbox', { name: 'Telefon' }).fill('12');
    await save();
    expect(read('contacts/media-desk.yaml')).toContain('phone: "12"');
    await page.getByRole('link', { name: 'Skicka…' }).click();
    await page.getByLabel(/Vad har du ändrat/).fill('Nytt nummer');
    await page.getByLabel('Ditt namn').fill('Maja');
    await page.getByLabel('Din e-post').fill('maja@hel.fi');
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await page.getByText('Inget skickades').waitFor();
    await page.getByText('Skriv numret med landsnummer').waitFor();
    expect(git(repository.remote, 'branch', '--list', '*nytt-nummer*')).toBe('');
  });
});

describe('each kind', () => {
  const add = async (name: string) => {
    await page
      .locator('section', { has: page.getByRole('heading', { name: /^Tiedot/ }) })
      .locator('.add-fields > summary')
      .last()
      .click();
    await page.locator(`[data-add="${name}"]`).last().click();
  };
  const errorFree = () => page.locator('.error-count', { hasText: 'Ei virheitä' }).waitFor();

  test('a service: a price with its reason, and the other language beside it', async () => {
    await open('services/circulars');
    await page.getByRole('textbox', { name: 'Otsikko suomeksi' }).fill('Yleiskirjeet kunnille');
    await page.getByLabel('Hinta', { exact: false }).first().selectOption({ label: 'Maksullinen' });
    await page.locator('.messages .error').first().waitFor();
    expect(await count().innerText()).toMatch(/virhe/);
    await page.getByRole('button', { name: 'Palauta alkuperäinen: Hinta' }).click();
    await errorFree();
    await save();
    expect(difference()).toEqual(['-title: Yleiskirjeet', '+title: Yleiskirjeet kunnille']);
  });

  test('a field that a choice asks for is shown, and one that was just added is judged when it is left', async () => {
    await open('services/circulars');
    await page.locator('[data-field=price] select').selectOption({ label: 'Maksullinen' });
    const note = page.locator('[data-field=priceNote]');
    await note.locator('.messages .error', { hasText: 'Hinnan selitys' }).waitFor();
    expect(await note.getByText('ei pakollinen').first().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Palauta alkuperäinen: Hinta' }).click();
    await errorFree();
    const checked = page.waitForResponse(/api\/check/);
    await add('withdrawn');
    await checked;
    expect(await page.locator('[data-field=withdrawn] .messages li').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Otsikko suomeksi' }).focus();
    await page.locator('[data-field=withdrawn] .messages .error').first().waitFor();
  });

  test('a service is withdrawn with a successor', async () => {
    await open('services/circulars');
    await add('withdrawn');
    const withdrawn = page.locator('[data-field=withdrawn]');
    await withdrawn.getByLabel('Päivä', { exact: true }).fill('30.11.2026');
    await withdrawn.getByLabel('Kalenteri: Päivä').focus();
    expect(await withdrawn.getByLabel('Päivä', { exact: true }).inputValue()).toBe('2026-11-30');
    await withdrawn.getByLabel('Kalenteri: Päivä').fill('2026-12-01');
    await withdrawn
      .getByRole('textbox', { name: 'suomeksi' })
      .fill('Palvelu päättyi, koska sitä ei enää tarvita.');
    await withdrawn
      .getByRole('textbox', { name: 'ruotsiksi' })
      .fill('Tjänsten upphörde eftersom den inte längre behövs.');
    const successor = withdrawn.locator('[data-field=successor] select');
    // By name, and without itself.
    const names = (await successor.locator('option').allInnerTexts()).slice(1);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fi')));
    expect(names).not.toContain('Yleiskirjeet');
    await successor.selectOption({ label: 'Lakineuvonta' });
    await save();
    expect(difference().every((line) => line.startsWith('+'))).toBe(true);
    expect(read('services/circulars/service.yaml')).toMatch(
      /withdrawn:\n  date: 2026-12-01\n  reason:\n    fi: Palvelu .*\n    sv: Tj.*\n  successor: legal-advice\n/,
    );
    // Pages that still lead to it are told.
    await page
      .locator('.elsewhere, .messages .error')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {});
  });

  test('an address is changed: the old one leads to it, also from other texts', async () => {
    await open('services/legal-advice');
    await page.getByRole('textbox', { name: 'Sivun osoite suomeksi' }).fill('lakiapu');
    await save();
    expect(read('redirects.yaml')).toContain('/fi/palvelut/lakineuvonta/: /fi/palvelut/lakiapu/');
    const links = filesOf(folder).filter(
      (path) =>
        /\.mdx?$/.test(path) && path !== 'README.md' && read(path).includes('(/fi/palvelut/lakineuvonta/'),
    );
    expect(links).toEqual([]);
    // The preview shows the page at its new address, and leads there from the old one.
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Lakineuvonta' }).waitFor();
    await until(async () =>
      expect((await page.request.get('/fi/palvelut/lakineuvonta/')).url()).toContain('/fi/palvelut/lakiapu/'),
    );
    await page.getByRole('textbox', { name: 'Sivun osoite suomeksi' }).fill('lakineuvonta');
    await save();
    expect(difference().filter((line) => !line.includes('#'))).toEqual([]);
  });

  test('a word that people ask with is added', async () => {
    await open('services/legal-advice');
    const words = page
      .locator('section', { has: page.getByRole('heading', { name: /^Millä sanoilla/ }) })
      .locator('textarea[lang=fi]');
    await words.press('Control+End');
    await words.pressSequentially('\nuusi ihmeellinen hakusana');
    await save();
    expect(difference()).toEqual(['+  - uusi ihmeellinen hakusana']);
  });

  test('both languages are confirmed after a change', async () => {
    await open('services/legal-advice');
    for (const [lang, name] of [
      ['fi', 'suomeksi'],
      ['sv', 'ruotsiksi'],
    ] as const) {
      const body = page.locator(`textarea.body-text[lang=${lang}]`);
      await body.press('Control+End');
      await body.pressSequentially(lang === 'fi' ? ' Kysy lisää puhelimessa.' : ' Fråga mer per telefon.');
      await page.getByRole('textbox', { name: `Leipäteksti ${name}` }).waitFor();
    }
    await page.getByText('Kukaan ei ole vahvistanut').waitFor();
    await page.getByRole('button', { name: 'Vahvista, että kielet' }).click();
    await page.getByText('Vahvistettu.').waitFor();
    expect(
      difference().filter((line) => line.includes('puhelimessa.') || line.includes('telefon.')).length,
    ).toBe(2);
    expect(git(folder, 'diff', '--stat', 'translations.yaml')).toContain('translations.yaml');
  });

  test('a picture is added with its alternative text and credit', async () => {
    await open('services/legal-advice');
    await page.locator('.more > summary').click();
    await page.locator('.menu summary', { hasText: 'Lisää kuva' }).click();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h20v20z"/></svg>';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Kaavio 1.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
    await page.getByLabel('Mitä kuva näyttää niille, jotka eivät näe sitä, suomeksi').fill('Kolmio kulmassa');
    await page.getByRole('button', { name: 'Lisää kuva' }).click();
    await page.getByText('Kerro kummallakin kielellä').waitFor();
    await page
      .getByLabel('Mitä kuva näyttää niille, jotka eivät näe sitä, ruotsiksi')
      .fill('En triangel i hörnet');
    await page.getByLabel('Kuvaaja tai lähde').fill('Kuva: Maija M.');
    await page.getByRole('button', { name: 'Lisää kuva' }).click();
    await page.getByText('Kuva lisättiin').waitFor();
    await save();
    expect(difference().filter((line) => line.length > 1)).toEqual([
      '+![Kolmio kulmassa](kaavio-1.svg)',
      '+*Kuva: Maija M.*',
      '+![En triangel i hörnet](kaavio-1.svg)',
      '+*Bild: Maija M.*',
    ]);
    expect(read('services/legal-advice/kaavio-1.svg')).toBe(svg);
  });

  test('an announcement, an organisation, a page and a shared file keep all but what was meant', async () => {
    for (const [key, label, expected] of [
      ['announcements/survey-2021', '[data-field=summary] textarea[lang=fi]', '+summary: '],
      ['organisations/hsl', '[data-field=helpsWith] textarea[lang=fi]', '+  fi: '],
      ['pages/about', '[data-field=summary] textarea[lang=sv]', '+summary: '],
      ['site.yaml', '[data-field=tagline] textarea[lang=fi]', '+  fi: '],
    ] as const) {
      await open(key);
      const input = page.locator(label);
      await input.fill('Uusi virke, jossa on "lainaus" ja kaksoispiste: näin.');
      await save();
      const lines = difference();
      expect(
        lines.map((line) => line[0]),
        key,
      ).toEqual(['-', '+']);
      expect(lines[1], key).toContain(expected.slice(0, 3));
      git(folder, 'checkout', '-q', '.');
      await page.waitForTimeout(500);
    }
  });

  test('what a new service lacks is led to, also a box to check, and its own page is shown', async () => {
    await page.goto('/edit/?lang=sv&new=service');
    await page.getByLabel('Rubrik på finska').fill('Uusi palvelu');
    await page.getByLabel('Rubrik på svenska').fill('Ny tjänst');
    await page.getByLabel('Typ').selectOption({ label: 'Rådgivning' });
    const themes = page
      .getByRole('group')
      .filter({ hasText: 'Juridik och förvaltning' })
      .getByRole('checkbox');
    for (const index of [1, 0]) await themes.nth(index).check();
    const values = [await themes.nth(1).inputValue(), await themes.nth(0).inputValue()];
    await page.getByLabel('Pris', { exact: true }).selectOption({ index: 2 });
    await page.getByLabel('på svenska', { exact: true }).check();
    await page.getByLabel(/Webbadress|Källa/).fill('https://www.kuntaliitto.fi/a');
    await page.getByLabel('År', { exact: true }).fill('2026');
    await page.getByRole('button', { name: 'Skapa' }).click();
    const all = page.getByLabel('För alla sektorer');
    await until(async () => expect(await all.evaluate((box) => box === document.activeElement)).toBe(true));
    await all.check();
    await page.getByRole('button', { name: 'Skapa' }).click();
    await page.waitForURL(/key=services/);
    await page.locator('.bar h1', { hasText: 'Ny tjänst' }).waitFor();
    expect(read('services/uusi-palvelu/service.yaml')).toContain('everybody: true');
    // What was chosen first is the most important.
    expect(read('services/uusi-palvelu/service.yaml')).toContain(`themes: [${values.join(', ')}]`);
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Ny tjänst' }).waitFor();
  });

  test('a new contact is made from the questions', async () => {
    await page.goto('/edit/?lang=fi&new=contact');
    await page.getByLabel('Laji').selectOption({ label: 'henkilö' });
    await page.getByLabel('Nimi', { exact: true }).fill('Maija Meikäläinen');
    await until(async () =>
      expect(await page.getByLabel('Tunnus', { exact: true }).inputValue()).toBe('maija-meikalainen'),
    );
    await page.getByRole('button', { name: 'Luo' }).click();
    await page.locator('.messages .error').first().waitFor();
    await page.getByLabel('Tehtävä suomeksi').fill('erityisasiantuntija');
    await page.getByLabel('Tehtävä ruotsiksi').fill('specialsakkunnig');
    await page.getByLabel('Tiedot ajalta').fill('2026');
    await page.getByRole('button', { name: 'Luo' }).click();
    await page.waitForURL(/key=contacts/);
    await page.locator('.bar h1', { hasText: 'Maija Meikäläinen' }).waitFor();
    expect(read('contacts/maija-meikalainen.yaml')).toContain('name: Maija Meikäläinen');
    await page.locator('.more > summary').click();
    await page.getByRole('button', { name: 'Hylkää lähettämättömät' }).click();
    await page.getByRole('button', { name: 'Hylkää nämä' }).click();
    await until(() => expect(git(folder, 'status', '--porcelain')).toBe(''));
  });

  test('what was published yesterday is taken back by choosing it', async () => {
    writeFileSync(
      join(folder, 'contacts/switchboard.yaml'),
      read('contacts/switchboard.yaml').replace(/^phone: .*$/m, 'phone: "+358 9 771 2999"'),
    );
    git(folder, 'commit', '-qam', 'Väärä numero');
    git(folder, 'push', '-q', 'origin', 'main');
    await open('contacts/switchboard');
    await page.locator('.more > summary').click();
    await page.locator('.menu summary', { hasText: 'Peru julkaistu muutos' }).click();
    await page.getByRole('button', { name: /Ota se, mitä oli ennen: .* Väärä numero/ }).click();
    await until(async () =>
      expect(await page.locator('.changed-fields :is(del, ins)').allInnerTexts()).toEqual([
        '+358 9 771 2999',
        '+358 9 7711',
      ]),
    );
    // Saving is no answer to what was asked.
    await page.getByRole('button', { name: 'Tallenna luonnos' }).click();
    await page.getByText('Alla olevaa et ole vielä hyväksynyt').waitFor();
    await page.getByRole('button', { name: 'Täytä lomake näin' }).click();
    await until(async () =>
      expect(await page.getByRole('textbox', { name: 'Puhelin' }).inputValue()).toBe('+358 9 7711'),
    );
    await save();
    expect(difference()).toEqual(['-phone: "+358 9 771 2999"', '+phone: "+358 9 7711"']);
  });
});

describe('other people', () => {
  test('somebody else saves the same entry: both versions are shown, and the chosen one stays', async () => {
    const path = 'contacts/switchboard.yaml';
    await open('contacts/switchboard');
    const phone = page.getByRole('textbox', { name: 'Puhelin' });
    await phone.fill('+358 9 771 2009');
    writeFileSync(
      join(folder, path),
      read(path)
        .replace(/^phone: .*$/m, 'phone: "+358 9 771 2008"')
        .replace(/^order: .*$/m, 'order: 90'),
    );
    await page.getByRole('button', { name: 'Tallenna luonnos' }).click();
    const conflict = page.getByRole('alert').filter({ hasText: 'Joku toinen' });
    await conflict.waitFor();
    expect(await conflict.locator('pre').allInnerTexts()).toEqual(['+358 9 771 2009', '+358 9 771 2008']);
    expect(read(path)).toContain('2008');
    await conflict.getByRole('button', { name: 'Käytä valittuja' }).click();
    await save();
    // The place in the list, which only the other has changed, is theirs.
    expect(difference().filter((line) => line.startsWith('+'))).toEqual([
      '+phone: "+358 9 771 2009"',
      '+order: 90',
    ]);
  });

  test('somebody else has published the same place: fetching it shows both versions', async () => {
    const path = 'contacts/switchboard.yaml';
    const old = read(path);
    writeFileSync(join(folder, path), old.replace(/^phone: .*$/m, 'phone: "+358 9 771 2008"'));
    git(folder, 'commit', '-qam', 'Toisen numero');
    git(folder, 'push', '-q', 'origin', 'HEAD:main');
    git(folder, 'reset', '-q', '--hard', 'HEAD^');
    try {
      await open('contacts/switchboard');
      await page.getByRole('textbox', { name: 'Puhelin' }).fill('+358 9 771 2009');
      await save();
      await page.getByRole('button', { name: 'Hae uusin' }).click();
      const conflict = page.getByRole('alert').filter({ hasText: 'Joku toinen' });
      await conflict.getByText('Puhelin').waitFor();
      expect(await conflict.locator('pre').allInnerTexts()).toEqual(['+358 9 771 2009', '+358 9 771 2008']);
    } finally {
      git(folder, 'push', '-qf', 'origin', 'HEAD:main');
    }
  });

  test('what is written survives a closed window, and leaving with it is asked about', async () => {
    await open('contacts/switchboard');
    await page.getByRole('textbox', { name: 'Puhelin' }).fill('+358 9 771 2007');
    await state().filter({ hasText: 'Tallentamattomia' }).waitFor();
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await page.reload();
    await page.getByText('Tallentamattomat muutoksesi ovat yhä lomakkeessa').waitFor();
    expect(asked).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Puhelin' }).inputValue()).toBe('+358 9 771 2007');
    expect(difference()).toEqual([]);
  });
});

describe('other sites and other files', () => {
  type Answer = { status: number | undefined; body: string };
  const ask = (
    path: string,
    headers: Record<string, string>,
    body: string | Buffer = '{}',
    method = 'POST',
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.on('data', (piece) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode, body: text }));
      });
      asked.on('error', (error: NodeJS.ErrnoException) =>
        // A request that is too large is cut off.
        ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')
          ? resolve({ status: 413, body: '' })
          : reject(error),
      );
      asked.end(body);
    });
  const token = async () =>
    /name="edit-token" content="(\w+)"/.exec(
      (await ask('/edit/', { host: `localhost:${port}` }, '', 'GET')).body,
    )![1]!;
  const right = async () => ({
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    'content-type': 'application/json',
    'x-edit-token': await token(),
  });
  const key = JSON.stringify({ key: 'contacts/media-desk' });

  test('the page itself is answered', async () => {
    expect((await ask('/edit/api/open', await right(), key)).status).toBe(200);
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: undefined }],
    ['the origin "null"', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['another host (rebinding)', { host: 'evil.example' }],
    ['another host with its own origin', { host: 'evil.example', origin: 'http://evil.example' }],
    [
      'a Codespace that this is not',
      { host: 'x-4321.app.github.dev', origin: 'https://x-4321.app.github.dev' },
    ],
    ['no token', { 'x-edit-token': undefined }],
    ['a wrong token', { 'x-edit-token': '0'.repeat(64) }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
    ['a form of another site', { 'content-type': 'text/plain' }],
  ])('%s is refused', async (_, changes) => {
    const headers = Object.fromEntries(
      Object.entries({ ...(await right()), ...changes }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const answers = await Promise.all(
      ['open', 'save', 'send'].map((act) => ask(`/edit/api/${act}`, headers, key)),
    );
    expect(answers.map(({ status }) => [400, 403].includes(status!))).toEqual([true, true, true]);
    expect(answers.map(({ body }) => body).join('')).not.toContain('media-desk');
  });

  test('only what is asked for by POST is done', async () => {
    expect((await ask('/edit/api/open', await right(), '', 'GET')).status).toBe(405);
    expect((await ask('/edit/api/constructor', await right())).status).toBe(404);
    expect((await ask('/edit/other', await right())).status).toBe(404);
  });

  test('a path outside the content is refused, whatever asks for it', async () => {
    const headers = await right();
    for (const key of ['../package.json', 'contacts/../../x', 'README.md', '.git/config', 'contacts/.env']) {
      expect((await ask('/edit/api/open', headers, JSON.stringify({ key }))).status).toBe(422);
      const files = [{ path: key, version: '', content: { raw: 'x' } }];
      const saved = { key: 'contacts/media-desk', files };
      expect((await ask('/edit/api/save', headers, JSON.stringify(saved))).status).toBe(422);
    }
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('a link is not followed', async () => {
    writeFileSync(join(parent, 'outside.yaml'), 'kind: unit\n');
    symlinkSync(join(parent, 'outside.yaml'), join(folder, 'contacts/linked.yaml'));
    const headers = await right();
    const content = { raw: 'changed' };
    const save = { key: 'contacts/linked', files: [{ path: 'contacts/linked.yaml', version: '', content }] };
    expect((await ask('/edit/api/open', headers, JSON.stringify({ key: 'contacts/linked' }))).status).toBe(
      500,
    );
    expect((await ask('/edit/api/save', headers, JSON.stringify(save))).status).toBe(500);
    expect(readFileSync(join(parent, 'outside.yaml'), 'utf8')).toBe('kind: unit\n');
  });

  test('a huge request, and one that is no request, change nothing', async () => {
    const headers = await right();
    expect((await ask('/edit/api/open', headers, Buffer.alloc(20_000_000, 32))).status).toBe(413);
    for (const body of ['', '{', '[]', 'null', '{"key":1}', '{"key":"contacts/media-desk","files":[1]}'])
      expect((await ask('/edit/api/save', headers, body)).status).toBe(400);
    expect((await ask('/edit/api/open', headers, key)).status).toBe(200);
  });
});

describe('everybody', () => {
  const views = [
    'key=services/legal-advice',
    'key=contacts/minna-karhunen',
    'key=announcements/survey-2021',
    'key=pages/about',
    'key=organisations/hsl',
    'key=vocabulary.yaml',
    'key=site.yaml',
    'new=service',
    'send=',
    '',
  ];
  test.each(['fi', 'sv'])(
    'axe finds nothing, in %s, and nothing is wider than the window',
    async (lang) => {
      // So that there is something to send.
      const path = join(folder, 'contacts/media-desk.yaml');
      writeFileSync(path, read('contacts/media-desk.yaml').replace(/^phone: .*$/m, 'phone: "+358 9 7711"'));
      for (const view of views) {
        await page.goto(`/edit/?lang=${lang}&${view}`);
        await page.locator('h1').first().waitFor();
        await page.locator('iframe').evaluateAll((frames) => frames.forEach((frame) => frame.remove()));
        expect([view, ...(await axeFindings(page))]).toEqual([view]);
        for (const width of [390, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `${view} ${width}`).toBe(0);
        }
      }
    },
    300_000,
  );
});
