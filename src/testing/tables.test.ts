import { expect, test } from 'vitest';
import { bodyHtml } from '../views/bodies.ts';
import { context, page, usePage } from './use-page.ts';

/* A table of a text, which no page of the real content has at the moment: it is put into one. */

const address = '/fi/palvelut/lakineuvonta/';
const table = await bodyHtml(
  '| Kunnallisvaalilautakunnanpuheenjohtajuus | Hankintalainsäädännönkokonaisuudistus | Sähköposti |\n|---|---|---|\n| a | b | hallintojuristit@kuntaliitto.fi |',
  'services/legal-advice/fi.md',
);
usePage(async () => {
  await context.route(`**${address}`, async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({
      body: html.replace(/<div class="body[^>]*>/, `$&${table}`),
      contentType: 'text/html; charset=utf-8',
    });
  });
});

test.each([320, 390, 768, 1280])(
  'a wide table scrolls in its own box at %i pixels, and the page does not',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
    const seen = await page.evaluate(() => {
      const box = document.querySelector('.table')!;
      const aside = document.querySelector('.service-facts')!.getBoundingClientRect();
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const cell = getComputedStyle(box.querySelector('td')!);
      return {
        pageScrolls: document.documentElement.scrollWidth > innerWidth,
        tableScrolls: box.scrollWidth > box.clientWidth,
        covered: left < aside.right && right > aside.left && top < aside.bottom && bottom > aside.top,
        hasBorders: cell.borderTopWidth !== '0px' && cell.borderLeftStyle === 'solid',
        hasPadding: Number.parseFloat(cell.paddingLeft) >= 8,
      };
    });
    expect(seen).toEqual({
      pageScrolls: false,
      tableScrolls: true,
      covered: false,
      hasBorders: true,
      hasPadding: true,
    });
  },
);

test('the keyboard reaches the box, by its name, and scrolls it', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  const box = page.getByRole('group', { name: 'Taulukko' });
  const focused = () => box.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});
