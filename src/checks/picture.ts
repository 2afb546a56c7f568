import { isUtf8 } from 'node:buffer';
import { Parser } from 'htmlparser2';

/** Kinds of picture that may lie beside a text, by the extensions of their files. */
export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'svg'] as const;
export type PictureType = (typeof pictureTypes)[number];
export const pictureType = (path: string): PictureType | undefined =>
  pictureTypes.find((type) => path.endsWith(`.${type}`));

/** What may be wrong with a picture file: it is no such picture, runs something, tells where it was taken, is too large, or too much to draw. */
export type PictureFault = 'type' | 'script' | 'metadata' | 'pixels' | 'elements';

/** Pixels of the longer side; more would only make the page slow, and a small file can unpack to a gigabyte. */
export const longestSide = 6_000;
/** Screens may show twice as many pixels as a drawing says that it has. */
export const displaySharpness = 2;
/** Elements that a drawing may have, each counted as often as it is drawn: a few lines can ask for a milliard. */
export const mostElements = 1_000;

const activeElements = [
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'set',
  'animate',
  'animatemotion',
  'animatetransform',
];
/** An address that stays inside the picture. */
const ownAddress = /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif)[;,])/i;
const activeStyle = /@import|javascript:|expression\(|url\((?!\s{0,9}["']?\s{0,9}#)/i;
/** Attributes by which an element draws another one of the picture. */
const drawsAnother = /^(?:(?:.*:)?href|fill|stroke|mask|clip-path|filter|marker(?:-\w+)?|style)$/i;

/** An element of a drawing: what it holds, and what it draws besides by its id. */
type Drawn = { children: Drawn[]; others: string[] };

/**
 * Looks over a drawing before it is drawn. It is never published as it is, so this keeps from editors' repositories what
 * somebody else might open, and from the decoder what would take it minutes.
 */
export function examineSvg(bytes: Uint8Array): PictureFault | undefined {
  const text = new TextDecoder().decode(bytes);
  // Another encoding would show the decoder another drawing than the one that is looked over here.
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/i.exec(text) ?? [];
  if (!isUtf8(bytes) || !/^(?:utf-8|us-ascii)$/i.test(encoding) || !/^\s*</.test(text)) return 'type';
  let root: string | undefined;
  let active = false;
  let count = 0;
  const top: Drawn = { children: [], others: [] };
  const open = [top];
  const byId = new Map<string, Drawn>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        count += 1;
        active ||= activeElements.includes(name.toLowerCase().split(':').at(-1)!);
        const element: Drawn = { children: [], others: [] };
        for (const [attribute, value] of Object.entries(attributes)) {
          active ||=
            /^on/i.test(attribute) ||
            (/(?:^|:)(?:href|src)$/i.test(attribute) && !ownAddress.test(value)) ||
            (!/^xmlns/i.test(attribute) && activeStyle.test(value));
          active ||= /^xmlns/i.test(attribute) && /xhtml/i.test(value);
          if (attribute.toLowerCase() === 'id') byId.set(value, element);
          if (drawsAnother.test(attribute))
            element.others.push(...[...value.matchAll(/#([^\s"')]+)/g)].map(([, id]) => id!));
        }
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      onclosetag: () => void open.pop(),
      ontext: (part) => void (active ||= activeStyle.test(part)),
      onprocessinginstruction: (name, data) =>
        void (active ||= /^!doctype/i.test(name) ? /<!ENTITY|\[/i.test(data) : !/^\?xml$/i.test(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (root !== 'svg') return 'type';
  if (active) return 'script';
  return count > mostElements || drawnBy(top, byId) > mostElements ? 'elements' : undefined;
}

/** How many elements are drawn for one: itself, what it holds, and all of what it refers to; without end where it draws itself. */
function drawnBy(top: Drawn, byId: Map<string, Drawn>): number {
  const known = new Map<Drawn, number>();
  const count = (element: Drawn): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    known.set(element, Infinity);
    const parts = [...element.children, ...element.others.flatMap((id) => byId.get(id) ?? [])];
    const drawn = parts.reduce((sum, part) => sum + count(part), 1);
    known.set(element, drawn);
    return drawn;
  };
  return count(top);
}
