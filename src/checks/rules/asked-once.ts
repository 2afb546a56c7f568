import { languages } from '../../i18n/languages.ts';
import { rule } from '../problem.ts';
import { askedIn } from '../reading.ts';

/** A text under two entries tells the search nothing of which one is meant. */
export const askedOnce = rule('asked-once', {
  level: 'warning',
  message: {
    fi: [
      '”{asked}” on myös tiedostossa {other}',
      'Jätä sana sinne, mitä sillä useammin haetaan, ja poista se toisesta.',
    ],
    sv: [
      '”{asked}” finns också i {other}',
      'Låt ordet stå där det oftare söks och ta bort det från den andra filen.',
    ],
    en: [
      '“{asked}” is also in {other}',
      'Leave the word to what people mean more often, and remove it from the other.',
    ],
  },
  *find({ entries }) {
    for (const lang of languages) {
      const fileOf = new Map<string, string>();
      for (const entry of entries)
        for (const asked of askedIn(entry, lang)) {
          const { text, file } = asked;
          const other = fileOf.get(text.toLowerCase()) ?? file;
          fileOf.set(text.toLowerCase(), other);
          if (other !== file) yield { at: asked.at, asked: text, other };
        }
    }
  },
});
