import { allKinds } from './kinds/kinds.ts';
import { buildTime } from './model/clock.ts';
import type { Content } from './model/content.ts';
import { memoize } from './model/memoize.ts';
import { pagesOf } from './model/pages.ts';
import { type Site, siteOf } from './model/whole-site.ts';

/**
 * The whole site, for pages.
 * @throws an error when no content passed the check
 */
export async function readSite(): Promise<Site> {
  const content = await globalThis.checkedContent;
  if (!content)
    throw new Error('Pages are made of checked content alone: use "npm run build" or "npm run dev".');
  return siteOfContent(content);
}

/** Made once for each state of the content: the preview has a new one after every save. */
const siteOfContent = memoize((content: Content): Site =>
  // The preview shows what will be; a build has left it out of the content already.
  import.meta.env.DEV
    ? { content, pages: pagesOf(content, allKinds) }
    : siteOf(content, allKinds, buildTime()),
);
