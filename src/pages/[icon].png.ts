import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { iconPath, iconSizes } from '../i18n/addresses.ts';

export const getStaticPaths = () =>
  iconSizes.map((size) => ({
    params: { icon: iconPath(size).slice(1).replace('.png', '') },
    props: { size },
  }));

export const GET: APIRoute = async ({ props }) => {
  const size = props['size'] as number;
  const png = await sharp(await readFile('public/icon.svg'), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
