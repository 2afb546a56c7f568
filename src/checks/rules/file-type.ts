import { bilingualFolders, isBilingualFolder, singleFiles, yamlFolders } from '../../model/folders.ts';
import { languages } from '../../i18n/languages.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { betterPath } from './file-name.ts';

const pictures = ['png', 'jpg', 'jpeg', 'webp', 'svg'];

/** Only files that mean something lie in the content folder; all else would be forgotten there or published unseen. */
export const fileType = rule('file-type', {
  explain: {
    fi: ({ names }: { names: string[] }) => ['tällainen tiedosto ei kuulu tähän kansioon', `Poista se, siirrä se tai anna sille oikea nimi. Tänne kuuluvat: ${names.join(', ')}.`],
    sv: ({ names }) => ['en sådan fil hör inte till den här mappen', `Ta bort filen, flytta den eller ge den rätt namn. Hit hör: ${names.join(', ')}.`],
    en: ({ names }) => ['a file like this does not belong to this folder', `Remove it, move it or give it its right name. What belongs here: ${names.join(', ')}.`],
  },
  find: ({ files }: Reading) =>
    // A name that is merely misspelt is told by its own rule.
    files.flatMap(({ kind, path }) => (kind === 'file' && !belongs(path) && !belongs(betterPath(path)) ? [{ at: startOf(path), names: permittedBeside(path) }] : [])),
});

/** Whether the content has a place for a file of this name. */
export function belongs(path: string): boolean {
  const name = path.split('/').at(-1)!;
  return permittedBeside(path).some((permitted) => permitted === name || (permitted.startsWith('*.') && name.endsWith(permitted.slice(1))));
}

/** What may lie in the folder of a file: names of files, `*.png` for any name, `contacts/` for a folder. */
function permittedBeside(path: string): string[] {
  const [folder = '', ...below] = path.split('/');
  if (below.length === 2 && isBilingualFolder(folder)) {
    const { facts, extension } = bilingualFolders[folder];
    return [facts, ...languages.map((lang) => `${lang}.${extension}`), ...pictures.map((picture) => `*.${picture}`)];
  }
  if (below.length === 1 && Object.hasOwn(yamlFolders, folder)) return ['*.yaml'];
  const folders = [...Object.keys(bilingualFolders).map((name) => `${name}/*/`), ...Object.keys(yamlFolders).map((name) => `${name}/`)];
  return below.length === 0 ? ['README.md', ...Object.values(singleFiles).map(({ file }) => file), ...folders] : folders;
}
