import { visibleAt } from '../model/visible.ts';
import { codeFreeMdx } from '../astro/checked-mdx.ts';
import { languages } from '../i18n/languages.ts';
import { contactCards } from '../model/contact-cards.ts';
import type { Content } from '../model/content.ts';
import { csvFileOf, openData } from '../model/open-data.ts';
import { feedsOf } from '../model/feeds.ts';
import { bilingualFolders, type BilingualFolder } from '../model/folders.ts';
import { dataCatalog, serviceCatalog } from '../model/linked-data.ts';
import { byFirstLetter, offered } from '../model/order.ts';
import { structuredData } from '../model/structured-data.ts';
import { type Site, siteOf } from '../model/whole-site.ts';
import { fold, wordsOf } from '../search/fold.ts';
import { guideFile } from '../search/guide-file.ts';
import { unpackGuide } from '../search/guide.ts';
import { search } from '../search/match.ts';
import { bodyHtml } from '../views/bodies.ts';
import { feedXml } from '../views/feed.ts';

/** Makes everything of a site but its templates: pages, index, feeds, cards and open data. */
export async function siteInMemory(content: Content, now: Date): Promise<Site> {
  const site = siteOf(visibleAt(content, now), now);
  const { url } = site.content.site;
  for (const page of site.pages) structuredData(page, site);
  for (const lang of languages) {
    const guide = unpackGuide(guideFile(site, lang).text);
    const { title } = offered(site.content.services)[0]!.texts[lang];
    search(guide, wordsOf(fold(title)).join(' '));
    byFirstLetter(lang, offered(site.content.services));
    contactCards(site.content.contacts, lang, url);
  }
  await Promise.all(feedsOf(site).map((feed) => feedXml(feed, url, new Map())));
  for (const file of Object.keys(openData) as (keyof typeof openData)[]) csvFileOf(file, site.content);
  dataCatalog(site);
  serviceCatalog(site);
  return site;
}

const mdx = codeFreeMdx().createMdxRenderer!(
  { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: true } as never,
  { optimize: false, srcDir: new URL('../', import.meta.url), sourcemap: false } as never,
);

/**
 * The HTML of a text. That of a free page is compiled as Astro does, and shown without its components.
 * @param file for example `services/legal-advice/fi.md`
 */
export async function textInMemory(file: string, body: string): Promise<string> {
  const [folder] = file.split('/') as [BilingualFolder];
  if (bilingualFolders[folder].extension !== 'mdx') return bodyHtml(body, file);
  await (await mdx).process(body, `/content/${file}`, {});
  return bodyHtml(body.replace(/^<.*$/gm, ''), file);
}
