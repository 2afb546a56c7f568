import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { filesOf } from '../model/folders.ts';
import { axeFindings } from './axe.ts';
import { siteFolder } from './browser.ts';
import { lookAtPrint, servicePages } from './look-at-print.ts';
import { context, open, page, usePage } from './use-page.ts';

usePage();

test.each(['fi', 'sv'])('in %s help stands at the same place on every page', (lang) => {
  const footers = addressesOf(siteFolder())
    .filter((path) => path.startsWith(`/${lang}/`))
    .map((path) => readFileSync(join(siteFolder(), path, 'index.html'), 'utf8'))
    .map((html) => /class="site-footer".*?<section.*?<\/section>/s.exec(html)?.[0]);
  expect(footers.length).toBeGreaterThan(50);
  expect(new Set(footers).size).toBe(1);
});

/** The service pages with the most to print. */
const longestPages = servicePages()
  .map((path) => ({ path, size: statSync(join(siteFolder(), path, 'index.html')).size }))
  .sort((a, b) => b.size - a.size)
  .slice(0, 2)
  .map(({ path }) => path);

test.each(['/sv/kontakter/', ...longestPages])(
  '%s is printed on one A4 page with its address and the age of its facts',
  lookAtPrint,
);

test('sources are named by title and host, and say their language where it is another', async () => {
  const page = await open('/sv/tjanster/juridisk-radgivning/');
  const sources = await page.locator('.sources a').evaluateAll((links) =>
    links.map((link) => ({
      name: link.textContent!.trim(),
      hreflang: link.getAttribute('hreflang'),
      lang: link.querySelector('[lang]')?.getAttribute('lang'),
    })),
  );
  expect(sources).toContainEqual({
    name: 'Kuntayhtymän toimielinten valinta, kuntaliitto.fi',
    hreflang: 'fi',
    lang: 'fi',
  });
  expect(sources).toContainEqual({
    name: 'Demokrati och delaktighet, kommunforbundet.fi',
    hreflang: 'sv',
    lang: undefined,
  });
});

test.each([
  ['/sv/tjanster/juridisk-radgivning/', 'fi', 'Juristiverkosto'],
  ['/fi/palvelut/henkilokohtainen-neuvonta/', 'sv', 'Kundtjänsten'],
])('on %s a name of the other language is marked as such', async (path, lang, name) => {
  const page = await open(path);
  expect(await page.locator(`main span[lang=${lang}]`, { hasText: name }).count()).toBeGreaterThan(0);
  const everywhere = page.locator('main').getByText(name);
  expect(
    await everywhere.evaluateAll(
      (found, lang) => found.filter((text) => !text.closest(`[lang=${lang}]`)).length,
      lang,
    ),
  ).toBe(0);
});

test('no source is read as a long address', () => {
  const names = servicePages().flatMap((path) =>
    [
      ...readFileSync(join(siteFolder(), path, 'index.html'), 'utf8')
        .split('class="sources"')[1]!
        .matchAll(/<a [^>]*>(.*?)<\/a>/gs),
    ].map(([, name]) => name!.replace(/<[^>]*>/g, '').trim()),
  );
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name) => name.length > 130 || (/\w[/]/.test(name) && name.length > 50))).toEqual([]);
});

/** Functions of CSS that browsers have had for many years; of any other it must be tried what happens without it. */
const oldFunctions =
  /^(?:var|rgb|calc|clamp|min|max|minmax|repeat|url|(?:linear|radial)-gradient|inset|not|is|where|nth-child|first-child)$/;

