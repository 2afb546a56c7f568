import { entryPath, openDataPath } from '../../i18n/addresses.ts';
import { inEachLanguage, languages, readersLanguageFirst } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { context, languageOf, ref } from '../../model/rdf.ts';
import type { Site } from '../../model/whole-site.ts';
import { current, emailsOf } from '../contact/contacts.ts';
import type { ContactEntry } from '../contact/schema.ts';
import type { Channel, ServiceEntry } from './schema.ts';
import { adviceServiceId, isGiven, pageOfService } from './services.ts';

/** The services on offer as a catalogue of public services (CPSV-AP 3.2). */
export function serviceCatalog(site: Site): object {
  const {
    site: { url },
    vocabulary,
    contacts,
    services,
  } = site.content;
  const inCatalog = services.filter(isGiven);
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
  'cv:contactPage': [contact.form, contact.url]
    .flatMap((page) => readersLanguageFirst(languages[0], page))
    .map(({ value }) => ref(value)),
});
