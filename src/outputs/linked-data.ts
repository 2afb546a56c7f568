import { openDataPath } from '../i18n/addresses.ts';
import { inEachLanguage, languages } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { freePage } from '../kinds/page/free-pages.ts';
import { authority, byLanguage, context, languageOf, ref } from '../model/rdf.ts';
import type { Site } from '../model/whole-site.ts';
import { type Dataset, datasets } from './open-data.ts';

/*
 * The open data in the vocabularies of European public data catalogues (DCAT-AP, CPSV-AP), as self-contained
 * JSON-LD. Only properties that mean the same as our fields are used: no licence and no publisher until there
 * is one.
 */

/** The open data files as a catalogue of datasets (DCAT-AP 3.0). */
export function dataCatalog(site: Site): object {
  const { url, name, tagline, publisher, feedback, licence } = site.content.site;
  const landingPages = inEachLanguage((lang) => freePage(site, 'open-data', lang)?.path);
  const shared = {
    'dct:language': languages.map(languageOf),
    ...(publisher && { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher } }),
  };
  const terms = licence && { 'dct:license': ref(licence.url) };
  return {
    '@context': { ...context, 'foaf:name': byLanguage('foaf:name') },
    '@id': url + openDataPath('catalog.jsonld'),
    '@type': 'dcat:Catalog',
    title: inEachLanguage((lang) => `${name[lang]}: ${words[lang].openData}`),
    description: tagline,
    'foaf:homepage': ref(`${url}/`),
    ...terms,
    ...shared,
    'dcat:dataset': datasets.map((dataset) => ({
      '@id': `${url}${openDataPath('catalog.jsonld')}#${dataset.name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.name,
      title: inEachLanguage((lang) => words[lang].dataset[dataset.name].title),
      description: inEachLanguage((lang) => words[lang].dataset[dataset.name].about),
      'dcat:theme': authority('data-theme', 'GOVE'),
      'dct:accessRights': authority('access-right', 'PUBLIC'),
      'dcat:landingPage': languages.flatMap((lang) =>
        landingPages[lang] ? [ref(url + landingPages[lang])] : [],
      ),
      ...(feedback && {
        'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:hasEmail': ref(`mailto:${feedback}`) },
      }),
      ...shared,
      'dcat:distribution': distributionsOf(dataset, url).map((distribution) => ({
        ...distribution,
        ...terms,
      })),
    })),
  };
}

function distributionsOf({ name: file, profile }: Dataset, url: string): object[] {
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
    ...(profile ? [distribution(`${file}.jsonld`, 'application/ld+json', 'JSON_LD', profile)] : []),
  ];
}
