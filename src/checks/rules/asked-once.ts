import { languages } from '../../i18n/languages.ts';
import { rule } from '../problem.ts';

/** A text under two services tells the search nothing of which one is meant. */
export const askedOnce = rule('asked-once', {
  level: 'warning',
  message: {
    fi: [
      '”{asked}” on myös tiedostossa {other}',
      'Jätä sana sille palvelulle, jota sillä useammin haetaan, ja poista se toiselta.',
    ],
    sv: [
      '”{asked}” finns också i {other}',
      'Låt ordet stå hos den tjänst som oftare söks med det och ta bort det från den andra.',
    ],
    en: [
      '“{asked}” is also in {other}',
      'Leave the word to the service that people mean more often, and remove it from the other.',
    ],
  },
  *find({ entries }) {
    for (const lang of languages) {
      const fileOf = new Map<string, string>();
      for (const { asked } of entries)
        for (const [index, text] of ((asked?.data?.[lang] ?? []) as string[]).entries()) {
          const { file, yaml } = asked!.document;
          const other = fileOf.get(text.toLowerCase()) ?? file;
          fileOf.set(text.toLowerCase(), other);
          if (other !== file)
            yield { at: { ...yaml.placeOf([lang, index]), field: lang }, asked: text, other };
        }
    }
  },
});
