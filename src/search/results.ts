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
import { searchFullText } from './full-text.ts';
import { completeGuide, type Guide, type GuideEntry, unpackGuide } from './guide.ts';
import { type Found, search } from './match.ts';
import { mergeResults, type Row } from './merge-results.ts';
import { longestWait, mostHelpers, mostRows, notOursFrom } from './ranking.ts';
import {
  correctionNote,
  helperList,
  type ListedService,
  noResults,
  otherLanguageNote,
  resultList,
} from './result-list.ts';
import { resultWords } from './result-words.ts';

/**
 * Synchronizes the list of results with the query and the filters in the URL, including back and forward
 * navigation.
 * @param fetchGuides fetches the first flight of the page's language, its second, and the first ones of the
 *   other languages
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
  const notOurs = document.querySelector<HTMLElement>('[data-not-ours]')!;
  const { filtersFile } = container.dataset;
  const otherLangs = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map((link) => link.lang as Lang)
    .filter((other) => other !== lang);
  const services = servicesListedIn(fallback);
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
  // Keep what the reader has typed before this script was loaded.
  if (document.activeElement !== field || !field.value) field.value = stateNow().query;

  let filterValues: Promise<Filtered[]> | undefined;
  const loadFilterValues = () =>
    (filterValues ??= filtersFile
      ? fetchText(filtersFile).then((text) => (text ? unpackFilters(text) : []))
      : Promise.resolve([]));
  let loading: Promise<Guides> | undefined;
  const loadGuides = () =>
    (loading ??= Promise.all([loadFilterValues(), openGuides(fetchGuides())]).then(([values, guides]) => {
      if (values.length > 0)
        guides.own.entries.filter(isService).forEach(({ path }, index) => services.set(path, values[index]!));
      return guides;
    }));
  let others: Promise<Guide> | undefined;
  const loadOthers = () => (others ??= fetchText(container.dataset['notOursFile']!).then(unpackGuide));
  /** Number of updates so far; an update that is no longer the latest is abandoned. */
  let latestUpdate = 0;
  /** The services that match the query, before filtering: the counts beside the filters are theirs. */
  let matchingServices: Filtered[] = [];

  async function update(): Promise<void> {
    const { query, filters, hasFilters, isExact } = stateNow();
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
    const guides = await loadGuides();
    const guide = query ? await inTime(guides.complete, guides.own) : guides.own;
    if (isOutdated()) return;
    if (!query) {
      if (guides.failed) return tellFailure(filters);
      const all = guide.entries.filter(isService).sort((a, b) => a.title.localeCompare(b.title, lang));
      return finish(dictionary.filtered(render(all, mostRows.filtered), mostRows.filtered));
    }
    const { found, corrected, telling } = search(guide, query, { isExact });
    const helpers = helpersFor(search(await loadOthers(), query, { isExact: true }).found, found);
    if (isOutdated()) return;
    notOurs.replaceChildren(...helperList(lang, helpers.slice(0, mostHelpers)));
    if (found.length > 0) render(mergeResults(found, [], guide), mostRows.found);
    let isComplete = !guides.failed;
    const hits = await searchFullText(telling, lang).catch(() => {
      isComplete = false;
      return [];
    });
    let rows = mergeResults(found, hits, guide);
    for (const [index, other] of otherLangs.entries())
      if (rows.length === 0)
        rows = mergeResults(
          [],
          await searchFullText(wordsOf(fold(query)), other).catch(() => []),
          guides.others[index]!,
          other,
        );
    if (isOutdated()) return;
    if (rows.length === 0 && !isComplete) return tellFailure(filters);
    const shown = Math.min(mostRows.found, render(rows, mostRows.found));
    if (rows.length === 0) container.append(noResults(lang, query, container));
    const other = languageOf(query, guides);
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
    finish('');
    status.replaceChildren(failed.content.cloneNode(true));
    refreshFilters();
  }

  /** A language whose titles and keywords hold the query better than the page's own: the reader may speak it. */
  function languageOf(query: string, { own, others }: Guides): Lang | undefined {
    const bestIn = (guide: Guide) => search(guide, query, { isExact: true }).found[0]?.score ?? 0;
    return otherLangs.find((_, index) => bestIn(others[index]!) > bestIn(own));
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

  const refreshFilters = bindFilters(
    filterForm,
    () => matchingServices,
    () => void update(),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
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

/** The guides: the first flight of each language, and the whole index of the page's own. */
type Guides = { own: Guide; others: Guide[]; complete: Promise<Guide>; failed: boolean };

async function openGuides([first, second, ...others]: Promise<string>[]): Promise<Guides> {
  const packedOwn = await first!;
  const own = unpackGuide(packedOwn);
  const packed = await Promise.all(others);
  return {
    own,
    others: packed.map(unpackGuide),
    // Without its first flight the others have no entries to belong to.
    complete:
      packedOwn === '' ? Promise.resolve(own) : second!.then((text) => completeGuide(own, [text, ...packed])),
    failed: packedOwn === '',
  };
}

/** Those who help with a query better than the services that were found for it. */
function helpersFor(others: Found[], [best]: Found[]): Found[] {
  const { least, much } = notOursFrom;
  return others.filter(
    ({ score, share }) =>
      (share >= least && score >= (best?.score ?? 0)) || (share >= much && share >= (best?.share ?? 0)),
  );
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

const isService = ({ kind }: GuideEntry): boolean => kind === 'service';
