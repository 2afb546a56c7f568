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

export const filtersOf = (parameters: URLSearchParams): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])),
  );

export const passes = ({ dataset }: Filtered, filters: Filters): boolean =>
  filterNames.every((name) => !filters[name] || Boolean(dataset[name]?.split(' ').includes(filters[name])));

/** How many services would pass with another value for one filter, the other filters being unchanged. */
const countWith = (services: Filtered[], filters: Filters, name: FilterName, value: string): number =>
  services.filter((service) => passes(service, { ...filters, [name]: value })).length;

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
  function refresh(): void {
    const filters = filtersOf(new URLSearchParams(location.search));
    for (const select of selects) {
      const name = select.name as FilterName;
      select.value = filters[name] ?? '';
      if (select.selectedIndex < 0) select.value = '';
      for (const option of select.options) {
        if (option.value)
          option.text = `${option.dataset['name']!} (${countWith(listed(), filters, name, option.value).toLocaleString(document.documentElement.lang)})`;
      }
    }
    form.querySelector('button')!.hidden = Object.keys(filters).length === 0;
  }
  function updateUrl(): void {
    const parameters = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    }
    history.pushState(null, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`);
  }
  const applyChoice = () => {
    updateUrl();
    onChange();
  };
  form.addEventListener('change', applyChoice);
  // The reset button is hidden when no filter is set, so the focus moves to the first filter.
  form.addEventListener('reset', () => setTimeout(() => (selects[0]!.focus(), applyChoice())));
  // The reader may have chosen a filter before this script was loaded.
  if (selects.some(({ value }) => value)) updateUrl();
  return refresh;
}
