import { contactAnchor, isContactCards, sectionPath } from '../../i18n/addresses.ts';
import { inEachLanguage } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { words } from '../../i18n/words.ts';
import { type Answers, plainYear } from '../../model/ask.ts';
import { factFields, idField, urlsField } from '../../model/open-data-fields.ts';
import { isPageOf } from '../../model/pages.ts';
import { factsAsOf, field, inEveryLanguage, sentenceOf, source } from '../../schema/fields.ts';
import type { Kind } from '../kind.ts';
import { hasLeft, inDirectoryOrder, nameOf } from './contacts.ts';
import { contact, contactKinds, type ContactEntry } from './schema.ts';
import { organizations } from './structured-data.ts';

declare module '../../model/pages.ts' {
  interface Subjects {
    contacts: object;
  }
}

const [{ shape: person }, { shape: unit }] = contact.options;
const isPerson = ({ kind }: Answers): boolean => kind === 'person';
const factsOf = (entry: ContactEntry) => entry;

/** A person or a unit to call or write to; all stand on one page. */
export const contactKind: Kind<'contacts'> = {
  name: 'contact',
  folder: 'contacts',
  schema: contact,
  placeholder: (name) => ({ kind: 'person', name }),
  called: {
    one: { fi: 'yhteystieto', sv: 'kontakt', en: 'contact' },
    many: { fi: 'Yhteystiedot', sv: 'Kontakter', en: 'Contacts' },
  },
  missing: { fi: 'yhteystietoa', sv: 'någon kontakt', en: 'contact' },
  counted: { fi: 'yhteystietoa', sv: 'kontakter', en: 'contacts' },
  nameOf,
  restore: (id) => ({
    fi: `Tarkista nimi. Jos yhteystieto poistettiin, poista viittaukset tai palauta tiedosto contacts/${id}.yaml ja täytä sen kenttä historical.`,
    sv: `Kontrollera namnet. Om kontakten togs bort, ta bort hänvisningarna eller återställ filen contacts/${id}.yaml och fyll i dess fält historical.`,
    en: `Check the name. If the contact was deleted, remove the references, or restore the file contacts/${id}.yaml and fill in its field historical.`,
  }),

  asks: [
    { field: 'kind', schema: field(sentenceOf(person.kind)!, contactKinds) },
    { field: 'name', schema: person.name, when: isPerson, unique: true },
    { field: 'name', schema: unit.name, when: (answers) => !isPerson(answers), unique: true },
    { field: 'id' },
    { field: 'title' },
    {
      field: 'organisation',
      proposal: (_, { entries }, lang) =>
        mostFrequent(
          entries('contacts').map(
            ({ fields }) => (fields['organisation'] as Record<string, string> | undefined)?.[lang!],
          ),
        ),
    },
    { field: 'phone' },
    { field: 'email', schema: field(sentenceOf(person.email)!, person.email) },
    { field: 'asOf', schema: field(sentenceOf(person.asOf)!, factsAsOf) },
    { field: 'source', schema: field(sentenceOf(source.shape.url)!, source.shape.url.optional()) },
  ],
  newEntry(answers, { today, entries }) {
    const { kind, phone, email, source } = answers;
    const inEveryLanguage = (name: string) => inEachLanguage((lang) => answers[`${name}-${lang}`]);
    const asOf = plainYear(answers['as-of']);
    // A source without a date is cited with the year in which it was read.
    const year =
      asOf === 'undated'
        ? { year: Number(today.slice(0, 4)), undated: true }
        : { year: Number(String(asOf).slice(0, 4)) };
    return {
      kind,
      name: kind === 'person' ? answers['name'] : inEveryLanguage('name'),
      title: inEveryLanguage('title'),
      organisation: inEveryLanguage('organisation'),
      phone,
      email,
      asOf,
      sources: source ? [{ url: source, ...year }] : [],
      order: Math.max(0, ...entries('contacts').map(({ fields }) => Number(fields['order']) || 0)) + 1,
    };
  },

  pages: () => [
    {
      subject: { kind: 'contacts' },
      path: (lang) => sectionPath(lang, 'contacts'),
      title: (lang) => words[lang].contacts,
      description: (lang) => words[lang].contactsIntro,
      section: 'contacts',
      inFullText: true,
    },
  ],

  isReserved: isContactCards,

  suggestions: ({ lang, path, subject }, { content }) =>
    (subject.kind === 'contacts' ? inDirectoryOrder(content.contacts) : []).map((entry) => ({
      kind: {
        heading: words[lang].contacts,
        row: words[lang].foundAs[entry.kind],
        ...(entry.kind === 'person' && { isPerson: true }),
      },
      title: nameOf(entry, lang),
      path: `${path}#${contactAnchor(entry.id)}`,
      about: [entry.title[lang], hasLeft(entry) ? undefined : entry.phone].filter(Boolean).join(', '),
      keywords: [entry.title[lang], phoneDigits(entry.phone ?? '')],
      // Who asks for the telephone number of somebody asks for the person, not for texts that mention the person.
      asked: [nameOf(entry, lang), words[lang].phone, words[lang].email, words[lang].reachedBy],
    })),
  structuredData: (page, site) => (isPageOf(page, 'contacts') ? organizations(page, site) : []),
  openData: {
    entries: ({ contacts }) => inDirectoryOrder(contacts),
    fields: {
      id: idField(),
      ...factFields(contact, factsOf, ['kind']),
      names: {
        schema: field(
          {
            fi: 'Nimi kummallakin kielellä.',
            sv: 'Namnet på båda språken.',
            en: 'Name in both languages.',
          },
          inEveryLanguage(person.name),
        ),
        of: (entry) => inEachLanguage((lang) => nameOf(entry, lang)),
      },
      ...factFields(contact, factsOf, [
        'title',
        'organisation',
        'phone',
        'email',
        'form',
        'responseTime',
        'address',
        'url',
      ]),
      urls: urlsField(({ id }, lang) => `${sectionPath(lang, 'contacts')}#${contactAnchor(id)}`),
      ...factFields(contact, factsOf, ['asOf', 'historical', 'note', 'sources'], {
        historical: field(
          {
            fi: 'Vain vanhalla tiedolla: mitä siitä tiedetään. Älä näytä tietoa ilman tätä.',
            sv: 'Bara för en gammal uppgift: vad man vet om den. Visa inte uppgiften utan det här.',
            en: 'Only of data that is out of date: what is known of it. Do not show the data without it.',
          },
          person.historical,
        ),
      }),
    },
  },
};

function mostFrequent(values: (string | undefined)[]): string | undefined {
  const count = (value: string | undefined) => values.filter((other) => other === value).length;
  return values.filter((value) => value !== undefined).sort((a, b) => count(b) - count(a))[0];
}
