import { getRssString } from '@astrojs/rss';
import { formatDate } from '../i18n/format.ts';
import { helsinkiClock, helsinkiOffset } from '../i18n/helsinki-time.ts';
import type { Lang } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { AnnouncementEntry } from '../model/content.ts';
import { escapeXml } from '../model/escape-xml.ts';
import type { Feed } from '../model/feeds.ts';

const atom = 'http://www.w3.org/2005/Atom';

/**
 * A feed as RSS 2.0, with what Atom does better: its own address, and when an item was corrected.
 * @param origin address of the site, without a slash at the end
 * @param texts the whole texts in HTML, by the id of their item
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
      Number.isFinite(newest) ? `<lastBuildDate>${mailDate(new Date(newest))}</lastBuildDate>` : '',
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
        item.published ? `<pubDate>${mailDate(item.published)}</pubDate>` : '',
        item.updated
          ? `<atom:updated>${helsinkiClock(item.updated)}:00${helsinkiOffset(item.updated)}</atom:updated>`
          : '',
      ].join(''),
    })),
  });
}

/** A moment as RSS writes it (RFC 822), on Helsinki's clock: in UTC a day would begin on the day before. */
const mailDate = (moment: Date): string =>
  new Date(`${helsinkiClock(moment)}Z`).toUTCString().replace('GMT', helsinkiOffset(moment).replace(':', ''));

/**
 * The whole text of an announcement for a feed, in the order of its page.
 * @param body its body in HTML
 * @param address whole address of its page: links are made whole from it, since a feed is read elsewhere
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
    withWholeAddresses(body, address),
    ...(facts.corrections ?? []).map(({ date, what }) =>
      paragraph(`${words[lang].corrected(formatDate(lang, date))}: ${what[lang]}`),
    ),
  ].join('');
}

const withWholeAddresses = (html: string, base: string): string =>
  html.replace(
    /(<[a-z][^<>]*\s(?:href|src)=")([^"]*)/g,
    (_, before: string, address: string) =>
      before + escapeXml(new URL(address.replaceAll('&amp;', '&'), base).href),
  );
