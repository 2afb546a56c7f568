import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the content folder as it lies on the disk. `bytes` is empty when the file is not read: a link, or too large. */
export type ContentFile = { path: string; kind: 'file' | 'link' | 'other'; size: number; bytes: Uint8Array };

export const maximumTextSize = 200_000;
export const maximumPictureSize = 1_000_000;
/** Files that can be content at all: the largest site foreseen, 5,000 services in two languages, has 15,000. */
export const maximumFiles = 18_000;
const textFile = /\.(md|mdx|yaml)$/;

export const isTextFile = (path: string): boolean => textFile.test(path);
export const maximumSize = (path: string): number => (isTextFile(path) ? maximumTextSize : maximumPictureSize);

/** Reads the content folder once. Links are not followed, and a file that is too large is not read. */
export async function readFiles(folder: string): Promise<ContentFile[]> {
  const files: ContentFile[] = [];
  await readFolder(folder, '', files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readFolder(root: string, path: string, files: ContentFile[]): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const inside = path ? `${path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return readFolder(root, inside, files);
      if (entry.isSymbolicLink()) return void files.push({ path: inside, kind: 'link', size: 0, bytes: new Uint8Array() });
      if (!entry.isFile()) return void files.push({ path: inside, kind: 'other', size: 0, bytes: new Uint8Array() });
      const { size } = await lstat(join(root, inside));
      const bytes = size <= maximumSize(inside) ? await readFile(join(root, inside)) : new Uint8Array();
      files.push({ path: inside, kind: 'file', size, bytes });
    }),
  );
}
