import { z } from 'zod';
import { entryPath, type Facet, isServiceListAddress, listPartPath } from '../../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import type { Answers, Existing, RawFields } from '../../model/ask.ts';
import type { Content } from '../../model/content.ts';
import { factFields, textFields } from '../../model/open-data-fields.ts';
import { entryDraft, isPageOf, type PageDraft } from '../../model/pages.ts';
import { asked, field, reference, sentenceOf, source } from '../../schema/fields.ts';
import type { Term } from '../../schema/site-files.ts';
import { type Kind, suggestionOf } from '../kind.ts';
import { changeFeeds } from './feeds.ts';
import { listPath, pageCountOf, type ServiceList, servicesIn } from './lists.ts';
import { serviceCatalog } from './public-services.ts';
import { service, type ServiceEntry, serviceText } from './schema.ts';
import { isGiven, isOffered, isUsualPrice } from './services.ts';
import { publicService } from './structured-data.ts';

declare module '../../model/pages.ts' {
  interface Subjects {
    service: { entry: ServiceEntry };
    services: object;
    facet: { facet: Facet; key: string; term: Term };
    /** The second or a later page of a paginated list; `number` counts from 1. */
    part: { list: ServiceList; number: number };
  }
}

const pathOf = (lang: Lang, address: string): string => entryPath(lang, 'services', address);
const texts = textFields(pathOf);

/** A service of Kuntaliitto. */
export const serviceKind: Kind<'services'> = {
  name: 'service',
  folder: 'services',
  schema: service,
  text: { schema: serviceText, extension: 'md', longest: 2_500 },
  sections: {
    fi: [
      { heading: 'Mitä saat', placeholder: '[kirjoita, mitä palvelusta saa]' },
      { heading: 'Kenelle ja milloin', placeholder: '[kirjoita, kenelle palvelu on ja missä tilanteessa]' },
      { heading: 'Näin pääset alkuun', placeholder: '[kirjoita, mitä lukija tekee ensin]' },
      {
        heading: 'Hyvä tietää',
        placeholder: '[kirjoita, miltä ajalta tiedot ovat ja mitä lähteet eivät kerro]',
      },
    ],
    sv: [
      { heading: 'Det här får du', placeholder: '[skriv vad tjänsten ger]' },
      { heading: 'För vem och när', placeholder: '[skriv vem tjänsten är till för och i vilken situation]' },
      { heading: 'Så kommer du i gång', placeholder: '[skriv vad läsaren gör först]' },
      {
        heading: 'Bra att veta',
        placeholder: '[skriv från vilken tid uppgifterna är och vad källorna inte berättar]',
      },
    ],
  },
  asked,
  called: {
    one: { fi: 'palvelu', sv: 'tjänst', en: 'service' },
    many: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  },
  missing: { fi: 'palvelua', sv: 'någon tjänst', en: 'service' },
  counted: { fi: 'palvelua', sv: 'tjänster', en: 'services' },
  nameOf: (entry, lang) => entry.texts[lang].title,
  restore: (id) => ({
    fi: `Tarkista nimi. Jos palvelu poistettiin, palauta kansio services/${id} ja täytä sen kenttä withdrawn: sivu jää ja kertoo, mitä käyttää sen sijaan.`,
    sv: `Kontrollera namnet. Om tjänsten togs bort, återställ mappen services/${id} och fyll i dess fält withdrawn: sidan blir kvar och berättar vad man använder i stället.`,
    en: `Check the name. If the service was deleted, restore the folder services/${id} and fill in its field withdrawn: the page stays and tells what to use instead.`,
  }),

  asks: [
    { field: 'kind' },
    { field: 'themes' },
    {
      field: 'divisions',
      schema: field(sentenceOf(service.shape.divisions)!, z.array(reference('divisions')).min(1)),
      all: 'everybody',
    },
    { field: 'price' },
    {
      field: 'priceNote',
      when: ({ kind, price }, { vocabulary }) => {
        const kinds = vocabulary['kinds'] as Record<string, { price?: string }> | undefined;
        return !isUsualPrice(String(price), kinds?.[String(kind)]?.price);
      },
    },
    { field: 'languages' },
    { field: 'source', schema: source.shape.url },
    { field: 'year', schema: source.shape.year },
    { field: 'contacts' },
    { field: 'related', proposal: servicesOfSameThemes },
    { field: 'reviewed', proposal: (_, { today }) => today },
  ],
  newEntry: (answers, { vocabulary }) => ({
    ...answers,
    ...(answers['price-note-fi'] !== undefined && {
      priceNote: inEachLanguage((lang) => answers[`price-note-${lang}`]),
    }),
    ...((answers['divisions'] as string[]).length === Object.keys(vocabulary['divisions'] ?? {}).length && {
      divisions: undefined,
      everybody: true,
    }),
    // Kuntaliitto's general advice is the default channel until the editor adds a better one.
    channels: [{ kind: 'advice-service' }],
    sources: [{ url: answers['source'], year: answers['year'] }],
    asOf: answers['year'],
  }),

  pages: (content) => [
    ...listDrafts(
      content,
      { kind: 'services' },
      (lang) => words[lang].servicesHeading,
      (lang) => words[lang].servicesIntro,
    ),
    ...(['themes', 'divisions'] as const).flatMap((facet) =>
      Object.entries(content.vocabulary[facet]).flatMap(([key, term]) =>
        listDrafts(
          content,
          { kind: 'facet', facet, key, term },
          // The title tells search engines that these are services; here the way to the page does.
          (lang) => words[lang].servicesOf(term.name[lang]),
          (lang) => term.about[lang],
          (lang) => term.name[lang],
        ),
      ),
    ),
    ...content.services.map((entry) => ({
      ...entryDraft({ kind: 'service', entry }, pathOf, 'services'),
      inFullText: isOffered(entry),
    })),
  ],
  pathOf,
  isReserved: isServiceListAddress,
  // A service for everybody lists all divisions, so that lists, filters and open data need not know.
  complete: (entry, { vocabulary }) =>
    entry.facts?.everybody
      ? { ...entry, facts: { ...entry.facts, divisions: Object.keys(vocabulary?.divisions ?? {}) } }
      : entry,
  dated: ['changes', 'withdrawn'],

  suggestions(page, { content }) {
    const { lang, path } = page;
    const { facets, foundAs, services } = words[lang];
    if (isPageOf(page, 'facet')) {
      const { facet, key, term } = page.subject;
      const keywords = facet === 'divisions' ? content.vocabulary.divisions[key]!.short[lang] : [];
      return [{ kind: { heading: facets, row: foundAs[facet] }, title: term.name[lang], path, keywords }];
    }
    if (!isPageOf(page, 'service') || !isOffered(page.subject.entry)) return [];
    const { facts, texts, asked } = page.subject.entry;
    return [
      {
        ...suggestionOf(
          { heading: services, hasFilters: true, ...(facts.ended && { row: words[lang].ended }) },
          page,
          texts[lang],
        ),
        asked: asked?.[lang] ?? [],
      },
    ];
  },
  feeds: changeFeeds,
  structuredData: (page, site) =>
    isPageOf(page, 'service') && isGiven(page.subject.entry) ? [publicService(page, site)] : [],
  openData: {
    entries: ({ services }) => services,
    fields: {
      id: texts.id,
      ...factFields(service, ({ facts }) => facts, [
        'kind',
        'themes',
        'divisions',
        'price',
        'priceNote',
        'languages',
      ]),
      titles: texts.titles,
      summaries: texts.summaries,
      keywords: texts.keywords,
      urls: texts.urls,
      ...factFields<ServiceEntry>(
        service,
        ({ facts }) => facts,
        [
          'channels',
          'askFirst',
          'contacts',
          'related',
          'sources',
          'asOf',
          'reviewed',
          'changes',
          'ended',
          'withdrawn',
        ],
        {
          ended: field(
            {
              fi: 'Vain päättyneellä palvelulla, josta voi yhä lukea: vuosi, jona se päättyi.',
              sv: 'Bara för en tjänst som har upphört men som man ännu kan läsa om: året då den upphörde.',
              en: 'Only of a service that has ended but can still be read about: the year in which it ended.',
            },
            service.shape.ended,
          ),
          withdrawn: field(
            {
              fi: 'Vain käytöstä poistetulla palvelulla: päivä, syy ja palvelu, jota käyttää sen sijaan.',
              sv: 'Bara för en tjänst som har tagits ur bruk: dagen, orsaken och tjänsten som används i stället.',
              en: 'Only of a service that was withdrawn: the day, the reason, and the service to use instead.',
            },
            service.shape.withdrawn,
          ),
        },
      ),
    },
  },
  linkedData: { profile: 'http://data.europa.eu/m8g/cpsvap/3.2.0', of: serviceCatalog },
};

