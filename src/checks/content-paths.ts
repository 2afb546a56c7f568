import { toAddress } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import { bilingualFolders, isBilingualFolder, singleFiles, yamlFolders } from '../model/folders.ts';
import { pictureTypes } from './picture.ts';

/** Whether the content has a place for a file of this name. */
export function belongs(path: string): boolean {
  const name = path.split('/').at(-1)!;
  return permittedBeside(path).some(
    (permitted) => permitted === name || (permitted.startsWith('*.') && name.endsWith(permitted.slice(1))),
  );
}

/** What may lie in the folder of a file: names of files, `*.png` for any name, `contacts/` for a folder. */
export function permittedBeside(path: string): string[] {
  const [folder = '', ...below] = path.split('/');
  if (below.length === 2 && isBilingualFolder(folder)) {
    const { facts, extension } = bilingualFolders[folder];
    return [
      facts,
      ...languages.map((lang) => `${lang}.${extension}`),
      ...pictureTypes.map((type) => `*.${type}`),
    ];
  }
  if (below.length === 1 && Object.hasOwn(yamlFolders, folder)) return ['*.yaml'];
  const folders = [
    ...Object.keys(bilingualFolders).map((name) => `${name}/*/`),
    ...Object.keys(yamlFolders).map((name) => `${name}/`),
  ];
  return below.length === 0
    ? ['README.md', ...Object.values(singleFiles).map(({ file }) => file), ...folders]
    : folders;
}

/** Windows keeps these names for devices, with any extension. */
export const deviceOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

const soundPath = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/;

/** The path as it should be; the same path when it is in order. */
export function betterPath(path: string): string {
  if (
    path === 'README.md' ||
    (soundPath.test(path) && !path.split('/').some((part) => deviceOnWindows.test(part)))
  )
    return path;
  const parts = path.split('/');
  const [, name = '', extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(parts.pop()!)!;
  return [...parts.map(betterName), betterName(name) + extension.toLowerCase()].join('/');
}

function betterName(name: string): string {
  const plain = toAddress(name) || 'nimi';
  return deviceOnWindows.test(plain) ? `${plain}-1` : plain;
}
