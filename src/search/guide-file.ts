import { createHash } from 'node:crypto';
import { inEachLanguage, type Lang } from '../i18n/languages.ts';
import { memoize } from '../model/memoize.ts';
import { offered } from '../model/order.ts';
import { isLong } from '../model/service-lists.ts';
import type { Site } from '../model/whole-site.ts';
import { buildGuides } from './build-guide.ts';
import { packFilters } from '../model/filters.ts';
import { packGuide } from './guide.ts';

/** A file of the search. Its address changes with its content, so that it can be kept for ever. */
type GuideFile = { path: string; text: string };

function guideFileOf(name: string, text: string): GuideFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { path: `/guide/${name}.${hash}.txt`, text };
}

const guides = memoize(({ content, pages }: Site) => {
  const sources = buildGuides(content, pages);
  return inEachLanguage((lang) => guideFileOf(lang, packGuide(sources[lang])));
});

/** The guide of a language. */
export const guideFile = (site: Site, lang: Lang): GuideFile => guides(site)[lang];

/** What the services are filtered by, in the order in which they stand in every guide; only where no page can list them all. */
export const filtersFile = memoize(({ content }: Site): GuideFile | undefined =>
  isLong(content.services)
    ? guideFileOf('filters', packFilters(offered(content.services).map(({ facts }) => facts)))
    : undefined,
);
