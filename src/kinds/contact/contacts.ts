import { type Lang, readersLanguageFirst } from '../../i18n/languages.ts';
import type { Content } from '../../model/content.ts';
import { lookup, required } from '../../model/lookup.ts';
import type { ContactEntry } from './schema.ts';

export const nameOf = ({ name }: ContactEntry, lang: Lang): string =>
  typeof name === 'string' ? name : name[lang];

/**
 * The e-mail addresses of a contact, that of the reader's language first; one shared by all languages counts
 * as that.
 */
export const emailsOf = ({ email }: ContactEntry, lang: Lang): { inLang: Lang; value: string }[] =>
  typeof email === 'string' ? [{ inLang: lang, value: email }] : readersLanguageFirst(lang, email);

/** Contacts in the order set by editors. */
export const inDirectoryOrder = (contacts: ContactEntry[]): ContactEntry[] =>
  [...contacts].sort((a, b) => a.order - b.order);

/** The contacts that are not marked as out of date. */
export const current = (contacts: ContactEntry[]): ContactEntry[] =>
  contacts.filter(({ historical }) => !historical);

/** Somebody who is no longer in the post: the number and address are told, but lead nowhere. */
export const hasLeft = ({ kind, historical }: ContactEntry): boolean =>
  kind === 'person' && historical !== undefined;

const findContact = lookup<ContactEntry>(({ id }) => id);
export const contactById = ({ contacts }: Content, id: string): ContactEntry =>
  required(findContact(contacts, id), `Contact "${id}"`);

const switchboardId = 'switchboard';
/**
 * The switchboard of the contact's organisation, where the contact has neither a number nor a mailbox that leads
 * anywhere. Content without a switchboard has none.
 */
export function switchboardFor(contact: ContactEntry, { contacts }: Content): ContactEntry | undefined {
  const switchboard = findContact(contacts, switchboardId);
  const isReached = !hasLeft(contact) && (contact.phone ?? contact.email) !== undefined;
  return !isReached && switchboard?.phone && switchboard.organisation.fi === contact.organisation.fi
    ? switchboard
    : undefined;
}
