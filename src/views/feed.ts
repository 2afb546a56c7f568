import { getRssString } from '@astrojs/rss';
import { formatDate } from '../i18n/format.ts';
import { helsinkiClock, helsinkiOffset } from '../i18n/helsinki-time.ts';
import type { Lang } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { AnnouncementEntry } from '../model/content.ts';
import { escapeXml } from '../outputs/escape-xml.ts';
import type { Feed } from '../outputs/feeds.ts';

const atom = 'http://www.w3.org/2005/Atom';

/**
 * A feed as RSS 2.0 with two Atom elements: the feed's own address, and the time of an item's correction.
 * @param origin address of the site, without a trailing slash
 * @param texts full texts in HTML by item id
 */
export function feedXml(
  { path, lang, title, description, page, items }: Feed,
  origin: string,
  texts: ReadonlyMap<string, string>,
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
    ].join(''),
    items: items.map((item) => ({
      title: item.title,
      description: item.description,
      link: origin + item.path,
      categories: item.categories,
      content: texts.get(item.id),
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

/**
 * The full text of an announcement for a feed as HTML, in the order of its page.
 * @param body its body in HTML
 * @param address absolute address of its page; relative links are resolved against it, because feeds are read
 *   elsewhere
 */
export function wholeText(
  { facts, texts }: AnnouncementEntry,
  lang: Lang,
  body: string,
  address: string,
): string {
  const { summary, keyPoints } = texts[lang];
  const paragraph = (text: string) => `<p>${escapeXml(text)}</p>`;
  return [
    paragraph(summary),
    `<ul>${keyPoints.map((point) => `<li>${escapeXml(point)}</li>`).join('')}</ul>`,
    ...(facts.figures ?? []).map(({ label }) => paragraph(label[lang])),
    withAbsoluteAddresses(body, address),
    ...(facts.corrections ?? []).map(({ date, what }) =>
      paragraph(`${words[lang].corrected(formatDate(lang, date))}: ${what[lang]}`),
    ),
  ].join('');
}

const withAbsoluteAddresses = (html: string, base: string): string =>
  html.replace(
    /(<[a-z][^<>]*\s(?:href|src)=")([^"]*)/g,
    (_, before: string, address: string) =>
      before + escapeXml(new URL(address.replaceAll('&amp;', '&'), base).href),
  );
