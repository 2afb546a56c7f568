import { daysUntilExpiry, daysUntilStatementIsOld } from '../../model/age.ts';
import type { SiteFacts } from '../../schema/site-files.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** How long before its day editors are told. */
const daysAhead = 60;

const inSwedish = (days: number): string => (days === 1 ? '1 dag' : `${days} dagar`);
const inEnglish = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

type Due = { days: number; date: string };

/**
 * What somebody must look at again by a day. Passing of time is no mistake: what has lapsed is left out or
 * tells its age, and all else is published.
 */
export const fallsDue = rule('falls-due', {
  level: 'warning',
  messages: {
    security: ({ days, date }: Due) => ({
      fi: [
        days < 0
          ? `tietoturvan yhteystieto vanheni ${date}, eikä sitä enää julkaista`
          : `tietoturvan yhteystieto vanhenee ${date}: päiviä on jäljellä ${days}. Sen jälkeen sitä ei julkaista`,
        'Varmista, että yhteystieto toimii, ja kirjoita kenttään expires päivä, johon on enintään vuosi.',
      ],
      sv: [
        days < 0
          ? `säkerhetskontakten gick ut ${date} och publiceras inte längre`
          : `säkerhetskontakten går ut ${date}: ${inSwedish(days)} återstår. Därefter publiceras den inte`,
        'Kontrollera att kontakten fungerar och skriv i fältet expires en dag som är högst ett år framåt.',
      ],
      en: [
        days < 0
          ? `the security contact expired on ${date} and is no longer published`
          : `the security contact expires on ${date}, in ${inEnglish(days)}. Then it is not published`,
        'Make sure that the contact works, and write a day in the field expires that is at most a year ahead.',
      ],
    }),
    statement: ({ days, date }: Due) => ({
      fi: [
        days < 0
          ? `saavutettavuusseloste on tarkistettu viimeksi ${date}, yli vuosi sitten, ja sivu kertoo sen`
          : `saavutettavuusseloste on tarkistettu viimeksi ${date}: vuosi täyttyy ${days} päivän päästä. Sen jälkeen sivu kertoo, että seloste on vanha`,
        'Käy seloste läpi, korjaa se ja kirjoita kenttään reviewed tarkistuspäivä.',
      ],
      sv: [
        days < 0
          ? `tillgänglighetsutlåtandet granskades senast ${date}, för mer än ett år sedan, och sidan säger det`
          : `tillgänglighetsutlåtandet granskades senast ${date}: om ${inSwedish(days)} har det gått ett år. Därefter säger sidan att det är gammalt`,
        'Gå igenom utlåtandet, rätta det och skriv dagen för granskningen i fältet reviewed.',
      ],
      en: [
        days < 0
          ? `the accessibility statement was last reviewed on ${date}, more than a year ago, and the page says so`
          : `the accessibility statement was last reviewed on ${date}, a year ago in ${inEnglish(days)}. Then the page says that it is old`,
        'Review and mend it, and write the day of the review in the field reviewed.',
      ],
    }),
  },
  *find({ singles, now }: Reading) {
    const site = singles.site?.data as SiteFacts | undefined;
    if (!site) return;
    const at = (...path: string[]) => ({
      ...singles.site!.document.yaml.placeOf(path),
      field: path.join('.'),
    });
    if (site.security) {
      const { expires } = site.security;
      const days = daysUntilExpiry(expires, now);
      if (days <= daysAhead) yield { at: at('security', 'expires'), fault: 'security', days, date: expires };
    }
    const { reviewed } = site.accessibilityStatement;
    const days = daysUntilStatementIsOld(reviewed, now);
    if (days <= daysAhead)
      yield { at: at('accessibilityStatement', 'reviewed'), fault: 'statement', days, date: reviewed };
  },
});
