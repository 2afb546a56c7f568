import { toAddress } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { allKinds, isFolder, kindOf } from '../kinds/kinds.ts';
import { singleFiles } from '../model/folders.ts';
import { pictureTypes } from './picture.ts';

export function belongs(path: string): boolean {
  const name = path.split('/').at(-1)!;
  return permittedBeside(path).some(
    (permitted) => permitted === name || (permitted.startsWith('*.') && name.endsWith(permitted.slice(1))),
  );
}

/** What the folder of a file may contain: file names, `*.png`, or `contacts/` for a folder. */
export function permittedBeside(path: string): string[] {
  const [folder = '', ...segmentsBelow] = path.split('/');
  const kind = isFolder(folder) ? kindOf(folder) : undefined;
  if (kind?.text && segmentsBelow.length === 2)
    return [
      `${kind.name}.yaml`,
      ...(kind.asked ? ['asked.yaml'] : []),
      ...languages.map((lang) => `${lang}.${kind.text!.extension}`),
      ...pictureTypes.map((type) => `*.${type}`),
    ];
  if (kind && !kind.text && segmentsBelow.length === 1) return ['*.yaml'];
  const folders = allKinds.map(({ folder, text }) => (text ? `${folder}/*/` : `${folder}/`));
  return segmentsBelow.length === 0
    ? ['README.md', ...Object.values(singleFiles).map(({ file }) => file), ...folders]
    : folders;
}

/** Names that Windows reserves for devices, with any extension. */
export const deviceOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/** Characters that a name may have: file systems permit 255 bytes, with what is added when pages are made. */
const longestName = 100;
const validPath = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/;

/** The nearest valid path; the path itself when it is valid already. */
export function betterPath(path: string): string {
  if (
    path === 'README.md' ||
    (validPath.test(path) &&
      !path.split('/').some((segment) => deviceOnWindows.test(segment) || segment.length > longestName))
  )
    return path;
  const folders = path.split('/');
  const [, name = '', extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(folders.pop()!)!;
  return [...folders.map(betterName), betterName(name) + extension.toLowerCase()].join('/');
}

function betterName(name: string): string {
  const slug =
    toAddress(name)
      .slice(0, longestName - 20)
      .replace(/-+$/, '') || 'nimi';
  return deviceOnWindows.test(slug) ? `${slug}-1` : slug;
}
