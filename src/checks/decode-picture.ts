import sharp, { type Sharp } from 'sharp';
import { displaySharpness, examineSvg, longestSide, type PictureFault, type PictureType } from './picture.ts';

/* Import this module dynamically: loading sharp takes longer than the rest of the check. */

/** Time limit for one picture, in seconds; an ordinary picture takes a fraction of a second. */
const decodingTimeout = 10;

/**
 * Opens a picture with limits on its pixels and on the decoding time.
 * @returns the sharp pipeline, and the display size in CSS pixels
 * @throws an error when the file is not a picture of this type
 */
export async function openPicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<{ picture: Sharp; width: number; height: number }> {
  const options = { failOn: 'warning', limitInputPixels: longestSide ** 2 } as const;
  const { width, height, format } = await sharp(bytes, options).metadata();
  if (format !== formats[type]) throw new Error(`The picture is ${format}, not ${type}.`);
  // An SVG is rasterized at the density of sharp screens; other formats have a fixed resolution.
  const picture = sharp(
    bytes,
    type === 'svg'
      ? { ...options, density: 72 * Math.min(displaySharpness, longestSide / Math.max(width, height)) }
      : options,
  );
  return { picture: picture.timeout({ seconds: decodingTimeout }), width, height };
}

const formats: Record<PictureType, string> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  svg: 'svg',
};

/** Decodes the whole picture once: a valid header does not prove that the rest is intact. */
export async function examinePicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<PictureFault | undefined> {
  const fault = type === 'svg' ? examineSvg(bytes) : endsAtEndMarker(type, bytes) ? undefined : 'type';
  if (fault) return fault;
  try {
    const { exif, xmp, iptc, comments, width, height } = await sharp(bytes).metadata();
    if (Math.max(width, height) > longestSide) return 'pixels';
    if (exif || xmp || iptc || comments?.some(({ keyword }) => metadataKeyword.test(keyword)))
      return 'metadata';
    const { picture } = await openPicture(type, bytes);
    await picture.resize({ width: 1, height: 1, fit: 'fill' }).raw().toBuffer();
    return undefined;
  } catch {
    return 'type';
  }
}

/**
 * Keywords of PNG text chunks in which programs store EXIF, XMP or a location; others hold a title or a
 * program name.
 */
const metadataKeyword = /exif|xmp|gps|location|raw profile/i;

/** Whether nothing follows the end of the picture: decoders stop there and would not notice hidden data. */
function endsAtEndMarker(type: PictureType, bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'png')
    return (
      file.subarray(-8).equals(Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])) &&
      file.indexOf('IEND') === file.length - 8
    );
  if (type === 'webp') return file.length >= 12 && file.readUInt32LE(4) + 8 === file.length;
  return file.length >= 2 && file.readUInt16BE(file.length - 2) === 0xffd9;
}
