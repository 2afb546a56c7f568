import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFiles } from '../checks/check-content.ts';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import { reportFacts } from '../editors/report-facts.ts';
import { reportPage } from '../editors/report-page.ts';
import { buildTime } from '../model/clock.ts';
import { axeFindings } from './axe.ts';
import { browser, useBrowser } from './use-page.ts';

useBrowser();

// A year on, so that there are old facts, and with a text that has drifted, so that every section has something to show.
const now = new Date('2027-12-10T12:00:00Z');
const files = readFiles('content').map((file) =>
  file.path === 'services/legal-advice/fi.md'
    ? { ...file, bytes: Buffer.from(`${Buffer.from(file.bytes)}\nNeuvonta on muuttunut.\n`) }
    : file,
);

// In English every name from the content is in another language than the page.
test('axe finds nothing to blame on the report for editors', async () => {
  const reading = readContent(files, now);
  const { content } = checkFiles(files, buildTime());
  const page = await browser.newPage();
  await page.setContent(
    reportPage(
      reportFacts(reading, content!),
      'en',
      now,
      '../content',
      readFileSync('src/styles/tokens.css', 'utf8'),
    ),
  );
  const linked = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
  expect(linked.length).toBeGreaterThan(5);
  const headings = await page.locator('h2').evaluateAll((all) => all.map(({ id }) => id));
  expect(headings).toEqual(['glance', ...linked, 'coverage']);
  expect(await page.locator('.bar').count()).toBeGreaterThan(5);
  expect(await page.locator('td li').allTextContents()).toContain('Neuvonta on muuttunut.');
  expect(await axeFindings(page)).toEqual([]);
  await page.close();
});
