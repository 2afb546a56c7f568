import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginDefinition } from 'satteri';
import { displaySharpness, pictureType } from '../checks/picture.ts';
import { picturePath } from '../i18n/addresses.ts';
import { type BilingualFolder, bilingualFolders, contentFolder } from '../model/folders.ts';
import type { Site } from '../model/whole-site.ts';

/** Pixels: the text column is 42 rem wide (672 px), on screens with up to two device pixels per CSS pixel. */
const maxWidth = 1_344;

/** Paths in the content folder of all pictures of published entries. */
export function contentPictures({ content }: Site): string[] {
  const folders = Object.keys(bilingualFolders) as BilingualFolder[];
  const entries = folders.flatMap((folder) => content[folder].map(({ id }) => `${folder}/${id}`));
  return entries.flatMap((entry) =>
    readdirSync(join(contentFolder(), entry))
      .filter(pictureType)
      .map((name) => `${entry}/${name}`),
  );
}

/** A picture re-encoded as WebP without metadata, so that nothing hidden in the file is published. */
export async function readPicture(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { examinePicture, openPicture } = await import('../checks/decode-picture.ts');
  const type = pictureType(file)!;
  const bytes = await readFile(join(contentFolder(), file));
  // The preview also knows pictures that the check refused.
  const fault = await examinePicture(type, bytes);
  if (fault) throw new Error(`${file} was refused by the check: ${fault}.`);
  const { picture, width } = await openPicture(type, bytes);
  // SVG pictures have no pixels: render them for a high-resolution screen.
  const fullWidth = type === 'svg' ? width * displaySharpness : width;
  return new Uint8Array(
    await picture
      .resize({ width: Math.min(maxWidth, fullWidth) })
      .webp()
      .toBuffer(),
  );
}

/** The address of a picture, and its size in pixels, which avoids a layout shift when it loads. */
async function addressAndSize(file: string): Promise<{ path: string; width: number; height: number }> {
  const { openPicture } = await import('../checks/decode-picture.ts');
  const { width, height } = await openPicture(
    pictureType(file)!,
    await readFile(join(contentFolder(), file)),
  );
  const scale = Math.min(1, maxWidth / width);
  return { path: picturePath(file), width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Replaces the address of each picture of a text by that of its published file. */
export const placePictures: MdastPluginDefinition = {
  name: 'place-pictures',
  async image(node, context) {
    const file = relative(
      resolve(contentFolder()),
      fileURLToPath(new URL(node.url, context.fileURL)),
    ).replaceAll('\\', '/');
    if (!/^[a-z]+\/[a-z0-9-]+\/[^/]+$/.test(file) || !pictureType(file))
      throw new Error(`The picture ${node.url} does not lie beside its text.`);
    const { path, ...size } = await addressAndSize(file);
    context.setProperty(node, 'url', path);
    context.setProperty(node, 'data', { hProperties: { ...size, loading: 'lazy' } });
  },
};
