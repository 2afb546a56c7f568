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
import { anchors, localQuotes, scrollableTables } from '../views/body-plugins.ts';
import { placePictures } from '../views/pictures.ts';

/*
 * Free pages are MDX, which may contain program code. Two independent safeguards keep code from the content
 * out, and each is sufficient alone:
 *
 * 1. Astro compiles the text that the check read, not the file: `loadCheckedText`. A text that failed the
 *    check, or was never checked, is not compiled at all.
 * 2. The compiler rejects code in the syntax tree that it compiles: `refuseCode`. So safety does not depend
 *    on two parsers reading a file alike.
 */

/** Astro integrations for MDX with both safeguards. */
export const checkedMdx = (): AstroIntegration[] => [
  mdx({ processor: codeFreeMdx() }),
  {
    name: 'checked-mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({ vite: { plugins: [loadCheckedText()] } }),
    },
  },
];

/** The Markdown processor of free pages: Astro's own, with the second safeguard. */
export const codeFreeMdx = () =>
  satteri({
    mdastPlugins: [refuseCode, localQuotes, placePictures],
    hastPlugins: [anchors, scrollableTables],
  });

/**
 * The text of a free page as the check read it.
 * @param file path in the content folder, for example `pages/about/fi.mdx`
 * @returns empty front matter, so that Astro has no fields to misread, and the body on the same lines as in
 *   the file
 * @throws an error when no such text passed the check
 */
export function checkedText(file: string, content: Content | undefined): string {
  const [, id, name] = /^pages\/([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const lang = languages.find((lang) => lang === name);
  const text = lang && content?.pages.find((page) => page.id === id)?.texts[lang];
  if (!text)
    throw new Error(`${file} was not found sound by the check, so it is not compiled. Run "npm run check".`);
  return `---\n${'\n'.repeat(Math.max(0, text.bodyLine - 3))}---\n${text.body}`;
}

/** A Vite plugin that loads the checked text in place of each MDX file. */
function loadCheckedText(): Plugin {
  return {
    name: 'checked-mdx',
    enforce: 'pre',
    // The preview reloads pages when the changed text has been checked.
    hotUpdate: ({ file }) => (file.endsWith('.mdx') ? [] : undefined),
    load: {
      filter: { id: /\.mdx(?:$|\?)/ },
      async handler(id) {
        const file = relative(resolve(contentFolder()), id.split('?')[0]!).replaceAll('\\', '/');
        return checkedText(file, await globalThis.checkedContent);
      },
    },
  };
}

/** @throws an error with the line in the file when a node is code or an unknown component */
const refuseNode = (node: unknown, { fileURL }: { fileURL?: URL | undefined }): undefined => {
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
    // Astro imports the module that this field names.
    const { layout } = (data as { astro?: { frontmatter?: { layout?: unknown } } }).astro?.frontmatter ?? {};
    if (layout !== undefined)
      throw new Error(`1:1: ${fileURL ? fileURLToPath(fileURL) : 'The text'} names a layout, which is code.`);
  },
  mdxjsEsm: refuseNode,
  mdxFlowExpression: refuseNode,
  mdxTextExpression: refuseNode,
  mdxJsxFlowElement: refuseNode,
  mdxJsxTextElement: refuseNode,
  html: refuseNode,
};
