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
import { breadcrumbOf } from './breadcrumb.ts';
import type { AnnouncementEntry, ContactEntry, ServiceEntry } from './content.ts';
import { audienceOf, channelsOf, emailsOf, nameOf } from './for-reader.ts';
import { adviceServiceId, pageOfService } from './lookup.ts';
import { current, inDirectoryOrder, isOffered } from './order.ts';
import type { Page } from './pages.ts';
import type { Site } from './whole-site.ts';
import { publicationMoment } from './visible.ts';

/**
 * What a page says, in the words of schema.org: only what a reader sees on it too. What the page marks as out of
 * date is left out, since a program that reads it would take it as good.
 * @returns things of one graph; none for pages that only lead on
 */
export function structuredData(page: Page, site: Site): Thing[] {
  return [...ofSubject(page, site), ...breadcrumb(page, site.content.site.url)];
}

/** The graph as JSON-LD that can stand inside a script element: no text of the content can end it. */
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

/** `Service` and not `GovernmentService`: the provider is an association of authorities and no authority. */
function service({ lang, path, title, description }: Page, { facts }: ServiceEntry, site: Site): Service {
  const { vocabulary, contacts } = site.content;
  const t = words[lang];
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
      name: t.provider,
      contactPoint: unlessEmpty(
        current(contacts)
          .filter(({ id }) => facts.contacts.includes(id))
          .map((contact): ContactPoint => ({ '@type': 'ContactPoint', ...reachable(contact, lang) })),
      ),
    },
  };
}

/** How to reach a contact, as its card shows it. */
const reachable = (contact: ContactEntry, lang: Lang) => ({
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

/** A year, a month or a day as it is, never more exact than known; a minute with its distance from UTC. */
const withOffset = (published: string): string =>
  published.includes('T') ? `${published}:00${helsinkiOffset(publicationMoment(published))}` : published;

function organizations({ lang, path }: Page, { content: { site, contacts } }: Site): Organization[] {
  const anchored = (contact: ContactEntry) => ({
    '@id': `${site.url}${path}#${contactAnchor(contact.id)}`,
    ...reachable(contact, lang),
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
            ...anchored(unit),
            description: unit.title[lang],
            address: unit.address?.[lang],
          })),
      ),
      employee: unlessEmpty(
        members
          .filter(({ kind }) => kind === 'person')
          .map((person): Person => ({
            '@type': 'Person',
            ...anchored(person),
            jobTitle: person.title[lang],
          })),
      ),
    }),
  );
}

function breadcrumb(page: Page, url: string): BreadcrumbList[] {
  const above = breadcrumbOf(page);
  if (above.length === 0) return [];
  const steps = [...above, { path: page.path, text: page.title }];
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
