import { contactCardPath } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/format.ts';
import { type Lang, readersLanguageFirst } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { ContactEntry } from './content.ts';
import { emailsOf, nameOf } from './for-reader.ts';
import { current } from './order.ts';
import { stableId } from './stable-id.ts';

/**
 * A contact to keep in an address book: vCard 4.0 (RFC 6350). Its age goes along in the note, and so does that it is
 * out of date: in an address book nobody sees the page any more.
 * @param origin address of the site; the card names where a newer one can be fetched
 */
export function contactCard(contact: ContactEntry, lang: Lang, origin: string): string {
  const t = words[lang];
  const { id, kind, title, organisation, phone, address, historical, note, asOf } = contact;
  const name = nameOf(contact, lang);
  const inLanguage = `;LANGUAGE=${lang}`;
  const notes = [
    historical && `${t.historical}. ${historical[lang]}`,
    note?.[lang],
    `${asOf === 'undated' ? t.contactUndated : t.contactFrom(formatDate(lang, asOf))}.`,
  ];
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${stableId('contacts', id)}`,
    `SOURCE:${origin}${contactCardPath(lang, id)}`,
    ...(kind === 'person'
      ? [
          'KIND:individual',
          `FN:${escape(name)}`,
          `N:${fields(familyNameFirst(name))}`,
          `ORG${inLanguage}:${fields([organisation[lang]])}`,
          `TITLE${inLanguage}:${escape(title[lang])}`,
        ]
      : [
          'KIND:org',
          `FN${inLanguage}:${escape(name)}`,
          `ORG${inLanguage}:${fields([organisation[lang], name])}`,
          `ROLE${inLanguage}:${escape(title[lang])}`,
        ]),
    ...(phone ? [`TEL;TYPE=work,voice:${phone}`] : []),
    ...emailsOf(contact, lang).map(
      ({ value }, index) => `EMAIL;TYPE=work;PREF=${index + 1}:${escape(value)}`,
    ),
    ...(address ? [`ADR;TYPE=work${inLanguage}:${fields(postalFields(address[lang]))}`] : []),
    ...readersLanguageFirst(lang, contact.url)
      .slice(0, 1)
      .map(({ value }) => `URL;TYPE=work:${value}`),
    `NOTE${inLanguage}:${escape(notes.filter(Boolean).join('\n'))}`,
    'END:VCARD',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

/** All contacts in one file, but those that are marked as out of date: kept numbers are called for years. */
export const contactCards = (contacts: ContactEntry[], lang: Lang, origin: string): string =>
  current(contacts)
    .map((contact) => contactCard(contact, lang, origin))
    .join('');

/** Names are written as first name and surname; address books sort by the surname. */
function familyNameFirst(name: string): string[] {
  const [family = '', ...given] = name.split(' ').reverse();
  return [family, given.reverse().join(' '), '', '', ''];
}

/** "Toinen linja 14, 00530 Helsinki" in the seven fields of an address; a text of another form stays whole in that of the street. */
function postalFields(address: string): string[] {
  const [, street = address, code = '', town = ''] = /^(.+), (\d{4,5}) (.+)$/.exec(address) ?? [];
  return ['', '', street, town, '', code, ''];
}

const escape = (text: string): string => text.replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');
/** Between fields a semicolon parts, so inside one it is escaped; elsewhere it may stay, and some readers want it so. */
const fields = (values: string[]): string =>
  values.map((value) => escape(value).replaceAll(';', '\\;')).join(';');

/** Lines hold at most 75 bytes; the next one goes on after a blank, and never inside a letter. */
function fold(line: string): string {
  let folded = '';
  let room = 75;
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (bytes > room) {
      folded += '\r\n ';
      room = 74;
    }
    folded += letter;
    room -= bytes;
  }
  return folded;
}
