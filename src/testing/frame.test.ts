import { describe, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { page, replacePage, usePage } from './use-page.ts';

/* What frames every page: header, measure, search field; and what stands beside a text. */

usePage();

const show = async (path: string, width: number, height = 844) => {
  await page.setViewportSize({ width, height });
  await openPage(page, path);
};

describe('the header', () => {
  test.each(['fi', 'sv'])('in %s shows its links in one row, the current one in sight', async (lang) => {
    await show(`/${lang}/`, 320);
    const last = await page.locator('.main-links a').last().getAttribute('href');
    await show(last!, 320);
    const { rows, right, edge, scrolled } = await page.locator('.main-links').evaluate((links) => {
      const boxes = [...links.querySelectorAll('a')].map((link) => link.getBoundingClientRect());
      return {
        rows: new Set(boxes.map(({ top }) => top)).size,
        right: links.querySelector('[aria-current]')!.getBoundingClientRect().right,
        edge: innerWidth,
        scrolled: scrollY,
      };
    });
    expect(rows).toBe(1);
    expect(right).toBeLessThanOrEqual(edge);
    expect(scrolled).toBe(0);
  });

  test.each([390, 1280])(
    'at %i pixels nothing in it moves when another link becomes current',
    async (width) => {
      const places: string[] = [];
      for (const path of ['/sv/tjanster/', '/sv/sa-fragar-du/', '/sv/meddelanden/', '/sv/kontakter/']) {
        await show(path, width);
        places.push(
          await page.locator('.site-header').evaluate((header) => {
            const row = header.querySelector('.main-links ul')!;
            row.scrollLeft = 0;
            return JSON.stringify(
              [...header.querySelectorAll('a')].map((link) => link.getBoundingClientRect()),
            );
          }),
        );
      }
      expect(new Set(places).size).toBe(1);
    },
  );
});

describe('an announcement', () => {
  const announcements = ['/fi/tiedotteet/uusi-yhteistyomalli/', '/sv/meddelanden/ny-samarbetsmodell/'];

  test.each(announcements)('%s leads from the first screen of a phone to whom to call', async (path) => {
    await show(path, 390);
    const link = page.locator('.to-contacts a');
    const { y, height } = (await link.boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    expect(y + height).toBeLessThanOrEqual(844);
    await link.click();
    await expect
      .poll(() =>
        page
          .locator('main a[href^="tel:"]')
          .first()
          .evaluate((phone) => phone.getBoundingClientRect().bottom),
      )
      .toBeLessThanOrEqual(844);
  });

  test.each(announcements)(
    '%s shows them beside the text, below the key points, on a wide screen',
    async (path) => {
      await show(path, 1280);
      const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
      const text = await box('.body');
      const keyPoints = await box('.glance');
      const contacts = await box('.announcement-contacts');
      expect(keyPoints.x).toBeGreaterThan(text.x + text.width);
      expect(contacts.x).toBe(keyPoints.x);
      expect(contacts.y).toBeGreaterThan(keyPoints.y + keyPoints.height);
      expect(contacts.y).toBeLessThan(text.y + text.height);
      expect(await page.locator('.to-contacts').isVisible()).toBe(false);
    },
  );

  test.each(announcements)('%s is one column where there is less room', async (path) => {
    await show(path, 1023);
    const lefts = await page
      .locator('.announcement > *')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
  });
});

test.each(['/fi/yhteistyomalli/', '/sv/samarbetsmodellen/', '/fi/nain-kysyt/'])(
  'on %s the parts of the page stay in sight, each leads to its heading, and none lacks one',
  async (path) => {
    await show(path, 1280, 600);
    const targets = await page
      .locator('.on-this-page a')
      .evaluateAll((links) =>
        links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))),
      );
    expect(targets).toEqual(
      await page.locator('.with-parts > div > .body > h2').evaluateAll((all) => all.map(({ id }) => id)),
    );
    await page.locator('.on-this-page a').last().click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(900);
    const { y } = (await page.locator('.on-this-page').boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(100);
  },
);

test('needs on the home page leave no hole at any width, be their number even or odd', async () => {
  await page.goto('/fi/');
  const needs = page.locator('.needs');
  for (let left = await needs.locator('li').count(); left > 8; left -= 1) {
    for (const width of [320, 390, 700, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      const holes = await needs.evaluate((list) => {
        const rows = Map.groupBy([...list.children], (item) => item.getBoundingClientRect().top);
        const { right } = list.getBoundingClientRect();
        return [...rows.values()].filter(
          (row) => Math.abs(row.at(-1)!.getBoundingClientRect().right - right) > 1,
        ).length;
      });
      expect(holes, `${left} needs at ${width} px`).toBe(0);
    }
    await needs.evaluate((list) => list.firstElementChild!.remove());
  }
});

describe('without JavaScript, the page without a language', () => {
  test.each([
    ['/', 'Hae', /\/fi\/haku\/\?q=juristi/],
    ['/404.html', 'Sök', /\/sv\/sok\/\?q=juristi/],
  ])('%s searches in the language of the button %s', async (path, button, address) => {
    await replacePage({ javaScriptEnabled: false });
    await page.goto(path);
    expect(await page.locator('input[type=search]').count()).toBe(1);
    await page.locator('input[type=search]').fill('juristi');
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(address);
  });
});
