import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { singleFiles } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { inCodeOrder } from '../model/order.ts';
import { type PictureFault, pictureType } from './picture.ts';

/**
 * A file of the content folder as it lies on the disk. `bytes` is empty when the file is not read: a link, unreadable, or too large.
 * What is wrong with a picture is known once `examinePictures` has decoded it.
 */
export type ContentFile = {
  path: string;
  kind: 'file' | 'link' | 'unreadable' | 'other';
  size: number;
  readonly bytes: Uint8Array;
  pictureFault?: PictureFault | undefined;
};

/** Bytes that a file may have. The longest body permitted is a quarter of such a text; confirmed translations have a few lines for every entry. */
const maximumSizes = [
  { files: new RegExp(`^${singleFiles.translations.file}$`), size: 4_000_000 },
  { files: /\.mdx?$/, size: 50_000 },
  { files: /\.yaml$/, size: 200_000 },
  { files: /$/, size: 1_000_000 },
];
/** Files that can be content at all: the largest site foreseen, 5,000 services in two languages, has 15,000. */
export const maximumFiles = 18_000;
/** Characters that a line may have. */
export const longestLine = 5_000;
/** Whether a text has a line that no parser should meet: some would need minutes for it. */
export const hasLongLine = (text: string): boolean =>
  text.length > longestLine && text.split('\n').some((line) => line.length > longestLine);
const textFile = /\.(md|mdx|yaml)$/;

export const isTextFile = (path: string): boolean => textFile.test(path);
export const maximumSize = (path: string): number => maximumSizes.find(({ files }) => files.test(path))!.size;

/** Reads the content folder once. Links are not followed, and a file that is too large is not read; of too many files none is. */
export function readFiles(folder: string): ContentFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw userError(
      `There is no content folder "${folder}". Set CONTENT_DIR to the folder that holds the content.`,
    );
  const paths: { path: string; kind: ContentFile['kind'] }[] = [];
  listFolder(folder, '', paths);
  paths.sort((a, b) => inCodeOrder(a.path, b.path));
  return paths.length > maximumFiles
    ? paths.map((found) => ({ ...found, size: 0, bytes: nothing }))
    : paths.flatMap(({ path, kind }) => readOne(folder, path, kind));
}

const nothing = new Uint8Array();

/** Lists one folder after the other: for thousands of small files that is twice as fast as all at once. */
function listFolder(root: string, path: string, found: { path: string; kind: ContentFile['kind'] }[]): void {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const inside = path ? `${path}/${entry.name}` : entry.name;
    const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';
    if (!entry.isDirectory()) found.push({ path: inside, kind });
    else if (isReadable(join(root, inside))) listFolder(root, inside, found);
    else found.push({ path: inside, kind: 'unreadable' });
  }
}

function readOne(root: string, path: string, kind: ContentFile['kind']): ContentFile[] {
  const file = join(root, path);
  if (kind !== 'file') return [{ path, kind, size: 0, bytes: nothing }];
  const size = lstatSync(file, { throwIfNoEntry: false })?.size;
  // An editor's own file that was there a moment ago; or one whose name is in another encoding, by which it cannot be opened.
  if (size === undefined)
    return path.includes('\uFFFD') ? [{ path, kind: 'unreadable', size: 0, bytes: nothing }] : [];
  if (!isReadable(file)) return [{ path, kind: 'unreadable', size, bytes: nothing }];
  if (size > maximumSize(path)) return [{ path, kind, size, bytes: nothing }];
  if (isTextFile(path)) return [{ path, kind, size, bytes: readFileSync(file) }];
  // Thousands of pictures would not fit into memory, so each is read when it is judged.
  return [
    {
      path,
      kind,
      size,
      get bytes() {
        return readFileSync(file);
      },
    },
  ];
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Decodes every picture once, one after the other: many at a time would not fit into memory. */
export async function examinePictures(files: ContentFile[]): Promise<void> {
  if (files.length > maximumFiles) return;
  for (const file of files) {
    const type = pictureType(file.path);
    if (!type || file.kind !== 'file' || file.size === 0 || file.size > maximumSize(file.path)) continue;
    const { examinePicture } = await import('./decode-picture.ts');
    file.pictureFault = await examinePicture(type, file.bytes);
  }
}
