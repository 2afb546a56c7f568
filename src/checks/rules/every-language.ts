import { kindOf } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { languages } from '../../i18n/languages.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import { adviceServiceId } from '../../kinds/service/services.ts';

/** This service must exist: it is the fallback that pages link to when they have no other contact. */
const adviceService = { folder: 'services', id: adviceServiceId } as const;

/** The languages are equal: every entry has its facts and a text in each language. */
export const everyLanguage = rule('every-language', {
  messages: {
    file: {
      fi: ['tiedosto puuttuu', 'Lisää tiedosto {name}.'],
      sv: ['filen saknas', 'Lägg till filen {name}.'],
      en: ['the file is missing', 'Add the file {name}.'],
    },
    text: {
      fi: ['tiedosto puuttuu', 'Lisää {text} samaan kansioon.'],
      sv: ['filen saknas', 'Lägg till {text} i samma mapp.'],
      en: ['the file is missing', 'Add {text} to the same folder.'],
    },
  },
  *find({ entries, files }) {
    const present = new Set(files.map(({ path }) => path));
    const hasAdvice = entries.some(
      ({ folder, id }) => folder === adviceService.folder && id === adviceService.id,
    );
    for (const { folder, id } of hasAdvice ? entries : [...entries, adviceService]) {
      const { name, text } = kindOf(folder);
      if (!text) continue;
      const facts = `${folder}/${id}/${name}.yaml`;
      if (!present.has(facts)) yield { at: startOf(facts), fault: 'file', name: `${name}.yaml` };
      for (const lang of languages) {
        const path = `${folder}/${id}/${lang}.${text.extension}`;
        if (!present.has(path)) yield { at: startOf(path), fault: 'text', text: languageNames[lang].text };
      }
    }
    for (const single of Object.values(singleFiles))
      if (!('optional' in single) && !present.has(single.file))
        yield { at: startOf(single.file), fault: 'file', name: single.file };
  },
});
