import { isCalendarDate } from '../../schema/dates.ts';
import { type Place, placeAt, rule } from '../problem.ts';
import type { TextDocument } from '../read-document.ts';

function placesOf(pattern: RegExp, { file, text }: TextDocument): { at: Place }[] {
  const found = pattern.exec(text);
  return found ? [{ at: placeAt(file, text, found.index) }] : [];
}

export const mergeMarkers = rule('merge-markers', {
  message: {
    fi: [
      'kaksi muutosta on jäänyt yhdistämättä',
      'Valitse oikea teksti ja poista rivit <<<<<<<, ======= ja >>>>>>>.',
    ],
    sv: [
      'två ändringar har inte slagits ihop',
      'Välj rätt text och ta bort raderna <<<<<<<, ======= och >>>>>>>.',
    ],
    en: [
      'two changes were not merged',
      'Choose the right text and remove the lines <<<<<<<, ======= and >>>>>>>.',
    ],
  },
  findInFile: (document) => placesOf(/^(?:(?:<{7}|>{7}|\|{7})(?: |$)|={7}$)/m, document),
});

const secretPattern =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|[?&]sig=[A-Za-z0-9%]{40,}|hooks\.slack\.com\/services\/[A-Z0-9]+\/|\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}\b|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|sk-[A-Za-z0-9_-]{20,}|glpat-[A-Za-z0-9_-]{15,}|eyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10,}|AccountKey=[A-Za-z0-9+/=]{20,}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|npm_[A-Za-z0-9]{30,}|SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,})/;

export const secrets = rule('secrets', {
  message: {
    fi: [
      'tekstissä on salasana tai avain',
      'Poista se, ja pyydä ylläpitoa vaihtamaan avain: se jää versiohistoriaan.',
    ],
    sv: [
      'texten innehåller ett lösenord eller en nyckel',
      'Ta bort den och be administratören byta nyckeln: den finns kvar i versionshistoriken.',
    ],
    en: [
      'the text holds a password or a key',
      'Remove it, and have the key replaced: it stays in the history.',
    ],
  },
  findInFile: (document) => placesOf(secretPattern, document),
});

/**
 * Finnish personal identity code: date of birth, sign of the century (word processors turn its hyphen into a
 * dash), number, check character.
 */
const codePattern =
  /(?<![\w-])(\d{2})(\d{2})(\d{2})([+\-\u2010-\u2015\u2212ABCDEFYXWVU])(\d{3})([0-9A-FHJ-NPR-Y])(?!\w)/gi;
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/**
 * Verifies the check character and the date, so that phone, case and company numbers cause no false alarms.
 */
function isPersonalIdentityCode([, day, month, year, sign, number, check]: string[]): boolean {
  // Of the 19th century (+) no date is checked: its leap years are those of the 20th.
  const century = 'ABCDEF'.includes(sign!.toUpperCase()) ? '20' : '19';
  return (
    checkCharacters[Number(day! + month + year + number) % 31] === check!.toUpperCase() &&
    isCalendarDate(`${century}${year}-${month}-${day}`)
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
  *findInFile({ file, text }) {
    for (const found of text.matchAll(codePattern))
      if (isPersonalIdentityCode(found)) yield { at: placeAt(file, text, found.index) };
  },
});
