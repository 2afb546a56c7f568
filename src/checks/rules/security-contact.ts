import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { daysBetween } from '../../schema/dates.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** RFC 9116 recommends less than a year, so that reports of vulnerabilities reach an address in use. */
const fewestDays = 30;
const mostDays = 365;

export const securityContact = rule('security-contact', {
  message: ({ days }: { days: number }) => ({
    fi: [
      `tietoturvan yhteystieto vanhenee ${days} päivän päästä`,
      'Varmista, että yhteystieto toimii, ja kirjoita kenttään expires päivä, johon on vähintään 30 päivää ja enintään vuosi.',
    ],
    sv: [
      `säkerhetskontakten går ut om ${days} dagar`,
      'Kontrollera att kontakten fungerar och skriv i fältet expires en dag som är minst 30 dagar och högst ett år framåt.',
    ],
    en: [
      `the security contact expires in ${days} days`,
      'Make sure that the contact works, and write a day in the field expires that is at least 30 days and at most a year ahead.',
    ],
  }),
  find: ({ singles, now }: Reading) => {
    const { expires } = (singles.site?.data?.['security'] ?? {}) as { expires?: string };
    const days = expires ? daysBetween(helsinkiDay(now), expires) : fewestDays;
    if (days >= fewestDays && days <= mostDays) return [];
    return [
      {
        at: { ...singles.site!.document.yaml.placeOf(['security', 'expires']), field: 'security.expires' },
        days,
      },
    ];
  },
});
