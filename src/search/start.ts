/*
 * The only search code on every page. Everything else is fetched when somebody turns to the search field,
 * or when a page with a list of results or a filter is opened.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.querySelector('input');

if (form && field) {
  // What does not come is empty: the other layers of the search answer without it.
  const fetchText = (path: string) =>
    fetch(path)
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '');
  let texts: Promise<string>[] | undefined;
  // The indexes and the code that reads them come side by side, in one round trip.
  const guides = () => (texts ??= form.dataset['guides']!.split(' ').map(fetchText));

  const suggest = () => {
    const texts = guides();
    import('./combobox.ts')
      .then(({ openCombobox }) => openCombobox(form, field, texts))
      .catch(suggestOnFocus);
  };
  const suggestOnFocus = () => field.addEventListener('focus', suggest, { once: true });
  // Somebody may have turned to the field before this script came.
  if (document.activeElement === field) suggest();
  else suggestOnFocus();
  const results = document.querySelector('[data-search-results]');
  if (results) {
    results.ariaBusy = 'true';
    // Without a query the page is a list of services, which needs no index.
    if (new URLSearchParams(location.search).get('q')) guides();
    import('./results.ts')
      .then(({ openResults }) => openResults(form, field, guides, fetchText))
      .catch(() => (results.ariaBusy = 'false'));
  }
  if (document.querySelector('[data-filter-list]'))
    void import('./filter-list.ts').then(({ openFilterList }) => openFilterList());
}
