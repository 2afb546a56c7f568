import { getRssString } from '@astrojs/rss';
import { helsinkiClock, helsinkiOffset } from '../i18n/helsinki-time.ts';
import { languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import { escapeXml } from '../model/escape-xml.ts';
import type { Feed } from '../model/feed.ts';
import type { SiteFacts } from '../schema/site-files.ts';
import type { Site } from '../model/whole-site.ts';

/** The most items in a feed; older ones are left out. */
const maxItems = 50;

/** Every feed of the site. */
export function feedsOf(site: Site): Feed[] {
  return languages
    .flatMap((lang) => allKinds.flatMap((kind) => kind.feeds?.(site, lang) ?? []))
    .map((feed) => ({ ...feed, items: feed.items.slice(0, maxItems) }));
}

const atom = 'http://www.w3.org/2005/Atom';

/**
 * A feed as RSS 2.0 with two Atom elements: the feed's own address, and the time of an item's correction.
 * @param origin address of the site, without a trailing slash
 * @param licence of the texts, where there is one
 * @param bodies bodies of full texts in HTML by item id
 */
export function feedXml(
  { path, lang, title, description, page, items }: Feed,
  origin: string,
  licence: SiteFacts['licence'],
  bodies: ReadonlyMap<string, string>,
): Promise<string> {
  const newest = Math.max(
    ...items.flatMap(({ published, updated }) =>
      [published, updated].flatMap((moment) => moment?.getTime() ?? []),
    ),
  );
  return getRssString({
    title,
    description,
    site: origin + page,
    xmlns: { atom },
    customData: [
      `<language>${lang}</language>`,
      Number.isFinite(newest) ? `<lastBuildDate>${rfc822Date(new Date(newest))}</lastBuildDate>` : '',
      `<atom:link href="${origin}${path}" rel="self" type="application/rss+xml"/>`,
      licence
        ? `<copyright>${escapeXml(licence.name[lang])}</copyright><atom:link href="${escapeXml(licence.url)}" rel="license"/>`
        : '',
    ].join(''),
    items: items.map((item) => ({
      title: item.title,
      description: item.description,
      link: origin + item.path,
      categories: item.categories,
      content: item.text?.whole(bodies.get(item.id) ?? ''),
      customData: [
        `<guid isPermaLink="false">${item.id}</guid>`,
        item.published ? `<pubDate>${rfc822Date(item.published)}</pubDate>` : '',
        item.updated
          ? `<atom:updated>${helsinkiClock(item.updated)}:00${helsinkiOffset(item.updated)}</atom:updated>`
          : '',
      ].join(''),
    })),
  });
}

/** An RFC 822 date for RSS, in Helsinki time: in UTC the start of a day would show the previous date. */
const rfc822Date = (moment: Date): string =>
  new Date(`${helsinkiClock(moment)}Z`).toUTCString().replace('GMT', helsinkiOffset(moment).replace(':', ''));
