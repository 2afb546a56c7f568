import { pageLanguage } from '../i18n/languages.ts';

/*
 * The only search code that every page loads. The rest is loaded when the search field gets the focus, or
 * when the page has search results or a filter.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.querySelector('input');

if (form && field) {
  const texts = new Map<string, Promise<string>>();
  /** Fetches each text once; a failed request gives an empty one: the rest of the search works without it. */
  const fetchText = (path: string): Promise<string> => {
    const text =
      texts.get(path) ??
      fetch(path)
        .then((response) => (response.ok ? response.text() : ''))
        .catch(() => '');
    texts.set(path, text);
    return text;
  };
  const guides = form.dataset['guides']!.split(' ');
  const search = { form, field, lang: pageLanguage(), guides, fetchText };
  // Called before the code is imported, so that code and index load in parallel.
  const fetchFirst = () => void fetchText(guides[0]!);

  const suggest = () => {
    fetchFirst();
    import('./combobox.ts').then(({ openCombobox }) => openCombobox(search)).catch(suggestOnFocus);
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
    if (new URLSearchParams(location.search).get('q')) {
      fetchFirst();
      import('./query-answers.ts').catch(() => {});
    }
    import('./results.ts')
      .then(({ openResults }) => openResults(search))
      .catch(() => {
        results.ariaBusy = 'false';
        document.querySelector<HTMLElement>('[data-search-fallback]')!.hidden = false;
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
