import type { Organization, Person } from 'schema-dts';
import { contactAnchor } from '../../i18n/addresses.ts';
import { type Lang, readersLanguageFirst } from '../../i18n/languages.ts';
import type { Page } from '../../model/pages.ts';
import { unlessEmpty } from '../../model/schema-org.ts';
import type { Site } from '../../model/whole-site.ts';
import { current, emailsOf, inDirectoryOrder, nameOf } from './contacts.ts';
import type { ContactEntry } from './schema.ts';

/** Name and contact details, as on the contact's card. */
export const contactDetails = (contact: ContactEntry, lang: Lang) => ({
  name: nameOf(contact, lang),
  telephone: contact.phone,
  email: emailsOf(contact, lang)[0]?.value,
  url: readersLanguageFirst(lang, contact.form ?? contact.url)[0]?.value,
});

/** The organisations with their units and people. */
export function organizations({ lang, path }: Page, { content: { site, contacts } }: Site): Organization[] {
  const withAnchor = (contact: ContactEntry) => ({
    '@id': `${site.url}${path}#${contactAnchor(contact.id)}`,
    ...contactDetails(contact, lang),
  });
  return [...Map.groupBy(inDirectoryOrder(current(contacts)), ({ organisation }) => organisation[lang])].map(
    ([name, members]): Organization => ({
      '@type': 'Organization',
      name,
      department: unlessEmpty(
        members
          .filter(({ kind }) => kind === 'unit')
          .map((unit): Organization => ({
            '@type': 'Organization',
            ...withAnchor(unit),
            description: unit.title[lang],
            address: unit.address?.[lang],
          })),
      ),
      employee: unlessEmpty(
        members
          .filter(({ kind }) => kind === 'person')
          .map((person): Person => ({
            '@type': 'Person',
            ...withAnchor(person),
            jobTitle: person.title[lang],
          })),
      ),
    }),
  );
}
