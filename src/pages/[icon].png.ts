import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { iconPath } from '../i18n/addresses.ts';

/** Sizes in pixels that home screens ask for: Apple's, and the two of the manifest. */
export const iconSizes = [180, 192, 512];

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { icon: iconPath(size).slice(1).replace('.png', '') }, props: { size } }));

export const GET: APIRoute = async ({ props }) => {
  const size = props['size'] as number;
  const png = await sharp(await readFile('public/icon.svg'), { density: (72 * size) / 32 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
