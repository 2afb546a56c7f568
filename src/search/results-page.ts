import type { Lang } from '../i18n/languages.ts';
import { bindFilters, type Filtered, passes } from '../kinds/service/filters.ts';
import type { Row } from './merge-results.ts';
import type { QueryAnswer } from './query-answers.ts';
import {
  correctionNote,
  type ListedService,
  notOursNote,
  otherLanguageNote,
  resultList,
} from './result-list.ts';
import { parametersWith, type ResultState } from './result-state.ts';
import { resultWords } from './result-words.ts';

/** The most rows that are shown, for a query and for filters alone. */
const mostFound = 15;
const mostFiltered = 200;

/**
 * Writes what the results page shows; it knows nothing of how results are found.
 * @param onFilter called when the reader has changed a filter
 */
export function resultsPage(lang: Lang, onFilter: () => void) {
  const dictionary = resultWords[lang];
  const [container, status, notes] = [find('search-results'), find('search-status'), find('search-notes')];
  const [start, fallback, notOurs] = [find('search-start'), find('search-fallback'), find('not-ours')];
  const filterForm = find<HTMLFormElement>('filters');
  const services = servicesListedIn(fallback);
  /** The services that match the query, before filtering: the counts beside the filters are theirs. */
  let matching: Filtered[] = [];
  const refreshFilters = bindFilters(filterForm, () => matching, onFilter);

  function finish(message: string, note: Node | string = ''): void {
    notes.replaceChildren(note);
    status.textContent = message;
    container.ariaBusy = 'false';
  }

  /** @returns the number of results that pass the filters, of which no more than `most` are shown */
  function list(rows: Row[], most: number, { filters, hasFilters }: ResultState): number {
    matching = rows.flatMap(({ path }) => services.get(path) ?? []);
    const passing = rows.filter(
      ({ path }) => !hasFilters || (services.has(path) && passes(services.get(path)!, filters)),
    );
    container.replaceChildren(...resultList(passing.slice(0, most), services, lang));
    refreshFilters();
    return passing.length;
  }

  /** The list of services that stands on the page, filtered. */
  function showServices({ filters }: ResultState, counted: Filtered[] = [...services.values()]): void {
    matching = counted;
    for (const { dataset, item } of services.values()) if (item) item.hidden = !passes({ dataset }, filters);
    container.replaceChildren();
    notOurs.replaceChildren();
    finish('');
    refreshFilters();
  }

  return {
    filterForm,
    services,
    files: container.dataset,
    showServices,
    /** @param hasList whether what stands on the page is shown: the list of services, or without filters a start */
    begin({ query, hasFilters }: ResultState, hasList: boolean): void {
      start.hidden = !hasList || hasFilters;
      fallback.hidden = !hasList || !hasFilters;
      document.title = document.title.replace(/^(”.*”: )?/, () => (query ? `”${query}”: ` : ''));
      notOurs.replaceChildren();
      if (hasList) return;
      container.ariaBusy = 'true';
      status.textContent = dictionary.searching;
    },
    /** The list of services is what is left where a part could not be loaded. */
    showFailure(state: ResultState): void {
      fallback.hidden = false;
      showServices(state);
      status.replaceChildren(templateOf('search-failed'));
    },
    showFiltered: (rows: Row[], state: ResultState): void =>
      finish(dictionary.filtered(list(rows, mostFiltered, state), mostFiltered)),
    showAnswer(answer: QueryAnswer, state: ResultState): void {
      const { rows, helpers, isSure, isLast, corrected, otherLang } = answer;
      const nearest = answer.results.find(({ entry }) => services.has(entry.path));
      const isNothing = isLast && rows.length === 0;
      notOurs.replaceChildren(
        ...notOursNote(
          ...([lang, helpers, isSure || isNothing, container] as const),
          nearest && services.get(nearest.entry.path),
        ),
        ...(isNothing ? [templateOf('nothing')] : []),
      );
      if (!isLast && rows.length === 0) return;
      const shown = Math.min(mostFound, list(rows, mostFound, state));
      if (!isLast) return void (status.textContent = dictionary.soFar(shown));
      const { query } = state;
      finish(
        isNothing
          ? dictionary.nothing(query)
          : shown === 0
            ? dictionary.allFilteredOut(rows.length)
            : dictionary.resultsFor(shown, corrected ?? query),
        corrected
          ? correctionNote(lang, corrected, query, parametersWith(state, { q: query, exact: '' }))
          : otherLang && otherLanguageNote(otherLang, parametersWith(state, { q: query })),
      );
    },
  };
}

const find = <E extends HTMLElement = HTMLElement>(name: string): E =>
  document.querySelector<E>(`[data-${name}]`)!;

const templateOf = (name: string): Node => find<HTMLTemplateElement>(name).content.cloneNode(true);

const servicesListedIn = (fallback: HTMLElement): Map<string, ListedService> =>
  new Map(
    [...fallback.querySelectorAll<HTMLElement>('.service-links li')].map((item): [string, ListedService] => [
      item.querySelector('a')!.getAttribute('href')!,
      { dataset: item.dataset, item },
    ]),
  );
