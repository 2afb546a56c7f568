import { type Lang, languages } from '../../i18n/languages.ts';
import { inEditorLanguages, type Sentence } from '../../schema/sentences.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import { changedLanguages } from '../translation-pairs.ts';

const unconfirmed: Sentence = {
  fi: 'kukaan ei ole vahvistanut, että kielet kertovat saman',
  sv: 'ingen har bekräftat att språken säger samma sak',
  en: 'nobody has confirmed that the languages say the same',
};
const isChanged: Sentence = { fi: 'on muuttunut', sv: 'har ändrats', en: 'has changed' };
const isSame: Sentence = { fi: 'on ennallaan', sv: 'är oförändrad', en: 'is unchanged' };

/** For example "suomi on muuttunut, ruotsi on ennallaan". */
export const confirmationState = (changed: Lang[] | undefined): Sentence =>
  changed
    ? inEditorLanguages((lang) =>
        languages
          .map((of) => `${languageNames[of].name[lang]} ${(changed.includes(of) ? isChanged : isSame)[lang]}`)
          .join(', '),
      )
    : unconfirmed;

const compare = {
  fi: 'Vertaa tekstejä ja aja: npm run translations -- confirm {key}',
  sv: 'Jämför texterna och kör: npm run translations -- confirm {key}',
  en: 'Compare the texts and run: npm run translations -- confirm {key}',
} as const satisfies Sentence;

/** When one text changes after the translations were confirmed, the others may need the same change. */
export const staleTranslation = rule('stale-translation', {
  level: 'warning',
  messages: {
    unconfirmed: {
      fi: ['{state}', compare.fi],
      sv: ['{state}', compare.sv],
      en: ['{state}', compare.en],
    },
    all: {
      fi: ['kaikkien kielten teksti on muuttunut: "{said}"', compare.fi],
      sv: ['texten har ändrats på alla språk: "{said}"', compare.sv],
      en: ['the text has changed in all languages: "{said}"', compare.en],
    },
    some: {
      fi: [
        '{state}: "{said}"',
        'Korjaa {others}, jos merkitys muuttui, ja aja: npm run translations -- confirm {key}',
      ],
      sv: [
        '{state}: "{said}"',
        'Rätta {others} om innehållet ändrades, och kör: npm run translations -- confirm {key}',
      ],
      en: [
        '{state}: "{said}"',
        'Mend {others} if the meaning changed, and run: npm run translations -- confirm {key}',
      ],
    },
  },
  *find({ singles, translations }) {
    if (!singles.translations?.data) return;
    for (const { key, files, changes, placeOf } of translations) {
      const changed = changedLanguages(changes);
      const state = confirmationState(changed);
      if (!changes || !changed) {
        yield { at: startOf(files[languages.at(-1)!]), fault: 'unconfirmed', key, state };
        continue;
      }
      const [lang] = changed;
      if (!lang) continue;
      const { text: said } = changes[lang].first!;
      const at = placeOf(lang, changes[lang].first!);
      const same = languages.filter((of) => !changed.includes(of));
      const others = inEditorLanguages((of) => same.map((other) => languageNames[other].text[of]).join(', '));
      if (same.length === 0) yield { at, fault: 'all', key, said };
      else yield { at, fault: 'some', key, said, state, others };
    }
  },
});
