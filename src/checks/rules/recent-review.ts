import { type FactsWithAge, reviewDue } from '../../model/age.ts';
import { type Place, rule } from '../problem.ts';
import type { Part, Reading } from '../reading.ts';

type Finding = { at: Place; asOf?: string; ahead?: boolean; reviewed: string | undefined };

/** Somebody looks at every page from time to time, and the more often the older its facts are. */
export const recentReview = rule('recent-review', {
  level: 'warning',
  explain: {
    fi: ({ asOf, ahead, reviewed }: Finding) => {
      const compared = reviewed
        ? `lähteisiin on verrattu viimeksi ${reviewed}`
        : 'lähteisiin ei ole verrattu';
      if (ahead)
        return [`päivä ${reviewed} on vasta tulossa`, 'Kirjoita päivä, jona tiedot on viimeksi tarkistettu.'];
      if (!asOf) return [compared, 'Tarkista tiedot ja kirjoita reviewed-kenttään tarkistuspäivä.'];
      return [
        `${asOf === 'undated' ? 'tiedolla ei ole päiväystä' : `tieto on vuodelta ${asOf}`}, ja ${compared}`,
        'Etsi uudempi lähde. Kirjoita reviewed-kenttään tarkistuspäivä, vaikka uudempaa lähdettä ei olisi.',
      ];
    },
    sv: ({ asOf, ahead, reviewed }) => {
      const compared = reviewed
        ? `den jämfördes senast med källorna ${reviewed}`
        : 'den har inte jämförts med källorna';
      if (ahead)
        return [`dagen ${reviewed} har inte kommit än`, 'Skriv dagen då uppgifterna senast kontrollerades.'];
      if (!asOf)
        return [
          `sidan jämfördes senast med källorna ${reviewed}`,
          'Kontrollera uppgifterna och skriv dagen i fältet reviewed.',
        ];
      return [
        `${asOf === 'undated' ? 'uppgiften saknar datum' : `uppgiften är från ${asOf}`}, och ${compared}`,
        'Sök en nyare källa. Skriv dagen för kontrollen i fältet reviewed, även om det inte finns någon nyare källa.',
      ];
    },
    en: ({ asOf, ahead, reviewed }) => {
      const compared = reviewed
        ? `it was last compared with its sources on ${reviewed}`
        : 'it was never compared with its sources';
      if (ahead)
        return [`the day ${reviewed} is still to come`, 'Write the day when the facts were last checked.'];
      if (!asOf)
        return [
          `the page was last compared with its sources on ${reviewed}`,
          'Check the facts and write the day in the field reviewed.',
        ];
      return [
        `${asOf === 'undated' ? 'the fact has no date' : `the fact is from ${asOf}`}, and ${compared}`,
        'Look for a newer source. Write the day of the check in the field reviewed, even when there is no newer source.',
      ];
    },
  },
  find: ({ entries, contacts, now }: Reading) =>
    [...entries.map(({ facts }) => facts), ...contacts].flatMap((part: Part | undefined): Finding[] => {
      // Nobody needs to look again at what readers are told is over or out of date.
      if (!part?.data?.['asOf'] || part.data['withdrawn'] || part.data['historical']) return [];
      const facts = part.data as FactsWithAge;
      const due = reviewDue(facts, now);
      return due
        ? [
            {
              ...due,
              at: { ...part.document.yaml.placeOf(due.field), field: String(due.field.at(-1)) },
              reviewed: facts.reviewed,
            },
          ]
        : [];
    }),
});
