import { monthsSince } from '../../model/age.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Months after which a page should be compared with its sources again. */
const monthsUntilReview = 24;

type Finding = { reviewed: string; ahead: boolean };

export const recentReview = rule('recent-review', {
  level: 'warning',
  explain: {
    fi: ({ reviewed, ahead }: Finding) => [ahead ? `päivä ${reviewed} on vasta tulossa` : `sivua on verrattu lähteisiin viimeksi ${reviewed}`, 'Tarkista tiedot ja kirjoita reviewed-kenttään tarkistuspäivä.'],
    sv: ({ reviewed, ahead }) => [ahead ? `dagen ${reviewed} har inte kommit än` : `sidan jämfördes senast med källorna ${reviewed}`, 'Kontrollera uppgifterna och skriv dagen i fältet reviewed.'],
    en: ({ reviewed, ahead }) => [ahead ? `the day ${reviewed} is still to come` : `the page was last compared with its sources on ${reviewed}`, 'Check the facts and write the day in the field reviewed.'],
  },
  find: ({ entries, now }: Reading) => {
    const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
    return entries.flatMap(({ facts }) => {
      const reviewed = facts?.data?.['reviewed'];
      if (typeof reviewed !== 'string') return [];
      const ahead = reviewed > tomorrow;
      if (!ahead && monthsSince(reviewed, now) <= monthsUntilReview) return [];
      return [{ at: { ...facts!.document.yaml.placeOf(['reviewed']), field: 'reviewed' }, reviewed, ahead }];
    });
  },
});
