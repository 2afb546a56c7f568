import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { getEntry, render } from 'astro:content';
import type { Lang } from '../i18n/languages.ts';
import { pictureFor } from './pictures.ts';

// The same processor that Astro uses: headings get the anchors that the content check knows.
const processor = createSatteriMarkdownProcessor({
  syntaxHighlight: false,
  mdastPlugins: [
    {
      name: 'pictures',
      async image(node, context) {
        const { path, ...size } = await pictureFor(new URL(node.url, context.fileURL).pathname.slice(1));
        context.setProperty(node, 'url', path);
        context.setProperty(node, 'data', { hProperties: { ...size, loading: 'lazy' } });
      },
    },
  ],
});

/**
 * A body in Markdown as HTML.
 * @param folder the folder of its entry, where its pictures lie: `services/legal-advice`
 */
export const bodyHtml = async (body: string, folder: string): Promise<string> => (await (await processor).render(body, { fileURL: new URL(`file:///${folder}/`) })).code;

/** The body of a free page, which may name components, as a component. */
export async function freePageBody(id: string, lang: Lang) {
  const text = await getEntry('page-texts', `${id}/${lang}`);
  if (!text) throw new Error(`No text: ${id} ${lang}`);
  return (await render(text)).Content;
}
