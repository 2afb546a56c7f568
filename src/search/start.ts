/*
 * The only search code that every page loads. The rest is loaded when the search field gets the focus, or
 * when the page has search results or a filter.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.querySelector('input');

if (form && field) {
  // A failed request gives an empty text: the other parts of the search work without it.
  const fetchText = (path: string) =>
    fetch(path)
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '');
  let guides: Promise<string>[] | undefined;
  // Called before the code is imported, so that code and indexes load in parallel.
  const fetchGuides = () => {
    if (guides) return guides;
    const [own, ...others] = form.dataset['guides']!.split(' ');
    const first = fetchText(own!);
    // The others wait, so that they do not slow the first answer down.
    return (guides = [first, ...others.map((path) => first.then(() => fetchText(path)))]);
  };

  const suggest = () => {
    const packedGuides = fetchGuides();
    import('./combobox.ts')
      .then(({ openCombobox }) => openCombobox(form, field, packedGuides))
      .catch(suggestOnFocus);
  };
  const suggestOnFocus = () => field.addEventListener('focus', suggest, { once: true });
  // The field may have got the focus before this script was loaded.
  if (document.activeElement === field) suggest();
  else suggestOnFocus();
  // A page that the browser kept holds what was typed before it was left; WebKit empties it right after this event.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setTimeout(() => (field.value = new URLSearchParams(location.search).get('q') ?? ''));
  });
  const results = document.querySelector('[data-search-results]');
  if (results) {
    results.ariaBusy = 'true';
    // Without a query the page is a list of services, which needs no index.
    if (new URLSearchParams(location.search).get('q')) fetchGuides();
    import('./results.ts')
      .then(({ openResults }) => openResults(form, field, fetchGuides, fetchText))
      .catch(() => {
        results.ariaBusy = 'false';
        document
          .querySelector('[data-search-status]')!
          .replaceChildren(
            document.querySelector<HTMLTemplateElement>('[data-search-failed]')!.content.cloneNode(true),
          );
      });
  }
  if (document.querySelector('[data-filter-list]'))
    void import('./filter-list.ts').then(({ openFilterList }) => openFilterList());
}
