import { entryPath, feedPath, homePath, sectionPath } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/format.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { AnnouncementEntry, ServiceEntry } from '../model/content.ts';
import { pagesIn } from '../model/lookup.ts';
import type { Site } from '../model/whole-site.ts';
import { stableId } from '../model/stable-id.ts';
import { publicationMoment } from '../model/visible.ts';

export type Feed = {
  path: string;
  lang: Lang;
  title: string;
  description: string;
  /** Path of the page whose updates the feed carries. */ page: string;
  items: FeedItem[];
};

type FeedItem = {
  /** Stable when title, address or text change, so that feed readers do not show a corrected item twice. */
  id: string;
  title: string;
  description: string;
  /** Path of the page that the item links to. */
  path: string;
  /** Undefined where only the year or month is known: no day is made up. */
  published: Date | undefined;
  updated: Date | undefined;
  categories: string[];
  /** The announcement whose full text the item includes. */
  announcement?: AnnouncementEntry;
};

/** The most items in a feed; older ones are left out. */
const maxItems = 50;

/** Every feed of the site: announcements, and changes in all services, in each theme and in each division. */
export function feedsOf(site: Site): Feed[] {
  return languages
    .flatMap((lang) => [announcementFeed(site, lang), ...changeFeeds(site, lang)])
    .map((feed) => ({ ...feed, items: feed.items.slice(0, maxItems) }));
}

function announcementFeed(site: Site, lang: Lang): Feed {
  const dictionary = words[lang];
  return {
    path: feedPath(homePath(lang)),
    lang,
    page: sectionPath(lang, 'announcements'),
    title: `${site.content.site.name[lang]}: ${dictionary.announcements}`,
    description: dictionary.announcementsIntro,
    items: pagesIn(site, lang, 'announcement').map(({ path, title, description, subject: { entry } }) => ({
      id: stableId('announcements', entry.id, lang),
      title,
      description,
      path,
      published:
        entry.facts.published.length >= 'YYYY-MM-DD'.length
          ? publicationMoment(entry.facts.published)
          : undefined,
      updated: entry.facts.corrections && publicationMoment(entry.facts.corrections[0]!.date),
      categories: [],
      announcement: entry,
    })),
  };
}

function changeFeeds(site: Site, lang: Lang): Feed[] {
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
