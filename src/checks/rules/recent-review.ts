import { type FactsWithAge, reviewDue } from '../../model/age.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Stale = { asOf: string; reviewed: string | undefined };
type Reviewed = { reviewed: string | undefined };

/** Every page is compared with its sources from time to time, more often when its facts are old. */
export const recentReview = rule('recent-review', {
  level: 'warning',
  messages: {
    ahead: ({ reviewed }: Reviewed) => ({
      fi: [`päivä ${reviewed} on vasta tulossa`, 'Kirjoita päivä, jona tiedot on viimeksi tarkistettu.'],
      sv: [`dagen ${reviewed} har inte kommit än`, 'Skriv dagen då uppgifterna senast kontrollerades.'],
      en: [`the day ${reviewed} is still to come`, 'Write the day when the facts were last checked.'],
    }),
    due: ({ reviewed }: Reviewed) => ({
      fi: [
        `lähteisiin on verrattu viimeksi ${reviewed}`,
        'Tarkista tiedot ja kirjoita reviewed-kenttään tarkistuspäivä.',
      ],
      sv: [
        `sidan jämfördes senast med källorna ${reviewed}`,
        'Kontrollera uppgifterna och skriv dagen i fältet reviewed.',
      ],
      en: [
        `the page was last compared with its sources on ${reviewed}`,
        'Check the facts and write the day in the field reviewed.',
      ],
    }),
    stale: ({ asOf, reviewed }: Stale) => ({
      fi: [
        `${asOf === 'undated' ? 'tiedolla ei ole päiväystä' : `tieto on vuodelta ${asOf}`}, ja ${reviewed ? `lähteisiin on verrattu viimeksi ${reviewed}` : 'lähteisiin ei ole verrattu'}`,
        'Etsi uudempi lähde. Kirjoita reviewed-kenttään tarkistuspäivä, vaikka uudempaa lähdettä ei olisi.',
      ],
      sv: [
        `${asOf === 'undated' ? 'uppgiften saknar datum' : `uppgiften är från ${asOf}`}, och ${reviewed ? `den jämfördes senast med källorna ${reviewed}` : 'den har inte jämförts med källorna'}`,
        'Sök en nyare källa. Skriv dagen för kontrollen i fältet reviewed, även om det inte finns någon nyare källa.',
      ],
      en: [
        `${asOf === 'undated' ? 'the fact has no date' : `the fact is from ${asOf}`}, and ${reviewed ? `it was last compared with its sources on ${reviewed}` : 'it was never compared with its sources'}`,
        'Look for a newer source. Write the day of the check in the field reviewed, even when there is no newer source.',
      ],
    }),
  },
  *find({ entries, now }: Reading) {
    for (const { facts } of entries) {
      // The site already marks withdrawn and historical content as out of date.
      if (!facts?.data?.['asOf'] || facts.data['withdrawn'] || facts.data['historical']) continue;
      const data = facts.data as FactsWithAge;
      const due = reviewDue(data, now);
      if (!due) continue;
      const at = { ...facts.document.yaml.placeOf(due.field), field: String(due.field.at(-1)) };
      const { reviewed } = data;
      if (due.ahead) yield { at, fault: 'ahead', reviewed };
      else if (due.asOf) yield { at, fault: 'stale', asOf: due.asOf, reviewed };
      else yield { at, fault: 'due', reviewed };
    }
  },
});
