import { isUtf8 } from 'node:buffer';
import { Parser } from 'htmlparser2';

export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'svg'] as const;
export type PictureType = (typeof pictureTypes)[number];
export const pictureType = (path: string): PictureType | undefined =>
  pictureTypes.find((type) => path.endsWith(`.${type}`));

/**
 * `type`: no valid picture of its type; `script`: active or external content; `metadata`: may reveal where it was taken;
 * `pixels`: too large; `elements`: too many, or drawing takes too long or too much memory.
 */
export type PictureFault = 'type' | 'script' | 'metadata' | 'pixels' | 'elements';

/** Of the longer side: more only slows the page, and a small file can decompress to a gigabyte. */
export const longestSide = 6_000;
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
/** A URL that stays within the picture. */
const internalUrl = /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif)[;,])/i;
/** A style that fetches something; an escape could hide it. */
const activeStyle = /@import|javascript:|expression\(|url\((?!\s{0,9}["']?\s{0,9}#)|\\/i;

/** Checks an SVG before it is drawn. None is published as it is: this protects those who open the file itself. */
export function examineSvg(bytes: Uint8Array): PictureFault | undefined {
  const text = new TextDecoder().decode(bytes);
  // In another encoding the decoder would see a different document from the one that is checked here.
  const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/i.exec(text) ?? [];
  if (!isUtf8(bytes) || !/^(?:utf-8|us-ascii)$/i.test(encoding) || !/^\s*</.test(text)) return 'type';
  let openStyles = 0;
  let root: string | undefined;
  let active = false;
  let count = 0;
  let styles = '';
  const parser = new Parser(
    {
      onopentag(prefixedName, attributes) {
        const name = prefixedName.toLowerCase().split(':').at(-1)!;
        root ??= prefixedName.toLowerCase();
        if (name === 'style') openStyles += 1;
        count += 1;
        // Enough is known, and what follows may be a million elements.
        if (active || count > mostElements) parser.reset();
        active ||= activeElements.includes(name);
        for (const [attribute, value] of Object.entries(attributes)) {
          if (/^xmlns/i.test(attribute)) active ||= /xhtml/i.test(value);
          else if (/(?:^|:)(?:href|src)$/i.test(attribute)) active ||= !internalUrl.test(value);
          // With a prefix stand the notes of drawing programs, such as Windows paths.
          else if (!attribute.includes(':')) active ||= /^on/i.test(attribute) || activeStyle.test(value);
        }
      },
      onclosetag(prefixedName) {
        if (prefixedName.toLowerCase().split(':').at(-1) === 'style') openStyles -= 1;
      },
      ontext(written) {
        // In pieces: an entity or a CDATA section may part a name.
        if (openStyles > 0) styles += written;
      },
      onprocessinginstruction: (name) => void (active ||= !/^\?xml$/i.test(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (root !== 'svg') return 'type';
  // Parsers disagree where such a declaration ends, so what one takes for a comment another draws.
  if (active || activeStyle.test(styles) || /<!(?:doctype|entity)/i.test(text)) return 'script';
  return count > mostElements ? 'elements' : undefined;
}
