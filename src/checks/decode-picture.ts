import sharp from 'sharp';
import { displaySharpness, examineSvg, longestSide, type PictureFault, type PictureType } from './picture.ts';

/* Import this module dynamically: loading sharp takes longer than the rest of the check. */

/** Time limit for one picture, in seconds; an ordinary picture takes a fraction of a second. */
const decodingTimeout = 10;

/** Maximum width in device pixels: a text is 42 rem wide, on screens with two device pixels per CSS pixel. */
const maxWidth = 1_344;

/** A picture as readers get it, and the size in CSS pixels at which it is shown. */
export type DrawnPicture = { webp: Buffer; width: number; height: number };

const formats: Record<PictureType, string> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  svg: 'svg',
};

/**
 * Draws a picture as readers get it: pixels alone, without metadata. The check does the same as the build, so that
 * nothing that it found sound breaks the build or takes longer there.
 * @returns what is wrong with the file, where something is
 */
export async function drawPicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<DrawnPicture | PictureFault> {
  const fault = type === 'svg' ? examineSvg(bytes) : endsAtEndMarker(type, bytes) ? undefined : 'type';
  if (fault) return fault;
  try {
    const { exif, xmp, iptc, comments, width, height, format } = await sharp(bytes).metadata();
    if (format !== formats[type]) return 'type';
    if (Math.max(width, height) > longestSide) return 'pixels';
    if (exif || xmp || iptc || comments?.some(({ keyword }) => metadataKeyword.test(keyword)))
      return 'metadata';
    // An SVG is rasterized at the density of sharp screens; other formats have a fixed resolution.
    const density = 72 * Math.min(displaySharpness, longestSide / Math.max(width, height));
    const options = { failOn: 'warning', limitInputPixels: longestSide ** 2 } as const;
    const webp = await sharp(bytes, type === 'svg' ? { ...options, density } : options)
      .timeout({ seconds: decodingTimeout })
      .resize({ width: Math.min(maxWidth, type === 'svg' ? width * displaySharpness : width) })
      .webp()
      .toBuffer();
    const scale = Math.min(1, maxWidth / width);
    return { webp, width: Math.round(width * scale), height: Math.round(height * scale) };
  } catch {
    return 'type';
  }
}

/** What is wrong with a picture file; undefined where nothing is. */
export async function examinePicture(
  type: PictureType,
  bytes: Uint8Array,
): Promise<PictureFault | undefined> {
  const drawn = await drawPicture(type, bytes);
  return typeof drawn === 'string' ? drawn : undefined;
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
