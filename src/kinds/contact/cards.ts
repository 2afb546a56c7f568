import { contactCardPath } from '../../i18n/addresses.ts';
import { formatDate } from '../../i18n/format.ts';
import { type Lang, readersLanguageFirst } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { stableId } from '../../model/stable-id.ts';
import { emailsOf, nameOf, current } from './contacts.ts';
import type { ContactEntry } from './schema.ts';

/**
 * A contact as a vCard 4.0 (RFC 6350), for an address book. The note says how old the data is and whether it
 * is out of date, since the page is not at hand in an address book.
 * @param origin origin of the site; the SOURCE property links to where an updated card can be fetched
 * @returns lines that end with CRLF
 */
export function contactCard(contact: ContactEntry, lang: Lang, origin: string): string {
  const dictionary = words[lang];
  const { id, kind, title, organisation, phone, address, historical, note, responseTime, asOf } = contact;
  const name = nameOf(contact, lang);
  const inLanguage = `;LANGUAGE=${lang}`;
  const notes = [
    historical && `${dictionary.historical}. ${historical[lang]}`,
    note?.[lang],
    responseTime && `${dictionary.responseTime}: ${responseTime[lang]}.`,
    `${asOf === 'undated' ? dictionary.factsUndated : dictionary.contactFrom(formatDate(lang, asOf))}.`,
  ];
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${stableId('contacts', id)}`,
    `SOURCE:${origin}${contactCardPath(lang, id)}`,
    ...(kind === 'person'
      ? [
          'KIND:individual',
          `FN:${escapeText(name)}`,
          `N:${structured(familyNameFirst(name))}`,
          `ORG${inLanguage}:${structured([organisation[lang]])}`,
          `TITLE${inLanguage}:${escapeText(title[lang])}`,
        ]
      : [
          'KIND:org',
          `FN${inLanguage}:${escapeText(name)}`,
          `ORG${inLanguage}:${structured([organisation[lang], name])}`,
          `ROLE${inLanguage}:${escapeText(title[lang])}`,
        ]),
    ...(phone ? [`TEL;TYPE=work,voice:${phone}`] : []),
    ...emailsOf(contact, lang).map(
      ({ value }, index) => `EMAIL;TYPE=work;PREF=${index + 1}:${escapeText(value)}`,
    ),
    ...(address ? [`ADR;TYPE=work${inLanguage}:${structured(postalFields(address[lang]))}`] : []),
    ...readersLanguageFirst(lang, contact.form ?? contact.url)
      .slice(0, 1)
      .map(({ value }) => `URL;TYPE=work:${value}`),
    `NOTE${inLanguage}:${escapeText(notes.filter(Boolean).join('\n'))}`,
    'END:VCARD',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

/** All contacts in one file, without those marked as out of date: saved numbers are called for years. */
export const contactCards = (contacts: ContactEntry[], lang: Lang, origin: string): string =>
  current(contacts)
    .map((contact) => contactCard(contact, lang, origin))
    .join('');

/**
 * The five parts of the N property. Names are written first name first; address books sort by the surname,
 * to which particles such as "af" and "von" belong.
 */
function familyNameFirst(name: string): string[] {
  const [, given = '', family = name] = /^(.*?)\s+((?:\p{Ll}[\p{L}'’]*\s+)*\S+)$/u.exec(name) ?? [];
  return [family, given, '', '', ''];
}

/**
 * The seven parts of the ADR property for "Toinen linja 14, 00530 Helsinki". An address of another form goes
 * into the street part as a whole.
 */
function postalFields(address: string): string[] {
  const [, street = address, code = '', town = ''] = /^(.+), (\d{4,5}) (.+)$/.exec(address) ?? [];
  return ['', '', street, town, '', code, ''];
}

const escapeText = (text: string): string => text.replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');
/**
 * A structured value: semicolons separate its parts, so they are escaped within one. Elsewhere some programs
 * expect them unescaped.
 */
const structured = (values: string[]): string =>
  values.map((value) => escapeText(value).replaceAll(';', '\\;')).join(';');

/** Folds a line at 75 bytes, never within a character; a continuation line begins with a space. */
function foldLine(line: string): string {
  let folded = '';
  let bytesLeft = 75;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (bytes > bytesLeft) {
      folded += '\r\n ';
      bytesLeft = 74;
    }
    folded += character;
    bytesLeft -= bytes;
  }
  return folded;
}
