import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutField } from './sound-content.ts';
import { openBrowser } from './browser.ts';
import { openVariant } from './variant-site.ts';

/* What the content may hold and at the moment does not: redirects, a correction, a change to come, pictures, all that can be known of the advice
   service, whom to ask in a division, where to tell of an error. */

let browser: Browser;
let site: Awaited<ReturnType<typeof openVariant>>;
beforeAll(async () => {
  const photo = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: 'navy' } })
    .png()
    .toBuffer();
  const add = (lines: string) => (text: string) => `${text.trimEnd()}\n${lines}`;
  const withField = (name: string, lines: string) => (text: string) =>
    add(`${name}:\n${lines}`)(withoutField(text, name));
  site = await openVariant({
    'redirects.yaml': () =>
      '/fi/palvelut/juristi/: /fi/palvelut/lakineuvonta/\n/sv/advokat/: /sv/tjanster/juridisk-radgivning/\n',
    'announcements/survey-2021/announcement.yaml': withField(
      'corrections',
      '  - date: 2026-11-20\n    what: { fi: Luku on 55 eikä 56., sv: Talet är 55 och inte 56. }\n',
    ),
    'services/legal-advice/service.yaml': withField(
      'changes',
      '  - date: 2999-01-01\n    what: { fi: Hinta muuttuu., sv: Priset ändras. }\n  - date: 2026-11-01\n    what: { fi: Osoite muuttui., sv: Adressen ändrades. }\n',
    ),
    'contacts/advice-service.yaml': add(
      'email: { fi: neuvonta@kuntaliitto.fi, sv: radgivning@kommunforbundet.fi }\nform: { fi: https://www.kuntaliitto.fi/lomake, sv: https://www.kommunforbundet.fi/formular }\nresponseTime: { fi: kahdessa arkipäivässä, sv: inom två vardagar }\n',
    ),
    'contacts/education-desk.yaml': () =>
      'kind: unit\nname: { fi: Toimialan neuvonta, sv: Sektorns rådgivning }\ntitle: { fi: neuvoo toimialaa, sv: ger sektorn råd }\norganisation: { fi: Helsingin kaupunki, sv: Helsingfors stad }\nemail: neuvonta@hel.fi\nasOf: 2026\nsources: []\norder: 20\n',
    'site.yaml': (text) =>
      text
        .replace(/^feedback: null$/m, 'feedback: palaute@kuntaliitto.fi')
        .replace(/^( +)shortcomings:\n(?:\1 .*\n)+/m, '$1shortcomings: []\n'),
    'vocabulary.yaml': (text) => text.replace(/^  education:\n/m, '$&    contact: education-desk\n'),
    'services/legal-advice/chart.png': () => photo,
    'services/legal-advice/fi.md': add('\n![Kolme pylvästä](chart.png)\n'),
    'pages/about/drawing.svg': () =>
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>',
    'pages/about/sv.mdx': add('\n![En triangel](./drawing.svg)\n'),
  });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = async (path: string, options: { javaScriptEnabled?: boolean } = {}) => {
  const page = await (await browser.newContext({ baseURL: site.url, ...options })).newPage();
  await page.goto(path);
  return page;
};

test.each([
  ['/fi/palvelut/juristi/', '/fi/palvelut/lakineuvonta/', 'Sivu on siirretty', 'fi'],
  ['/sv/advokat/', '/sv/tjanster/juridisk-radgivning/', 'Sidan har flyttats', 'sv'],
])(
  'the old address %s leads to %s without a script, and no list names it',
  async (from, to, heading, lang) => {
    const page = await open(from, { javaScriptEnabled: false });
    await page.waitForURL(`${site.url}${to}`);
    const { html, sitemap } = {
      html: await (await page.request.get(from)).text(),
      sitemap: await (await page.request.get('/sitemap.xml')).text(),
    };
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="https://[^"]+${to}">`));
    expect(html).toMatch(new RegExp(`<h1>${heading}</h1> ?<p><a href="${to}">`));
    expect(sitemap).not.toContain(from);
  },
);

test.each([
  ['/fi/palvelut/kaavoitus-ja-rakentaminen/', 'fi'],
  ['/sv/tjanster/planlaggning-och-byggande/', 'sv'],
  ['/fi/nain-kysyt/', 'fi'],
  ['/sv/sa-fragar-du/', 'sv'],
])('%s tells the address, the form and the response time of the advice service', async (path, lang) => {
  const page = await open(path);
  const card = page.locator('.contact', {
    hasText: lang === 'fi' ? 'Kuntaliiton neuvontapalvelu' : 'Kommunförbundets rådgivning',
  });
  expect(
    await card.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
  ).toEqual(
    expect.arrayContaining(
      lang === 'fi'
        ? ['mailto:neuvonta@kuntaliitto.fi', 'https://www.kuntaliitto.fi/lomake']
        : ['mailto:radgivning@kommunforbundet.fi', 'https://www.kommunforbundet.fi/formular'],
    ),
  );
  expect(await card.innerText()).toMatch(
    lang === 'fi' ? /Vastausaika\s+kahdessa arkipäivässä/ : /Svarstid\s+inom två vardagar/,
  );
});

