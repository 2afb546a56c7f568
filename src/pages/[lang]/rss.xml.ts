import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { type Lang, languages } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { pagesIn } from '../../model/lookup.ts';
import { readSite } from '../../model/site.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = async ({ params }) => {
  const lang = params['lang'] as Lang;
  const site = await readSite();
  const { name, url } = site.content.site;
  return rss({
    title: `${name[lang]}: ${words[lang].announcements}`,
    description: words[lang].announcementsIntro,
    site: url,
    customData: `<language>${lang}</language>`,
    items: pagesIn(site, lang, 'announcement').map(({ path, title, description, subject: { entry } }) => ({
      title,
      description,
      link: path,
      // Readers need a whole date; where only the year is known, no date is claimed.
      ...(entry.facts.published.length === 10 && { pubDate: new Date(entry.facts.published) }),
    })),
  });
};
