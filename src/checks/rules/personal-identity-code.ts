import { isCalendarDate } from '../../schema/dates.ts';
import { placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/**
 * Finnish personal identity code: date of birth, sign of the century (word processors turn its hyphen into a
 * dash), number, check character.
 */
const codePattern =
  /(?<![\w-])(\d{2})(\d{2})(\d{2})([+\-\u2010-\u2015\u2212ABCDEFYXWVU])(\d{3})([0-9A-FHJ-NPR-Y])(?!\w)/gi;
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const century = (sign: string): string => (sign === '+' ? '18' : 'ABCDEF'.includes(sign) ? '20' : '19');

/**
 * Verifies the check character and the date, so that phone, case and company numbers cause no false alarms.
 */
function isPersonalIdentityCode(
  day: string,
  month: string,
  year: string,
  sign: string,
  number: string,
  check: string,
): boolean {
  const remainder = Number(day + month + year + number) % 31;
  return (
    checkCharacters[remainder] === check.toUpperCase() &&
    isCalendarDate(`${century(sign.toUpperCase())}${year}-${month}-${day}`.replace(/^18/, '19'))
  );
}

export const personalIdentityCode = rule('personal-identity-code', {
  message: {
    fi: [
      'tekstissä on henkilötunnus',
      'Poista se. Kerro ylläpidolle: tunnus on poistettava myös versiohistoriasta.',
    ],
    sv: [
      'texten innehåller en personbeteckning',
      'Ta bort den. Meddela administratören: den måste bort även ur versionshistoriken.',
    ],
    en: [
      'the text holds a Finnish personal identity code',
      'Remove it. Tell the maintainer: it must go from the history too.',
    ],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) =>
      [...text.matchAll(codePattern)]
        .filter(([, day, month, year, sign, number, check]) =>
          isPersonalIdentityCode(day!, month!, year!, sign!, number!, check!),
        )
        .map((found) => ({ at: placeAt(file, text, found.index) })),
    ),
});
