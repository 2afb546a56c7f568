import { expect } from 'vitest';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { siteFolder } from './browser.ts';
import { open } from './use-page.ts';

/** Paths of the pages of all services. */
export function servicePages(): string[] {
  const paths = addressesOf(siteFolder()).filter((path) =>
    languages.some((lang) => path.startsWith(sectionPath(lang, 'services')) && path.split('/').length === 5),
  );
  if (paths.length < 50) throw new Error('The site that is looked at has too few pages of services.');
  return paths;
}

/** Expects a page to be one sheet of paper, with its address, the age of its facts, and the addresses of their sources. */
export async function lookAtPrint(path: string): Promise<void> {
  const page = await open(path);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.printed').innerText()).toContain(path);
  expect(await page.locator('.service-facts > .age, .contact .age').first().isVisible()).toBe(true);
  const hidden = await page
    .locator('.sources a')
    .evaluateAll((links) =>
      links
        .filter(
          (link) => !link.checkVisibility() || !/^"https?:/.test(getComputedStyle(link, '::after').content),
        )
        .map(({ outerHTML }) => outerHTML),
    );
  expect(hidden, 'sources without an address').toEqual([]);
}
