import { type Lang, pageLanguage } from '../i18n/languages.ts';
import {
  bindFilters,
  type Filtered,
  type Filters,
  filtersInAddress,
  passes,
  unpackFilters,
} from '../kinds/service/filters.ts';
import { fold, wordsOf } from './fold.ts';
import { type Hit, searchFullText } from './full-text.ts';
import { type Guide, type GuideEntry, resultKinds, unpackGuide, withOtherLanguage } from './guide.ts';
import { meaningfulWords, search } from './match.ts';
import { resultWords } from './result-words.ts';
import { stopWords } from './stop-words.ts';

/** A result in the list. */
type Row = GuideEntry & {
  excerpt?: string;
  /** Language of the result, if it is not that of the page. */
  lang?: Lang;
};

/** The filter values of a service, and its list item on the page unless the list is too long for it. */
type ListedService = Filtered & { item?: HTMLElement };

/** Weight of a rank in the full-text search, relative to a rank in the guide. */
const fullTextWeight = 0.5;
const maxRows = 30;
/** The most rows when there are only filters and no query. */
const maxFilteredRows = 200;

/**
 * Synchronizes the list of results with the query and the filters in the URL, including back and forward
 * navigation.
 * @param fetchGuides fetches the packed guides, that of the page's language first
 * @param fetchText fetches a text; empty if the request fails
 */
