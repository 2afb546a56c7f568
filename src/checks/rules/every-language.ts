import { kindOf } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { adviceServiceId } from '../../kinds/service/services.ts';

/** This service must exist: it is the fallback that pages link to when they have no other contact. */
const adviceService = { folder: 'services', id: adviceServiceId } as const;

/** The languages are equal: every entry has its facts and a text in each language. */
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
    const required = entries.some(
      ({ folder, id }) => folder === adviceService.folder && id === adviceService.id,
    )
      ? entries
      : [...entries, adviceService];
    const entryFiles = required.flatMap(({ folder, id }): { name: string; path: string; lang?: Lang }[] => {
      const { name, text } = kindOf(folder);
      if (!text) return [];
      const texts = languages.map((lang) => ({ name: `${lang}.${text.extension}`, lang }));
      return [{ name: `${name}.yaml` }, ...texts].map((file) => ({
        ...file,
        path: `${folder}/${id}/${file.name}`,
      }));
    });
    const singleNames = Object.values(singleFiles)
      .filter((single) => !('optional' in single))
      .map(({ file }) => ({ name: file, path: file }));
    return [...entryFiles, ...singleNames]
      .filter(({ path }) => !present.has(path))
      .map(({ path, ...file }) => ({ at: startOf(path), ...file }));
  },
});
