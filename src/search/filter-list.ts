import { bindFilters, filtersOf, passes } from '../model/filters.ts';

/** Filters the list of services on the page by the filters in the address. */
export function openFilterList(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filters]')!;
  const list = document.querySelector<HTMLElement>('[data-filter-list]')!;
  const count = document.querySelector<HTMLElement>('[data-filter-count]')!;
  const services = [...list.querySelectorAll('li')];

  function show(): void {
    const filters = filtersOf(new URLSearchParams(location.search));
    for (const service of services) service.hidden = !passes(service, filters);
    for (const section of list.querySelectorAll('section'))
      section.hidden = !section.querySelector('li:not([hidden])');
    const shown = services.filter(({ hidden }) => !hidden).length;
    const told = count.dataset[shown === 0 ? 'none' : shown === 1 ? 'one' : 'many']!;
    count.textContent = told.replace('{n}', String(shown));
    refresh();
  }

  const refresh = bindFilters(form, () => services, show);
  addEventListener('popstate', show);
  show();
}
