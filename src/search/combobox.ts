import { type Guide, unpackGuide } from './guide.ts';
import { type Answer, search } from './match.ts';
import { searchWords } from './words.ts';

const mostSuggestions = 6;

/** Answers at every key, and hands the search page its own list. */
export async function openSearch(form: HTMLFormElement, field: HTMLInputElement, text: Promise<string>): Promise<void> {
  const guide = await text.then(unpackGuide).catch(() => undefined);
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  if (results) {
    const { showResults } = await import('./results.ts');
    showResults(form, field, results, guide);
  }
  if (guide) suggest(form, field, guide);
}

/**
 * Makes the field a combobox with a list that follows the typing (ARIA Authoring Practices, "list autocomplete with
 * manual selection"). Nothing is chosen until somebody chooses: Enter alone opens all results.
 */
function suggest(form: HTMLFormElement, field: HTMLInputElement, guide: Guide): void {
  const words = searchWords[document.documentElement.lang]!;
  const list = document.createElement('ul');
  list.id = 'search-suggestions';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) field.setAttribute(name, value);

  let shown = '';
  const options = () => [...list.children] as HTMLElement[];
  const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

  function close(): void {
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
    status.textContent = '';
    shown = '';
  }

  function show(): void {
    const query = field.value.trim();
    if (query === shown) return;
    if (query.length < 2) return close();
    shown = query;
    const { found } = search(guide, query);
    const best = found.slice(0, mostSuggestions);
    list.replaceChildren(...best.map(({ entry }, index) => option(entry, index)));
    list.hidden = best.length === 0;
    field.setAttribute('aria-expanded', String(best.length > 0));
    field.removeAttribute('aria-activedescendant');
    status.textContent = words.suggestions(best.length);
  }

  function option({ title, path, kind }: Answer['found'][number]['entry'], index: number): HTMLElement {
    const item = document.createElement('li');
    item.id = `suggestion-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset['path'] = path;
    item.append(title);
    if (kind !== 'service') {
      const group = document.createElement('span');
      group.append(` – ${words.kinds[kind]}`);
      item.append(group);
    }
    return item;
  }

  function choose(index: number): void {
    options().forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    const item = options()[index];
    if (item) {
      field.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  field.addEventListener('input', show);
  field.addEventListener('focus', show);
  field.addEventListener('blur', () => setTimeout(close, 150));
  field.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count === 0) {
        shown = '';
        return show();
      }
      // Past either end the reader is back in the field, where nothing is chosen.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((chosen() + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape') {
      if (!list.hidden) {
        event.preventDefault();
        const query = shown;
        close();
        shown = query;
      }
    } else if (event.key === 'Enter') {
      const path = options()[chosen()]?.dataset['path'];
      if (path) {
        event.preventDefault();
        location.assign(path);
      } else close();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const path = (event.target as Element).closest<HTMLElement>('[role=option]')?.dataset['path'];
    if (path) location.assign(path);
  });
  if (document.activeElement === field && !document.querySelector('[data-search-results]')) show();
}
