import { contactAnchor, entryPath, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Localized } from '../i18n/languages.ts';
import type { Content, Text } from './content.ts';
import { inDirectoryOrder, newestFirst } from './order.ts';

/**
 * The content as open data: one object per file under `/api/`, both languages in one.
 * Fields are only added, never renamed, so that those who read them need not follow along.
 */
export const openData = {
  services: (content: Content) => ({
    services: content.services.map(({ id, facts, texts }) => ({
      id,
      kind: facts.kind,
      themes: facts.themes,
      divisions: facts.divisions,
      price: facts.price,
      languages: facts.languages,
      titles: field(texts, 'title'),
      summaries: field(texts, 'summary'),
      keywords: field(texts, 'keywords'),
      urls: inEachLanguage((lang) => content.site.url + entryPath(lang, 'services', texts[lang].address)),
      channels: facts.channels,
      contacts: facts.contacts,
      related: facts.related,
      sources: facts.sources,
      asOf: facts.asOf,
      reviewed: facts.reviewed,
      ...(facts.changes && { changes: facts.changes }),
      ...(facts.withdrawn && { withdrawn: facts.withdrawn }),
    })),
  }),
  announcements: (content: Content) => ({
    announcements: [...content.announcements].sort(newestFirst).map(({ id, facts, texts }) => ({
      id,
      published: facts.published,
      kind: facts.kind,
      titles: field(texts, 'title'),
      summaries: field(texts, 'summary'),
      urls: inEachLanguage((lang) => content.site.url + entryPath(lang, 'announcements', texts[lang].address)),
      contacts: facts.contacts,
      services: facts.services,
      sources: facts.sources,
      ...(facts.corrections && { corrections: facts.corrections }),
    })),
  }),
  contacts: (content: Content) => ({
    contacts: inDirectoryOrder(content.contacts).map(({ order: _, name, ...contact }) => ({
      ...contact,
      names: typeof name === 'string' ? inEachLanguage(() => name) : name,
      urls: inEachLanguage((lang) => `${content.site.url}${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`),
    })),
  }),
};
export type OpenDataFile = keyof typeof openData;

const field = <F, K extends keyof F>(texts: Localized<Text<F>>, name: K): Localized<F[K]> => inEachLanguage((lang) => texts[lang][name]);
