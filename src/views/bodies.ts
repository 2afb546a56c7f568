import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type HastPluginInput, markdownToHtml, type MdastPluginDefinition } from 'satteri';
import { linkFault } from '../checks/rules/link-addresses.ts';
import { contentFolder } from '../model/folders.ts';
import { anchors, localQuotes, scrollableTables } from './body-plugins.ts';
import { placePictures } from './pictures.ts';

/** Stops at HTML and at addresses that run code: what the check refuses is not rendered, whatever brought it here. */
const refuseHtml: MdastPluginDefinition = {
  name: 'refuse-html',
  html: (node) => {
    throw new Error(`The text holds HTML: ${node.value.slice(0, 80)}`);
  },
};
/** Refuses active addresses; with a base, makes the others absolute. */
const addresses = (base: string | undefined): HastPluginInput => ({
  name: 'addresses',
  element: {
    filter: ['a', 'img'],
    visit(node, context) {
      const name = node.tagName === 'a' ? 'href' : 'src';
      const address = String(node.properties[name]);
      if (linkFault(address) === 'scheme')
        throw new Error(`The text holds a link to ${address.slice(0, 80)}`);
      if (base && URL.canParse(address, base)) context.setProperty(node, name, new URL(address, base).href);
    },
  },
});

/**
 * Converts a Markdown body to HTML in the same way as Astro.
 * @param file the path of the text in the content folder, for example `services/legal-advice/fi.md`
 * @param base absolute address of its page, for feeds, which are read elsewhere: links become absolute
 */
export async function bodyHtml(body: string, file: string, base?: string): Promise<string> {
  // Most texts have no picture and no quotation, and visiting every node takes longer than generating the HTML.
  const mdastPlugins = [
    refuseHtml,
    ...(/["'“‘]/.test(body) ? [localQuotes] : []),
    ...(body.includes('![') ? [placePictures] : []),
  ];
  const { html } = await markdownToHtml(body, {
    mdastPlugins,
    hastPlugins: [anchors, scrollableTables, addresses(base)],
    features: { gfm: true, smartPunctuation: true },
    fileURL: pathToFileURL(resolve(contentFolder(), file)),
  });
  return html;
}
