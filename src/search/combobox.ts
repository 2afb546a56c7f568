import { type Localized, pageLanguage } from '../i18n/languages.ts';
import { completeGuide, type Guide, type ResultKind, unpackGuide } from './guide.ts';
import { type Found, search } from './match.ts';

const maxSuggestions = 6;
/** How long after the last key the number of suggestions is told, in ms: each telling interrupts a screen reader. */
const pauseBeforeTelling = 600;

/**
 * Texts of the combobox. They are separate from those of the results page to keep the first download small.
 */
const comboboxTexts: Localized<{
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
 * Turns the search field into a combobox (ARIA Authoring Practices, "list autocomplete with manual
 * selection"). No suggestion is preselected, so Enter alone submits the search.
 * @param packedGuides that of the page's language first
 */
export async function openCombobox(
  form: HTMLFormElement,
  field: HTMLInputElement,
  packedGuides: Promise<string>[],
): Promise<void> {
  const [own, ...more] = packedGuides;
  const { suggestions, kinds } = comboboxTexts[pageLanguage()];
  const list = document.createElement('div');
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
  let options: HTMLElement[] = [];
  let selectedIndex = -1;
  let telling: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    list.hidden = true;
    field.ariaExpanded = 'false';
    select(-1);
    clearTimeout(telling);
  }

  /** Writes only what is new: a status that is written the same again may be spoken again. */
  function tell(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  function updateList(): void {
    const query = field.value.trim();
    const found =
      query.length < 2 ? [] : search(guide, query, { isTyping: true }).found.slice(0, maxSuggestions);
    options = found.map(createOption);
    list.replaceChildren(...options);
    close();
    list.hidden = options.length === 0;
    field.ariaExpanded = String(options.length > 0);
    telling = setTimeout(() => tell(query.length < 2 ? '' : suggestions(options.length)), pauseBeforeTelling);
  }

  // A link, so that it opens in another tab, window or from a menu as links do.
  function createOption({ entry: { title, kind, path }, because }: Found, index: number): HTMLElement {
    const item = document.createElement('a');
    item.href = path;
    item.tabIndex = -1;
    item.id = `suggestion-${index}`;
    item.role = 'option';
    item.append(title);
    const notes = [...(kind === 'service' ? [] : [kinds[kind]]), ...because.slice(0, 1)];
    if (notes.length > 0) {
      const label = document.createElement('span');
      label.append(` – ${notes.join(', ')}`);
      item.append(label);
    }
    return item;
  }

  function select(index: number): void {
    selectedIndex = index;
    options.forEach((item, at) => (item.ariaSelected = String(at === index)));
    const item = options[index];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) field.setAttribute('aria-activedescendant', item.id);
    else field.removeAttribute('aria-activedescendant');
  }

  field.addEventListener('input', updateList);
  field.addEventListener('blur', close);
  // A browser may keep the page as it is now, and show it again on the way back.
  addEventListener('pagehide', close);
  field.addEventListener('keydown', (event) => {
    const { key, isComposing, keyCode } = event;
    // This key belongs to an input method. WebKit ends the composition first, and tells it by the code alone.
    if (isComposing || keyCode === 229) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) updateList();
      // Moving past either end returns to the field, with no option selected.
      const positions = options.length + 1;
      select(((selectedIndex + 1 + (key === 'ArrowDown' ? 1 : positions - 1)) % positions) - 1);
    } else if (key === 'Escape' && !list.hidden) {
      // The first press closes the list; the second clears the field, which is the browser's default.
      event.preventDefault();
      close();
    } else if (key === 'Enter' && selectedIndex >= 0) {
      event.preventDefault();
      options[selectedIndex]!.click();
    }
  });
  form.addEventListener('submit', close);
  // Without this, pressing the mouse on the list would blur the field and close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  const hasNewInput = () => field.value.trim() !== (new URLSearchParams(location.search).get('q') ?? '');
  if (hasNewInput() && document.activeElement === field) updateList();
  guide = completeGuide(guide, await Promise.all(more));
  // Warm up the JIT compiler: the first searches on a page are many times slower than later ones.
  if (!hasNewInput())
    for (const { title } of guide.entries.slice(0, 8))
      search(guide, `${title.slice(0, 3)} ${title.slice(3, 9)}`, { isTyping: true });
  // What is shown changes at the next key only.
  if (hasNewInput() && document.activeElement === field && options.length === 0) updateList();
}
