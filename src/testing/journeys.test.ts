import { beforeEach, describe, expect, test } from 'vitest';
import { answered, goBack } from './browser.ts';
import { page, replacePage, usePage } from './use-page.ts';

usePage();

const results = () => page.locator('[data-search-results] a');

describe('an employee with a problem', () => {
  test.each([
    ['fi', 'juristi', 'Lakineuvonta', 'Näin saat palvelun'],
    ['sv', 'jurist', 'Juridisk rådgivning', 'Så får du tjänsten'],
  ])(
    'in %s types "%s", reaches the legal advice and a way to get it',
    async (lang, query, title, howToGet) => {
      await page.goto(`/${lang}/`);
      await page.getByRole('searchbox').or(page.getByRole('combobox')).fill(query);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/);
      await answered(page);
      await results().first().click();
      await page.waitForURL(/\/(palvelut|tjanster)\/./);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      const ways = page.locator(`section:has(> h2:text-is("${howToGet}"))`).getByRole('link');
      expect(await ways.count()).toBeGreaterThan(0);
    },
  );

  test('shares the address of the results and comes back to them', async () => {
    await page.goto('/fi/haku/?q=tietosuoja');
    await answered(page);
    const first = await results().first().getAttribute('href');
    await results().first().click();
    await page.waitForURL(/palvelut/);
    await goBack(page);
    await answered(page);
    expect(await results().first().getAttribute('href')).toBe(first);
    expect(await page.locator('input[type=search]').inputValue()).toBe('tietosuoja');
  });

  test('who finds nothing is told so and led on', async () => {
    await page.goto('/fi/haku/?q=qqxxzzyy');
    await answered(page);
    const text = await page.locator('main').textContent();
    expect(text!.split('qqxxzzyy')).toHaveLength(2);
    for (const path of ['/fi/palvelut/henkilokohtainen-neuvonta/', '/fi/kuka-auttaa/', '/fi/palvelut/'])
      expect(await page.locator(`.nothing a[href="${path}"]`).isVisible(), path).toBe(true);
  });

  test('searches with the keyboard alone', async () => {
    await page.goto('/sv/');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement instanceof HTMLInputElement)) break;
    }
    await page.keyboard.type('upphandling');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sok\/\?q=upphandling/);
    await answered(page);
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => Boolean(document.activeElement?.closest('[data-search-results]')))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/tjanster\/./);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/upphandling/i);
  });

  test('takes the query along to the other language', async () => {
    await page.goto('/fi/haku/?q=laki');
    await answered(page);
    await page.locator('input[type=search]').fill('beredskap');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=beredskap/);
    await answered(page);
    await page.getByRole('link', { name: 'Svenska', exact: true }).click();
    await page.waitForURL(/sv\/sok\/\?q=beredskap/);
  });
});

describe('a reader of the announcement', () => {
  test('switches the language and finds the numbers to call', async () => {
    await page.goto('/fi/');
    await page.getByRole('link', { name: 'Tiedotteet', exact: true }).click();
    await page
      .locator('.announcement-links a', { hasText: /yhteisty/i })
      .last()
      .click();
    await page.getByRole('link', { name: 'Svenska', exact: true }).click();
    await page.waitForURL(/sv\/meddelanden\/./);
    const phones = await page
      .locator('a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(phones).toEqual(expect.arrayContaining(['tel:+35897712000', 'tel:+35897712700']));
    // Who has left is named with the number of that time, but nobody is led to call it.
    const text = await page.getByRole('main').innerText();
    for (const number of ['09 771 2006', '09 771 2008']) expect(text).toContain(number);
  });
});

describe('without JavaScript', () => {
  beforeEach(() => replacePage({ javaScriptEnabled: false }));

  test('the search form leads to a complete list of services', async () => {
    await page.goto('/fi/');
    await page.locator('input[type=search]').fill('juristi');
    await page.keyboard.press('Enter');
    await page.waitForURL(/haku\/\?q=juristi/);
    const { services } = await (await page.request.get('/api/services.json')).json();
    expect(services.length).toBeGreaterThanOrEqual(40);
    expect(await page.locator('.service-links > li').count()).toBe(services.length);
  });

  test.each([
    ['/fi/', 20],
    ['/sv/tjanster/', 40],
    ['/fi/yhteystiedot/', 4],
    ['/sv/meddelanden/', 2],
  ])('%s is readable and has at least %i links', async (path, links) => {
    await page.goto(path);
    expect(await page.getByRole('main').innerText()).not.toBe('');
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThanOrEqual(links);
  });
});

describe('addresses', () => {
  test('the front door lets the reader choose the language', async () => {
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.getByRole('link').allTextContents()).toEqual(['Suomi', 'Svenska']);
  });

  test.each([
    ['/fi/ei-ole/', 'Sivua ei löytynyt'],
    ['/sv/finns-inte/', 'Sidan hittades inte'],
  ])('%s answers 404 in its language', async (path, heading) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
  });
});
