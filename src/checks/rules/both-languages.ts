import { bilingualFolders, singleFiles } from '../../model/folders.ts';
import { languages } from '../../i18n/languages.ts';
import { adviceServiceId } from '../../model/lookup.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** The advice service: the pages lead to it where they know no other way. */
const needed = { folder: 'services', id: adviceServiceId } as const;

/** Finnish and Swedish are equal: an entry has its facts and a text in every language. */
export const bothLanguages = rule('both-languages', {
  explain: {
    fi: ({ name }: { name: string }) => ['tiedosto puuttuu', name.startsWith('sv') ? 'Lisää ruotsinkielinen teksti samaan kansioon.' : name.startsWith('fi') ? 'Lisää suomenkielinen teksti samaan kansioon.' : `Lisää tiedosto ${name}.`],
    sv: ({ name }) => ['filen saknas', name.startsWith('sv') ? 'Lägg till den svenska texten i samma mapp.' : name.startsWith('fi') ? 'Lägg till den finska texten i samma mapp.' : `Lägg till filen ${name}.`],
    en: ({ name }) => ['the file is missing', name.startsWith('sv') ? 'Add the Swedish text to the same folder.' : name.startsWith('fi') ? 'Add the Finnish text to the same folder.' : `Add the file ${name}.`],
  },
  find: ({ entries, files }: Reading) => {
    const present = new Set(files.map(({ path }) => path));
    const known = entries.some(({ folder, id }) => folder === needed.folder && id === needed.id) ? entries : [...entries, needed];
    const wanted = known.flatMap(({ folder, id }) =>
      [bilingualFolders[folder].facts, ...languages.map((lang) => `${lang}.${bilingualFolders[folder].extension}`)].map((name) => ({ name, path: `${folder}/${id}/${name}` })),
    );
    const singles = Object.values(singleFiles).filter((single) => !('optional' in single)).map(({ file }) => ({ name: file, path: file }));
    return [...wanted, ...singles].filter(({ path }) => !present.has(path)).map(({ name, path }) => ({ at: startOf(path), name }));
  },
});
