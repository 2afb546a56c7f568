import { bindFilters, filtersInAddress, passes } from '../kinds/service/filters.ts';

/** Filters the list of services on the page by the query parameters. */
export function openFilterList(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filters]')!;
  const list = document.querySelector<HTMLElement>('[data-filter-list]')!;
  const count = document.querySelector<HTMLElement>('[data-filter-count]')!;
  const noneLeft = document.querySelector<HTMLElement>('[data-none-left]')!;
  const services = [...list.querySelectorAll('li')];

  function update(): void {
    const filters = filtersInAddress(form);
    for (const service of services) service.hidden = !passes(service, filters);
    for (const section of list.querySelectorAll('section')) {
      section.hidden = !section.querySelector('li:not([hidden])');
      const id = section.querySelector('h2')?.id;
      if (id) document.querySelector<HTMLElement>(`.letters [href="#${id}"]`)!.hidden = section.hidden;
    }
    const visibleCount = services.filter(({ hidden }) => !hidden).length;
    noneLeft.hidden = visibleCount > 0;
    const text = count.dataset[visibleCount === 1 ? 'one' : 'many']!.replace('{n}', String(visibleCount));
    // Screen readers may speak a status that is written again.
    if (count.textContent !== text) count.textContent = text;
    refreshForm();
  }

  const refreshForm = bindFilters(form, () => services, update);
  addEventListener('popstate', update);
  update();
}