export function openResults(
  form: HTMLFormElement,
  field: HTMLInputElement,
  fetchGuides: () => Promise<string>[],
  fetchText: (path: string) => Promise<string>,
): void {
  const lang = pageLanguage();
  const dictionary = resultWords[lang];
  const container = document.querySelector<HTMLElement>('[data-search-results]')!;
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  const notes = document.querySelector<HTMLElement>('[data-search-notes]')!;
  const fallback = document.querySelector<HTMLElement>('[data-search-fallback]')!;
  const failed = document.querySelector<HTMLTemplateElement>('[data-search-failed]')!;
  const filterForm = document.querySelector<HTMLFormElement>('[data-filters]')!;
  const { filtersFile } = container.dataset;
  const otherLangs = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map((link) => link.lang as Lang)
    .filter((other) => other !== lang);
  const listedServices = new Map(
    [...fallback.querySelectorAll<HTMLElement>('.service-links li')].map((item): [string, ListedService] => [
      item.querySelector('a')!.getAttribute('href')!,
      { dataset: item.dataset, item },
    ]),
  );
  const parameters = () => new URLSearchParams(location.search);
  const queryNow = () => (parameters().get('q') ?? '').trim();
  /** The query string of the page with the current filters and another query. */
  const withParameters = (changes: { q: string; exact?: string }) =>
    new URLSearchParams({ ...filtersInAddress(filterForm), ...changes }).toString();
  // Keep what the reader has typed before this script was loaded.
  if (document.activeElement !== field || !field.value) field.value = queryNow();

  let filterValues: Promise<Filtered[]> | undefined;
  const loadFilterValues = () =>
    (filterValues ??= filtersFile
      ? fetchText(filtersFile).then((text) => (text ? unpackFilters(text) : []))
      : Promise.resolve([]));
  let guides: Promise<{ own: Guide; others: Guide[]; all: Guide; failed: boolean }> | undefined;
  const loadGuides = () =>
    (guides ??= Promise.all([loadFilterValues(), ...fetchGuides()]).then(
      ([filterValues, ...packedGuides]) => {
        const [own, ...others] = packedGuides.map(unpackGuide) as [Guide, ...Guide[]];
        if (filterValues.length > 0)
          own.entries
            .filter(isService)
            .forEach(({ path }, index) => listedServices.set(path, filterValues[index]!));
        return { own, others, all: others.reduce(withOtherLanguage, own), failed: !packedGuides[0] };
      },
    ));
  /** Number of updates so far; an update that is no longer the latest is abandoned. */
  let latestUpdate = 0;
  /**
   * The services that match the query, before filtering: the counts beside the filters are computed from
   * them.
   */
  let matchingServices: Filtered[] = [];

  async function update(): Promise<void> {
    const query = queryNow();
    const filters = filtersInAddress(filterForm);
    const thisUpdate = ++latestUpdate;
    const hasFilters = Object.keys(filters).length > 0;
    fallback.hidden = query !== '' || (filtersFile !== undefined && hasFilters);
    document.title = document.title.replace(/^(”.*”: )?/, () => (query ? `”${query}”: ` : ''));
    if (!query && (!filtersFile || !hasFilters)) {
      matchingServices = filtersFile ? await loadFilterValues() : [...listedServices.values()];
      if (thisUpdate !== latestUpdate) return;
      filterList(filters);
      container.replaceChildren();
      notes.replaceChildren();
      status.textContent = '';
      container.ariaBusy = 'false';
      return refreshFilters();
    }
    container.ariaBusy = 'true';
    status.textContent = dictionary.searching;
    const { own, others, all, failed: guideFailed } = await loadGuides();
    if (thisUpdate !== latestUpdate) return;
    if (!query) {
      if (guideFailed) return tellFailure(filters);
      const services = own.entries.filter(isService).sort((a, b) => a.title.localeCompare(b.title, lang));
      status.textContent = dictionary.filtered(render(services, filters, maxFilteredRows), maxFilteredRows);
      notes.replaceChildren();
      container.ariaBusy = 'false';
      return;
    }
    const { found, corrected } = search(all, query);
    const usedCorrection = parameters().has('exact') ? undefined : corrected;
    const guideResults = found.map(({ entry }) => entry);
    const foundInOwnLanguage =
      guideResults.length === 0 || search(own, query).found[0]?.entry.path === guideResults[0]!.path;
    // Languages in which the query needs no correction: the reader may speak one of them.
    const languagesOfQuery = foundInOwnLanguage
      ? []
      : otherLangs.filter((_, index) => search(others[index]!, query).corrected === undefined);
    notes.replaceChildren(
      ...(usedCorrection
        ? [correctionNote(query, usedCorrection)]
        : languagesOfQuery.slice(0, 1).map((other) => otherLanguageNote(other, query))),
    );
    if (guideResults.length > 0) render(guideResults, filters, maxRows);
    const queryWords = meaningfulWords(new Set(stopWords[lang]), usedCorrection ?? query);
    let isComplete = !guideFailed;
    const hits = await searchFullText(queryWords, lang).catch(() => {
      isComplete = false;
      return [];
    });
    let rows: Row[] = merge(guideResults, hits, own.entries);
    for (const [index, other] of otherLangs.entries()) {
      if (rows.length === 0)
        rows = (await searchFullText(wordsOf(fold(query)), other).catch(() => [])).map((hit): Row => ({
          ...toEntry(hit, others[index]!.entries),
          lang: other,
          excerpt: hit.excerpt,
        }));
    }
    if (thisUpdate !== latestUpdate) return;
    if (rows.length === 0 && !isComplete) return tellFailure(filters);
    const excerpts = new Map(hits.map(({ path, excerpt }) => [path, excerpt]));
    const shownCount = Math.min(
      maxRows,
      render(
        rows.map((row) => ({ excerpt: excerpts.get(row.path), ...row })),
        filters,
        maxRows,
      ),
    );
    if (rows.length === 0) container.append(noResults(query));
    status.textContent =
      rows.length === 0
        ? dictionary.nothing(query)
        : shownCount === 0
          ? dictionary.allFilteredOut(rows.length)
          : dictionary.resultsFor(shownCount, usedCorrection ?? query);
    container.ariaBusy = 'false';
  }

  function filterList(filters: Filters): void {
    for (const { dataset, item } of listedServices.values())
      if (item) item.hidden = !passes({ dataset }, filters);
  }

  /** Nothing may be called missing by a search that lacks a part: the list of services is what is left. */
  function tellFailure(filters: Filters): void {
    matchingServices = [...listedServices.values()];
    filterList(filters);
    fallback.hidden = false;
    container.replaceChildren();
    notes.replaceChildren();
    status.replaceChildren(failed.content.cloneNode(true));
    container.ariaBusy = 'false';
    refreshFilters();
  }

  /** @returns the number of results that pass the filters, of which no more than `maximum` are shown */
  function render(rows: Row[], filters: Filters, maximum: number): number {
    matchingServices = rows.flatMap(({ path }) => listedServices.get(path) ?? []);
    const hasFilters = Object.keys(filters).length > 0;
    const passing = rows.filter(
      ({ path }) => !hasFilters || (listedServices.has(path) && passes(listedServices.get(path)!, filters)),
    );
    container.replaceChildren(...groups(passing.slice(0, maximum)));
    refreshFilters();
    return passing.length;
  }

  const groups = (rows: Row[]): Node[] =>
    resultKinds.flatMap((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return ofKind.length === 0
        ? []
        : [element('h2', dictionary.kinds[kind]), element('ol', ...ofKind.map(listItem))];
    });

  function listItem({ title, path, lang, excerpt }: Row): HTMLElement {
    const item = element('li', link(path, title, lang));
    const service = listedServices.get(path);
    if (service?.item) item.append(element('p', service.item.querySelector('p')!.textContent));
    if (excerpt) item.append(snippet(excerpt, lang));
    const tag = service && nameOfKind(service.dataset['kind']!);
    if (tag || lang) item.append(elementWithClass('p', 'tag', lang ? dictionary.onlyIn[lang] : tag!));
    return item;
  }

  const correctionNote = (query: string, corrected: string): HTMLElement =>
    elementWithClass(
      'p',
      'correction',
      dictionary.shownInstead(corrected),
      ' ',
      link(`?${withParameters({ q: query, exact: '' })}`, dictionary.searchOriginal(query)),
    );

  const otherLanguageNote = (other: Lang, query: string): HTMLElement => {
    const { pathname } = document.querySelector<HTMLAnchorElement>(`a[data-language][lang="${other}"]`)!;
    return element(
      'p',
      link(`${pathname}?${withParameters({ q: query })}`, resultWords[other].sameInThisLanguage, other),
    );
  };

  function noResults(query: string): HTMLElement {
    const { services, advice, adviceTitle } = container.dataset;
    const themes = [...document.querySelectorAll<HTMLTemplateElement>('template[data-themes]')].map(
      ({ content }) => content.cloneNode(true),
    );
    return elementWithClass(
      'div',
      'nothing',
      element('h2', dictionary.nothing(query)),
      element('p', dictionary.nothingTried),
      element('p', `${dictionary.nothingAdvice} `, link(advice!, adviceTitle!)),
      element('h3', dictionary.nothingThemes),
      ...themes,
      element('p', link(services!, dictionary.allServices)),
    );
  }

  const refreshFilters = bindFilters(
    filterForm,
    () => matchingServices,
    () => void update(),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const q = field.value.trim();
    // The same question again is no step back.
    const isSame = q === queryNow() && !parameters().has('exact');
    history[isSame ? 'replaceState' : 'pushState'](null, '', `?${withParameters({ q })}`);
    void update();
  });
  addEventListener('popstate', () => {
    field.value = queryNow();
    void update();
  });
  void update();
}

