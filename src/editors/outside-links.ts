import { type BodyNode, type Reading } from '../checks/reading.ts';

/** A file of the content folder and a line in it, from 1. */
export type At = { file: string; line: number };

/** Every address outside the site that readers may follow, and where it stands. */
export function outsideLinks({ documents, bodies, singles }: Reading): Map<string, At[]> {
  const own = String((singles.site?.document.yaml.data as { url?: unknown } | undefined)?.url);
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
    for (const { node, at } of nodes) if (isLink(node)) add(node.url!, { file: at.file, line: at.line });
  return links;
}

const isLink = ({ type, url }: BodyNode): boolean => type === 'link' && typeof url === 'string';

type Path = (string | number)[];
function textsIn(data: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (Array.isArray(data)) return data.flatMap((item, index) => textsIn(item, [...path, index]));
  return data !== null && typeof data === 'object'
    ? Object.entries(data).flatMap(([key, value]) => textsIn(value, [...path, key]))
    : [];
}
