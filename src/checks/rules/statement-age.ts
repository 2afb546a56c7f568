import { isToCome } from '../../model/age.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A review on a day to come is a mistake; one that is long ago is none (`falls-due`). */
export const statementAge = rule('statement-age', {
  message: ({ reviewed }: { reviewed: string }) => ({
    fi: [`päivä ${reviewed} on vasta tulossa`, 'Kirjoita päivä, jona seloste on viimeksi tarkistettu.'],
    sv: [`dagen ${reviewed} har inte kommit än`, 'Skriv dagen då utlåtandet senast granskades.'],
    en: [`the day ${reviewed} is still to come`, 'Write the day when the statement was last reviewed.'],
  }),
  find: ({ singles, now }: Reading) => {
    const { reviewed } = (singles.site?.data?.['accessibilityStatement'] ?? {}) as { reviewed?: string };
    if (!reviewed || !isToCome(reviewed, now)) return [];
    return [
      {
        at: {
          ...singles.site!.document.yaml.placeOf(['accessibilityStatement', 'reviewed']),
          field: 'reviewed',
        },
        reviewed,
      },
    ];
  },
});