const isService = ({ kind }: GuideEntry): boolean => kind === 'service';
const nameOfKind = (kind: string): string =>
  document.querySelector<HTMLOptionElement>(`select[name=kind] option[value="${kind}"]`)!.dataset['name']!;

/**
 * Merges the results of both searches by reciprocal rank. The first result of the guide stays first: a layout
 * shift under the reader's finger is worse than a slightly worse order.
 */
function merge(guideResults: GuideEntry[], hits: Hit[], guideEntries: GuideEntry[]): GuideEntry[] {
  const scores = new Map<string, { entry: GuideEntry; score: number }>();
  guideResults.forEach((entry, rank) =>
    scores.set(entry.path, { entry, score: 1 / (2 + rank) + (rank === 0 ? 1 : 0) }),
  );
  hits.forEach((hit, rank) => {
    const previous = scores.get(hit.path);
    const entry = previous?.entry ?? toEntry(hit, guideEntries);
    scores.set(hit.path, { entry, score: (previous?.score ?? 0) + fullTextWeight / (2 + rank) });
  });
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/**
 * The guide's entry for a hit. Pages that are not in the guide, such as the contact directory, get the kind
 * "page".
 */
const toEntry = ({ path, title }: Hit, guideEntries: GuideEntry[]): GuideEntry =>
  guideEntries.find((entry) => entry.path === path) ?? { kind: 'page', title, path };

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function elementWithClass(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = element(name, ...children);
  node.className = className;
  return node;
}

function link(path: string, text: string, lang?: string): HTMLElement {
  const node = element('a', text);
  node.setAttribute('href', path);
  if (lang) {
    node.lang = lang;
    node.setAttribute('hreflang', lang);
  }
  return node;
}

/**
 * A snippet with its hits in `mark` elements, from Pagefind's HTML; built as DOM nodes, never parsed as HTML.
 */
function snippet(excerpt: string, lang = ''): HTMLElement {
  const parts = excerpt
    .split(/<\/?mark>/)
    .map((text, index) => (index % 2 === 1 ? element('mark', decodeEntities(text)) : decodeEntities(text)));
  const node = elementWithClass('p', 'excerpt', '… ', ...parts, ' …');
  if (lang) node.lang = lang;
  return node;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const decodeEntities = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]!);
