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
      const all = entries.flatMap((entry) => askedIn(entry, lang));
      // Told at each: whoever writes the word sees it, whichever of the files comes first.
      for (const same of Map.groupBy(all, ({ text }) => text.toLowerCase()).values())
        for (const asked of same) {
          const other = same.find(({ file }) => file !== asked.file)?.file;
          if (other) yield { at: asked.at, asked: asked.text, other };
        }
    }
  },
});
