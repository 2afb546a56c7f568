import { createHash } from 'node:crypto';
import { basePath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang } from '../i18n/languages.ts';
import { memoize } from '../model/memoize.ts';
import { packFilters } from '../kinds/service/filters.ts';
import { isLong } from '../kinds/service/lists.ts';
import { offered } from '../kinds/service/services.ts';
import type { Site } from '../model/whole-site.ts';
import { buildGuides } from './build-guide.ts';

/** A data file of the search. Its path contains a hash of the content, so that it can be cached for ever. */
type GuideFile = { path: string; text: string };

function guideFileOf(name: string, text: string): GuideFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { path: `/guide/${name}.${hash}.txt`, text };
}
const partOf = (lang: Lang, text: string) => guideFileOf(`words-${lang}`, text);

const guides = memoize(({ content, pages }: Site) => {
  const fileOf = (lang: Lang, part: string) => partOf(lang, part).path.split('/').at(-1)!;
  const packed = buildGuides(content, pages, basePath(content.site.url), fileOf);
  return inEachLanguage((lang) => ({
    first: guideFileOf(lang, packed[lang].first),
    second: packed[lang].second.map((part) => partOf(lang, part)),
    notOurs: guideFileOf(`not-ours-${lang}`, packed[lang].notOurs),
  }));
});

/** The index of a language: what is fetched for the first answer, the rest, and what is not Kuntaliitto's. */
export const guideFiles = (
  site: Site,
  lang: Lang,
): { first: GuideFile; second: GuideFile[]; notOurs: GuideFile } => guides(site)[lang];

/** The address of the first flight in the preview, which then makes it for who searches and not for every page. */
export const previewGuide = (lang: Lang): string => `/guide/${lang}.txt`;

/**
 * The filter values of all services, in the order of the guides; only if the services do not fit on one page.
 */
export const filtersFile = memoize(({ content }: Site): GuideFile | undefined =>
  isLong(content.services)
    ? guideFileOf('filters', packFilters(offered(content.services).map(({ facts }) => facts)))
    : undefined,
);
