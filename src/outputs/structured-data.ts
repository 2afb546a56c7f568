import type { BreadcrumbList, SearchAction, Thing, WebSite, WithActionConstraints } from 'schema-dts';
import { sectionPath } from '../i18n/addresses.ts';
import { allKinds } from '../kinds/kinds.ts';
import { breadcrumbOf } from '../model/breadcrumb.ts';
import type { Page } from '../model/pages.ts';
import { publisherOf } from '../model/schema-org.ts';
import type { Site } from '../model/whole-site.ts';

/**
 * The structured data (schema.org) of a page: only what is also visible on it. Data marked as out of date is
 * left out, since programs would take it as valid.
 * @returns nodes of one graph; empty for pages that only link to others
 */
export function structuredData(page: Page, site: Site): Thing[] {
  return [
    ...(page.subject.kind === 'home' ? [webSite(page, site)] : []),
    ...allKinds.flatMap((kind) => kind.structuredData(page, site)),
    ...breadcrumb(page, site.content.site.url),
  ];
}

/** The graph as JSON-LD for a script element; `<` is escaped so that no text can end the element. */
export const asJsonLd = (graph: Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');

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
    license: site.licence?.url,
  };
}

function breadcrumb(page: Page, url: string): BreadcrumbList[] {
  const ancestors = breadcrumbOf(page);
  if (ancestors.length === 0) return [];
  const steps = [...ancestors, { path: page.path, text: page.heading }];
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
