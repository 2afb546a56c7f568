import { type Lang, languages } from '../../i18n/languages.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { languageNames } from '../language-names.ts';
import { rule, startOf } from '../problem.ts';
import { changedLanguages, confirmationState } from '../translation-pairs.ts';

type Unconfirmed = { key: string };
type Changed = Unconfirmed & { changed: Lang[]; said: string };

const command = (key: string): string => `npm run translations -- confirm ${key}`;

const otherTexts = (changed: Lang[], lang: EditorLang): string =>
  languages
    .filter((of) => !changed.includes(of))
    .map((of) => languageNames[lang][of].text)
    .join(', ');

/** When one text changes after the translations were confirmed, the others may need the same change. */
export const staleTranslation = rule('stale-translation', {
  level: 'warning',
  messages: {
    unconfirmed: ({ key }: Unconfirmed) => ({
      fi: [confirmationState(undefined, 'fi'), `Vertaa tekstejä ja aja: ${command(key)}`],
      sv: [confirmationState(undefined, 'sv'), `Jämför texterna och kör: ${command(key)}`],
      en: [confirmationState(undefined, 'en'), `Compare the texts and run: ${command(key)}`],
    }),
    all: ({ key, said }: Changed) => ({
      fi: [`kaikkien kielten teksti on muuttunut: "${said}"`, `Vertaa tekstejä ja aja: ${command(key)}`],
      sv: [`texten har ändrats på alla språk: "${said}"`, `Jämför texterna och kör: ${command(key)}`],
      en: [`the text has changed in all languages: "${said}"`, `Compare the texts and run: ${command(key)}`],
    }),
    some: ({ key, changed, said }: Changed) => ({
      fi: [
        `${confirmationState(changed, 'fi')}: "${said}"`,
        `Korjaa ${otherTexts(changed, 'fi')}, jos merkitys muuttui, ja aja: ${command(key)}`,
      ],
      sv: [
        `${confirmationState(changed, 'sv')}: "${said}"`,
        `Rätta ${otherTexts(changed, 'sv')} om innehållet ändrades, och kör: ${command(key)}`,
      ],
      en: [
        `${confirmationState(changed, 'en')}: "${said}"`,
        `Mend ${otherTexts(changed, 'en')} if the meaning changed, and run: ${command(key)}`,
      ],
    }),
  },
  *find({ singles, translations }) {
    if (!singles.translations?.data) return;
    for (const { key, files, changes, placeOf } of translations) {
      if (!changes) {
        yield { at: startOf(files[languages.at(-1)!]), fault: 'unconfirmed', key };
        continue;
      }
      const changed = changedLanguages(changes)!;
      if (changed.length === 0) continue;
      const first = changes[changed[0]!].first!;
      yield {
        at: placeOf(changed[0]!, first),
        fault: changed.length < languages.length ? 'some' : 'all',
        key,
        changed,
        said: first.text,
      };
    }
  },
});
