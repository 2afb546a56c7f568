import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { isToCome } from '../../model/age.ts';
import { daysBetween } from '../../schema/dates.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** The Act on the Provision of Digital Services (306/2019) asks for a review at least once a year. */
const daysUntilReview = 365;

type Reviewed = { reviewed: string };

export const statementAge = rule('statement-age', {
  messages: {
    ahead: ({ reviewed }: Reviewed) => ({
      fi: [`päivä ${reviewed} on vasta tulossa`, 'Kirjoita päivä, jona seloste on viimeksi tarkistettu.'],
      sv: [`dagen ${reviewed} har inte kommit än`, 'Skriv dagen då utlåtandet senast granskades.'],
      en: [`the day ${reviewed} is still to come`, 'Write the day when the statement was last reviewed.'],
    }),
    due: ({ reviewed }: Reviewed) => ({
      fi: [
        `saavutettavuusseloste on tarkistettu viimeksi ${reviewed}, yli vuosi sitten`,
        'Käy seloste läpi, korjaa se ja kirjoita kenttään reviewed tarkistuspäivä.',
      ],
      sv: [
        `tillgänglighetsutlåtandet granskades senast ${reviewed}, för mer än ett år sedan`,
        'Gå igenom utlåtandet, rätta det och skriv dagen för granskningen i fältet reviewed.',
      ],
      en: [
        `the accessibility statement was last reviewed on ${reviewed}, more than a year ago`,
        'Review and mend it, and write the day of the review in the field reviewed.',
      ],
    }),
  },
  *find({ singles, now }: Reading) {
    const { reviewed } = (singles.site?.data?.['accessibilityStatement'] ?? {}) as { reviewed?: string };
    if (!reviewed) return;
    const at = {
      ...singles.site!.document.yaml.placeOf(['accessibilityStatement', 'reviewed']),
      field: 'reviewed',
    };
    if (isToCome(reviewed, now)) yield { at, fault: 'ahead', reviewed };
    else if (daysBetween(reviewed, helsinkiDay(now)) > daysUntilReview) yield { at, fault: 'due', reviewed };
  },
});
