import { monthsSince } from '../../model/age.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Months after which a page should be compared with its sources again. */
const monthsUntilReview = 24;

export const recentReview = rule('recent-review', {
  level: 'warning',
  explain: {
    fi: ({ reviewed }: { reviewed: string }) => [`sivua on verrattu lähteisiin viimeksi ${reviewed}`, 'Tarkista tiedot ja kirjoita reviewed-kenttään tarkistuspäivä.'],
    sv: ({ reviewed }) => [`sidan jämfördes senast med källorna ${reviewed}`, 'Kontrollera uppgifterna och skriv dagen i fältet reviewed.'],
    en: ({ reviewed }) => [`the page was last compared with its sources on ${reviewed}`, 'Check the facts and write the day in the field reviewed.'],
  },
  find: ({ entries, now }: Reading) =>
    entries.flatMap(({ facts }) => {
      const reviewed = facts?.data?.['reviewed'];
      if (typeof reviewed !== 'string' || monthsSince(reviewed, now) <= monthsUntilReview) return [];
      return [{ at: { ...facts!.document.yaml.placeOf(['reviewed']), field: 'reviewed' }, reviewed }];
    }),
});
