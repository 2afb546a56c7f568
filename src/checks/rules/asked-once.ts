import { languages } from '../../i18n/languages.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A text under two services tells the search nothing of which one is meant. */
export const askedOnce = rule('asked-once', {
  level: 'warning',
  message: ({ asked, other }: { asked: string; other: string }) => ({
    fi: [
      `”${asked}” on myös tiedostossa ${other}`,
      'Jätä sana sille palvelulle, jota sillä useammin haetaan, ja poista se toiselta.',
    ],
    sv: [
      `”${asked}” finns också i ${other}`,
      'Låt ordet stå hos den tjänst som oftare söks med det och ta bort det från den andra.',
    ],
    en: [
      `“${asked}” is also in ${other}`,
      'Leave the word to the service that people mean more often, and remove it from the other.',
    ],
  }),
  find: ({ entries }: Reading) =>
    languages.flatMap((lang) => {
      const fileOf = new Map<string, string>();
      return entries.flatMap(({ asked }) =>
        ((asked?.data?.[lang] ?? []) as string[]).flatMap(
          (text, index): { at: Place; asked: string; other: string }[] => {
            const { file, yaml } = asked!.document;
            const other = fileOf.get(text.toLowerCase());
            fileOf.set(text.toLowerCase(), other ?? file);
            return other && other !== file
              ? [{ at: { ...yaml.placeOf([lang, index]), field: lang }, asked: text, other }]
              : [];
          },
        ),
      );
    }),
});
