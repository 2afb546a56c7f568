import { entryPath, feedPath, homePath, sectionPath } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/format.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { AnnouncementEntry, ServiceEntry } from './content.ts';
import { pagesIn } from './lookup.ts';
import type { Site } from './whole-site.ts';
import { stableId } from './stable-id.ts';
import { publicationMoment } from './visible.ts';

export type Feed = {
  path: string;
  lang: Lang;
  title: string;
  description: string;
  /** Path of the page whose news it tells. */ page: string;
  items: FeedItem[];
};

type FeedItem = {
  /** Stays when title, address or text change, so that readers do not get a corrected item twice. */
  id: string;
  title: string;
  description: string;
  /** Path of the page that it leads to. */
  path: string;
  /** Left out where the day is not known: no day is invented. */
  published: Date | undefined;
  updated: Date | undefined;
  categories: string[];
  /** The announcement whose whole text the item carries. */
  announcement?: AnnouncementEntry;
};

/** Items that a feed holds at most: the newest. */
const longestFeed = 50;

/** Every feed of the site: the announcements, and what has changed in all services, in those of a theme and in those of a division. */
export function feedsOf(site: Site): Feed[] {
  return languages
    .flatMap((lang) => [announcementFeed(site, lang), ...changeFeeds(site, lang)])
    .map((feed) => ({ ...feed, items: feed.items.slice(0, longestFeed) }));
}

function announcementFeed(site: Site, lang: Lang): Feed {
  const t = words[lang];
  return {
    path: feedPath(homePath(lang)),
    lang,
    page: sectionPath(lang, 'announcements'),
    title: `${site.content.site.name[lang]}: ${t.announcements}`,
    description: t.announcementsIntro,
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
  const t = words[lang];
  const {
    site: { name },
    services,
  } = site.content;
  const changed = services
    .flatMap((service) => changeItems(site, service, lang).map((item) => ({ ...item, service })))
    .sort((a, b) => b.published!.getTime() - a.published!.getTime());
  const feed = (page: string, title: string, items: FeedItem[]): Feed => ({
    path: feedPath(page),
    lang,
    page,
    title: `${name[lang]}: ${title}`,
    description: t.changesIntro,
    items,
  });
  return [
    feed(sectionPath(lang, 'services'), t.changedServices, changed),
    ...pagesIn(site, lang, 'facet').map(({ path, subject: { facet, key, term } }) =>
      feed(
        path,
        t.changedServicesOf(term.name[lang]),
        changed.filter(({ service }) => service.facts[facet].includes(key)),
      ),
    ),
  ];
}

/** One item a change, and one for the end of a service. */
function changeItems(
  { content: { vocabulary } }: Site,
  { id, facts, texts }: ServiceEntry,
  lang: Lang,
): FeedItem[] {
  const terms = [
    ...facts.themes.map((key) => vocabulary.themes[key]!),
    ...facts.divisions.map((key) => vocabulary.divisions[key]!),
  ];
  const item = (name: string, date: string, what: string): FeedItem => ({
    id: stableId('services', id, name, lang),
    title: texts[lang].title,
    description: what,
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
