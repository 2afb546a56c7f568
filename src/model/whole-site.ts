import type { Content } from './content.ts';
import { type Page, pagesOf } from './pages.ts';
import { visibleAt } from './visible.ts';

/** The whole site as plain data: the visible content and its pages. */
export type Site = { content: Content; pages: Page[] };

/** The site as it is public at a time. */
export function siteOf(
  content: Content,
  kinds: Parameters<typeof visibleAt>[1] & Parameters<typeof pagesOf>[1],
  now: Date,
): Site {
  const visible = visibleAt(content, kinds, now);
  return { content: visible, pages: pagesOf(visible, kinds) };
}
