import type {
  BreadcrumbList,
  ContactPoint,
  NewsArticle,
  Organization,
  Person,
  SearchAction,
  Service,
  ServiceChannel,
  Thing,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import { contactAnchor, sectionPath } from '../i18n/addresses.ts';
import { helsinkiOffset } from '../i18n/helsinki-time.ts';
import { type Lang, readersLanguageFirst } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { breadcrumbOf } from '../model/breadcrumb.ts';
import type { AnnouncementEntry, ContactEntry, ServiceEntry } from '../model/content.ts';
import { audienceOf, channelsOf, emailsOf, nameOf } from '../model/for-reader.ts';
import { adviceServiceId, pageOfService } from '../model/lookup.ts';
import { current, inDirectoryOrder, isOffered } from '../model/order.ts';
import type { Page } from '../model/pages.ts';
import type { Site } from '../model/whole-site.ts';
import { publicationMoment } from '../model/visible.ts';

/**
 * The structured data (schema.org) of a page: only what is also visible on it. Data marked as out of date is
 * left out, since programs would take it as valid.
 * @returns nodes of one graph; empty for pages that only link to others
 */
export function structuredData(page: Page, site: Site): Thing[] {
  return [...ofSubject(page, site), ...breadcrumb(page, site.content.site.url)];
}

/** The graph as JSON-LD for a script element; `<` is escaped so that no text can end the element. */
export const asJsonLd = (graph: Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');

function ofSubject(page: Page, site: Site): Thing[] {
  const { subject } = page;
  if (subject.kind === 'home') return [webSite(page, site)];
  if (subject.kind === 'service') return isOffered(subject.entry) ? [service(page, subject.entry, site)] : [];
  if (subject.kind === 'announcement') return [newsArticle(page, subject.entry, site)];
  if (subject.kind === 'contacts') return organizations(page, site);
  return [];
}

function webSite({ lang, path, description }: Page, { content: { site } }: Site): WebSite {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.url}${sectionPath(lang, 'search')}?q={query}` },
    'query-input': 'required name=query',
  };
  return {
    '@type': 'WebSite',
    name: site.name[lang],
    url: site.url + path,
    description,
    inLanguage: lang,
    potentialAction: search,
    publisher: publisherOf(site.publisher?.[lang]),
  };
}

const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
const publisherOf = (name: string | undefined): Organization | undefined =>
  name ? { '@type': 'Organization', name } : undefined;

/** `Service`, not `GovernmentService`: the provider is an association of authorities, not an authority. */
function service({ lang, path, title, description }: Page, { facts }: ServiceEntry, site: Site): Service {
  const { vocabulary, contacts } = site.content;
  const dictionary = words[lang];
  return {
    '@type': 'Service',
    name: title,
    description,
    url: site.content.site.url + path,
    serviceType: vocabulary.kinds[facts.kind]!.name[lang],
    audience: { '@type': 'Audience', audienceType: audienceOf(facts, vocabulary, lang) },
    availableChannel: channelsOf(facts.channels, lang).map(({ to }): ServiceChannel => ({
      '@type': 'ServiceChannel',
      serviceUrl: to?.href ?? site.content.site.url + pageOfService(site, adviceServiceId, lang).path,
      availableLanguage: to?.inLang ?? facts.languages,
    })),
    provider: {
      '@type': 'Organization',
      name: dictionary.provider,
      contactPoint: unlessEmpty(
        current(contacts)
          .filter(({ id }) => facts.contacts.includes(id))
          .map((contact): ContactPoint => ({ '@type': 'ContactPoint', ...contactDetails(contact, lang) })),
      ),
    },
  };
}

/** Name and contact details, as on the contact's card. */
const contactDetails = (contact: ContactEntry, lang: Lang) => ({
  name: nameOf(contact, lang),
  telephone: contact.phone,
  email: emailsOf(contact, lang)[0]?.value,
  url: readersLanguageFirst(lang, contact.url)[0]?.value,
});

function newsArticle(
  { lang, path, title, description }: Page,
  { facts }: AnnouncementEntry,
  { content: { site } }: Site,
): NewsArticle {
  return {
    '@type': 'NewsArticle',
    headline: title,
    description,
    url: site.url + path,
    inLanguage: lang,
    datePublished: withOffset(facts.published),
    dateModified: facts.corrections?.[0]?.date,
    publisher: publisherOf(site.publisher?.[lang]),
    isBasedOn: unlessEmpty(
      readersLanguageFirst(lang, facts.original).map(({ inLang, value }) => ({
        '@type': 'CreativeWork',
        name: value.title,
        url: value.url,
        inLanguage: inLang,
        publisher: publisherOf(facts.publisher?.[lang]),
      })),
    ),
  };
}

/** A year, month or day unchanged, never more exact than known; a time with its UTC offset. */
const withOffset = (published: string): string =>
  published.includes('T') ? `${published}:00${helsinkiOffset(publicationMoment(published))}` : published;

function organizations({ lang, path }: Page, { content: { site, contacts } }: Site): Organization[] {
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

function breadcrumb(page: Page, url: string): BreadcrumbList[] {
  const ancestors = breadcrumbOf(page);
  if (ancestors.length === 0) return [];
  const steps = [...ancestors, { path: page.path, text: page.title }];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ path, text }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: text,
        item: url + path,
      })),
    },
  ];
}
