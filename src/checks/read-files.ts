import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allKinds } from '../kinds/kinds.ts';
import { singleFiles } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { inCodeOrder } from '../model/order.ts';
import { drawPicture, mostCpuSeconds } from './draw-picture.ts';
import { type PictureFault, pictureType } from './picture.ts';

/** `size` is in bytes. `bytes` is empty for a link, an unreadable file or one that is too large. */
export type ContentFile = {
  path: string;
  kind: 'file' | 'link' | 'unreadable' | 'other';
  size: number;
  readonly bytes: Uint8Array;
  pictureFault?: PictureFault | undefined;
};

/** Maximum sizes in bytes: a text may be four times its longest body; translations have lines for every entry. */
const maximumSizes = [
  { files: new RegExp(`^${singleFiles.translations.file}$`), size: 10_000_000 },
  ...allKinds.flatMap(({ folder, text }) =>
    text ? [{ files: new RegExp(`^${folder}/.*\\.mdx?$`), size: 4 * text.longest + 5_000 }] : [],
  ),
  { files: /\/.*\.yaml$/, size: 30_000 },
  { files: /\.yaml$/, size: 200_000 },
  { files: /\.mdx?$/, size: 50_000 },
  { files: /$/, size: 1_000_000 },
];
/** Maximum number of files: the largest site foreseen, 5,000 services in two languages, has 15,000. */
export const maximumFiles = 18_000;
export const longestLine = 5_000;
/** Whether a text has a line that is too long to parse: some parsers would need minutes for it. */
export const hasLongLine = (text: string): boolean =>
  text.length > longestLine && text.split('\n').some((line) => line.length > longestLine);
const textFile = /\.(md|mdx|yaml)$/;
export const isTextFile = (path: string): boolean => textFile.test(path);
export const maximumSize = (path: string): number => maximumSizes.find(({ files }) => files.test(path))!.size;

/**
 * Reads the content folder. Links are not followed, too large files not read, and none when there are too many.
 * @param before files read earlier: a text that is the same is the same object, and is not parsed again
 * @throws a user-facing error when there is no such folder
 */
export function readFiles(folder: string, before: ContentFile[] = []): ContentFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw userError(
      `There is no content folder "${folder}". Set CONTENT_DIR to the folder that holds the content.`,
    );
  const paths: { path: string; kind: ContentFile['kind'] }[] = [];
  listFolder(folder, '', paths);
  paths.sort((a, b) => inCodeOrder(a.path, b.path));
  return paths.length > maximumFiles
    ? paths.map((found) => ({ ...found, size: 0, bytes: noBytes }))
    : asBefore(
        paths.flatMap(({ path, kind }) => readContentFile(folder, path, kind)),
        before,
      );
}

function asBefore(files: ContentFile[], before: ContentFile[]): ContentFile[] {
  const known = new Map(before.map((file) => [file.path, file]));
  return files.map((file) => {
    const old = known.get(file.path);
    const isSame =
      old?.size === file.size && isTextFile(file.path) && Buffer.compare(old.bytes, file.bytes) === 0;
    return isSame && old.kind === file.kind ? old : file;
  });
}

const noBytes = new Uint8Array();

/** Lists folders one after the other: for thousands of small files, that is twice as fast as in parallel. */
function listFolder(root: string, path: string, found: { path: string; kind: ContentFile['kind'] }[]): void {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const childPath = path ? `${path}/${entry.name}` : entry.name;
    const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';
    if (!entry.isDirectory()) found.push({ path: childPath, kind });
    else if (isReadable(join(root, childPath))) listFolder(root, childPath, found);
    else found.push({ path: childPath, kind: 'unreadable' });
  }
}

export function readContentFile(root: string, path: string, kind: ContentFile['kind']): ContentFile[] {
  const file = join(root, path);
  if (kind !== 'file') return [{ path, kind, size: 0, bytes: noBytes }];
  const size = lstatSync(file, { throwIfNoEntry: false })?.size;
  // The file was deleted meanwhile, like an editor's temporary file; or its name is not UTF-8, so it cannot
  // be opened.
  if (size === undefined)
    return path.includes('\uFFFD') ? [{ path, kind: 'unreadable', size: 0, bytes: noBytes }] : [];
  if (!isReadable(file)) return [{ path, kind: 'unreadable', size, bytes: noBytes }];
  if (size > maximumSize(path)) return [{ path, kind, size, bytes: noBytes }];
  if (isTextFile(path)) return [{ path, kind, size, bytes: readFileSync(file) }];
  // Thousands of pictures would not fit into memory, so each is read on demand.
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

/**
 * Seconds of processor time for all pictures: a start, and what an ordinary one takes. The rest is not drawn: the check
 * fails anyway.
 */
const drawingStart = 6;
const drawingEach = 0.3;

export async function examinePictures(files: ContentFile[]): Promise<void> {
  if (files.length > maximumFiles) return;
  let allowed = drawingStart;
  for (const file of files) {
    const type = pictureType(file.path);
    if (!type || file.kind !== 'file' || file.size === 0 || file.size > maximumSize(file.path)) continue;
    const { drawn, cpuSeconds } = await drawPicture(type, file.bytes, mostCpuSeconds);
    allowed += drawingEach - cpuSeconds;
    if (typeof drawn === 'string') file.pictureFault = drawn;
    else if (allowed < 0) file.pictureFault = 'elements';
    if (allowed < 0) return;
  }
}
