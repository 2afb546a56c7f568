import { type Lang, type Localized } from '../i18n/languages.ts';

/* The open data in the vocabularies of European public data catalogues (DCAT-AP, CPSV-AP). */

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
export const byLanguage = (id: string) => ({ '@id': id, '@container': '@language' });
export const context = {
  ...prefixes,
  title: byLanguage('dct:title'),
  description: byLanguage('dct:description'),
  keyword: byLanguage('dcat:keyword'),
  prefLabel: byLanguage('skos:prefLabel'),
};

/** A code from an authority table of the EU Publications Office, which both profiles require. */
export const authority = (list: string, code: string) => ({
  '@id': `http://publications.europa.eu/resource/authority/${list}/${code}`,
});
const languageCodes: Localized<string> = { fi: 'FIN', sv: 'SWE' };
export const languageOf = (lang: Lang) => authority('language', languageCodes[lang]);
export const ref = (iri: string) => ({ '@id': iri });
