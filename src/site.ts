import { buildTime } from './model/clock.ts';
import { type Site, siteOf } from './model/whole-site.ts';

/** This file alone asks for the content; after it everything is plain data. */

let reading: Promise<Site> | undefined;

/** The whole site, read once a build; in the preview anew for each page, so that every save shows. */
export const readSite = (): Promise<Site> =>
  (reading = import.meta.env.DEV || !reading ? fitTogether() : reading);

async function fitTogether(): Promise<Site> {
  const content = await globalThis.checkedContent;
  if (!content)
    throw new Error('Pages are made of checked content alone: use "npm run build" or "npm run dev".');
  return siteOf(content, buildTime());
}
