import { textsIn } from '../checks/read-document.ts';
import type { Reading } from '../checks/reading.ts';
import { rawFields } from './written-names.ts';

/** A file of the content folder and a line in it, from 1. */
export type At = { file: string; line: number };

/** Every address outside the site that readers may follow, and where it stands. */
export function outsideLinks({ documents, bodies, singles }: Reading): Map<string, At[]> {
  const own = String(rawFields(singles.site)['url']);
  const links = new Map<string, At[]>();
  const add = (address: string, at: At) => {
    const url = /^https?:\/\//.test(address) ? URL.parse(address) : null;
    if (!url || address === own || address.startsWith(`${own}/`)) return;
    // What follows # is not sent.
    url.hash = '';
    links.set(url.href, [...(links.get(url.href) ?? []), at]);
  };
  for (const { yaml } of documents)
    for (const { path, text } of textsIn(yaml.data)) {
      if (!text.startsWith('http')) continue;
      const { file, line } = yaml.placeOf(path);
      add(text, { file, line });
    }
  for (const { nodes } of bodies)
    for (const { node, at } of nodes)
      if (node.type === 'link' && node.url) add(node.url, { file: at.file, line: at.line });
  return links;
}