test('where the newest functions of CSS are unknown, field, suggestions and focus can be seen', async () => {
  await context.route('**/*.css', async (route) => {
    const css = await (await route.fetch()).text();
    const old = css.replace(/(?<![\w-])(-?[a-z][\w-]*)\(/g, (call, name: string) =>
      oldFunctions.test(name) ? call : `unknown-${name}(`,
    );
    await route.fulfill({ body: old, contentType: 'text/css' });
  });
  // Its hash would refuse the changed sheet.
  await context.route('**/fi/**', async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({ body: html.replaceAll(/ integrity="[^"]*"/g, ''), contentType: 'text/html' });
  });
  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of ['/fi/', '/fi/palvelut/']) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await page.locator('input[type=search]').pressSequentially('digi');
      await page.getByRole('option').first().waitFor();
      const look = await page.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
        const field = style('input[type=search]');
        return {
          border: field.borderTopColor,
          field: field.backgroundColor,
          focus: `${field.outlineStyle} ${field.outlineWidth} ${field.outlineColor}`,
          list: style('.suggestions').backgroundColor,
          text: style('.suggestions a').color,
        };
      });
      expect(look.focus).toMatch(/^solid 3px rgb\(/);
      expect(look.list).toMatch(/^rgb\(/);
      expect(look.border).toMatch(/^rgb\(/);
      expect(look.border).not.toBe(look.focus);
      expect(look.text).not.toBe(look.list);
      expect(look.field).toMatch(/^rgb\(/);
    }
});

test('words end a line no sooner than after five letters, and only where an engine knows the limit', async () => {
  const page = await open('/fi/palvelut/lakineuvonta/');
  expect(
    await page
      .locator('.body p, h1')
      .evaluateAll((all) => [
        ...new Set(all.map((text) => getComputedStyle(text).getPropertyValue('hyphenate-limit-chars'))),
      ]),
  ).toEqual(['12 5 5']);
  await page.evaluate(() => {
    for (const { cssRules } of document.styleSheets)
      for (const rule of cssRules) if (rule instanceof CSSSupportsRule) rule.deleteRule(0);
  });
  expect(await page.locator('.body').evaluate((body) => getComputedStyle(body).hyphens)).toBe('manual');
});

test.each(['/fi/palvelut/', '/sv/tjanster/'])(
  'on %s each count stands on the line of its name',
  async (path) => {
    const page = await open(path);
    for (const width of [320, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const alone = await page.locator('.facets .count').evaluateAll((counts) =>
        counts
          .filter((count) => {
            const link = count.previousElementSibling!.getBoundingClientRect();
            const { top, left } = count.getBoundingClientRect();
            return top >= link.bottom - 4 || left < link.right;
          })
          .map((count) => count.parentElement!.textContent),
      );
      expect(alone, `${width} px`).toEqual([]);
    }
  },
);

test('in the colours of the reader, what is chosen and where the focus is can be seen', async () => {
  const page = await open('/fi/palvelut/', { forcedColors: 'active' });
  await page.locator('input[type=search]').fill('digi');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const colours = await page.evaluate(() =>
    ['[aria-selected=true]', '[role=option]:not([aria-selected=true])'].map(
      (option) => getComputedStyle(document.querySelector(option)!).backgroundColor,
    ),
  );
  expect(colours[0]).not.toBe(colours[1]);
  expect(
    await page
      .locator('.main-links [aria-current]')
      .evaluate((link) => getComputedStyle(link).borderBottomColor),
  ).not.toBe(
    await page
      .locator('.main-links a:not([aria-current])')
      .first()
      .evaluate((link) => getComputedStyle(link).borderBottomColor),
  );
});

test('axe finds nothing to blame on what appears by use: suggestions, filters, a copied number', async () => {
  const page = await open('/fi/palvelut/?theme=procurement');
  await page.locator('.filters button').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('input[type=search]').fill('digi');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/fi/yhteystiedot/');
  await page.locator('button.copy').first().click();
  await page.locator('button.copy + [role=status]').filter({ hasText: 'Kopioitu' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test.each([
  ['/fi/palvelut/lakineuvonta/', 'Neuvonta · Osin maksullinen'],
  ['/sv/tjanster/juridisk-radgivning/', 'Rådgivning · Delvis avgiftsbelagd'],
])('%s tells the price and how to begin on the first screen of a phone', async (path, price) => {
  const page = await open(path, { viewport: { width: 390, height: 844 } });
  expect(await page.locator('.page-header .tag').innerText()).toBe(price);
  for (const answer of ['.page-header .tag', '.action']) {
    const { y, height } = (await page.locator(answer).first().boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(844);
  }
});

// WCAG 2.2: 2.5.7 and 3.3.8; and 2.3.3.
test('nothing is dragged, no password asked for, and nothing moves by itself', () => {
  const files = filesOf(siteFolder()).filter((path) => /\.(html|js|css)$/.test(path));
  const told = (ending: string, pattern: RegExp) =>
    files.filter(
      (path) => path.endsWith(ending) && pattern.test(readFileSync(join(siteFolder(), path), 'utf8')),
    );
  expect(files.length).toBeGreaterThan(100);
  expect(told('.html', /draggable|type="(?:password|range)"|<(?:video|audio|marquee|canvas)/)).toEqual([]);
  expect(told('.js', /dragstart|(?:pointer|touch|mouse)move/)).toEqual([]);
  // What follows the reader's own scrolling does not move by itself.
  expect(
    told(
      '.css',
      /animation(?!-(?:name:until-end|direction:reverse|timeline:scroll))|transition|scroll-behavior/,
    ),
  ).toEqual([]);
});
