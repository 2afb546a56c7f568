import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { isToCome } from '../../model/age.ts';
import { daysBetween } from '../../schema/dates.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** The act on digital services (306/2019) asks for a review at least once a year. */
const daysUntilReview = 365;

export const statementAge = rule('statement-age', {
  explain: {
    fi: ({ reviewed, ahead }: { reviewed: string; ahead: boolean }) =>
      ahead
        ? [`päivä ${reviewed} on vasta tulossa`, 'Kirjoita päivä, jona seloste on viimeksi tarkistettu.']
        : [
            `saavutettavuusseloste on tarkistettu viimeksi ${reviewed}, yli vuosi sitten`,
            'Käy seloste läpi, korjaa se ja kirjoita kenttään reviewed tarkistuspäivä.',
          ],
    sv: ({ reviewed, ahead }) =>
      ahead
        ? [`dagen ${reviewed} har inte kommit än`, 'Skriv dagen då utlåtandet senast granskades.']
        : [
            `tillgänglighetsutlåtandet granskades senast ${reviewed}, för mer än ett år sedan`,
            'Gå igenom utlåtandet, rätta det och skriv dagen för granskningen i fältet reviewed.',
          ],
    en: ({ reviewed, ahead }) =>
      ahead
        ? [`the day ${reviewed} is still to come`, 'Write the day when the statement was last reviewed.']
        : [
            `the accessibility statement was last reviewed on ${reviewed}, more than a year ago`,
            'Review and mend it, and write the day of the review in the field reviewed.',
          ],
  },
  find: ({ singles, now }: Reading) => {
    const { reviewed } = (singles.site?.data?.['accessibilityStatement'] ?? {}) as { reviewed?: string };
    if (!reviewed) return [];
    const ahead = isToCome(reviewed, now);
    if (!ahead && daysBetween(reviewed, helsinkiDay(now)) <= daysUntilReview) return [];
    return [
      {
        at: {
          ...singles.site!.document.yaml.placeOf(['accessibilityStatement', 'reviewed']),
          field: 'reviewed',
        },
        reviewed,
        ahead,
      },
    ];
  },
});
