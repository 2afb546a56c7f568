import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import type { MdastPluginDefinition } from 'satteri';
import type { Plugin } from 'vite';
import { faultsOf } from '../checks/rules/body-markdown.ts';
import type { BodyNode } from '../checks/reading.ts';
import { languages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import { contentFolder } from '../model/folders.ts';
import { placePictures } from '../views/pictures.ts';

/*
 * Free pages are MDX, which may hold program code. Two walls keep all code of content out, and each holds alone:
 *
 * 1. What is compiled is the text that the check read, not the file: `handOver`. What was refused, or never checked,
 *    is not compiled at all.
 * 2. The compiler itself refuses code in the tree that it makes pages from: `refuseCode`. So nothing depends on two
 *    parsers reading a file alike.
 */

/** MDX for Astro, behind both walls. */
export const checkedMdx = (): AstroIntegration[] => [
  mdx({ processor: inertMdx() }),
  {
    name: 'checked-mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [handOver()] } }),
    },
  },
];

/** The compiler of free pages: Astro's own, with the second wall. */
export const inertMdx = () => satteri({ mdastPlugins: [refuseCode, placePictures] });

/**
 * The text of a free page as the check read it.
 * @param file path in the content folder, for example `pages/about/fi.mdx`
 * @returns front matter without fields, so that Astro's reader finds none to run into, and the body on its lines of the file
 * @throws where the check found no such text sound
 */
export function checkedText(file: string, content: Content | undefined): string {
  const [, id, name] = /^pages\/([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const lang = languages.find((lang) => lang === name);
  const text = lang && content?.pages.find((page) => page.id === id)?.texts[lang];
  if (!text)
    throw new Error(`${file} was not found sound by the check, so it is not compiled. Run "npm run check".`);
  return `---\n${'\n'.repeat(Math.max(0, text.bodyLine - 3))}---\n${text.body}`;
}

/** Gives Vite the checked text in place of each MDX file. */
function handOver(): Plugin {
  return {
    name: 'checked-mdx',
    enforce: 'pre',
    load: {
      filter: { id: /\.mdx(?:$|\?)/ },
      async handler(id) {
        const file = relative(resolve(contentFolder()), id.split('?')[0]!).replaceAll('\\', '/');
        return checkedText(file, await globalThis.checkedContent);
      },
    },
  };
}

/** Stops at code, and at components that are not ours, with the line of the file. */
const refuse = (node: unknown, { fileURL }: { fileURL?: URL | undefined }): undefined => {
  const [fault] = faultsOf(node as BodyNode);
  if (!fault) return;
  const { line, column } = (node as BodyNode).position?.start ?? { line: 1, column: 1 };
  throw new Error(
    `${line}:${column}: ${fileURL ? fileURLToPath(fileURL) : 'The text'} holds what may not run: ${fault[1]}`,
  );
};

export const refuseCode: MdastPluginDefinition = {
  name: 'refuse-code',
  options: { position: true },
  before: (_root, { data, fileURL }) => {
    // Astro imports what this field names.
    const { layout } = (data as { astro?: { frontmatter?: { layout?: unknown } } }).astro?.frontmatter ?? {};
    if (layout !== undefined)
      throw new Error(`1:1: ${fileURL ? fileURLToPath(fileURL) : 'The text'} names a layout, which is code.`);
  },
  mdxjsEsm: refuse,
  mdxFlowExpression: refuse,
  mdxTextExpression: refuse,
  mdxJsxFlowElement: refuse,
  mdxJsxTextElement: refuse,
  html: refuse,
};
