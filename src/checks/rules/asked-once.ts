import { languages } from '../../i18n/languages.ts';
import { rule } from '../problem.ts';
import { askedIn } from '../reading.ts';

/** A text under two entries tells the search nothing of which one is meant. */
export const askedOnce = rule('asked-once', {
  level: 'warning',
  messages: {
    word: {
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
    copy: {
      fi: ['{file} on melkein sama kuin {other}', 'Kirjoita omat sanat: poista ne, jotka kuuluvat toiseen.'],
      sv: ['{file} är nästan samma som {other}', 'Skriv egna ord: ta bort de som hör till den andra.'],
      en: ['{file} is almost the same as {other}', 'Write words of its own: remove those of the other.'],
    },
  },
  *find({ entries }) {
    for (const lang of languages) {
      const all = entries.flatMap((entry) => askedIn(entry, lang));
      // Told at each: whoever writes the word sees it, whichever of the files comes first.
      const shared = Map.groupBy(all, ({ text }) => text.toLowerCase())
        .values()
        .flatMap((same) =>
          same.flatMap((asked) => {
            const other = same.find(({ file }) => file !== asked.file)?.file;
            return other ? [{ asked, other }] : [];
          }),
        );
      const counts = Map.groupBy(all, ({ file }) => file);
      for (const [file, found] of Map.groupBy(shared, ({ asked }) => asked.file)) {
        const isCopy = found.length >= fewestOfCopy && found.length * 2 > counts.get(file)!.length;
        const [{ asked: first, other: from }] = found as [(typeof found)[0]];
        if (isCopy) yield { at: first.at, fault: 'copy', file, other: from };
        else
          for (const { asked, other } of found)
            yield { at: asked.at, fault: 'word', asked: asked.text, other };
      }
    }
  },
});

/** So many shared words, and most of a file, come from copying another. */
const fewestOfCopy = 10;
