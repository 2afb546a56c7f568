import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { picturePath } from '../i18n/addresses.ts';
import { type BilingualFolder, bilingualFolders, contentFolder } from '../model/folders.ts';
import type { Site } from '../model/site.ts';

/** Pixels: a text is 42 rem wide, and screens may be twice as sharp. */
const widest = 1_344;

/** The pictures beside the texts that readers may see, by their paths in the content folder. */
export function contentPictures({ content }: Site): string[] {
  const folders = Object.keys(bilingualFolders) as BilingualFolder[];
  const entries = folders.flatMap((folder) => content[folder].map(({ id }) => `${folder}/${id}`));
  return entries.flatMap((entry) => readdirSync(join(contentFolder(), entry)).filter((name) => /\.(png|jpe?g|webp|svg)$/.test(name)).map((name) => `${entry}/${name}`));
}

/** A picture as readers get it: drawings as they are, all else as WebP without metadata. */
export async function readPicture(file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const bytes = await readFile(join(contentFolder(), file));
  return file.endsWith('.svg') ? { bytes: new Uint8Array(bytes), type: 'image/svg+xml' } : { bytes: new Uint8Array(await resized(bytes).webp().toBuffer()), type: 'image/webp' };
}

const resized = (bytes: Buffer) => sharp(bytes).resize({ width: widest, withoutEnlargement: true });

/** Its address and its size in pixels, so that the text does not jump when it arrives. */
export async function pictureFor(file: string): Promise<{ path: string; width: number; height: number }> {
  const { width, height } = await sharp(join(contentFolder(), file)).metadata();
  const scale = Math.min(1, widest / width);
  return { path: picturePath(file), width: Math.round(width * scale), height: Math.round(height * scale) };
}
