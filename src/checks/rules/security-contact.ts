import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { daysBetween } from '../../schema/dates.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** RFC 9116 recommends less than a year, so that reports of vulnerabilities reach an address in use. */
const mostDays = 365;

/** What has expired is no mistake of this rule: `falls-due` tells of it, and it is not published. */
export const securityContact = rule('security-contact', {
  message: ({ days }: { days: number }) => ({
    fi: [
      `tietoturvan yhteystieto vanhenee vasta ${days} päivän päästä`,
      'Kirjoita kenttään expires päivä, johon on enintään vuosi.',
    ],
    sv: [
      `säkerhetskontakten går ut först om ${days} dagar`,
      'Skriv i fältet expires en dag som är högst ett år framåt.',
    ],
    en: [
      `the security contact expires only in ${days} days`,
      'Write a day in the field expires that is at most a year ahead.',
    ],
  }),
  find: ({ singles, now }: Reading) => {
    const { expires } = (singles.site?.data?.['security'] ?? {}) as { expires?: string };
    const days = expires ? daysBetween(helsinkiDay(now), expires) : 0;
    if (days <= mostDays) return [];
    return [
      {
        at: { ...singles.site!.document.yaml.placeOf(['security', 'expires']), field: 'security.expires' },
        days,
      },
    ];
  },
});
