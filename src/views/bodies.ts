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
/** Where a body is read elsewhere: the address of the site without a slash at its end, and the path of the page. */
type FeedPage = { url: string; path: string };
/** Refuses active addresses; makes the others absolute for a feed. */
const addresses = (page: FeedPage | undefined): HastPluginInput => ({
  name: 'addresses',
  element: {
    filter: ['a', 'img'],
    visit(node, context) {
      const name = node.tagName === 'a' ? 'href' : 'src';
      const address = String(node.properties[name]);
      if (linkFault(address) === 'scheme')
        throw new Error(`The text holds a link to ${address.slice(0, 80)}`);
      if (!page || !URL.canParse(address, page.url + page.path)) return;
      const absolute = /^\/(?!\/)/.test(address) ? page.url + address : address;
      context.setProperty(node, name, new URL(absolute, page.url + page.path).href);
    },
  },
});

/**
 * Converts a Markdown body to HTML in the same way as Astro.
 * @param file the path of the text in the content folder, for example `services/legal-advice/fi.md`
 * @param page its page, for feeds, which are read elsewhere: links become absolute
 */
export async function bodyHtml(body: string, file: string, page?: FeedPage): Promise<string> {
  // Most texts have no picture and no quotation, and visiting every node takes longer than generating the HTML.
  const mdastPlugins = [
    refuseHtml,
    ...(/["'“‘]/.test(body) ? [localQuotes] : []),
    ...(body.includes('![') ? [placePictures] : []),
  ];
  const { html } = await markdownToHtml(body, {
    mdastPlugins,
    hastPlugins: [anchors, scrollableTables, addresses(page)],
    features: { gfm: true, smartPunctuation: true },
    fileURL: pathToFileURL(resolve(contentFolder(), file)),
  });
  return html;
}
