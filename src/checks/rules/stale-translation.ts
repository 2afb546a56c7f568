import { type Lang, languages } from '../../i18n/languages.ts';
import { type Place, rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Finding = { at: Place; key: string } & ({ fault: 'unconfirmed' } | { fault: 'one' | 'both'; changed: Lang; said: string });

const remedy = (key: string): string => `npm run translations -- confirm ${key}`;

/** Texts were confirmed to say the same; when one changes, the other may have to follow. */
export const staleTranslation = rule('stale-translation', {
  level: 'warning',
  explain: {
    fi: (it: Finding) => {
      if (it.fault === 'unconfirmed') return ['kukaan ei ole vahvistanut, että kielet kertovat saman', `Vertaa tekstejä ja aja: ${remedy(it.key)}`];
      if (it.fault === 'both') return [`molempien kielten teksti on muuttunut: "${it.said}"`, `Vertaa tekstejä ja aja: ${remedy(it.key)}`];
      return [`${it.changed === 'fi' ? 'suomi on muuttunut, ruotsi ei' : 'ruotsi on muuttunut, suomi ei'}: "${it.said}"`, `Korjaa ${it.changed === 'fi' ? 'ruotsinkielinen' : 'suomenkielinen'} teksti, jos merkitys muuttui, ja aja: ${remedy(it.key)}`];
    },
    sv: (it) => {
      if (it.fault === 'unconfirmed') return ['ingen har bekräftat att språken säger samma sak', `Jämför texterna och kör: ${remedy(it.key)}`];
      if (it.fault === 'both') return [`texten har ändrats på båda språken: "${it.said}"`, `Jämför texterna och kör: ${remedy(it.key)}`];
      return [`${it.changed === 'fi' ? 'finskan har ändrats, svenskan inte' : 'svenskan har ändrats, finskan inte'}: "${it.said}"`, `Rätta den ${it.changed === 'fi' ? 'svenska' : 'finska'} texten om innehållet ändrades, och kör: ${remedy(it.key)}`];
    },
    en: (it) => {
      if (it.fault === 'unconfirmed') return ['nobody has confirmed that the languages say the same', `Compare the texts and run: ${remedy(it.key)}`];
      if (it.fault === 'both') return [`the text has changed in both languages: "${it.said}"`, `Compare the texts and run: ${remedy(it.key)}`];
      return [`${it.changed === 'fi' ? 'the Finnish has changed, the Swedish has not' : 'the Swedish has changed, the Finnish has not'}: "${it.said}"`, `Mend the ${it.changed === 'fi' ? 'Swedish' : 'Finnish'} text if the meaning changed, and run: ${remedy(it.key)}`];
    },
  },
  find: ({ singles, translations }: Reading) => {
    if (!singles.translations?.data) return [];
    return translations.flatMap(({ key, files, changes, placeOf }): Finding[] => {
      if (!changes) return [{ at: startOf(files.sv), key, fault: 'unconfirmed' }];
      const changed = languages.filter((lang) => changes[lang].first);
      if (changed.length === 0) return [];
      const first = changes[changed[0]!].first!;
      return [{ at: placeOf(changed[0]!, first), key, fault: changed.length === 1 ? 'one' : 'both', changed: changed[0]!, said: first.text }];
    });
  },
});
