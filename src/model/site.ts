import type { Content } from './content.ts';
import { buildTime } from './clock.ts';
import { type Page, pagesOf } from './pages.ts';
import { visibleAt } from './visible.ts';

/** The whole site as plain data. */
export type Site = { content: Content; pages: Page[] };

/**
 * Hands the content over to the pages, which Astro makes in this process. It comes from the check: pages are made of
 * what was found sound and of nothing else, and no file is read twice.
 */
export function handOver(content: Content): void {
  globalThis.checkedContent = content;
}

let made: { from: Content; site: Site } | undefined;

/** The site of the content that was handed over last; in the preview that changes with every save. */
export async function readSite(): Promise<Site> {
  const content = globalThis.checkedContent;
  if (!content) throw new Error('Pages are made of checked content alone: use "npm run build" or "npm run dev".');
  if (made?.from !== content) {
    const visible = visibleAt(content, buildTime());
    made = { from: content, site: { content: visible, pages: pagesOf(visible) } };
  }
  return made.site;
}
