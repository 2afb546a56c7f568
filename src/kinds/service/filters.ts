/** The filters of services. Each is a query parameter, and a `data-` attribute of a service in a list. */
export const filterNames = ['theme', 'division', 'kind', 'price'] as const;
export type FilterName = (typeof filterNames)[number];

/** The chosen value of each filter; a filter without a value lets every service pass. */
export type Filters = Partial<Record<FilterName, string>>;

/**
 * The filter values of a listed service, like those of an HTML element; several values are separated by
 * spaces.
 */
export type Filtered = { dataset: Record<string, string | undefined> };

type Facts = Record<'themes' | 'divisions', string[]> & Record<'kind' | 'price', string>;
export const filteredBy = ({ themes, divisions, kind, price }: Facts): Record<FilterName, string> => ({
  theme: themes.join(' '),
  division: divisions.join(' '),
  kind,
  price,
});

/**
 * Serializes the filter values of services: a line for each service, a tab-separated column for each filter.
 */
export const packFilters = (services: Facts[]): string =>
  services.map((facts) => Object.values(filteredBy(facts)).join('\t')).join('\n');
export const unpackFilters = (text: string): Filtered[] =>
  text.split('\n').map((line) => ({
    dataset: Object.fromEntries(line.split('\t').map((values, index) => [filterNames[index]!, values])),
  }));

/** The filters in the address of the page; values that the form does not offer are ignored. */
export function filtersInAddress(form: HTMLFormElement): Filters {
  const parameters = new URLSearchParams(location.search);
  return Object.fromEntries(
    [...form.querySelectorAll('select')].flatMap(({ name, options }) => {
      const value = parameters.get(name);
      return value && [...options].some((option) => option.value === value) ? [[name, value]] : [];
    }),
  );
}

export const passes = ({ dataset }: Filtered, filters: Filters): boolean =>
  filterNames.every((name) => !filters[name] || Boolean(dataset[name]?.split(' ').includes(filters[name])));

/** What an option is called, without its count. */
export const nameOfOption = ({ text }: HTMLOptionElement): string => text.replace(/ \([^()]*\)$/, '');

/** How many of the services that pass the other filters have each value of one. */
function countsOf(services: Filtered[], filters: Filters, name: FilterName): Map<string, number> {
  const counts = new Map<string, number>();
  for (const service of services)
    if (passes(service, { ...filters, [name]: '' }))
      for (const value of service.dataset[name]?.split(' ') ?? [])
        counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Synchronizes a form of filters with the query parameters of the page.
 * @param listed returns the services that the counts beside the values are computed from
 * @returns a function that updates the form from the URL, and the counts
 */
export function bindFilters(
  form: HTMLFormElement,
  listed: () => Filtered[],
  onChange: () => void,
): () => void {
  const selects = [...form.querySelectorAll('select')];
  const box = form.closest('details')!;
  // Open where there is room, if the page has them so or something is chosen; elsewhere the closed box tells what is.
  box.open =
    matchMedia('(width >= 64rem)').matches && (box.open || Object.keys(filtersInAddress(form)).length > 0);
  box.dataset['ready'] = '';
  function refresh(): void {
    const filters = filtersInAddress(form);
    const numbers = new Intl.NumberFormat(document.documentElement.dataset['lang']);
    for (const select of selects) {
      const name = select.name as FilterName;
      select.value = filters[name] ?? '';
      const counts = countsOf(listed(), filters, name);
      for (const option of select.options) {
        if (option.value)
          option.text = `${nameOfOption(option)} (${numbers.format(counts.get(option.value) ?? 0)})`;
      }
    }
    form.querySelector('button')!.hidden = Object.keys(filters).length === 0;
    const chosen = selects
      .filter(({ value }) => value)
      .map(({ selectedOptions: [option] }) => nameOfOption(option!))
      .join(', ');
    box.querySelector('[data-chosen]')!.textContent = chosen && `: ${chosen}`;
  }
  /** The filter that was changed last, as long as the focus stays in it. */
  let changing: EventTarget | null = null;
  function updateUrl(method: 'pushState' | 'replaceState'): void {
    const parameters = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    }
    history[method](null, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`);
  }
  const applyChoice = ({ target }: Event) => {
    // Each arrow key is a choice; all of them in one filter are one step back.
    updateUrl(target === changing ? 'replaceState' : 'pushState');
    changing = target;
    onChange();
  };
  form.addEventListener('change', applyChoice);
  form.addEventListener('focusout', () => (changing = null));
  // WebKit empties the fields of a page that it kept, right after this event.
  addEventListener('pageshow', ({ persisted }) => {
    changing = null;
    if (persisted) setTimeout(refresh);
  });
  // The reset button is hidden when no filter is set, so the focus moves to the first filter.
  form.addEventListener('reset', (event) => setTimeout(() => (selects[0]!.focus(), applyChoice(event))));
  // The reader may have chosen a filter before this script was loaded.
  if (selects.some(({ value }) => value)) updateUrl('replaceState');
  return refresh;
}
