import { freePagePath, reservedAddresses } from '../../i18n/addresses.ts';
import { words } from '../../i18n/words.ts';
import { plainYear } from '../../model/ask.ts';
import { entryDraft, isPageOf } from '../../model/pages.ts';
import { type Kind, suggestionOf } from '../kind.ts';
import { freePageText, page, type PageEntry } from './schema.ts';

declare module '../../model/pages.ts' {
  interface Subjects {
    page: { entry: PageEntry };
  }
}

/** A free page, whose text may name components. */
export const pageKind: Kind<'pages'> = {
  name: 'page',
  folder: 'pages',
  schema: page,
  text: { schema: freePageText, extension: 'mdx', longest: 12_000 },
  called: {
    one: { fi: 'muu sivu', sv: 'annan sida', en: 'other page' },
    many: { fi: 'Muut sivut', sv: 'Andra sidor', en: 'Other pages' },
  },
  missing: { fi: 'sivua', sv: 'någon sida', en: 'page' },
  counted: { fi: 'muuta sivua', sv: 'andra sidor', en: 'other pages' },
  nameOf: (entry, lang) => entry.texts[lang].title,

  asks: [
    { field: 'asOf', proposal: (_, { today }) => today.slice(0, 4) },
    { field: 'reviewed', proposal: (_, { today }) => today },
  ],
  newEntry: (answers) => ({
    asOf: plainYear(answers['as-of']),
    reviewed: answers['reviewed'],
    contacts: [],
    sources: [],
  }),

  pages: ({ pages }) => pages.map((entry) => entryDraft({ kind: 'page', entry }, freePagePath)),
  unlisted: true,
  pathOf: freePagePath,
  isReserved: (lang, address) => reservedAddresses(lang).includes(address),

  suggestions(page) {
    const { otherPages: heading, foundAs } = words[page.lang];
    return isPageOf(page, 'page')
      ? [suggestionOf({ heading, row: foundAs.page }, page, page.subject.entry.texts[page.lang])]
      : [];
  },
  structuredData: () => [],
};
