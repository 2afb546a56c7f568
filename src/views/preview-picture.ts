import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { previewSize } from '../model/preview-kinds.ts';
import { heroColour } from '../styles/hero-colour.ts';

const require = createRequire(import.meta.url);
const typeface = 'Source Sans 3';
/** An open font from a package: with system fonts the picture would differ between machines. */
const loadFont = async (weight: 400 | 700): Promise<Font> => ({
  name: typeface,
  weight,
  data: await readFile(
    require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`),
  ),
});
let fonts: Promise<Font[]> | undefined;

const margin = 90;
const pageStyle = {
  display: 'flex',
  flexDirection: 'column',
  ...previewSize,
  padding: margin,
  boxSizing: 'border-box',
  background: heroColour,
  color: '#fff',
  fontFamily: typeface,
};
/** With the bar before the name, as in the site header. */
const nameStyle = { paddingLeft: 24, borderLeft: '10px solid #fff', fontSize: 38, lineHeight: 1.1 };
const headingStyle = {
  width: previewSize.width - 2 * margin,
  marginTop: 70,
  fontSize: 84,
  fontWeight: 700,
  lineHeight: 1.15,
};

/**
 * The preview picture of a link (Open Graph).
 * @param heading must fit on three lines
 * @returns PNG of 1200 × 630 pixels
 */
export async function previewPicture(siteName: string, heading: string): Promise<Buffer> {
  const box = (style: object, children: unknown) => ({ type: 'div', key: null, props: { style, children } });
  const svg = await satori(box(pageStyle, [box(nameStyle, siteName), box(headingStyle, heading)]), {
    ...previewSize,
    fonts: await (fonts ??= Promise.all([loadFont(400), loadFont(700)])),
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1 }).toBuffer();
}
