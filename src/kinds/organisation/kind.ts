import { sectionPath } from '../../i18n/addresses.ts';
import { inEachLanguage } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { factFields, idField, urlsField } from '../../model/open-data-fields.ts';
import { source } from '../../schema/fields.ts';
import type { Kind } from '../kind.ts';
import { organisation, type OrganisationEntry } from './schema.ts';

declare module '../../model/pages.ts' {
  interface Subjects {
    organisations: object;
  }
}

const factsOf = (entry: OrganisationEntry) => entry;

/** Who helps with what is not Kuntaliitto's; all stand on one page. */
export const organisationKind: Kind<'organisations'> = {
  name: 'organisation',
  folder: 'organisations',
  schema: organisation,
  placeholder: (name) => ({ name: inEachLanguage(() => name) }),
  called: {
    one: { fi: 'muu organisaatio', sv: 'annan organisation', en: 'other organisation' },
    many: { fi: 'Muut organisaatiot', sv: 'Andra organisationer', en: 'Other organisations' },
  },
  missing: { fi: 'organisaatiota', sv: 'någon organisation', en: 'organisation' },
  counted: { fi: 'muuta auttajaa', sv: 'andra som hjälper', en: 'other organisations' },
  nameOf: ({ name }, lang) => name[lang],

  asks: [
    { field: 'name', unique: true },
    { field: 'id' },
    { field: 'topics' },
    { field: 'helpsWith' },
    { field: 'source', schema: source.shape.url },
    { field: 'year', schema: source.shape.year },
  ],
  newEntry: (answers, { today }) => ({
    name: inEachLanguage((lang) => answers[`name-${lang}`]),
    topics: answers['topics'],
    helpsWith: inEachLanguage((lang) => answers[`helps-with-${lang}`]),
    keywords: inEachLanguage((lang) => [answers[`name-${lang}`]]),
    sources: [{ url: answers['source'], year: answers['year'] }],
    asOf: answers['year'],
    reviewed: today,
  }),

  pages: () => [
    {
      subject: { kind: 'organisations' },
      path: (lang) => sectionPath(lang, 'organisations'),
      title: (lang) => words[lang].organisations,
      description: (lang) => words[lang].organisationsIntro,
      // Not in the full text: each organisation is found by its own words, see `suggestions`.
      section: 'organisations',
    },
  ],

  suggestions: ({ lang, path, title, subject }, { content }) =>
    subject.kind === 'organisations'
      ? content.organisations.map(({ id, name, helpsWith, keywords, asked }) => ({
          kind: { heading: title, isNotOurs: true },
          title: name[lang],
          path: `${path}#${id}`,
          about: helpsWith[lang],
          keywords: [...keywords[lang], ...(asked?.[lang] ?? [])],
        }))
      : [],
  structuredData: () => [],
  openData: {
    entries: ({ organisations }) => organisations,
    fields: {
      id: idField(),
      names: {
        schema: organisation.shape.name,
        of: ({ name }) => name,
      },
      ...factFields(organisation, factsOf, [
        'topics',
        'helpsWith',
        'forWhom',
        'url',
        'keywords',
        'since',
        'sources',
        'asOf',
        'reviewed',
      ]),
      urls: urlsField(({ id }, lang) => `${sectionPath(lang, 'organisations')}#${id}`),
    },
  },
};
