import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getEntry, render } from 'astro:content';
import GithubSlugger from 'github-slugger';
import { type HastPluginInput, markdownToHtml } from 'satteri';
import type { Lang } from '../i18n/languages.ts';
import { contentFolder } from '../model/folders.ts';
import { placePictures } from './pictures.ts';

/** Headings get the anchors that the content check knows, and that Astro gives those of free pages. */
const anchors: HastPluginInput = () => {
  const slugger = new GithubSlugger();
  return {
    name: 'anchors',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (node, context) => context.setProperty(node, 'id', slugger.slug(context.textContent(node))),
    },
  };
};

/**
 * A body in Markdown as HTML, as Astro would make it.
 * @param folder the folder of its entry, where its pictures lie: `services/legal-advice`
 */
export async function bodyHtml(body: string, folder: string): Promise<string> {
  // Most texts have no picture, and to look at each of their nodes takes longer than to make their HTML.
  const mdastPlugins = body.includes('![') ? [placePictures] : [];
  const { html } = await markdownToHtml(body, {
    mdastPlugins,
    hastPlugins: [anchors],
    features: { gfm: true, smartPunctuation: true },
    fileURL: pathToFileURL(`${resolve(contentFolder(), folder)}/`),
  });
  return html;
}

/** The body of a free page, which may name components, as a component. */
export async function freePageBody(id: string, lang: Lang) {
  const text = await getEntry('page-texts', `${id}/${lang}`);
  if (!text) throw new Error(`No text: ${id} ${lang}`);
  return (await render(text)).Content;
}
