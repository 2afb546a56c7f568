/** What services are filtered by: each is the name of a parameter in the address and of a `data-` attribute of a service in a list. */
export const filterNames = ['theme', 'division', 'kind', 'price'] as const;
export type FilterName = (typeof filterNames)[number];

/** The value that is chosen for each filter; a filter without one lets everything pass. */
export type Filters = Partial<Record<FilterName, string>>;

/** What a service in a list says of itself; several values are parted by spaces. */
export type Filtered = { dataset: Record<string, string | undefined> };

type Facts = Record<'themes' | 'divisions', string[]> & Record<'kind' | 'price', string>;
export const filteredBy = ({ themes, divisions, kind, price }: Facts): Record<FilterName, string> => ({
  theme: themes.join(' '),
  division: divisions.join(' '),
  kind,
  price,
});

/** Packs what services are filtered by, a line for each. */
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

/** How many of the services would be left with another value in one filter, the others staying as they are. */
const countWith = (services: Filtered[], filters: Filters, name: FilterName, value: string): number =>
  services.filter((service) => passes(service, { ...filters, [name]: value })).length;

/**
 * Keeps a form of filters in step with the address.
 * @param listed the services that the counts speak of, as they are at the moment
 * @returns a function that shows the filters of the address and counts anew
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
  function toAddress(): void {
    const parameters = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    }
    history.pushState(null, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`);
  }
  const choose = () => {
    toAddress();
    onChange();
  };
  form.addEventListener('change', choose);
  // The button goes away with the filters, so the focus needs another place.
  form.addEventListener('reset', () => setTimeout(() => (selects[0]!.focus(), choose())));
  // Somebody may have chosen before this script came.
  if (selects.some(({ value }) => value)) toAddress();
  return refresh;
}
