import { allKinds } from './kinds/kinds.ts';
import { buildTime } from './model/clock.ts';
import { pagesOf } from './model/pages.ts';
import { type Site, siteOf } from './model/whole-site.ts';

let memoizedSite: Promise<Site> | undefined;

/**
 * The whole site, for pages. Memoized in a build; the preview computes it for each page, so that every save
 * shows.
 * @throws an error when no content passed the check
 */
export const readSite = (): Promise<Site> =>
  (memoizedSite = import.meta.env.DEV || !memoizedSite ? loadSite() : memoizedSite);

async function loadSite(): Promise<Site> {
  const content = await globalThis.checkedContent;
  if (!content)
    throw new Error('Pages are made of checked content alone: use "npm run build" or "npm run dev".');
  // The preview shows what will be; a build has left it out of the content already.
  if (import.meta.env.DEV) return { content, pages: pagesOf(content, allKinds) };
  return siteOf(content, allKinds, buildTime());
}
