import { type Guide, unpackGuide } from './guide.ts';
import type { GuideLoader, SearchField } from './guide-loader.ts';
import { type Found, search } from './match.ts';

const maxSuggestions = 6;
/** How long after the last key the number of suggestions is told, in ms: each telling interrupts a screen reader. */
const pauseBeforeTelling = 600;

/**
 * Turns the search field into a combobox (ARIA Authoring Practices, "list autocomplete with manual
 * selection"). No suggestion is preselected, so Enter alone submits the search.
 */
export async function openCombobox({ form, field, guides, fetchText }: SearchField): Promise<void> {
  const [none = '', one = '', many = '', all = ''] = form.dataset['suggestions']!.split('|');
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

  let guide: Guide = unpackGuide(await fetchText(guides[0]!));
  let complete: GuideLoader['complete'] = () => Promise.resolve(guide);
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
    const { found, corrected } =
      query.length < 2 ? { found: [], corrected: undefined } : search(guide, query, { isTyping: true });
    options = found.slice(0, maxSuggestions).map(createSuggestion);
    const count = options.length;
    if (count > 0) options.push(createOption(`${form.action}?${new URLSearchParams({ q: query })}`, all));
    options.forEach((option, index) => (option.id = `suggestion-${index}`));
    list.replaceChildren(...options);
    close();
    list.hidden = options.length === 0;
    field.ariaExpanded = String(options.length > 0);
    const counted = [none, one][count] ?? many.replace('{n}', String(count));
    const told = (corrected ? `”${corrected}”: ` : '') + counted;
    telling = setTimeout(() => tell(query.length < 2 ? '' : told), pauseBeforeTelling);
    // What is shown changes at the next key only.
    void complete(query).then((more) => (guide = more));
  }

  function createSuggestion({ entry: { title, kind, path }, because }: Found): HTMLElement {
    const option = createOption(path, title);
    const notes = [...(kind.row ? [kind.row] : []), ...because.slice(0, 1)];
    if (notes.length > 0) {
      const label = document.createElement('span');
      label.append(` – ${notes.join(', ')}`);
      option.append(label);
    }
    return option;
  }

  // A link, so that it opens in another tab, window or from a menu as links do.
  function createOption(href: string, text: string): HTMLElement {
    const option = document.createElement('a');
    option.href = href;
    option.tabIndex = -1;
    option.role = 'option';
    option.append(text);
    return option;
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
  const { guideLoader } = await import('./guide-loader.ts');
  ({ complete } = guideLoader(guides, fetchText));
  guide = await complete(field.value);
  // Warm up the JIT compiler: the first searches on a page are many times slower than later ones.
  if (!hasNewInput())
    for (const { title } of guide.entries.slice(0, 8))
      search(guide, `${title.slice(0, 3)} ${title.slice(3, 9)}`, { isTyping: true });
  // Suggestions are shown now only if there were none.
  if (hasNewInput() && document.activeElement === field && options.length === 0) updateList();
}
