import { answered } from './browser.ts';
import { page } from './use-page.ts';

/* What a reader sees of the search, on the page of the test. */

export const field = () => page.locator('input[type=search]');
export const options = () => page.getByRole('option');
export const results = () => page.locator('[data-search-results] ol a');

/** Opens an address of the search and waits for the answer. */
export async function ask(path: string): Promise<void> {
  await page.goto(path);
  await answered(page);
}