test.each([
  [
    '/fi/palvelut/toimialat/kasvatuksen-ja-koulutuksen-toimiala/',
    'Keneltä kysyt kaupungilla',
    'Toimialan neuvonta',
  ],
  ['/sv/sa-fragar-du/', 'Fråga först i staden', 'Sektorns rådgivning'],
])('whom to ask in a division stands on %s under "%s"', async (path, heading, name) => {
  const page = await open(path);
  const card = page.locator('.contact', { hasText: name });
  expect(await card.getByRole('link', { name: 'neuvonta@hel.fi' }).getAttribute('href')).toBe(
    'mailto:neuvonta@hel.fi',
  );
  const above = await card.evaluate((element) =>
    [...document.querySelectorAll('h2')]
      .filter((title) => title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      .at(-1)
      ?.textContent?.trim(),
  );
  expect(above).toBe(heading);
});

test.each([
  ['/fi/palvelut/lakineuvonta/', 'Kerro virheestä tällä sivulla', 'Virhe sivulla Lakineuvonta'],
  ['/sv/kontakter/', 'Berätta om ett fel på sidan', 'Fel på sidan Kontakter'],
])('at the foot of %s an error can be told with the address of the page', async (path, name, subject) => {
  const page = await open(path);
  const href = await page.getByRole('contentinfo').getByRole('link', { name }).getAttribute('href');
  const { pathname, searchParams } = new URL(href!);
  expect(pathname).toBe('palaute@kuntaliitto.fi');
  expect(searchParams.get('subject')).toBe(subject);
  expect(searchParams.get('body')).toMatch(new RegExp(`^https://.+${path}\\s*$`));
});

test('a correction stands under the heading, in full at the end, and in the feed', async () => {
  const page = await open('/fi/tiedotteet/kysely-2021/');
  expect(await page.locator('.page-header .date').innerText()).toContain('Korjattu 20.11.2026');
  expect(
    await page.locator('section', { has: page.getByRole('heading', { name: 'Korjaukset' }) }).innerText(),
  ).toContain('20.11.2026: Luku on 55 eikä 56.');
  expect(await (await page.request.get('/fi/rss.xml')).text()).toContain(
    '<atom:updated>2026-11-20T00:00:00+02:00</atom:updated>',
  );
});

test('a change of a service is told on its page, in its feeds and in the open data, and one to come nowhere', async () => {
  const page = await open('/sv/tjanster/juridisk-radgivning/');
  expect(
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Vad som har ändrats' }) })
      .getByRole('listitem')
      .allInnerTexts(),
  ).toEqual(['1.11.2026: Adressen ändrades.']);
  for (const path of [
    '/sv/tjanster/rss.xml',
    '/sv/tjanster/teman/juridik-och-forvaltning/rss.xml',
    '/api/services.json',
  ]) {
    const text = await (await page.request.get(path)).text();
    expect([path, text.includes('Adressen ändrades.'), text.includes('Priset ändras.')]).toEqual([
      path,
      true,
      false,
    ]);
  }
});

test.each([
  ['/fi/tiedotteet/kysely-2021/', 'Alkuperäinen', ['fi', 'sv']],
  ['/sv/meddelanden/enkat-2021/', 'Original', ['sv', 'fi']],
])('%s names the original in its own language first', async (path, heading, order) => {
  const page = await open(path);
  const links = page
    .locator('section', { has: page.getByRole('heading', { name: heading }) })
    .getByRole('link');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('hreflang')))).toEqual(order);
});

test.each([
  ['/fi/palvelut/lakineuvonta/', 'Kolme pylvästä', { width: 1_344, height: 672 }, 1_344],
  ['/sv/om-webbplatsen/', 'En triangel', { width: 40, height: 30 }, 80],
])(
  'a picture on %s is shown, in a size that the page knows beforehand, and a drawing as sharp as a screen',
  async (path, name, size, pixels) => {
    const picture = (await open(path)).getByRole('img', { name });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(pixels);
    expect(await picture.getAttribute('src')).toMatch(/\.webp$/);
    expect({
      width: Number(await picture.getAttribute('width')),
      height: Number(await picture.getAttribute('height')),
    }).toEqual(size);
  },
);
