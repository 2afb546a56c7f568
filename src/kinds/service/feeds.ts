import { entryPath, feedPath, sectionPath } from '../../i18n/addresses.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Lang } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import type { Feed, FeedItem } from '../../model/feed.ts';
import { pagesIn } from '../../model/lookup.ts';
import { stableId } from '../../model/stable-id.ts';
import { publicationMoment } from '../../model/visible.ts';
import type { Site } from '../../model/whole-site.ts';
import type { ServiceEntry } from './schema.ts';

/** What has changed in all services, and in those of each theme and each division. */
export function changeFeeds(site: Site, lang: Lang): Feed[] {
  const dictionary = words[lang];
  const {
    site: { name },
    services,
  } = site.content;
  const allChanges = services
    .flatMap((service) => changeItems(site, service, lang).map((item) => ({ ...item, service })))
    .sort((a, b) => b.published!.getTime() - a.published!.getTime());
  const feed = (page: string, title: string, items: FeedItem[]): Feed => ({
    path: feedPath(page),
    lang,
    page,
    title: `${name[lang]}: ${title}`,
    description: dictionary.changesIntro,
    items,
  });
  return [
    feed(sectionPath(lang, 'services'), dictionary.changedServices, allChanges),
    ...pagesIn(site, lang, 'facet').map(({ path, subject: { facet, key, term } }) =>
      feed(
        path,
        dictionary.changedServicesOf(term.name[lang]),
        allChanges.filter(({ service }) => service.facts[facet].includes(key)),
      ),
    ),
  ];
}

/** An item for each change of a service, and one for its withdrawal. */
function changeItems(
  { content: { vocabulary } }: Site,
  { id, facts, texts }: ServiceEntry,
  lang: Lang,
): FeedItem[] {
  const terms = [
    ...facts.themes.map((key) => vocabulary.themes[key]!),
    ...facts.divisions.map((key) => vocabulary.divisions[key]!),
  ];
  const item = (idPart: string, date: string, description: string): FeedItem => ({
    id: stableId('services', id, idPart, lang),
    title: texts[lang].title,
    description,
    path: entryPath(lang, 'services', texts[lang].address),
    published: publicationMoment(date),
    updated: undefined,
    categories: terms.map(({ name }) => name[lang]),
  });
  const { changes = [], withdrawn } = facts;
  return [
    ...changes.map(({ date, what }) => item(date, date, what[lang])),
    ...(withdrawn
      ? [
          item(
            'withdrawn',
            withdrawn.date,
            `${words[lang].withdrawn(formatDate(lang, withdrawn.date))} ${withdrawn.reason[lang]}`,
          ),
        ]
      : []),
  ];
}
