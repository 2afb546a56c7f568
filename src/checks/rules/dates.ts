import {
  daysUntilExpiry,
  daysUntilStatementIsOld,
  type FactsWithAge,
  isToCome,
  reviewDue,
} from '../../model/age.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { undated } from '../../schema/notation.ts';
import type { Sentence } from '../../schema/sentences.ts';
import type { SiteFacts } from '../../schema/site-files.ts';
import { isDraftEntry, never, publicFrom, shownMoment } from '../page-paths.ts';
import { atField, rule } from '../problem.ts';
import type { FieldPath } from '../read-document.ts';

/** Every page is compared with its sources from time to time, more often when its facts are old. */
export const recentReview = rule('recent-review', {
  level: 'warning',
  messages: {
    ahead: {
      fi: ['päivä {reviewed} on vasta tulossa', 'Kirjoita päivä, jona tiedot on viimeksi tarkistettu.'],
      sv: ['dagen {reviewed} har inte kommit än', 'Skriv dagen då uppgifterna senast kontrollerades.'],
      en: ['the day {reviewed} is still to come', 'Write the day when the facts were last checked.'],
    },
    due: {
      fi: [
        'lähteisiin on verrattu viimeksi {reviewed}',
        'Tarkista tiedot ja kirjoita reviewed-kenttään tarkistuspäivä.',
      ],
      sv: [
        'sidan jämfördes senast med källorna {reviewed}',
        'Kontrollera uppgifterna och skriv dagen i fältet reviewed.',
      ],
      en: [
        'the page was last compared with its sources on {reviewed}',
        'Check the facts and write the day in the field reviewed.',
      ],
    },
    stale: {
      fi: [
        '{age}, ja {compared}',
        'Etsi uudempi lähde. Kirjoita reviewed-kenttään tarkistuspäivä, vaikka uudempaa lähdettä ei olisi.',
      ],
      sv: [
        '{age}, och {compared}',
        'Sök en nyare källa. Skriv dagen för kontrollen i fältet reviewed, även om det inte finns någon nyare källa.',
      ],
      en: [
        '{age}, and {compared}',
        'Look for a newer source. Write the day of the check in the field reviewed, even when there is no newer source.',
      ],
    },
  },
  *find({ entries, now }) {
    for (const { facts } of entries) {
      // The site already marks withdrawn, ended and historical content as out of date.
      const { data } = facts ?? {};
      if (!data?.['asOf'] || data['withdrawn'] || data['ended'] || data['historical']) continue;
      const due = reviewDue(data as FactsWithAge, now);
      if (!due) continue;
      const at = atField(facts!.document, ...due.field);
      const reviewed = String(data['reviewed'] ?? '');
      if (due.ahead) yield { at, fault: 'ahead', reviewed };
      else if (due.asOf) yield { at, fault: 'stale', age: ageOf(due.asOf), compared: comparedOn(reviewed) };
      else yield { at, fault: 'due', reviewed };
    }
  },
});

const ageOf = (asOf: string): Sentence =>
  asOf === undated
    ? { fi: 'tiedolla ei ole päiväystä', sv: 'uppgiften saknar datum', en: 'the fact has no date' }
    : { fi: `tieto on vuodelta ${asOf}`, sv: `uppgiften är från ${asOf}`, en: `the fact is from ${asOf}` };
const comparedOn = (reviewed: string): Sentence =>
  reviewed
    ? {
        fi: `lähteisiin on verrattu viimeksi ${reviewed}`,
        sv: `den jämfördes senast med källorna ${reviewed}`,
        en: `it was last compared with its sources on ${reviewed}`,
      }
    : {
        fi: 'lähteisiin ei ole verrattu',
        sv: 'den har inte jämförts med källorna',
        en: 'it was never compared with its sources',
      };

/** A source or fact of a year to come is a slip of the keyboard. */
export const yearsAhead = rule('years-ahead', {
  message: {
    fi: ['vuosi {written} on vasta tulossa', 'Kirjoita vuosi, josta lähde kertoo.'],
    sv: ['året {written} har inte kommit än', 'Skriv året som källan berättar om.'],
    en: ['the year {written} is still to come', 'Write the year that the source speaks of.'],
  },
  *find({ entries, now }) {
    for (const { facts } of entries)
      for (const { path, written } of yearsIn(facts?.data))
        if (Number.parseInt(written, 10) > now.getUTCFullYear())
          yield { at: atField(facts!.document, ...path), written };
  },
});

