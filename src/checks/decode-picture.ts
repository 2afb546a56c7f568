import sharp, { type Sharp } from 'sharp';
import { displaySharpness, examineSvg, longestSide, type PictureFault, type PictureType } from './picture.ts';

/* Loaded only where there is a picture: the decoders take longer to load than all the rest of the check. */

/** Seconds for one picture: an honest one takes a fraction of one. */
const longestDecoding = 10;

/**
 * Opens a picture of any kind, with limits on its size and on the time that it may take.
 * @returns what sharp goes on with, and the size in pixels at which the picture is shown
 * @throws what sharp throws where the file is no such picture
 */
export async function openPicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<{ picture: Sharp; width: number; height: number }> {
  const options = { failOn: 'warning', limitInputPixels: longestSide ** 2 } as const;
  const { width, height, format } = await sharp(bytes, options).metadata();
  if (format !== formats[type]) throw new Error(`The picture is ${format}, not ${type}.`);
  // A drawing is made at the resolution that it is wanted in; pixels are as they are.
  const picture = sharp(
    bytes,
    type === 'svg'
      ? { ...options, density: 72 * Math.min(displaySharpness, longestSide / Math.max(width, height)) }
      : options,
  );
  return { picture: picture.timeout({ seconds: longestDecoding }), width, height };
}

const formats: Record<PictureType, string> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  svg: 'svg',
};

/** Decodes a picture once, to the end: a header alone proves nothing. */
export async function examinePicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<PictureFault | undefined> {
  const fault = type === 'svg' ? examineSvg(bytes) : endsRightly(type, bytes) ? undefined : 'type';
  if (fault) return fault;
  try {
    const { exif, xmp, iptc, comments, width, height } = await sharp(bytes).metadata();
    if (Math.max(width, height) > longestSide) return 'pixels';
    if (exif || xmp || iptc || comments?.some(({ keyword }) => tellingText.test(keyword))) return 'metadata';
    const { picture } = await openPicture(type, bytes);
    await picture.resize({ width: 1, height: 1, fit: 'fill' }).raw().toBuffer();
    return undefined;
  } catch {
    return 'type';
  }
}

/** Names under which programs keep EXIF, XMP and places in chunks that otherwise hold a title or the name of a program. */
const tellingText = /exif|xmp|gps|location|raw profile/i;

/** Decoders stop at the end of the picture: whatever somebody has hidden after it is looked for here. */
function endsRightly(type: PictureType, bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'png')
    return (
      file.subarray(-8).equals(Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])) &&
      file.indexOf('IEND') === file.length - 8
    );
  if (type === 'webp') return file.length >= 12 && file.readUInt32LE(4) + 8 === file.length;
  return file.length >= 2 && file.readUInt16BE(file.length - 2) === 0xffd9;
}
