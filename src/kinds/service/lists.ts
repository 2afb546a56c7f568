import { type Facet, facetPath, listPartPath, sectionPath } from '../../i18n/addresses.ts';
import { inEachLanguage, type Lang } from '../../i18n/languages.ts';
import type { Term } from '../../schema/site-files.ts';
import { filteredBy, type FilterName, filterNames } from './filters.ts';
import { memoize } from '../../model/memoize.ts';
import { byTitle, fromFirstLetter, offered } from './services.ts';
import type { ServiceEntry } from './schema.ts';

/** A list of services: all of them, or those of one theme or division. */
export type ServiceList = { kind: 'services' } | { kind: 'facet'; facet: Facet; key: string; term: Term };

/** The most services on one page; longer lists are paginated. */
export const mostOnPage = 200;

/** Number of pages of a list; an empty list has one. */
export const pageCountOf = (serviceCount: number): number =>
  Math.max(1, Math.ceil(serviceCount / mostOnPage));

/** Whether the list of all services needs more than one page. */
export const isLong = (services: ServiceEntry[]): boolean => pageCountOf(offered(services).length) > 1;

const sortedByLanguage = memoize((services: ServiceEntry[]) =>
  inEachLanguage((lang) => offered(services).sort(byTitle(lang))),
);

/** The services of a list, in alphabetical order. */
export const servicesIn = (services: ServiceEntry[], list: ServiceList, lang: Lang): ServiceEntry[] =>
  list.kind === 'services'
    ? sortedByLanguage(services)[lang]
    : sortedByLanguage(services)[lang].filter(({ facts }) => facts[list.facet].includes(list.key));

/** How many services pass with each value of each filter, the other filters being unset. */
export const filterCounts = memoize((services: ServiceEntry[]): Record<FilterName, Map<string, number>> => {
  const counts = {
    theme: new Map<string, number>(),
    division: new Map<string, number>(),
    kind: new Map<string, number>(),
    price: new Map<string, number>(),
  };
  const filterValues = offered(services).map(({ facts }) => filteredBy(facts));
  for (const name of filterNames) {
    for (const values of filterValues)
      for (const value of values[name].split(' '))
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  }
  return counts;
});

/**
 * One page of a paginated list, as the others link to it. `from` and `to`: first letters of its first and
 * last title.
 */
export type ListPart = { path: string; from: string; to: string; services: ServiceEntry[] };

/** The pages of a list in one language; a short list has one. */
export function listParts(services: ServiceEntry[], list: ServiceList, lang: Lang): ListPart[] {
  const all = servicesIn(services, list, lang);
  const firstLetters = (service: ServiceEntry | undefined) =>
    service ? fromFirstLetter(service.texts[lang].title).slice(0, 3).trim() : '';
  return Array.from({ length: pageCountOf(all.length) }, (_, index) => {
    const onPage = all.slice(index * mostOnPage, (index + 1) * mostOnPage);
    return {
      path: listPartPath(listPath(list, lang), index + 1),
      from: firstLetters(onPage[0]),
      to: firstLetters(onPage.at(-1)),
      services: onPage,
    };
  });
}

export const listPath = (list: ServiceList, lang: Lang): string =>
  list.kind === 'services'
    ? sectionPath(lang, 'services')
    : facetPath(lang, list.facet, list.term.name[lang]);
