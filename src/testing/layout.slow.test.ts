import { beforeEach, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { browserOptions, siteFolder, siteUrl } from './browser.ts';
import { page, replacePage, usePage } from './use-page.ts';

/* Figures of the layout, in CSS pixels, that a change of a style can break unnoticed. */

usePage();

const phone = { width: 390, height: 844 };
/** Where the first box that matches begins and ends, from the top of the page. */
const place = (selector: string, of: Page = page) =>
  of
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return { top: top + scrollY, bottom: bottom + scrollY, height };
    });

/** The services of each language whose heading and lead are the longest: they push the action down. */
const longestLeads = languages.flatMap((lang) =>
  addressesOf(siteFolder())
    .filter((path) => path.startsWith(sectionPath(lang, 'services')) && path.split('/').length === 5)
    .map((path) => {
      const html = readFileSync(join(siteFolder(), path, 'index.html'), 'utf8');
      return { path, length: /<h1>.*?<\/p>/s.exec(html)![0].length };
    })
    .sort((a, b) => b.length - a.length)
    .slice(0, 4)
    .map(({ path }) => path),
);

describe('on a phone', () => {
  beforeEach(() => replacePage({ viewport: phone }));

  test.each([
    '/fi/palvelut/',
    '/sv/tjanster/',
    '/fi/palvelut/teemat/kasvatus-koulutus-ja-kulttuuri/',
    '/sv/tjanster/teman/digitalisering-information-och-dataskydd/',
  ])('%s begins with its services: filters are closed, and other lists come later', async (path) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    // With a header of 160 pixels the first service begins within 600.
    expect((await place('.service-links > li')).top - (await place('main')).top).toBeLessThanOrEqual(440);
    expect(await page.locator('.filters select').first().isVisible()).toBe(false);
    expect((await place('.facets')).top).toBeGreaterThan((await place('#list')).bottom);
    await page.locator('.filters summary').click();
    expect(await page.locator('.filters select').first().isVisible()).toBe(true);
  });

  test('the focus goes down a service page as the eye does', async () => {
    await page.goto('/fi/palvelut/lakineuvonta/');
    const tops: number[] = [];
    await page.locator('h1').evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      tops.push(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top + scrollY));
    }
    expect(tops.at(-1)).toBeGreaterThan((await place('.beside')).top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  test.each([2, 1.5])('letters %s times as large fit the page', async (times) => {
    const options = browserOptions();
    const args = [...options.args!, `--blink-settings=defaultFontSize=${16 * times}`];
    const browser = await chromium.launch({ ...options, args });
    try {
      const large = await browser.newPage({ viewport: phone });
      for (const path of [
        '/fi/',
        '/fi/palvelut/lakineuvonta/',
        '/sv/vem-hjalper/',
        '/sv/sok/?q=upphandling',
      ]) {
        await large.goto(siteUrl() + path);
        await large.waitForLoadState('networkidle');
        const [width, nameHeight, size] = await large.evaluate(() => [
          document.documentElement.scrollWidth,
          document.querySelector('.site-name')!.getBoundingClientRect().height,
          parseFloat(getComputedStyle(document.documentElement).fontSize),
        ]);
        expect([path, size, width]).toEqual([path, 16 * times, phone.width]);
        expect(nameHeight).toBeLessThan(4 * size!);
      }
    } finally {
      await browser.close();
    }
  });

  test.each(longestLeads)('%s shows its action in the first screen', async (path) => {
    await page.goto(path);
    expect(longestLeads).toHaveLength(8);
    expect((await place('.action')).bottom).toBeLessThanOrEqual(phone.height);
  });

  test.each([
    '/fi/palvelut/',
    '/fi/palvelut/lakineuvonta/',
    '/sv/kontakter/',
    '/sv/tjanster/sektorer/stadsmiljosektorn/',
  ])('whatever stands alone on %s is 44 pixels high', async (path) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const small = await page
      .getByRole('main')
      .locator(
        'summary, select, button, .breadcrumb a, .letters a, .service-links a, .facets a, .more, .channels a, .contact a, .needs a, .sources a, .service-facts dd > a, .start a',
      )
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      );
    expect(small).toEqual([]);
  });
});

