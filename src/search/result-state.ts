import { type Filters, filtersInAddress } from '../kinds/service/filters.ts';

/** What the address of the results page asks for. */
export type ResultState = { query: string; filters: Filters; hasFilters: boolean; isExact: boolean };

export function stateInAddress(filterForm: HTMLFormElement): ResultState {
  const parameters = new URLSearchParams(location.search);
  const filters = filtersInAddress(filterForm);
  return {
    query: (parameters.get('q') ?? '').trim(),
    filters,
    hasFilters: Object.keys(filters).length > 0,
    isExact: parameters.has('exact'),
  };
}

/** The query string of the page with the same filters and another query. */
export const parametersWith = ({ filters }: ResultState, changes: { q: string; exact?: string }): string =>
  `?${new URLSearchParams({ ...filters, ...changes }).toString()}`;
