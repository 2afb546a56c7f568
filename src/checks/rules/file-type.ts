import { type BilingualFolder, bilingualFolders, singleFiles } from '../../model/folders.ts';
import { languages } from '../../i18n/languages.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

const pictures = ['png', 'jpg', 'jpeg', 'webp', 'svg'];

/** Only files that mean something lie in the content folder; all else would be forgotten there or published unseen. */
export const fileType = rule('file-type', {
  explain: {
    fi: () => ['tällaista tiedostoa ei ole sisällössä', 'Poista tiedosto tai siirrä se oikeaan kansioon (katso README.md).'],
    sv: () => ['en sådan fil hör inte till innehållet', 'Ta bort filen eller flytta den till rätt mapp (se README.md).'],
    en: () => ['a file like this does not belong to the content', 'Remove the file or move it to its folder (see README.md).'],
  },
  find: ({ files }: Reading) => files.filter(({ kind, path }) => kind === 'file' && !belongs(path)).map(({ path }) => ({ at: startOf(path) })),
});

function belongs(path: string): boolean {
  const [folder, , name, ...deeper] = path.split('/');
  if (deeper.length > 0) return false;
  if (path === 'README.md' || Object.values(singleFiles).some(({ file }) => file === path)) return true;
  if (/^contacts\/[^/]+\.yaml$/.test(path)) return true;
  const bilingual = bilingualFolders[folder as BilingualFolder];
  if (!bilingual || name === undefined) return false;
  return name === bilingual.facts || languages.some((lang) => name === `${lang}.${bilingual.extension}`) || pictures.includes(name.split('.').at(-1)!);
}
