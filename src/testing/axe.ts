import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** How readers see a page: both colour schemes, on a phone and on a desktop. */
export const looks = [
  { scheme: 'light', width: 390 },
  { scheme: 'dark', width: 390 },
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
] as const;

/** WCAG 2.2 A and AA, and what the makers of axe hold to be good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The version of the program that tests. */
export const axeVersion = axe.version;

/**
 * Tests the open page with axe in every look.
 * @returns one line for each finding; none on a good page
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const { scheme, width } of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(
      (tags) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: tags,
          resultTypes: ['violations'],
        }),
      rules,
    );
    findings.push(
      ...violations.map(
        ({ id, nodes }) => `${scheme}, ${width} px: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      ),
    );
  }
  return findings;
}
