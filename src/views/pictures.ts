import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginDefinition } from 'satteri';
import { drawPicture } from '../checks/draw-picture.ts';
import { pictureType } from '../checks/picture.ts';
import { maximumSize } from '../checks/read-files.ts';
import { picturePath } from '../i18n/addresses.ts';
import { allKinds } from '../kinds/kinds.ts';
import { contentFolder } from '../model/folders.ts';
import type { Site } from '../model/whole-site.ts';

/** Paths in the content folder of all pictures of published entries. */
export function contentPictures({ content }: Site): string[] {
  const entries = allKinds.flatMap(({ folder, text }) =>
    text ? content[folder].map(({ id }) => `${folder}/${id}`) : [],
  );
  return entries.flatMap((entry) =>
    readdirSync(join(contentFolder(), entry))
      .filter(pictureType)
      .map((name) => `${entry}/${name}`),
  );
}

/**
 * A picture re-encoded as WebP without metadata, so that nothing hidden in the file is published.
 * @throws an error for what the check refused: the preview knows such pictures, too
 */
export async function readPicture(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await drawn(file)).webp);
}

/** The address of a picture, and its size in pixels, which avoids a layout shift when it loads. */
async function addressAndSize(file: string): Promise<{ path: string; width: number; height: number }> {
  const { width, height } = await drawn(file);
  return { path: picturePath(file), width, height };
}

async function drawn(file: string) {
  const path = join(contentFolder(), file);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > maximumSize(file))
    throw new Error(`${file} is no picture of the content.`);
  const picture = await drawPicture(pictureType(file)!, await readFile(path));
  if (typeof picture === 'string') throw new Error(`${file} was refused by the check: ${picture}.`);
  return picture;
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
