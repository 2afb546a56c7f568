import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteFolder } from './browser.ts';
import { traces, watchIncidents } from './page-probes.ts';
import { context, page, usePage } from './use-page.ts';

let incidents: string[];
usePage(async () => {
  incidents = await watchIncidents(context);
});

test('no page breaks the policy, complains, asks another host or leaves a trace', async () => {
  const pages = readdirSync(siteFolder(), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(100);
  for (const name of pages) {
    // The page of a redirect leads on by itself, which would interrupt the next visit in the same tab.
    const tab = await context.newPage();
    await tab.goto(`/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
    await tab.close();
  }
  await page.goto('/fi/');
  expect(incidents).toEqual([]);
  expect(await traces(context, page)).toEqual([]);
}, 300_000);
