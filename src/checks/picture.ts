import { isUtf8 } from 'node:buffer';
import { Parser } from 'htmlparser2';

/** File extensions of the permitted picture formats. */
export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'svg'] as const;
export type PictureType = (typeof pictureTypes)[number];
export const pictureType = (path: string): PictureType | undefined =>
  pictureTypes.find((type) => path.endsWith(`.${type}`));

/**
 * What may be wrong with a picture file: `type` it is not a valid picture of its type, `script` it has active
 * or external content, `metadata` it may reveal where it was taken, `pixels` it is too large, `elements` it
 * has too many to render.
 */
export type PictureFault = 'type' | 'script' | 'metadata' | 'pixels' | 'elements';

/**
 * Maximum of the longer side in pixels; more only slows the page, and a small file can decompress to a
 * gigabyte.
 */
export const longestSide = 6_000;
/** Device pixels per CSS pixel for which SVGs are rasterized. */
export const displaySharpness = 2;
/** Maximum of rendered SVG elements, references expanded: a few nested `<use>` lines can render a billion. */
export const mostElements = 1_000;

/**
 * Elements that a drawing may have. Filters, masks, markers, patterns and pictures inside are left out: a line of each
 * can take the decoder minutes.
 */
const drawnElements = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc metadata style lineargradient radialgradient stop clippath'.split(
    ' ',
  ),
);
/** Elements in which drawing programs keep their own notes, by their prefix. */
const notesOfPrograms = /^(?:sodipodi|inkscape|rdf|cc|dc|sketch|xodm|serif):/i;
/** A property that costs the decoder minutes, or an escape or a comment that could hide its name. */
const costlyProperty =
  /(?:^|[\s;{])(?:filter|mask|marker(?:-\w+)?|stroke-dasharray|mix-blend-mode|isolation)\s*[:=]|\\|\/\*/i;
/** Characters that the outlines and styles of a drawing may have together. */
const mostOutline = 100_000;

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
/** A URL that stays within the picture. */
const internalUrl = /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif)[;,])/i;
const activeStyle = /@import|javascript:|expression\(|url\((?!\s{0,9}["']?\s{0,9}#)/i;
/** Attributes by which an element can render another one of the same SVG. */
const referenceAttribute = /^(?:(?:.*:)?href|fill|stroke|mask|clip-path|filter|marker(?:-\w+)?|style)$/i;

/** An SVG element: its children, and the ids of the elements that it refers to. */
type SvgElement = { children: SvgElement[]; references: string[] };

/**
 * Checks an SVG before it is rasterized. SVGs are never published as they are, so this protects those who
 * open the file from the repository, and saves the decoder from files that would take minutes.
 */
export function examineSvg(bytes: Uint8Array): PictureFault | undefined {
  const text = new TextDecoder().decode(bytes);
  // In another encoding the decoder would see a different document from the one that is checked here.
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/i.exec(text) ?? [];
  if (!isUtf8(bytes) || !/^(?:utf-8|us-ascii)$/i.test(encoding) || !/^\s*</.test(text)) return 'type';
  let root: string | undefined;
  let active = false;
  let costly = false;
  let writtenText = '';
  let outline = 0;
  let count = 0;
  const top: SvgElement = { children: [], references: [] };
  const openElements = [top];
  const byId = new Map<string, SvgElement>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        count += 1;
        active ||= activeElements.includes(name.toLowerCase().split(':').at(-1)!);
        costly ||= !drawnElements.has(name.toLowerCase()) && !notesOfPrograms.test(name);
        const element: SvgElement = { children: [], references: [] };
        for (const [attribute, value] of Object.entries(attributes)) {
          active ||=
            /^on/i.test(attribute) ||
            (/(?:^|:)(?:href|src)$/i.test(attribute) && !internalUrl.test(value)) ||
            (!/^xmlns/i.test(attribute) && activeStyle.test(value));
          active ||= /^xmlns/i.test(attribute) && /xhtml/i.test(value);
          costly ||= /^xmlns:(?!svg$)/i.test(attribute) && /2000\/svg/i.test(value);
          costly ||= isCostly(attribute, value);
          outline += value.length;
          if (attribute.toLowerCase() === 'id') byId.set(value, element);
          if (referenceAttribute.test(attribute))
            element.references.push(...[...value.matchAll(/#([^\s"')]+)/g)].map(([, id]) => id!));
        }
        openElements.at(-1)!.children.push(element);
        openElements.push(element);
      },
      onclosetag: () => void openElements.pop(),
      // In pieces: an entity or a CDATA section may part a property's name.
      ontext: (text) => void (writtenText += text),
      onprocessinginstruction: (name) => void (active ||= !/^\?xml$/i.test(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (root !== 'svg') return 'type';
  active ||= activeStyle.test(writtenText);
  costly ||= costlyProperty.test(writtenText);
  // Parsers disagree where such a declaration ends, so what one takes for a comment another draws.
  if (active || /<!(?:doctype|entity)/i.test(text)) return 'script';
  if (costly || outline + writtenText.length > mostOutline) return 'elements';
  return count > mostElements || renderedCount(top, byId) > mostElements ? 'elements' : undefined;
}

/** Whether an attribute asks for an effect, or for dashes, of which a long line can have a billion. */
const isCostly = (attribute: string, value: string): boolean =>
  costlyProperty.test(`${attribute}=`) || (attribute.toLowerCase() === 'style' && costlyProperty.test(value));

/**
 * The number of elements rendered for one: itself, its descendants and its references; Infinity where it
 * refers to itself.
 */
function renderedCount(top: SvgElement, byId: Map<string, SvgElement>): number {
  const counts = new Map<SvgElement, number>();
  const count = (element: SvgElement): number => {
    const memoized = counts.get(element);
    if (memoized !== undefined) return memoized;
    counts.set(element, Infinity);
    const rendered = [...element.children, ...element.references.flatMap((id) => byId.get(id) ?? [])];
    const total = rendered.reduce((sum, other) => sum + count(other), 1);
    counts.set(element, total);
    return total;
  };
  return count(top);
}