function* yearsIn(value: unknown, path: FieldPath = []): Iterable<{ path: FieldPath; written: string }> {
  for (const [key, inner] of typeof value === 'object' ? Object.entries(value ?? {}) : []) {
    const to = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'year' || key === 'asOf') yield { path: to, written: String(inner) };
    else yield* yearsIn(inner, to);
  }
}

/** A review on a day to come is a mistake; one that is long ago is none (`falls-due`). */
export const statementAge = rule('statement-age', {
  message: {
    fi: ['päivä {reviewed} on vasta tulossa', 'Kirjoita päivä, jona seloste on viimeksi tarkistettu.'],
    sv: ['dagen {reviewed} har inte kommit än', 'Skriv dagen då utlåtandet senast granskades.'],
    en: ['the day {reviewed} is still to come', 'Write the day when the statement was last reviewed.'],
  },
  *find({ singles, now }) {
    const { reviewed } = (singles.site?.data?.['accessibilityStatement'] ?? {}) as { reviewed?: string };
    if (reviewed && isToCome(reviewed, now))
      yield { at: atField(singles.site!.document, 'accessibilityStatement', 'reviewed'), reviewed };
  },
});

/** RFC 9116 recommends less than a year, so that reports of vulnerabilities reach an address in use. */
const mostDays = 365;

/** What has expired is no mistake of this rule: `falls-due` tells of it, and it is not published. */
export const securityContact = rule('security-contact', {
  message: {
    fi: [
      'tietoturvan yhteystieto vanhenee vasta {days} päivän päästä',
      'Kirjoita kenttään expires päivä, johon on enintään vuosi.',
    ],
    sv: [
      'säkerhetskontakten går ut först om {days} dagar',
      'Skriv i fältet expires en dag som är högst ett år framåt.',
    ],
    en: [
      'the security contact expires only in {days} days',
      'Write a day in the field expires that is at most a year ahead.',
    ],
  },
  *find({ singles, now }) {
    const { expires } = (singles.site?.data?.['security'] ?? {}) as { expires?: string };
    const days = expires ? daysUntilExpiry(expires, now) : 0;
    if (days > mostDays) yield { at: atField(singles.site!.document, 'security', 'expires'), days };
  },
});

/** How long before its day editors are told. */
const daysAhead = 60;

/** "60 days"; Finnish counts them without the word. */
const counted = (days: number): Sentence => ({
  fi: String(days),
  sv: days === 1 ? '1 dag' : `${days} dagar`,
  en: days === 1 ? '1 day' : `${days} days`,
});

const renewContact: Sentence = {
  fi: 'Varmista, että yhteystieto toimii, ja kirjoita kenttään expires päivä, johon on enintään vuosi.',
  sv: 'Kontrollera att kontakten fungerar och skriv i fältet expires en dag som är högst ett år framåt.',
  en: 'Make sure that the contact works, and write a day in the field expires that is at most a year ahead.',
};
const reviewStatement: Sentence = {
  fi: 'Käy seloste läpi, korjaa se ja kirjoita kenttään reviewed tarkistuspäivä.',
  sv: 'Gå igenom utlåtandet, rätta det och skriv dagen för granskningen i fältet reviewed.',
  en: 'Review and mend it, and write the day of the review in the field reviewed.',
};

/**
 * What somebody must look at again by a day. Passing of time is no mistake: what has lapsed is left out or
 * tells its age, and all else is published.
 */
