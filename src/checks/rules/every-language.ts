import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { adviceServiceId } from '../../model/lookup.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** The advice service: the pages lead to it where they know no other way. */
const needed = { folder: 'services', id: adviceServiceId } as const;

/** The languages are equal: an entry has its facts and a text in every language. */
export const everyLanguage = rule('every-language', {
  message: ({ name, lang }: { name: string; lang?: Lang }) => ({
    fi: [
      'tiedosto puuttuu',
      lang ? `Lisää ${languageNames.fi[lang].text} samaan kansioon.` : `Lisää tiedosto ${name}.`,
    ],
    sv: [
      'filen saknas',
      lang ? `Lägg till ${languageNames.sv[lang].text} i samma mapp.` : `Lägg till filen ${name}.`,
    ],
    en: [
      'the file is missing',
      lang ? `Add ${languageNames.en[lang].text} to the same folder.` : `Add the file ${name}.`,
    ],
  }),
  find: ({ entries, files }: Reading) => {
    const present = new Set(files.map(({ path }) => path));
    const known = entries.some(({ folder, id }) => folder === needed.folder && id === needed.id)
      ? entries
      : [...entries, needed];
    const wanted = known.flatMap(({ folder, id }): { name: string; path: string; lang?: Lang }[] => {
      const { facts, extension } = bilingualFolders[folder];
      const texts = languages.map((lang) => ({ name: `${lang}.${extension}`, lang }));
      return [{ name: facts }, ...texts].map((file) => ({ ...file, path: `${folder}/${id}/${file.name}` }));
    });
    const singles = Object.values(singleFiles)
      .filter((single) => !('optional' in single))
      .map(({ file }) => ({ name: file, path: file }));
    return [...wanted, ...singles]
      .filter(({ path }) => !present.has(path))
      .map(({ path, ...file }) => ({ at: startOf(path), ...file }));
  },
});
