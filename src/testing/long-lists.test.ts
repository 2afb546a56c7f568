import { expect, test } from 'vitest';
import { packFilters } from '../kinds/service/filters.ts';
import { answered } from './browser.ts';
import { context, page, usePage } from './use-page.ts';

/* The search page of a site with too many services for one list: it is the real page with the list taken out and the file of filters named instead. */

const filtersFile = '/guide/filters.test.txt';
usePage(async () => {
  const { services } = await (await context.request.get('/api/services.json')).json();
  await context.route(`**${filtersFile}`, (route) =>
    route.fulfill({ body: packFilters(services), contentType: 'text/plain; charset=utf-8' }),
  );
  await context.route('**/fi/haku/**', async (route) => {
    const html = await (await route.fetch()).text();
    const changed = html
      .replace(/<ul class="service-links">.*?<\/ul>/s, '<a href="/fi/palvelut/2/">Ilm–Kun</a>')
      .replace('data-search-results', `data-search-results data-filters-file="${filtersFile}"`);
    await route.fulfill({ body: changed, contentType: 'text/html; charset=utf-8' });
  });
});

const open = async (query: string) => {
  await page.goto(`/fi/haku/${query}`);
  await answered(page);
};
const results = () => page.locator('[data-search-results] ol a');
const listIsShown = () => page.locator('[data-search-fallback]').isVisible();

test('leads to the pages of the list while nothing is asked', async () => {
  await open('');
  expect(await listIsShown()).toBe(false);
  await page.locator('[data-search-start] a[href="/fi/palvelut/"]').waitFor();
  expect(await results().count()).toBe(0);
  await expect
    .poll(() => page.locator('select[name=kind] option[value=network]').textContent())
    .toMatch(/\([1-9]\d*\)$/);
});
test('lists the services that pass the filters, A to Ö, without a query', async () => {
  await open('?theme=procurement&kind=advice');
  const titles = await results().allTextContents();
  expect(titles).toContain('Hankintaneuvonta');
  expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, 'fi')));
  expect(await page.locator('select[name=kind] option[value=advice]').textContent()).toContain(
    `(${titles.length})`,
  );
  expect(await page.locator('[data-search-status]').textContent()).toBe(
    titles.length === 1 ? '1 palvelu' : `${titles.length} palvelua`,
  );
  expect(await listIsShown()).toBe(false);
});
test('narrows the answer to a query by the filters, and names the kind of each service', async () => {
  await open('?q=digi');
  const all = await results().count();
  await page.locator('.filters summary').click();
  await page.locator('select[name=kind]').selectOption('network');
  await page.waitForURL(/kind=network/);
  await expect.poll(() => results().count()).toBeLessThan(all);
  expect(new Set(await page.locator('[data-search-results] .tag').allTextContents())).toEqual(
    new Set(['Verkosto', 'Verkosto · Päättynyt']),
  );
});
test('answers without the file of filters', async () => {
  await page.route(`**${filtersFile}`, (route) => route.abort());
  await open('?q=juristi');
  expect(await results().first().textContent()).toBe('Lakineuvonta');
});
test('answers without the guide', async () => {
  await page.route(/guide\/(fi|sv)/, (route) => route.abort());
  await open('?q=vaaliviranomaisten');
  expect(await results().evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(
    '/fi/palvelut/lakineuvonta/',
  );
});
