import { codeFreeMdx } from '../astro/checked-mdx.ts';
import { languages } from '../i18n/languages.ts';
import { contactCards } from '../kinds/contact/cards.ts';
import { allKinds, kindOf } from '../kinds/kinds.ts';
import { byFirstLetter, offered } from '../kinds/service/services.ts';
import type { Content, Folder } from '../model/content.ts';
import { type Site, siteOf } from '../model/whole-site.ts';
import { feedsOf, feedXml } from '../outputs/feeds.ts';
import { dataCatalog } from '../outputs/linked-data.ts';
import { csvFileOf, datasets } from '../outputs/open-data.ts';
import { structuredData } from '../outputs/structured-data.ts';
import { fold, wordsOf } from '../search/fold.ts';
import { guideFiles } from '../search/guide-file.ts';
import { unpackGuide } from '../search/guide.ts';
import { search } from '../search/match.ts';
import { bodyHtml } from '../views/bodies.ts';

/** Makes everything of a site but its templates: pages, index, feeds, cards and open data. */
export async function siteInMemory(content: Content, now: Date): Promise<Site> {
  const site = siteOf(content, allKinds, now);
  const { url, licence } = site.content.site;
  for (const page of site.pages) structuredData(page, site);
  for (const lang of languages) {
    const guide = unpackGuide(guideFiles(site, lang).first.text);
    const { title } = offered(site.content.services)[0]!.texts[lang];
    search(guide, wordsOf(fold(title)).join(' '));
    byFirstLetter(lang, offered(site.content.services));
    contactCards(site.content.contacts, lang, url);
  }
  await Promise.all(feedsOf(site).map((feed) => feedXml(feed, url, licence, new Map())));
  for (const dataset of datasets) csvFileOf(dataset, site.content);
  dataCatalog(site);
  for (const { linkedData } of allKinds) linkedData?.of(site);
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
  const [folder] = file.split('/') as [Folder];
  if (kindOf(folder).text?.extension !== 'mdx') return bodyHtml(body, file);
  await (await mdx).process(body, `/content/${file}`, {});
  return bodyHtml(body.replace(/^<.*$/gm, ''), file);
}