describe('a division', () => {
  const divisions = ['/fi/palvelut/toimialat/keskushallinto/', '/sv/tjanster/sektorer/stadsmiljosektorn/'];

  test.each(divisions)('%s lists its own services, and folds those that every division has', async (path) => {
    await replacePage({ viewport: phone, javaScriptEnabled: false });
    await page.goto(path);
    const rest = page.locator('.fold .service-links a');
    expect(await page.locator('#list .service-links a').count()).toBeGreaterThan(4);
    expect(await rest.first().isVisible()).toBe(false);
    expect((await place('.facets')).top).toBeLessThan(4_500);
    await page.locator('.fold summary').click();
    expect(await rest.filter({ visible: true }).count()).toBeGreaterThan(20);
  });

  test.each(divisions)('%s leads to the list where all of them can be narrowed', async (path) => {
    await page.goto(path);
    await page.locator('.feed a').first().click();
    await page.waitForURL(/\?division=/);
    await expect.poll(() => page.locator('select[name=division]').inputValue()).not.toBe('');
  });
});

test.each([
  ['/fi/palvelut/lakineuvonta/', '/fi/kuka-auttaa/#city-legal-services', 'Kaupunginkanslian oikeuspalvelut'],
  [
    '/sv/tjanster/natverket-for-stora-stader/',
    '/sv/vem-hjalper/#city-executive-office',
    'Helsingfors stadskansli',
  ],
])('on %s a link above the action leads to whom to ask first', async (path, address, name) => {
  await page.goto(path);
  const link = page.locator('.start').getByRole('link', { name });
  expect((await link.boundingBox())!.y).toBeLessThan((await place('.action')).top);
  await link.click();
  await page.waitForURL(`**${address}`);
  await page.getByRole('heading', { level: 3, name }).waitFor();
});

test.each([phone, { width: 1280, height: 900 }])(
  'a service begins with its action and the short answer, at %o',
  async (viewport) => {
    await replacePage({ viewport });
    for (const path of ['/fi/palvelut/hankintaneuvonta/', '/sv/tjanster/upphandlingsradgivning/']) {
      await page.goto(path);
      const { top, bottom } = await place('.glance');
      expect(top).toBeGreaterThan((await place('.action')).bottom);
      expect(bottom).toBeLessThan((await place('.body h2:not(section h2)')).top);
      expect(top).toBeLessThan(viewport.height);
    }
  },
);

test.each(['/fi/haku/', '/sv/sok/'])(
  '%s shows what helps while nothing is asked, with and without a script',
  async (path) => {
    for (const javaScriptEnabled of [true, false]) {
      await replacePage({ viewport: phone, javaScriptEnabled });
      await page.goto(path);
      await page.locator('.needs a').first().waitFor();
      expect(await page.locator('.service-links').isVisible()).toBe(false);
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.locator('main .more').count()).toBeGreaterThan(2);
    }
  },
);

