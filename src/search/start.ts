/*
 * The only search code on every page. Everything else is fetched when somebody turns to the search field,
 * or when the search page is opened with a query or a filter.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.querySelector('input');
const query = new URLSearchParams(location.search).get('q') ?? '';

if (form && field) {
  if (query && document.querySelector('[data-search-results]')) field.value = query;
  // The index and the code that reads it come side by side, in one round trip.
  const open = () => {
    const guide = fetch(form.dataset['guide']!).then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))));
    guide.catch(() => undefined);
    return import('./combobox.ts').then(({ openSearch }) => openSearch(form, field, guide));
  };
  if (document.querySelector('[data-search-results]')) void open();
  else field.addEventListener('focus', () => void open(), { once: true });
}

// The other language opens the same page with the query of the moment.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
  });
}
