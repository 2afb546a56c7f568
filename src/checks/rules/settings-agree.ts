import { languages, type Localized } from '../../i18n/languages.ts';
import type { SiteFacts } from '../../schema/site-files.ts';
import { occurrences } from '../plain-language.ts';
import { rule } from '../problem.ts';
import { textsIn } from '../read-document.ts';
import type { Reading } from '../reading.ts';

/** What texts say of a setting while it is not filled in. */
const saidOfEmpty = {
  publisher: {
    fi: /ei ole[^.]*julkaisija|julkaisija\p{L}* ei ole|kun (?:sivustolla on )?julkaisija|julkaisija (?:täydentää|nimetään)/gu,
    sv: /ingen [^.]*utgivare|saknar [^.]*utgivare|utgivare[^.]* har (?:ännu )?inte|när en utgivare|utgivaren kompletterar/gu,
  },
  feedback: {
    fi: /ei ole[^.]*palauteosoit|palauteosoit\p{L}* (?:ei ole|tulee|annetaan)/gu,
    sv: /ingen [^.]*responsadress|saknar [^.]*responsadress|responsadress[^.]* (?:saknas|har (?:ännu )?inte|när utgivaren)/gu,
  },
  licence: {
    fi: /ei ole[^.]*lisenssi|lisenssi\p{L}* ei ole/gu,
    sv: /ingen [^.]*licens|saknar [^.]*licens|licens[^.]* har (?:ännu )?inte/gu,
  },
} satisfies Record<string, Localized<RegExp>>;
type Setting = keyof typeof saidOfEmpty;

/** What texts say of a time before the site goes public. */
const saidBeforehand: Localized<RegExp> = {
  fi: /ennen käyttöönottoa|kun palvelin on valittu/gu,
  sv: /innan webbplatsen tas i bruk|när servern har valts/gu,
};

/** The site must not say that something is missing once it is there. */
export const settingsAgree = rule('settings-agree', {
  messages: {
    filled: {
      fi: ['"{found}": kenttä {setting} on jo täytetty tiedostossa site.yaml', 'Korjaa virke.'],
      sv: ['"{found}": fältet {setting} är redan ifyllt i site.yaml', 'Rätta meningen.'],
      en: ['"{found}": the field {setting} is filled in by now in site.yaml', 'Mend the sentence.'],
    },
    beforehand: {
      fi: [
        '"{found}" ei pidä paikkaansa, kun sivusto on julkinen',
        'Tee se, mitä virke lupaa, ja kirjoita, miten asia nyt on. Kokeilla voi ilman asetusta PRODUCTION=1.',
      ],
      sv: [
        '"{found}" stämmer inte när webbplatsen är offentlig',
        'Gör det som meningen lovar och skriv hur det är nu. Utan inställningen PRODUCTION=1 går det att pröva.',
      ],
      en: [
        '"{found}" does not hold once the site is public',
        'Do what the sentence promises, and write how it is now. To try the site out, leave out PRODUCTION=1.',
      ],
    },
  },
  *find(reading) {
    const site = reading.singles.site?.document.yaml.data as Partial<SiteFacts> | undefined;
    if (!site) return;
    const filled = (Object.keys(saidOfEmpty) as Setting[]).filter((setting) => site[setting]);
    if (filled.length === 0 && !reading.production) return;
    for (const { text, lang, placeOf } of [...passagesOf(reading), ...statementTexts(reading)]) {
      for (const setting of filled)
        for (const words of occurrences(saidOfEmpty[setting][lang], text))
          yield { at: placeOf(words.offset), fault: 'filled', setting, ...words };
      if (reading.production)
        for (const words of occurrences(saidBeforehand[lang], text))
          yield { at: placeOf(words.offset), fault: 'beforehand', ...words };
    }
  },
});

/** Running text of the pages about the site itself: a service may well speak of licences that others lack. */
const passagesOf = ({ bodies }: Reading) =>
  bodies.filter(({ document }) => document.folder === 'pages').flatMap(({ passages }) => passages);

function statementTexts({ singles }: Reading) {
  const { yaml } = singles.site!.document;
  const { accessibilityStatement } = yaml.data as Partial<SiteFacts>;
  return textsIn(accessibilityStatement, ['accessibilityStatement']).flatMap(({ path, text }) =>
    languages
      .filter((lang) => path.includes(lang))
      .map((lang) => ({ text, lang, placeOf: () => yaml.placeOf(path) })),
  );
}
