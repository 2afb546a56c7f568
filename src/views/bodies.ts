import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { ComponentName } from '../checks/components.ts';
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

/** A component that the body of a free page names, with its attributes. */
export type NamedComponent = { name: ComponentName; attributes: Record<string, string> };

/** The body of a free page in its parts: HTML, and components that stand on lines of their own, which Markdown leaves as they are. */
export async function bodyParts(body: string, folder: string): Promise<(string | NamedComponent)[]> {
  const html = await bodyHtml(body, folder);
  // Every second part is a tag that was split at.
  return html.split(/(<[A-Z]\w*(?:\s+\w+="[^"<>]*")*\s*\/>)/).map((part, index) => (index % 2 === 0 ? part : componentIn(part)));
}

const componentIn = (tag: string): NamedComponent => ({
  name: /\w+/.exec(tag)![0] as ComponentName,
  attributes: Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])),
});
