import type { HastPluginDefinition, HastPluginInput, MdastPluginDefinition } from 'satteri';
import { headingIds } from '../i18n/heading-ids.ts';
import { languages } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';

/* What Markdown and MDX have in common on their way to HTML. */

/** Straight quotes become curly as in English; in Finnish and Swedish both marks are closing ones. */
export const localQuotes: MdastPluginDefinition = {
  name: 'local-quotes',
  text: (node, context) => {
    const value = node.value.replaceAll('“', '”').replaceAll('‘', '’');
    if (value !== node.value) context.setProperty(node, 'value', value);
  },
};

/** Gives headings the ids that the content check expects. */
export const anchors: HastPluginInput = (): HastPluginDefinition => {
  const idOf = headingIds();
  return {
    name: 'anchors',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (node, context) => context.setProperty(node, 'id', idOf(context.textContent(node))),
    },
  };
};

/** A table wider than the text scrolls in a box of its own, which the keyboard reaches and which has a name. */
export const scrollableTables: HastPluginInput = ({ fileURL }): HastPluginDefinition => {
  const lang = languages.find((one) => fileURL?.pathname.split('/').at(-1)?.startsWith(`${one}.`));
  return {
    name: 'scrollable-tables',
    element: {
      filter: ['table'],
      visit: (node, context) =>
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: {
            className: ['table'],
            tabIndex: 0,
            role: 'group',
            ...(lang && { ariaLabel: words[lang].table }),
          },
          children: [],
        }),
    },
  };
};
