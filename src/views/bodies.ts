import { getEntry, render } from 'astro:content';
import GithubSlugger from 'github-slugger';
import { type HastPluginInput, markdownToHtml, type MdastPluginInput } from 'satteri';
import type { Lang } from '../i18n/languages.ts';
import { pictureFor } from './pictures.ts';

/** Headings get the anchors that the content check knows, and that Astro gives those of free pages. */
const anchors: HastPluginInput = () => {
  const slugger = new GithubSlugger();
  return {
    name: 'anchors',
    element: { filter: ['h2', 'h3', 'h4', 'h5', 'h6'], visit: (node, context) => context.setProperty(node, 'id', slugger.slug(context.textContent(node))) },
  };
};

const pictures: MdastPluginInput = {
  name: 'pictures',
  async image(node, context) {
    const { path, ...size } = await pictureFor(new URL(node.url, context.fileURL).pathname.slice(1));
    context.setProperty(node, 'url', path);
    context.setProperty(node, 'data', { hProperties: { ...size, loading: 'lazy' } });
  },
};

/**
 * A body in Markdown as HTML, as Astro would make it.
 * @param folder the folder of its entry, where its pictures lie: `services/legal-advice`
 */
export async function bodyHtml(body: string, folder: string): Promise<string> {
  // Most texts have no picture, and to look at each of their nodes takes longer than to make their HTML.
  const mdastPlugins = body.includes('![') ? [pictures] : [];
  const { html } = await markdownToHtml(body, { mdastPlugins, hastPlugins: [anchors], features: { gfm: true, smartPunctuation: true }, fileURL: new URL(`file:///${folder}/`) });
  return html;
}

/** The body of a free page, which may name components, as a component. */
export async function freePageBody(id: string, lang: Lang) {
  const text = await getEntry('page-texts', `${id}/${lang}`);
  if (!text) throw new Error(`No text: ${id} ${lang}`);
  return (await render(text)).Content;
}
