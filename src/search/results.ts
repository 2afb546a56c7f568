import { type Lang, pageLanguage } from '../i18n/languages.ts';
import {
  bindFilters,
  type Filtered,
  type Filters,
  filtersInAddress,
  passes,
  unpackFilters,
} from '../kinds/service/filters.ts';
import { answerOf } from './answer.ts';
import { fold, wordsOf } from './fold.ts';
import { searchFullText } from './full-text.ts';
import type { Guide } from './guide.ts';
import { type FetchText, guideLoader } from './guide-loader.ts';
import { search } from './match.ts';
import { hitsOf, mergeResults, type Row } from './merge-results.ts';
import { longestWait, mostFiltered, mostFound } from './ranking.ts';
import {
  correctionNote,
  type ListedService,
  notOursNote,
  otherLanguageNote,
  resultList,
} from './result-list.ts';
import { resultWords } from './result-words.ts';

/**
 * Synchronizes the list of results with the query and the filters in the URL, including back and forward
 * navigation.
 * @param guides paths of the first flights, that of the page's language first
 */
export function openResults(
  form: HTMLFormElement,
  field: HTMLInputElement,
  guides: string[],
  fetchText: FetchText,
): void {
  const lang = pageLanguage();
  const dictionary = resultWords[lang];
  const find = <E extends HTMLElement = HTMLElement>(name: string) =>
    document.querySelector<E>(`[data-${name}]`)!;
  const [container, status, notes] = [find('search-results'), find('search-status'), find('search-notes')];
  const [fallback, notOurs] = [find('search-fallback'), find('not-ours')];
  const filterForm = find<HTMLFormElement>('filters');
  const { filtersFile, notOursFile, otherPages = '' } = container.dataset;
  const otherLangs = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map((link) => link.lang as Lang)
    .filter((other) => other !== lang);
  const services = servicesListedIn(fallback);
  // Keep what the reader has typed before this script was loaded.
  if (document.activeElement !== field || !field.value) field.value = stateNow().query;

  /** The query and the filters in the URL. */
  function stateNow() {
    const parameters = new URLSearchParams(location.search);
    const filters = filtersInAddress(filterForm);
    return {
      query: (parameters.get('q') ?? '').trim(),
      filters,
      hasFilters: Object.keys(filters).length > 0,
      isExact: parameters.has('exact'),
    };
  }
  /** The query string of the page with the current filters and another query. */
  const withParameters = (changes: { q: string; exact?: string }): string =>
    new URLSearchParams({ ...stateNow().filters, ...changes }).toString();

  const loadFilterValues = async (): Promise<Filtered[]> => {
    const text = filtersFile && (await fetchText(filtersFile));
    return text ? unpackFilters(text) : [];
  };
  let loading: ReturnType<typeof load> | undefined;
  async function load() {
    const loader = guideLoader(guides, fetchText, notOursFile);
    const [first, others, values] = await Promise.all([loader.first, loader.others, loadFilterValues()]);
    const filtered = first.entries.filter(({ kind }) => kind.hasFilters);
    if (values.length > 0) filtered.forEach(({ path }, index) => services.set(path, values[index]!));
    return { loader, first, others, filtered };
  }
  /** Number of updates so far; an update that is no longer the latest is abandoned. */
  let latestUpdate = 0;
  /** The services that match the query, before filtering: the counts beside the filters are theirs. */
  let matchingServices: Filtered[] = [];

  async function update(): Promise<void> {
    const { query, filters, hasFilters } = stateNow();
    const thisUpdate = ++latestUpdate;
    const isOutdated = () => thisUpdate !== latestUpdate;
    fallback.hidden = query !== '' || (filtersFile !== undefined && hasFilters);
    document.title = document.title.replace(/^(”.*”: )?/, () => (query ? `”${query}”: ` : ''));
    notOurs.replaceChildren();
    if (!query && (!filtersFile || !hasFilters)) {
      matchingServices = filtersFile ? await loadFilterValues() : [...services.values()];
      if (isOutdated()) return;
      filterList(filters);
      container.replaceChildren();
      finish('');
      return refreshFilters();
    }
    container.ariaBusy = 'true';
    status.textContent = dictionary.searching;
    const loaded = await (loading ??= load());
    if (isOutdated()) return;
    if (query) return answer(loaded, isOutdated);
    if (loaded.filtered.length === 0) return tellFailure(filters);
    const all = loaded.filtered.toSorted((a, b) => a.title.localeCompare(b.title, lang));
    finish(dictionary.filtered(render(all, mostFiltered), mostFiltered));
  }

  async function answer(
    { loader, first, others }: Awaited<ReturnType<typeof load>>,
    isOutdated: () => boolean,
  ): Promise<void> {
    const { query, filters, isExact } = stateNow();
    const guide = await inTime(loader.complete(query), first);
    if (isOutdated()) return;
    const { found, corrected, telling } = search(guide, query, { isExact });
    const { results, helpers, isSure } = answerOf(found);
    const nearest = results.find(({ entry }) => services.has(entry.path));
    notOurs.replaceChildren(
      ...notOursNote(lang, helpers, isSure, container, nearest && services.get(nearest.entry.path)),
    );
    if (results.length > 0)
      status.textContent = dictionary.soFar(renderFound(mergeResults(results, [], guide, otherPages)));
    let isComplete = first.entries.length > 0;
    const hits = await searchFullText(telling, lang).catch(() => {
      isComplete = false;
      return [];
    });
    let rows = mergeResults(results, hits, guide, otherPages);
    // What stands in another language alone comes before results that may be none.
    for (const [index, other] of otherLangs.entries())
      if (!isSure && hits.length === 0) {
        const inOther = await searchFullText(wordsOf(fold(query)), other).catch(() => []);
        rows = [...hitsOf(inOther, others[index]!, first, otherPages, other), ...rows];
      }
    if (isOutdated()) return;
    if (rows.length === 0 && !isComplete) return tellFailure(filters);
    const shown = renderFound(rows);
    if (rows.length === 0)
      notOurs.replaceChildren(
        ...notOursNote(lang, helpers, true, container, undefined),
        find<HTMLTemplateElement>('nothing').content.cloneNode(true),
      );
    const bestIn = (of: Guide) => search(of, query, { isExact: true }).found[0]?.score ?? 0;
    // A language whose titles and keywords hold the query better than the page's own: the reader may speak it.
    const other = otherLangs.find((_, index) => bestIn(others[index]!) > bestIn(first));
    finish(
      rows.length === 0
        ? dictionary.nothing(query)
        : shown === 0
          ? dictionary.allFilteredOut(rows.length)
          : dictionary.resultsFor(shown, corrected ?? query),
      corrected
        ? correctionNote(lang, corrected, query, `?${withParameters({ q: query, exact: '' })}`)
        : other && otherLanguageNote(other, withParameters({ q: query })),
    );
  }

  function finish(message: string, note: Node | string = ''): void {
    notes.replaceChildren(note);
    status.textContent = message;
    container.ariaBusy = 'false';
  }

  function filterList(filters: Filters): void {
    for (const { dataset, item } of services.values()) if (item) item.hidden = !passes({ dataset }, filters);
  }

  /** Nothing may be called missing by a search that lacks a part: the list of services is what is left. */
  function tellFailure(filters: Filters): void {
    matchingServices = [...services.values()];
    filterList(filters);
    fallback.hidden = false;
    container.replaceChildren();
    notOurs.replaceChildren();
    finish('');
    status.replaceChildren(find<HTMLTemplateElement>('search-failed').content.cloneNode(true));
    refreshFilters();
  }

  /** @returns the number of results that pass the filters, of which no more than `most` are shown */
  function render(rows: Row[], most: number): number {
    const { filters, hasFilters } = stateNow();
    matchingServices = rows.flatMap(({ path }) => services.get(path) ?? []);
    const passing = rows.filter(
      ({ path }) => !hasFilters || (services.has(path) && passes(services.get(path)!, filters)),
    );
    container.replaceChildren(...resultList(passing.slice(0, most), services, lang));
    refreshFilters();
    return passing.length;
  }

  const renderFound = (rows: Row[]): number => Math.min(mostFound, render(rows, mostFound));

  const refreshFilters = bindFilters(
    filterForm,
    () => matchingServices,
    () => void update(),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // On a phone the keyboard hides the results.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
    const q = field.value.trim();
    const { query, isExact } = stateNow();
    // The same question again is no step back.
    history[q === query && !isExact ? 'replaceState' : 'pushState'](null, '', `?${withParameters({ q })}`);
    void update();
  });
  addEventListener('popstate', () => {
    field.value = stateNow().query;
    void update();
  });
  void update();
}

/** The value of a promise, or another value if the promise takes too long. */
const inTime = <T>(promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((resolve) => setTimeout(resolve, longestWait, otherwise))]);

const servicesListedIn = (fallback: HTMLElement): Map<string, ListedService> =>
  new Map(
    [...fallback.querySelectorAll<HTMLElement>('.service-links li')].map((item): [string, ListedService] => [
      item.querySelector('a')!.getAttribute('href')!,
      { dataset: item.dataset, item },
    ]),
  );
