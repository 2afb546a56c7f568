import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { singleFiles } from '../model/folders.ts';
import { mendable } from '../model/mendable.ts';

/** A file of the content folder as it lies on the disk. `bytes` is empty when the file is not read: a link, or too large. */
export type ContentFile = { path: string; kind: 'file' | 'link' | 'other'; size: number; bytes: Uint8Array };

export const maximumTextSize = 200_000;
export const maximumPictureSize = 1_000_000;
/** The file of confirmed translations has a few lines for every entry. */
const maximumTranslationsSize = 4_000_000;
/** Files that can be content at all: the largest site foreseen, 5,000 services in two languages, has 15,000. */
export const maximumFiles = 18_000;
const textFile = /\.(md|mdx|yaml)$/;

export const isTextFile = (path: string): boolean => textFile.test(path);
export const maximumSize = (path: string): number =>
  path === singleFiles.translations.file ? maximumTranslationsSize : isTextFile(path) ? maximumTextSize : maximumPictureSize;

/** Reads the content folder once. Links are not followed, and a file that is too large is not read. */
export function readFiles(folder: string): ContentFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw mendable(`There is no content folder "${folder}". Set CONTENT_DIR to the folder that holds the content.`);
  const files: ContentFile[] = [];
  readFolder(folder, '', files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads one file after the other: for thousands of small ones that is twice as fast as all at once. */
function readFolder(root: string, path: string, files: ContentFile[]): void {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const inside = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) readFolder(root, inside, files);
    else files.push(entry.isFile() ? readOne(root, inside) : { path: inside, kind: entry.isSymbolicLink() ? 'link' : 'other', size: 0, bytes: new Uint8Array() });
  }
}

function readOne(root: string, path: string): ContentFile {
  const { size } = lstatSync(join(root, path));
  return { path, kind: 'file', size, bytes: size <= maximumSize(path) ? readFileSync(join(root, path)) : new Uint8Array() };
}
