import { kindOf } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import { adviceServiceId } from '../../kinds/service/services.ts';

/** This service must exist: it is the fallback that pages link to when they have no other contact. */
const adviceService = { folder: 'services', id: adviceServiceId } as const;

/** The languages are equal: every entry has its facts and a text in each language. */
export const everyLanguage = rule('every-language', {
  message: ({ name, lang }: { name: string; lang?: Lang | undefined }) => ({
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
  *find({ entries, files }) {
    const present = new Set(files.map(({ path }) => path));
    const hasAdvice = entries.some(
      ({ folder, id }) => folder === adviceService.folder && id === adviceService.id,
    );
    for (const { folder, id } of hasAdvice ? entries : [...entries, adviceService]) {
      const { name, text } = kindOf(folder);
      for (const lang of text ? [undefined, ...languages] : []) {
        const file = lang ? `${lang}.${text!.extension}` : `${name}.yaml`;
        const path = `${folder}/${id}/${file}`;
        if (!present.has(path)) yield { at: startOf(path), name: file, lang };
      }
    }
    for (const single of Object.values(singleFiles))
      if (!('optional' in single) && !present.has(single.file))
        yield { at: startOf(single.file), name: single.file };
  },
});
