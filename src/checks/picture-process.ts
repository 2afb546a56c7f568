import sharp from 'sharp';
import { examineSvg, longestSide, type PictureFault, type PictureType } from './picture.ts';
import type { DrawnPicture, PictureAnswer, PictureRequest } from './draw-picture.ts';

/*
 * The process that draws pictures, one at a time, for `draw-picture.ts`. A process and not a thread, because
 * nothing but the end of its process stops a decoder at work.
 */

/** Maximum width in device pixels: a text is 42 rem wide, on screens with two device pixels per CSS pixel. */
const maxWidth = 1_344;
/** Device pixels per CSS pixel for which SVGs are rasterized. */
const displaySharpness = 2;
/** Maximum memory of this process, in bytes; the largest permitted photo takes a third of it. */
const maximumMemory = 600_000_000;

process.on('message', (request: PictureRequest) => {
  const start = process.cpuUsage();
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const watch = setInterval(() => {
    if (cpuSeconds() > request.cpuSeconds || process.memoryUsage.rss() > maximumMemory) answer('elements');
  }, 20);
  const answer = (drawn: PictureAnswer['drawn']) => {
    clearInterval(watch);
    process.send!({ drawn, cpuSeconds: cpuSeconds() } satisfies PictureAnswer);
  };
  void draw(request).then(answer);
});
// The caller has ended; an ordinary end would wait for the decoder.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function draw({ type, bytes }: PictureRequest): Promise<DrawnPicture | PictureFault> {
  const fault = type === 'svg' ? examineSvg(bytes) : endsAtEndMarker(type, bytes) ? undefined : 'type';
  if (fault) return fault;
  try {
    const { exif, xmp, iptc, comments, width, height, format } = await sharp(bytes).metadata();
    if (format !== type.replace('jpg', 'jpeg')) return 'type';
    if (Math.max(width, height) > longestSide) return 'pixels';
    if (exif || xmp || iptc || comments?.some(({ keyword }) => metadataKeyword.test(keyword)))
      return 'metadata';
    const density = 72 * Math.min(displaySharpness, longestSide / Math.max(width, height));
    const options = { failOn: 'warning', limitInputPixels: longestSide ** 2 } as const;
    const webp = await sharp(bytes, type === 'svg' ? { ...options, density } : options)
      .resize({ width: Math.min(maxWidth, type === 'svg' ? width * displaySharpness : width) })
      .webp()
      .toBuffer();
    const scale = Math.min(1, maxWidth / width);
    return { webp, width: Math.round(width * scale), height: Math.round(height * scale) };
  } catch {
    return 'type';
  }
}

/** PNG text chunks in which programs store EXIF, XMP or a location; others hold a title. */
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
