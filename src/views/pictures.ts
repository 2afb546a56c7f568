import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginDefinition } from 'satteri';
import { type DrawnPicture, drawPicture } from '../checks/draw-picture.ts';
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
export async function readPicture(file: string): Promise<DrawnPicture> {
  const path = join(contentFolder(), file);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > maximumSize(file))
    throw new Error(`${file} is no picture of the content.`);
  const { drawn } = await drawPicture(pictureType(file)!, await readFile(path));
  if (typeof drawn === 'string') throw new Error(`${file} was refused by the check: ${drawn}.`);
  return drawn;
}

/**
 * Replaces the address of each picture of a text by that of its published file. Its size avoids a layout shift
 * when it loads.
 */
export const placePictures: MdastPluginDefinition = {
  name: 'place-pictures',
  async image(node, context) {
    const file = relative(
      resolve(contentFolder()),
      fileURLToPath(new URL(node.url, context.fileURL)),
    ).replaceAll('\\', '/');
    if (!/^[a-z]+\/[a-z0-9-]+\/[^/]+$/.test(file) || !pictureType(file))
      throw new Error(`The picture ${node.url} does not lie beside its text.`);
    const { width, height } = await readPicture(file);
    context.setProperty(node, 'url', picturePath(file));
    context.setProperty(node, 'data', { hProperties: { width, height, loading: 'lazy' } });
  },
};
