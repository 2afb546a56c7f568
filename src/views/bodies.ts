import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { getEntry, render } from 'astro:content';
import type { Lang } from '../i18n/languages.ts';

// The same processor that Astro uses: headings get the anchors that the content check knows.
const processor = createSatteriMarkdownProcessor({ syntaxHighlight: false });

/** A body in Markdown as HTML. */
export const bodyHtml = async (body: string): Promise<string> => (await (await processor).render(body)).code;

/** The body of a free page, which may name components, as a component. */
export async function freePageBody(id: string, lang: Lang) {
  const text = await getEntry('page-bodies', `${id}/${lang}`);
  if (!text) throw new Error(`No text: ${id} ${lang}`);
  return (await render(text)).Content;
}