export const fallsDue = rule('falls-due', {
  level: 'warning',
  messages: {
    security: {
      fi: [
        'tietoturvan yhteystieto vanhenee {date}: päiviä on jäljellä {days}. Sen jälkeen sitä ei julkaista',
        renewContact.fi,
      ],
      sv: [
        'säkerhetskontakten går ut {date}: {days} återstår. Därefter publiceras den inte',
        renewContact.sv,
      ],
      en: ['the security contact expires on {date}, in {days}. Then it is not published', renewContact.en],
    },
    'security-lapsed': {
      fi: ['tietoturvan yhteystieto vanheni {date}, eikä sitä enää julkaista', renewContact.fi],
      sv: ['säkerhetskontakten gick ut {date} och publiceras inte längre', renewContact.sv],
      en: ['the security contact expired on {date} and is no longer published', renewContact.en],
    },
    statement: {
      fi: [
        'saavutettavuusseloste on tarkistettu viimeksi {date}: vuosi täyttyy {days} päivän päästä. Sen jälkeen sivu kertoo, että seloste on vanha',
        reviewStatement.fi,
      ],
      sv: [
        'tillgänglighetsutlåtandet granskades senast {date}: om {days} har det gått ett år. Därefter säger sidan att det är gammalt',
        reviewStatement.sv,
      ],
      en: [
        'the accessibility statement was last reviewed on {date}, a year ago in {days}. Then the page says that it is old',
        reviewStatement.en,
      ],
    },
    'statement-lapsed': {
      fi: [
        'saavutettavuusseloste on tarkistettu viimeksi {date}, yli vuosi sitten, ja sivu kertoo sen',
        reviewStatement.fi,
      ],
      sv: [
        'tillgänglighetsutlåtandet granskades senast {date}, för mer än ett år sedan, och sidan säger det',
        reviewStatement.sv,
      ],
      en: [
        'the accessibility statement was last reviewed on {date}, more than a year ago, and the page says so',
        reviewStatement.en,
      ],
    },
  },
  *find({ singles, now }) {
    const { data, document } = singles.site ?? {};
    if (!data || !document) return;
    const { security, accessibilityStatement } = data as SiteFacts;
    const { reviewed } = accessibilityStatement;
    const due = [
      ...(security
        ? [
            {
              fault: 'security' as const,
              path: ['security', 'expires'],
              date: security.expires,
              days: daysUntilExpiry(security.expires, now),
            },
          ]
        : []),
      {
        fault: 'statement' as const,
        path: ['accessibilityStatement', 'reviewed'],
        date: reviewed,
        days: daysUntilStatementIsOld(reviewed, now),
      },
    ];
    for (const { fault, path, date, days } of due)
      if (days <= daysAhead)
        yield {
          at: atField(document, ...path),
          fault: days < 0 ? (`${fault}-lapsed` as const) : fault,
          date,
          days: counted(days),
        };
  },
});

/** The site does not show an announcement before its publication time, but a public repository does. */
export const embargo = rule('embargo', {
  level: 'warning',
  message: {
    fi: [
      'tiedote tulee sivustolle vasta {moment} Helsingin aikaa',
      'Jos sivuston arkisto on julkinen, jokainen voi lukea tekstin sieltä jo nyt. Lisää tiedote silloin vasta julkaisuhetkellä.',
    ],
    sv: [
      'meddelandet kommer ut på webbplatsen först {moment} Helsingforstid',
      'Om webbplatsens arkiv är offentligt kan alla läsa texten där redan nu. Lägg i så fall till meddelandet först när det publiceras.',
    ],
    en: [
      'the announcement comes to the site at {moment} in Helsinki and not before',
      'If the repository of the site is public, anybody can read the text there already now. Then add the announcement when it is published.',
    ],
  },
  *find({ entries, now }) {
    for (const entry of entries) {
      const moment = publicFrom(entry, now);
      if (!moment || moment === never) continue;
      yield { at: atField(entry.facts!.document, 'published'), moment: shownMoment(moment) };
    }
  },
});

/** A draft may have mistakes, and is easily forgotten. */
export const draft = rule('draft', {
  level: 'warning',
  message: {
    fi: [
      'luonnos ei näy sivustolla, ja sen virheet ovat huomautuksia',
      'Kun teksti on valmis, poista rivi draft.',
    ],
    sv: [
      'utkastet syns inte på webbplatsen, och dess fel är anmärkningar',
      'Ta bort raden draft när texten är färdig.',
    ],
    en: [
      'the site does not show the draft, and its errors are warnings',
      'When the text is finished, remove the line draft.',
    ],
  },
  *find({ entries }) {
    for (const { facts } of entries.filter(isDraftEntry)) yield { at: atField(facts!.document, 'draft') };
  },
});

/** What happened to something happened after it was published. */
export const afterPublication = rule('after-publication', {
  message: {
    fi: [
      'päivä {date} on ennen julkaisua {published}',
      'Kirjoita päivä, jona korjaus tehtiin, tai korjaa published.',
    ],
    sv: [
      'dagen {date} är före publiceringen {published}',
      'Skriv dagen då rättelsen gjordes, eller rätta published.',
    ],
    en: [
      'the day {date} is before the publication {published}',
      'Write the day of the correction, or mend published.',
    ],
  },
  *find({ entries }) {
    for (const { folder, facts } of entries) {
      const { publishedFrom, dated = [] } = kindOf(folder);
      const published = facts?.data && publishedFrom?.(facts.data);
      if (typeof published !== 'string') continue;
      const from = published.slice(0, 10);
      for (const field of dated)
        for (const [index, { date }] of ((facts!.data![field] ?? []) as { date: string }[]).entries())
          if (date.slice(0, from.length) < from)
            yield { at: atField(facts!.document, field, index, 'date'), date, published };
    }
  },
});
