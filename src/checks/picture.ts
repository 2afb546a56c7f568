import { Parser } from 'htmlparser2';

/** What may be wrong inside a picture file: it is no such picture, runs something, tells where it was taken, or is too large to show. */
export type PictureFault = 'type' | 'script' | 'metadata' | 'pixels';

/** Pixels of the longer side; more would only make the page slow, and a small file can unpack to a gigabyte. */
export const longestSide = 6_000;

/**
 * Examines a picture by its structure, so that chance bytes in it mean nothing.
 * @param type extension of the file: png, jpg, jpeg, webp or svg
 */
export function examinePicture(type: string, bytes: Uint8Array): PictureFault | undefined {
  if (type === 'svg') return examineSvg(new TextDecoder('utf-8').decode(bytes));
  const parts = readParts(type, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!parts) return 'type';
  const [width, height] = parts.size;
  if (parts.metadata) return 'metadata';
  return width < 1 || height < 1 || Math.max(width, height) > longestSide ? 'pixels' : undefined;
}

type Parts = { size: [width: number, height: number]; metadata: boolean };

function readParts(type: string, view: DataView): Parts | undefined {
  try {
    return type === 'png' ? pngParts(view) : type === 'webp' ? webpParts(view) : jpegParts(view);
  } catch (error) {
    // A length that leads past the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const textAt = (view: DataView, offset: number, length: number): string =>
  String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, Math.max(0, Math.min(length, view.byteLength - offset))));
/** Names under which programs keep EXIF, XMP and places in chunks that otherwise hold a title or the name of a program. */
const tellingText = /exif|xmp|gps|location|raw profile/i;

/** A PNG is a row of chunks: length, type, data, checksum. It ends with IEND and nothing follows. */
function pngParts(view: DataView): Parts | undefined {
  if (textAt(view, 0, 8) !== '\u0089PNG\r\n\u001A\n' || view.byteLength < 33 || textAt(view, 12, 4) !== 'IHDR') return undefined;
  const parts: Parts = { size: [view.getUint32(16), view.getUint32(20)], metadata: false };
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const type = textAt(view, at + 4, 4);
    if (type === 'IEND') return at + 12 === view.byteLength ? parts : undefined;
    if (type === 'eXIf' || (/^(?:tEXt|zTXt|iTXt)$/.test(type) && tellingText.test(textAt(view, at + 8, Math.min(length, 40))))) parts.metadata = true;
    at += length + 12;
  }
  return undefined;
}

/** A WebP is a RIFF: its length, then chunks of type, length and data. */
function webpParts(view: DataView): Parts | undefined {
  if (view.byteLength < 30 || textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP' || view.getUint32(4, true) + 8 !== view.byteLength) return undefined;
  const parts: Parts = { size: [0, 0], metadata: false };
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const type = textAt(view, at, 4);
    if (type === 'EXIF' || type === 'XMP ') parts.metadata = true;
    if (type === 'VP8X') parts.size = [(view.getUint32(at + 12, true) & 0xffffff) + 1, (view.getUint32(at + 14, true) >>> 8) + 1];
    if (type === 'VP8 ' && parts.size[0] === 0) parts.size = [view.getUint16(at + 14, true) & 0x3fff, view.getUint16(at + 16, true) & 0x3fff];
    if (type === 'VP8L' && parts.size[0] === 0) parts.size = [(view.getUint32(at + 9, true) & 0x3fff) + 1, ((view.getUint32(at + 9, true) >>> 14) & 0x3fff) + 1];
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return parts.size[0] > 0 ? parts : undefined;
}

/** A JPEG is a row of segments up to the picture itself, which ends with EOI. */
function jpegParts(view: DataView): Parts | undefined {
  if (view.byteLength < 20 || view.getUint16(0) !== 0xffd8 || view.getUint16(view.byteLength - 2) !== 0xffd9) return undefined;
  const parts: Parts = { size: [0, 0], metadata: false };
  for (let at = 2; at + 10 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of scan: what follows is the picture.
    if (marker === 0xda) return parts.size[0] > 0 ? parts : undefined;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) parts.size = [view.getUint16(at + 7), view.getUint16(at + 5)];
    // APP1 holds EXIF and XMP, APP13 the caption and place that press photographers write.
    if (marker === 0xe1 || (marker === 0xed && textAt(view, at + 4, 9) === 'Photoshop')) parts.metadata = true;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const activeElements = ['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'handler', 'set', 'animate', 'animatemotion', 'animatetransform'];
/** An address that stays inside the picture. */
const ownAddress = /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif)[;,])/i;
const activeStyle = /@import|javascript:|expression\(|url\((?!\s{0,9}["']?\s{0,9}#)/i;

function examineSvg(text: string): PictureFault | undefined {
  if (text.includes('\uFFFD') || !/^\s*</.test(text)) return 'type';
  let root: string | undefined;
  let active = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        active ||= activeElements.includes(name.toLowerCase().split(':').at(-1)!);
        for (const [attribute, value] of Object.entries(attributes)) {
          active ||= /^on/i.test(attribute) || (/(?:^|:)(?:href|src)$/i.test(attribute) && !ownAddress.test(value)) || (!/^xmlns/i.test(attribute) && activeStyle.test(value));
        }
      },
      ontext: (part) => void (active ||= activeStyle.test(part)),
      onprocessinginstruction: (name, data) => void (active ||= /^!doctype/i.test(name) ? /<!ENTITY|\[/i.test(data) : !/^\?xml$/i.test(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root !== 'svg' ? 'type' : active ? 'script' : undefined;
}