test('filters in the address stay closed on a phone, tell what is chosen, and move nothing', async () => {
  await replacePage({ viewport: phone });
  await page.goto('/fi/palvelut/');
  const before = await place('.letters');
  await page.goto('/fi/palvelut/?division=education');
  const summary = page.locator('.filters summary');
  await summary.getByText('Rajaa: Kasvatuksen ja koulutuksen toimiala').waitFor();
  expect((await place('.letters')).top - before.top).toBeLessThan(60);
  await summary.click();
  await page.getByRole('button', { name: 'Poista rajaukset' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test.each([768, 1280])('contacts are read in their order at %i pixels', async (width) => {
  await replacePage({ viewport: { width, height: 900 } });
  await page.goto('/fi/yhteystiedot/');
  const tops = await page
    .locator('.contact')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(8);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);
});

test.each(['/fi/', '/sv/'])('no word of the name of the site is broken on %s', async (path) => {
  await replacePage({ viewport: { width: 320, height: 640 } });
  await page.goto(path);
  const broken = await page.locator('.site-name').evaluate((name) => {
    const text = [...name.childNodes].find((node) => node instanceof Text && node.data.trim()) as Text;
    return [...text.data.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range.getClientRects().length > 1;
    }).length;
  });
  expect(broken).toBe(0);
});

describe('on a desktop', () => {
  beforeEach(() => replacePage({ viewport: { width: 1280, height: 900 } }));

  test.each(['/fi/palvelut/', '/sv/tjanster/'])('forty services of %s take 4,000 pixels', async (path) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const services = await page.locator('.service-links > li').count();
    expect(services).toBeGreaterThanOrEqual(40);
    expect((await place('main')).height / services).toBeLessThanOrEqual(100);
  });

  test.each([
    '/fi/palvelut/',
    '/sv/tjanster/teman/demokrati-och-ledarskap/',
    '/fi/palvelut/toimialat/keskushallinto/',
  ])(
    'the keyboard reaches the first service of %s six steps after the skip link, or sooner',
    async (path) => {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      let steps = 0;
      const reached = () => page.evaluate(() => Boolean(document.activeElement!.closest('.service-links')));
      while (steps < 20 && !(await reached())) {
        await page.keyboard.press('Tab');
        steps += 1;
      }
      expect(steps).toBeLessThanOrEqual(6);
    },
  );

  test('the letters lead to their services, and one whose services are filtered away is gone', async () => {
    await page.goto('/fi/palvelut/');
    await page.locator('.letters').getByRole('link', { name: 'K', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#K');
    expect((await page.locator('#K').boundingBox())!.y).toBeLessThan(40);
    await page.locator('select[name=theme]').selectOption('procurement');
    const letters = await page.locator('.letters a:visible').allTextContents();
    expect(letters).toEqual(await page.locator('.lettered:visible h2').allTextContents());
    expect(letters.length).toBe(1);
  });

  test('what is chosen first leaves the other filters as they are', async () => {
    await page.goto('/sv/tjanster/');
    const widths = () =>
      page
        .locator('.filters select')
        .evaluateAll((selects) => selects.map((select) => select.getBoundingClientRect().width));
    const before = await widths();
    await page.locator('select[name=division]').selectOption('social-health-and-rescue');
    await page.locator('.filters button').waitFor();
    expect(await widths()).toEqual(before);
    expect(Math.min(...before)).toBeGreaterThan(300);
  });

  test.each(['/fi/yhteystiedot/', '/sv/kontakter/'])('no card of %s has a hole', async (path) => {
    await page.goto(path);
    const holes = await page.locator('.contact').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const boxes = [...card.children].map((child) => child.getBoundingClientRect());
        const ends = [...boxes.slice(1).map(({ top }) => top), card.getBoundingClientRect().bottom];
        return boxes.map(({ bottom }, index) => ends[index]! - bottom);
      }),
    );
    expect(holes.length).toBeGreaterThan(20);
    expect(Math.max(...holes)).toBeLessThan(130);
  });
});

test('nothing that stays in sight is higher than a small window', async () => {
  await replacePage({ viewport: { width: 1024, height: 600 } });
  for (const path of [...longestLeads, '/fi/palvelut/', '/fi/nain-kysyt/']) {
    await page.goto(path);
    const high = await page.locator('main, main *').evaluateAll((elements) =>
      elements
        .filter((element) => /sticky|fixed/.test(getComputedStyle(element).position))
        .filter((element) => element.getBoundingClientRect().height > innerHeight)
        .map(({ className }) => className),
    );
    expect(high, path).toEqual([]);
  }
});

test('a number that is copied is told in the place of the word on the button', async () => {
  await replacePage({ permissions: ['clipboard-write'] });
  await page.goto('/fi/yhteystiedot/');
  const button = page.locator('button.copy').first();
  await button.scrollIntoViewIfNeeded();
  const before = await button.boundingBox();
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Kopioitu' }).waitFor();
  expect(await button.innerText()).toMatch(/^Kopioitu/);
  expect(await button.boundingBox()).toEqual(before);
});

