import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser, openPage } from './browser.ts';
import { openVariant } from './variant-site.ts';

const withdrawn = `withdrawn:
  date: 2026-11-01
  reason:
    fi: Barometria ei enää tehdä.
    sv: Barometern görs inte längre.
  successor: municipal-economy-expertise
`;

const added = (sentence: string) => (text: string) => `${text}\n${sentence}\n`;
const asOf = (date: string) => (text: string) => text.replace(/^asOf: .*$/m, `asOf: ${date}`);

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof openVariant>>;
beforeAll(async () => {
  site = await openVariant(
    {
      'services/economy-barometer/service.yaml': (text) => text + withdrawn,
      'services/legal-advice/fi.md': added('Neuvonta on muuttunut.'),
      'announcements/survey-2021/sv.md': added('Enkäten har gjorts om.'),
      'site.yaml': (text) => text.replace('usageLogDays: null', 'usageLogDays: 30'),
      'pages/about/fi.mdx': added('Sivusto on muuttunut.'),
      'services/legal-advice/service.yaml': asOf('2025'),
      'services/circulars/service.yaml': asOf('undated'),
      'services/procurement-advice/service.yaml': asOf('2026-11'),
    },
    '2027-06-01T12:00:00Z',
  );
  browser = await openBrowser();
  page = await browser.newPage({ baseURL: site.url });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const words = {
  fi: {
    title: 'Kuntaliiton talousbarometri',
    path: '/fi/palvelut/talousbarometri/',
    list: '/fi/palvelut/',
    search: '/fi/haku/?q=talousbarometri',
    ended: 'Palvelu päättyi 1.11.2026. Barometria ei enää tehdä.',
    instead: 'Käytä sen sijaan palvelua',
  },
  sv: {
    title: 'Kommunförbundets ekonomibarometer',
    path: '/sv/tjanster/ekonomibarometern/',
    list: '/sv/tjanster/',
    search: '/sv/sok/?q=ekonomibarometern',
    ended: 'Tjänsten upphörde 1.11.2026. Barometern görs inte längre.',
    instead: 'Använd i stället tjänsten',
  },
};

describe.each(Object.values(words))(
  'a service that has ended: $path',
  ({ title, path, list, search, ended, instead }) => {
    test('its page says so, and leads to its successor', async () => {
      await openPage(page, path);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      const notice = page.locator('.notice');
      expect(await notice.count()).toBe(1);
      expect(await notice.textContent()).toContain(ended);
      expect(await page.locator('.start, .glance, .contact').count()).toBe(0);
      await notice.getByRole('link').click();
      await page.waitForURL((url) => url.pathname.startsWith(list) && url.pathname !== path);
      expect(await notice.filter({ hasText: instead }).count()).toBe(0);
    });

    test('no list leads to it', async () => {
      for (const place of [list, list.replace(/[a-z]+\/$/, '')]) {
        await openPage(page, place);
        expect(await page.locator(`a[href="${path}"]`).count()).toBe(0);
      }
    });

    test('nor does the search, of the guide and of the full text', async () => {
      await openPage(page, search);
      const main = page.getByRole('main');
      expect(await main.locator('[data-search-results] a').count()).toBeGreaterThan(0);
      expect(await main.locator(`a[href^="${path}"]`).count()).toBe(0);
    });
  },
);

/** What a page says of its own text; a contact may have a notice of its own. */
async function noticesOn(path: string): Promise<{ texts: string[]; links: (string | null)[] }> {
  await openPage(page, path);
  const notices = page.getByRole('main').locator('.notice:not(.contact .notice)');
  const links = await notices
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  return { texts: (await notices.allInnerTexts()).map((text) => text.trim()), links };
}

const swedishLags = 'Den här texten kan vara äldre än samma text på ett annat språk. Läs texten på finska';
const finnishLags = 'Tämä teksti voi olla vanhempi kuin sama teksti toisella kielellä. Lue teksti ruotsiksi';

test.each([
  ['a service', '/sv/tjanster/juridisk-radgivning/', swedishLags, '/fi/palvelut/lakineuvonta/'],
  ['an announcement', '/fi/tiedotteet/kysely-2021/', finnishLags, '/sv/meddelanden/enkat-2021/'],
  ['a free page', '/sv/om-webbplatsen/', swedishLags, '/fi/tietoa-sivustosta/'],
])(
  '%s whose text lags behind says so and leads to the newer one, which says nothing',
  async (_, path, text, twin) => {
    const { texts, links } = await noticesOn(path);
    expect(texts).toContain(text);
    expect(links).toEqual([twin]);
    expect(
      (await noticesOn(twin)).texts.filter((notice) => notice === swedishLags || notice === finnishLags),
    ).toEqual([]);
  },
);

test.each([
  ['dated facts', '/fi/palvelut/lakineuvonta/', 'Lähde 2025 · tarkistettu'],
  ['facts of a month', '/fi/palvelut/hankintaneuvonta/', 'Lähde marraskuu 2026 · tarkistettu'],
  ['undated facts', '/sv/tjanster/cirkular/', 'Källan saknar datum · granskad'],
])('a reader is told once how old %s are, in a quiet line', async (_, path, text) => {
  expect((await noticesOn(path)).texts).toEqual([]);
  expect(await page.locator('.service-facts > .age').innerText()).toContain(text);
  expect((await page.getByRole('main').innerText()).split(text)).toHaveLength(2);
});

test('axe finds nothing to blame on a page with both notices', async () => {
  await openPage(page, '/sv/tjanster/juridisk-radgivning/');
  expect(await axeFindings(page)).toEqual([]);
});

test.each([
  ['/fi/tietosuoja-sivustolla/', 'Lokia säilytetään 30 päivää.'],
  ['/sv/dataskydd-pa-webbplatsen/', 'Loggen sparas i 30 dagar.'],
])('%s tells of the usage log while there is one, and for how long it is kept', async (path, sentence) => {
  await openPage(page, path);
  expect(await page.getByRole('main').innerText()).toContain(sentence);
});
