import type { Localized } from '../i18n/languages.ts';
import { type Guide, type GuideEntry, type ResultKind, unpackGuide, withOtherLanguage } from './guide.ts';
import { search } from './match.ts';

const mostSuggestions = 6;

/** What is said of the suggestions, by language. Only these words of the search come with its first answer. */
const words: Localized<{
  suggestions: (n: number) => string;
  kinds: Record<Exclude<ResultKind, 'service'>, string>;
}> = {
  fi: {
    suggestions: (n: number) =>
      n === 0
        ? 'Ei ehdotuksia. Enter hakee koko sivustolta.'
        : `${n === 1 ? '1 ehdotus' : `${n} ehdotusta`}. Selaa nuolinäppäimillä.`,
    kinds: { facet: 'aihe tai toimiala', announcement: 'tiedote', contact: 'yhteystieto', page: 'sivu' },
  },
  sv: {
    suggestions: (n: number) =>
      n === 0
        ? 'Inga förslag. Enter söker på hela webbplatsen.'
        : `${n} förslag. Bläddra med piltangenterna.`,
    kinds: { facet: 'ämne eller sektor', announcement: 'meddelande', contact: 'kontakt', page: 'sida' },
  },
};

/**
 * Makes the field a combobox with a list that follows the typing (ARIA Authoring Practices, "list autocomplete with
 * manual selection"). Nothing is chosen until somebody chooses: Enter alone opens all results.
 * @param texts the packed guides, that of the page's language first
 */
export async function openCombobox(
  form: HTMLFormElement,
  field: HTMLInputElement,
  [own, ...others]: Promise<string>[],
): Promise<void> {
  const { suggestions, kinds } = words[document.documentElement.lang as keyof typeof words];
  const list = document.createElement('ul');
  list.id = 'search-suggestions';
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = field.labels![0]!.textContent;
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.role = 'status';
  form.append(list, status);
  field.role = 'combobox';
  field.ariaExpanded = 'false';
  field.ariaAutoComplete = 'list';
  field.setAttribute('aria-controls', list.id);

  let guide: Guide = unpackGuide(await own!);
  let options: { item: HTMLElement; path: string }[] = [];
  let chosen = -1;

  function close(): void {
    list.hidden = true;
    field.ariaExpanded = 'false';
    choose(-1);
  }

  function show(): void {
    const query = field.value.trim();
    const found = query.length < 2 ? [] : search(guide, query).found.slice(0, mostSuggestions);
    options = found.map(({ entry }, index) => ({ item: option(entry, index), path: entry.path }));
    list.replaceChildren(...options.map(({ item }) => item));
    close();
    list.hidden = options.length === 0;
    field.ariaExpanded = String(options.length > 0);
    status.textContent = query.length < 2 ? '' : suggestions(options.length);
  }

  function option({ title, kind }: GuideEntry, index: number): HTMLElement {
    const item = document.createElement('li');
    item.id = `suggestion-${index}`;
    item.role = 'option';
    item.append(title);
    if (kind !== 'service') {
      const group = document.createElement('span');
      group.append(` – ${kinds[kind]}`);
      item.append(group);
    }
    item.addEventListener('click', () => open(index));
    return item;
  }

  function choose(index: number): void {
    chosen = index;
    options.forEach(({ item }, at) => (item.ariaSelected = String(at === index)));
    const item = options[index]?.item;
    item?.scrollIntoView({ block: 'nearest' });
    if (item) field.setAttribute('aria-activedescendant', item.id);
    else field.removeAttribute('aria-activedescendant');
  }

  const open = (index: number) => location.assign(options[index]!.path);

  field.addEventListener('input', show);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) show();
      // Past either end the reader is back in the field, where nothing is chosen.
      const places = options.length + 1;
      choose(((chosen + 1 + (key === 'ArrowDown' ? 1 : places - 1)) % places) - 1);
    } else if (key === 'Escape' && !list.hidden) {
      // The first press closes the list, the next one empties the field.
      event.preventDefault();
      close();
    } else if (key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      open(chosen);
    }
  });
  form.addEventListener('submit', close);
  // A press on the list must not take the focus from the field: that would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  const typed = () => field.value.trim() !== (new URLSearchParams(location.search).get('q') ?? '');
  if (typed() && document.activeElement === field) show();
  for (const other of others) guide = withOtherLanguage(guide, unpackGuide(await other));
  // The first searches of a page take many times as long as the next ones, so they are made while nobody waits.
  if (!typed())
    for (const { title } of guide.entries.slice(0, 8))
      search(guide, `${title.slice(0, 3)} ${title.slice(3, 9)}`);
  if (typed() && document.activeElement === field && chosen < 0 && (!list.hidden || options.length === 0))
    show();
}
