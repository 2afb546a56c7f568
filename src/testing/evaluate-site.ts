import type { Browser, Page } from 'playwright-core';
import { sectionPath } from '../i18n/addresses.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { answered } from './browser.ts';
import type { JudgedQuery, Outcome } from './evaluate.ts';

/** How the site was asked: as its readers do, or Pagefind alone for comparison. */
type Way = 'site' | 'pagefind';

/**
 * Asks a served site every query in a browser.
 * @param url address of the site
 * @returns what came, best first, as ids of services
 */
export async function evaluateSite(
  browser: Browser,
  url: string,
  queries: JudgedQuery[],
  way: Way,
): Promise<Outcome[]> {
  const idOf = await servicesByPath(url);
  const outcomes: Outcome[] = [];
  for (const lang of languages) {
    const page = await browser.newPage();
    await page.goto(url + sectionPath(lang, 'search'));
    for (const judged of queries.filter((query) => query.lang === lang)) {
      const paths =
        way === 'site' ? await ask(page, judged.query) : await askPagefind(page, url, judged.query);
      outcomes.push({ judged, came: [...new Set(paths.flatMap((path) => idOf.get(path) ?? []))] });
    }
    await page.close();
  }
  return outcomes;
}

async function servicesByPath(url: string): Promise<Map<string, string>> {
  const { services } = (await (await fetch(`${url}/api/services.json`)).json()) as {
    services: { id: string; urls: Record<Lang, string> }[];
  };
  return new Map(
    services.flatMap(({ id, urls }) =>
      Object.values(urls).map((address): [string, string] => [new URL(address).pathname, id]),
    ),
  );
}

async function ask(page: Page, query: string): Promise<string[]> {
  await page.locator('input[type=search]').fill(query);
  await page.evaluate(() =>
    document.querySelector('[data-search-results]')!.setAttribute('aria-busy', 'true'),
  );
  await page.locator('input[type=search]').press('Enter');
  await answered(page);
  return page
    .locator('[data-search-results] ol a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
}

const askPagefind = (page: Page, url: string, query: string): Promise<string[]> =>
  page.evaluate(
    async ([url, asked]) => {
      const pagefind = (await import(`${url}/pagefind/pagefind.js`)) as {
        search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      };
      const { results } = await pagefind.search(asked);
      return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url));
    },
    [url, query] as const,
  );
