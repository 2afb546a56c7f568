import { entryPath, openDataPath } from '../i18n/addresses.ts';
import {
  inEachLanguage,
  type Lang,
  type Localized,
  languages,
  readersLanguageFirst,
} from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { type OpenDataFile, openDataFiles } from './open-data-items.ts';
import type { Channel } from '../kinds/service/schema.ts';
import type { ContactEntry, ServiceEntry } from '../model/content.ts';
import { emailsOf } from '../model/for-reader.ts';
import { adviceServiceId, freePage, pageOfService } from '../model/lookup.ts';
import { current, offered } from '../model/order.ts';
import type { Site } from '../model/whole-site.ts';

/*
 * The open data in the vocabularies of European public data catalogues (DCAT-AP, CPSV-AP), as self-contained
 * JSON-LD. Only properties that mean the same as our fields are used: no licence and no publisher until there
 * is one.
 */

const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
};
const byLanguage = (id: string) => ({ '@id': id, '@container': '@language' });
const context = {
  ...prefixes,
  title: byLanguage('dct:title'),
  description: byLanguage('dct:description'),
  keyword: byLanguage('dcat:keyword'),
  prefLabel: byLanguage('skos:prefLabel'),
};

/** A code from an authority table of the EU Publications Office, which both profiles require. */
const authority = (list: string, code: string) => ({
  '@id': `http://publications.europa.eu/resource/authority/${list}/${code}`,
});
const languageCodes: Localized<string> = { fi: 'FIN', sv: 'SWE' };
const languageOf = (lang: Lang) => authority('language', languageCodes[lang]);
const ref = (iri: string) => ({ '@id': iri });

/** The open data files as a catalogue of datasets (DCAT-AP 3.0). */
export function dataCatalog(site: Site): object {
  const { url, name, tagline, publisher, feedback } = site.content.site;
  const landingPages = inEachLanguage((lang) => freePage(site, 'open-data', lang)?.path);
  const shared = {
    'dct:language': languages.map(languageOf),
    ...(publisher && { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher } }),
  };
  return {
    '@context': { ...context, 'foaf:name': byLanguage('foaf:name') },
    '@id': url + openDataPath('catalog.jsonld'),
    '@type': 'dcat:Catalog',
    title: inEachLanguage((lang) => `${name[lang]}: ${words[lang].openData}`),
    description: tagline,
    'foaf:homepage': ref(`${url}/`),
    ...shared,
    'dcat:dataset': openDataFiles.map((file) => ({
      '@id': `${url}${openDataPath('catalog.jsonld')}#${file}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': file,
      title: inEachLanguage((lang) => words[lang].dataset[file].title),
      description: inEachLanguage((lang) => words[lang].dataset[file].about),
      'dcat:theme': authority('data-theme', 'GOVE'),
      'dct:accessRights': authority('access-right', 'PUBLIC'),
      'dcat:landingPage': languages.flatMap((lang) =>
        landingPages[lang] ? [ref(url + landingPages[lang])] : [],
      ),
      ...(feedback && {
        'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:hasEmail': ref(`mailto:${feedback}`) },
      }),
      ...shared,
      'dcat:distribution': distributionsOf(file, url),
    })),
  };
}

function distributionsOf(file: OpenDataFile, url: string): object[] {
  const distribution = (name: string, mediaType: string, format: string, conformsTo?: string) => ({
    '@type': 'dcat:Distribution',
    'dcat:accessURL': ref(url + openDataPath(name)),
    'dcat:downloadURL': ref(url + openDataPath(name)),
    'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${mediaType}`),
    'dct:format': authority('file-type', format),
    ...(conformsTo && { 'dct:conformsTo': ref(conformsTo) }),
  });
  return [
    distribution(`${file}.json`, 'application/json', 'JSON', url + openDataPath(`${file}.schema.json`)),
    distribution(`${file}.csv`, 'text/csv', 'CSV'),
    ...(file === 'services'
      ? [
          distribution(
            'services.jsonld',
            'application/ld+json',
            'JSON_LD',
            'http://data.europa.eu/m8g/cpsvap/3.2.0',
          ),
        ]
      : []),
  ];
}

/** The services on offer as a catalogue of public services (CPSV-AP 3.2). */
export function serviceCatalog(site: Site): object {
  const {
    site: { url },
    vocabulary,
    contacts,
    services,
  } = site.content;
  const inCatalog = offered(services);
  const base = `${url}${openDataPath('services.jsonld')}#`;
  const term = (list: string, key: string) => ref(`${url}${openDataPath('vocabulary.json')}#${list}/${key}`);
  const terms = (['themes', 'divisions', 'kinds'] as const).flatMap((list) =>
    Object.entries(vocabulary[list]).map(([key, { name }]) => ({
      ...term(list, key),
      '@type': 'skos:Concept',
      prefLabel: name,
    })),
  );
  const provider = {
    '@id': `${base}provider`,
    '@type': 'org:Organization',
    'dct:identifier': 'kuntaliitto',
    title: inEachLanguage((lang) => words[lang].provider),
    prefLabel: inEachLanguage((lang) => words[lang].provider),
  };
  const service = ({ id, facts, texts }: ServiceEntry) => ({
    '@id': base + id,
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    title: inEachLanguage((lang) => texts[lang].title),
    description: inEachLanguage((lang) => texts[lang].summary),
    keyword: inEachLanguage((lang) => texts[lang].keywords),
    'foaf:page': languages.map((lang) => ref(url + entryPath(lang, 'services', texts[lang].address))),
    'dct:language': facts.languages.map(languageOf),
    'cv:hasCompetentAuthority': ref(provider['@id']),
    'cv:thematicArea': facts.themes.map((key) => term('themes', key)),
    'dct:audience': facts.divisions.map((key) => term('divisions', key)),
    'cv:isClassifiedBy': term('kinds', facts.kind),
    'cv:relatedService': facts.related
      .filter((other) => inCatalog.some(({ id }) => id === other))
      .map((other) => ref(base + other)),
    'cv:hasChannel': facts.channels
      .filter(({ email }) => !email)
      .map((channel, index) => channelNode(site, channel, `${base}${id}-channel-${index + 1}`)),
    'cv:contactPoint': [
      ...facts.channels
        .flatMap(({ email }) => readersLanguageFirst(languages[0], email))
        .map(({ value }) => ({ '@type': 'cv:ContactPoint', 'cv:email': value })),
      ...current(contacts)
        .filter((contact) => facts.contacts.includes(contact.id))
        .map(contactPoint),
    ],
  });
  return { '@context': context, '@graph': [provider, ...terms, ...inCatalog.map(service)] };
}

/** A channel without a URL is the advice service, so it links to the page of that service. */
const channelNode = (site: Site, { url }: Channel, id: string) => ({
  '@id': id,
  '@type': 'cv:Channel',
  'dct:identifier': id.split('#')[1],
  'foaf:page': url
    ? readersLanguageFirst(languages[0], url).map(({ value }) => ref(value))
    : languages.map((lang) => ref(site.content.site.url + pageOfService(site, adviceServiceId, lang).path)),
});

const contactPoint = (contact: ContactEntry) => ({
  '@type': 'cv:ContactPoint',
  ...(contact.phone && { 'cv:telephone': contact.phone }),
  'cv:email': [...new Set(languages.flatMap((lang) => emailsOf(contact, lang)).map(({ value }) => value))],
  'cv:contactPage': readersLanguageFirst(languages[0], contact.url).map(({ value }) => ref(value)),
});
