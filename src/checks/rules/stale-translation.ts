import { type Lang, languages } from '../../i18n/languages.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { languageNames } from '../language-names.ts';
import { type Place, rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { changedLanguages, confirmationState } from '../translation-pairs.ts';

type Finding = { at: Place; key: string } & (
  { fault: 'unconfirmed' } | { fault: 'some' | 'all'; changed: Lang[]; said: string }
);

const remedy = (key: string): string => `npm run translations -- confirm ${key}`;

const others = (changed: Lang[], lang: EditorLang): string =>
  languages
    .filter((of) => !changed.includes(of))
    .map((of) => languageNames[lang][of].text)
    .join(', ');

/** Texts were confirmed to say the same; when one changes, the others may have to follow. */
export const staleTranslation = rule('stale-translation', {
  level: 'warning',
  explain: {
    fi: (it: Finding) => {
      if (it.fault === 'unconfirmed')
        return [confirmationState(undefined, 'fi'), `Vertaa tekstejä ja aja: ${remedy(it.key)}`];
      if (it.fault === 'all')
        return [
          `kaikkien kielten teksti on muuttunut: "${it.said}"`,
          `Vertaa tekstejä ja aja: ${remedy(it.key)}`,
        ];
      return [
        `${confirmationState(it.changed, 'fi')}: "${it.said}"`,
        `Korjaa ${others(it.changed, 'fi')}, jos merkitys muuttui, ja aja: ${remedy(it.key)}`,
      ];
    },
    sv: (it) => {
      if (it.fault === 'unconfirmed')
        return [confirmationState(undefined, 'sv'), `Jämför texterna och kör: ${remedy(it.key)}`];
      if (it.fault === 'all')
        return [
          `texten har ändrats på alla språk: "${it.said}"`,
          `Jämför texterna och kör: ${remedy(it.key)}`,
        ];
      return [
        `${confirmationState(it.changed, 'sv')}: "${it.said}"`,
        `Rätta ${others(it.changed, 'sv')} om innehållet ändrades, och kör: ${remedy(it.key)}`,
      ];
    },
    en: (it) => {
      if (it.fault === 'unconfirmed')
        return [confirmationState(undefined, 'en'), `Compare the texts and run: ${remedy(it.key)}`];
      if (it.fault === 'all')
        return [
          `the text has changed in all languages: "${it.said}"`,
          `Compare the texts and run: ${remedy(it.key)}`,
        ];
      return [
        `${confirmationState(it.changed, 'en')}: "${it.said}"`,
        `Mend ${others(it.changed, 'en')} if the meaning changed, and run: ${remedy(it.key)}`,
      ];
    },
  },
  find: ({ singles, translations }: Reading) => {
    if (!singles.translations?.data) return [];
    return translations.flatMap(({ key, files, changes, placeOf }): Finding[] => {
      if (!changes) return [{ at: startOf(files[languages.at(-1)!]), key, fault: 'unconfirmed' }];
      const changed = changedLanguages(changes)!;
      if (changed.length === 0) return [];
      const first = changes[changed[0]!].first!;
      return [
        {
          at: placeOf(changed[0]!, first),
          key,
          fault: changed.length < languages.length ? 'some' : 'all',
          changed,
          said: first.text,
        },
      ];
    });
  },
});
