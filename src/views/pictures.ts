import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginDefinition } from 'satteri';
import { displaySharpness, pictureType } from '../checks/picture.ts';
import { picturePath } from '../i18n/addresses.ts';
import { type BilingualFolder, bilingualFolders, contentFolder } from '../model/folders.ts';
import type { Site } from '../model/whole-site.ts';

/** Pixels: a text is 42 rem wide, and screens may be twice as sharp. */
const widest = 1_344;

/** The pictures beside the texts that readers may see, by their paths in the content folder. */
export function contentPictures({ content }: Site): string[] {
  const folders = Object.keys(bilingualFolders) as BilingualFolder[];
  const entries = folders.flatMap((folder) => content[folder].map(({ id }) => `${folder}/${id}`));
  return entries.flatMap((entry) =>
    readdirSync(join(contentFolder(), entry))
      .filter(pictureType)
      .map((name) => `${entry}/${name}`),
  );
}

/** A picture as readers get it: pixels alone, as WebP. Nothing of its file is passed on, so nothing hidden in it can reach them. */
export async function readPicture(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { examinePicture, openPicture } = await import('../checks/decode-picture.ts');
  const type = pictureType(file)!;
  const bytes = await readFile(join(contentFolder(), file));
  // The preview also knows pictures that the check refused.
  const fault = await examinePicture(type, bytes);
  if (fault) throw new Error(`${file} was refused by the check: ${fault}.`);
  const { picture, width } = await openPicture(type, bytes);
  // Drawings have no pixels of their own: they get as many as a sharp screen shows.
  const wanted = type === 'svg' ? width * displaySharpness : width;
  return new Uint8Array(
    await picture
      .resize({ width: Math.min(widest, wanted) })
      .webp()
      .toBuffer(),
  );
}

/** Its address and its size in pixels, so that the text does not jump when it arrives. */
async function pictureFor(file: string): Promise<{ path: string; width: number; height: number }> {
  const { openPicture } = await import('../checks/decode-picture.ts');
  const { width, height } = await openPicture(
    pictureType(file)!,
    await readFile(join(contentFolder(), file)),
  );
  const scale = Math.min(1, widest / width);
  return { path: picturePath(file), width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Leads each picture of a text to the file that readers get. */
export const placePictures: MdastPluginDefinition = {
  name: 'place-pictures',
  async image(node, context) {
    const file = relative(
      resolve(contentFolder()),
      fileURLToPath(new URL(node.url, context.fileURL)),
    ).replaceAll('\\', '/');
    if (!/^[a-z]+\/[a-z0-9-]+\/[^/]+$/.test(file) || !pictureType(file))
      throw new Error(`The picture ${node.url} does not lie beside its text.`);
    const { path, ...size } = await pictureFor(file);
    context.setProperty(node, 'url', path);
    context.setProperty(node, 'data', { hProperties: { ...size, loading: 'lazy' } });
  },
};