/** A list of services, paginated. */
function listDrafts(
  { services }: Content,
  list: ServiceList,
  title: PageDraft['title'],
  description: PageDraft['description'],
  heading = title,
): PageDraft[] {
  return Array.from({ length: pageCountOf(servicesIn(services, list, languages[0]).length) }, (_, index) => {
    const number = index + 1;
    const numbered = (text: PageDraft['title']) => (lang: Lang) =>
      number === 1 ? text(lang) : words[lang].partOfList(text(lang), number);
    return {
      subject: number === 1 ? list : { kind: 'part', list, number },
      path: (lang) => listPartPath(listPath(list, lang), number),
      title: numbered(title),
      heading: numbered(heading),
      description,
      section: 'services',
    };
  });
}

/** The two services that share the most themes; undefined when there are fewer than two. */
function servicesOfSameThemes({ themes = [] }: Answers, { entries }: Existing): string | undefined {
  const common = (fields: RawFields): number =>
    ((fields['themes'] ?? []) as string[]).filter((theme) => (themes as string[]).includes(theme)).length;
  const nearest = entries('services')
    .filter(({ fields }) => !fields['withdrawn'] && !fields['ended'])
    .sort((a, b) => common(b.fields) - common(a.fields))
    .slice(0, 2);
  return nearest.length < 2 ? undefined : nearest.map(({ id }) => id).join(', ');
}
