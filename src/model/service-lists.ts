import { type Facet, facetPath, listPartPath, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang } from '../i18n/languages.ts';
import type { Term } from '../schema/site-files.ts';
import { filteredBy, type FilterName, filterNames } from './filters.ts';
import type { ServiceEntry } from './content.ts';
import { memoize } from './memoize.ts';
import { byTitle, offered } from './order.ts';

/** A list of services: all of them, or those of one theme or division. */
export type ServiceList = { kind: 'services' } | { kind: 'facet'; facet: Facet; key: string; term: Term };

/** Services on one page. A longer list goes on over further pages. */
export const mostOnPage = 200;

/** Pages of a list of so many services. */
export const partsOf = (services: number): number => Math.max(1, Math.ceil(services / mostOnPage));

/** Whether there are more services than one page can list. */
export const isLong = (services: ServiceEntry[]): boolean => partsOf(offered(services).length) > 1;

const sorted = memoize((services: ServiceEntry[]) =>
  inEachLanguage((lang) => offered(services).sort(byTitle(lang))),
);

/** What a list holds, from A to Ö. */
export const servicesIn = (services: ServiceEntry[], list: ServiceList, lang: Lang): ServiceEntry[] =>
  list.kind === 'services'
    ? sorted(services)[lang]
    : sorted(services)[lang].filter(({ facts }) => facts[list.facet].includes(list.key));

/** How many services each value of each filter leaves. */
export const filterCounts = memoize((services: ServiceEntry[]): Record<FilterName, Map<string, number>> => {
  const counts = {
    theme: new Map<string, number>(),
    division: new Map<string, number>(),
    kind: new Map<string, number>(),
    price: new Map<string, number>(),
  };
  const filtered = offered(services).map(({ facts }) => filteredBy(facts));
  for (const name of filterNames) {
    for (const values of filtered)
      for (const value of values[name].split(' '))
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  }
  return counts;
});

/** One page of a long list, as the others lead to it. `from` and `to` are the beginnings of its first and last title. */
export type ListPart = { path: string; from: string; to: string; services: ServiceEntry[] };

/** The pages of a list in one language; a short list is one page. */
export function listParts(services: ServiceEntry[], list: ServiceList, lang: Lang): ListPart[] {
  const all = servicesIn(services, list, lang);
  const beginning = (service: ServiceEntry | undefined) =>
    service?.texts[lang].title.slice(0, 3).trim() ?? '';
  return Array.from({ length: partsOf(all.length) }, (_, index) => {
    const onPage = all.slice(index * mostOnPage, (index + 1) * mostOnPage);
    return {
      path: listPartPath(listPath(list, lang), index + 1),
      from: beginning(onPage[0]),
      to: beginning(onPage.at(-1)),
      services: onPage,
    };
  });
}

export const listPath = (list: ServiceList, lang: Lang): string =>
  list.kind === 'services'
    ? sectionPath(lang, 'services')
    : facetPath(lang, list.facet, list.term.name[lang]);