test.each([
  ['/fi/palvelut/?kind=network&theme=economy-and-statistics', 'Poista rajaukset', '/fi/nain-kysyt/'],
  ['/sv/tjanster/?kind=network&theme=economy-and-statistics', 'Ta bort avgränsningarna', '/sv/sa-fragar-du/'],
])(
  'where filters leave nothing of %s, one button takes them away, and links lead on',
  async (path, button, link) => {
    await page.goto(path);
    const instead = page.locator('.none-left');
    await instead.waitFor();
    expect(await instead.getByRole('link').first().getAttribute('href')).toBe(link);
    expect(await page.locator('.feed').isVisible()).toBe(false);
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => page.locator('.service-links > li:visible').count()).toBeGreaterThan(30);
    expect(await instead.isVisible()).toBe(false);
    expect(await page.locator('.feed').isVisible()).toBe(true);
  },
);

test.each(['/fi/yhteystiedot/', '/sv/kontakter/'])(
  '%s begins with the number that anybody may call',
  async (path) => {
    await page.goto(path);
    expect(await page.locator('.contact a').first().getAttribute('href')).toBe('tel:+35897711');
  },
);

test.each([
  ['/fi/palvelut/', 320],
  ['/sv/tjanster/', 320],
  ['/sv/kontakter/', 360],
])('the menu of %s at %i pixels has a sign where it goes on, and nowhere else', async (path, width) => {
  await replacePage({ viewport: { width, height: 844 } });
  await page.goto(path);
  const row = page.locator('.main-links ul');
  const signs = () =>
    row.evaluate((list) =>
      ['::before', '::after'].map((side) => {
        const { content, visibility } = getComputedStyle(list, side);
        return content !== 'none' && visibility === 'visible';
      }),
    );
  const more = () =>
    row.evaluate((list) => [list.scrollLeft > 0, list.scrollLeft < list.scrollWidth - list.clientWidth - 1]);
  expect(await more()).toContain(true);
  for (const left of [undefined, 0, 10, 1_000]) {
    if (left !== undefined) await row.evaluate((list, to) => void (list.scrollLeft = to), left);
    await expect.poll(signs).toEqual(await more());
  }
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect.poll(signs).toEqual([false, false]);
});

test('an answer of the search is printed with its question', async () => {
  await page.goto('/fi/haku/?q=juristi');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.printed').innerText()).toMatch(/\/fi\/haku\/\?q=juristi$/);
});

test.each([
  [
    '/fi/palvelut/digikehittamisen-vertaisverkosto/',
    'Tätä tarjottiin viimeksi vuonna 2025. Siitä voi enää vain lukea.',
    'Lue siitä',
    'Verkosto · Päättynyt',
    '/fi/palvelut/',
    '/fi/haku/?q=digiverkostohanke',
  ],
  [
    '/sv/tjanster/natverk-for-digital-utveckling/',
    'Detta erbjöds senast 2025. Nu går det bara att läsa om det.',
    'Läs om det',
    'Nätverk · Avslutad',
    '/sv/tjanster/',
    '/sv/sok/?q=digiverkostohanke',
  ],
])(
  'what has ended says so on %s, in lists and in the search',
  async (path, notice, heading, tag, ...lists) => {
    await page.goto(path);
    expect((await page.locator('.warning').innerText()).trim()).toBe(notice);
    expect(await page.locator('.start h2').innerText()).toBe(heading);
    for (const list of lists) {
      await page.goto(list);
      const row = page.locator('li', { has: page.locator(`a[href="${path}"]`) }).filter({ visible: true });
      expect(await row.first().locator('.tag').innerText(), list).toBe(tag);
    }
  },
);

test.each([
  ['/fi/yhteystiedot/', 'Kuntaliiton vaihde'],
  ['/sv/kontakter/', 'Kommunförbundets växel'],
  ['/fi/tiedotteet/uusi-yhteistyomalli/', 'Kuntaliiton vaihde'],
])('who has left is on %s not called, written to or kept: the switchboard is', async (path, switchboard) => {
  await page.goto(path);
  const left = page.locator('.contact:has(.warning)');
  expect(await left.getByRole('heading').allTextContents()).toEqual(['Hanna Tainio', 'Jose Valanta']);
  for (const card of await left.all()) {
    expect(await card.locator('dd').last().innerText()).toMatch(/^09 771 200[68]$/);
    expect(
      await card.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['tel:+35897711']);
    expect(await card.locator('dt').first().innerText()).toBe(switchboard);
  }
});
