import { feedPath, homePath, sectionPath } from '../../i18n/addresses.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Lang } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { escapeXml } from '../../model/escape-xml.ts';
import type { Feed } from '../../model/feed.ts';
import { pagesIn } from '../../model/lookup.ts';
import { stableId } from '../../model/stable-id.ts';
import { publicationMoment } from '../../model/visible.ts';
import type { Site } from '../../model/whole-site.ts';
import type { AnnouncementEntry } from './schema.ts';

/** All announcements, for the home page. */
export function announcementFeed(site: Site, lang: Lang): Feed {
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
      text: {
        body: entry.texts[lang].body,
        file: `announcements/${entry.id}/${lang}.md`,
        whole: (body) => wholeText(entry, lang, body),
      },
    })),
  };
}

/** The full text as HTML, in the order of the page. */
function wholeText({ facts, texts }: AnnouncementEntry, lang: Lang, body: string): string {
  const { summary, keyPoints } = texts[lang];
  const paragraph = (text: string) => `<p>${escapeXml(text)}</p>`;
  return [
    paragraph(summary),
    `<ul>${keyPoints.map((point) => `<li>${escapeXml(point)}</li>`).join('')}</ul>`,
    ...(facts.figures ?? []).map(({ label }) => paragraph(label[lang])),
    body,
    ...(facts.corrections ?? []).map(({ date, what }) =>
      paragraph(`${words[lang].corrected(formatDate(lang, date))}: ${what[lang]}`),
    ),
  ].join('');
}
