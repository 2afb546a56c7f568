import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { openVariant } from './variant-site.ts';

const withdrawn = `withdrawn:
  date: 2026-11-01
  reason:
    fi: Barometria ei enää tehdä.
    sv: Barometern görs inte längre.
  successor: municipal-economy-expertise
`;

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof openVariant>>;
beforeAll(async () => {
  site = await openVariant({ 'services/economy-barometer/service.yaml': (text) => text + withdrawn });
  browser = await openBrowser();
  page = await browser.newPage({ baseURL: site.url });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const words = {
  fi: { title: 'Talousbarometri', path: '/fi/palvelut/talousbarometri/', list: '/fi/palvelut/', search: '/fi/haku/?q=talousbarometri', ended: 'Palvelu päättyi 1.11.2026. Barometria ei enää tehdä.', instead: 'Käytä sen sijaan palvelua' },
  sv: { title: 'Ekonomibarometern', path: '/sv/tjanster/ekonomibarometern/', list: '/sv/tjanster/', search: '/sv/sok/?q=ekonomibarometern', ended: 'Tjänsten upphörde 1.11.2026. Barometern görs inte längre.', instead: 'Använd i stället tjänsten' },
};

describe.each(Object.values(words))('a service that has ended: $path', ({ title, path, list, search, ended, instead }) => {
  test('its page says so, and leads to its successor', async () => {
    await openPage(page, path);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    const notice = page.locator('.notice');
    expect(await notice.count()).toBe(1);
    expect(await notice.textContent()).toContain(ended);
    expect(await page.locator('.glance, .contact').count()).toBe(0);
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
});
