import type { Checked } from '../acts.ts';
import type { Message } from '../live-check.ts';
import { messageLinks, t } from './api.ts';
import { h, hint, quietButton } from './dom.ts';
import { messagesAt, type Model, type Path } from './form-view.ts';

/** What a message is shown in: a field, one language of it, or an item of a list. */
const fieldBox = '.language, .field, .items > div';
const controls = 'input, textarea, select';

/** Shows what is wrong: at the fields of a form, as a count, and on other pages. */
export function messagesView(form: HTMLElement, offers: Model['offers']) {
  const count = h('span', { class: 'error-count' });
  const toFirst = quietButton(t.toFirst, () => goToFirst());
  // What the open entry does to others, and what is wrong with them without it.
  const elsewhere = h('section', { class: 'elsewhere' });
  const unrelated = h('details');
  let last: Checked | undefined;

  function show(checked: Checked): void {
    last = checked;
    for (const { file, path, level } of checked.messages)
      if (level === 'error' && path.length > 0) offer(file, path);
    for (const place of form.querySelectorAll('[data-messages]')) place.replaceChildren();
    for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    const messages = checked.messages.filter((message) => !placeOf(message)?.hasAttribute('data-waits'));
    for (const message of messages) {
      const place = placeOf(message);
      place?.append(itemOf(message));
      if (message.level !== 'error') continue;
      for (const control of place?.closest(fieldBox)?.querySelectorAll(controls) ?? [])
        if (control.getAttribute('aria-describedby')?.includes(place!.id))
          control.setAttribute('aria-invalid', 'true');
    }
    const errors = messages.filter(({ level }) => level === 'error').length;
    const warnings = messages.length - errors;
    count.textContent =
      (errors ? t.errors(errors) : t.noErrors) + (warnings ? `, ${t.warnings(warnings)}` : '');
    count.classList.toggle('has-errors', errors > 0);
    toFirst.hidden = messages.length === 0;
    const [ours, theirs] = [true, false].map((is) =>
      checked.elsewhere.filter(({ namesOwn }) => namesOwn === is),
    );
    elsewhere.hidden = ours!.length === 0;
    elsewhere.replaceChildren(h('h2', t.elsewhere), messageLinks(ours!));
    unrelated.hidden = theirs!.length === 0;
    unrelated.replaceChildren(
      h('summary', `${t.unrelated} (${theirs!.length})`),
      hint(t.unrelatedHint),
      messageLinks(theirs!),
    );
  }

  const find = (file: string, path: Path) =>
    form.querySelector(`[data-messages="${CSS.escape(messagesAt(file, path))}"]`);
  function placeOf({ file, path, bodyLine }: Message): Element | null {
    if (bodyLine !== undefined) return find(file, ['body']);
    for (let length = path.length; length >= 0; length -= 1) {
      const place = find(file, path.slice(0, length));
      if (place) return place;
    }
    return form.querySelector('[data-messages="*"]');
  }
  /** A field that is asked for, and not there yet, is shown. */
  function offer(file: string, path: Path): void {
    for (let length = path.length - 1; length >= 0; length -= 1) {
      if (find(file, path.slice(0, length + 1))) return;
      offers.get(messagesAt(file, path.slice(0, length)))?.(String(path[length]));
    }
  }
  const itemOf = ({ level, file, text, hint, bodyLine: line }: Message): HTMLElement =>
    h(
      'li',
      { class: level },
      line !== undefined && [quietButton(`${t.line} ${line}`, () => selectLine(file, line)), ' '],
      `${text.charAt(0).toUpperCase()}${text.slice(1)}. ${hint}`,
    );
  function selectLine(file: string, line: number): void {
    const body = form.querySelector<HTMLTextAreaElement>(`textarea[data-body="${CSS.escape(file)}"]`);
    if (!body) return;
    const rows = body.value.split('\n');
    const start = rows.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    body.focus();
    body.setSelectionRange(start, start + (rows[line - 1]?.length ?? 0));
  }
  function goToFirst(): void {
    const first =
      form.querySelector<HTMLElement>('.messages li.error') ??
      form.querySelector<HTMLElement>('.messages li');
    for (let box = first?.closest('details'); box; box = box.parentElement?.closest('details'))
      box.open = true;
    (first?.closest(fieldBox)?.querySelector<HTMLElement>(controls) ?? first)?.focus();
    first?.scrollIntoView({ block: 'center' });
  }

  /** What was just added waits to be judged until it is left, or saved. */
  const judge = (box: Element = form) => {
    for (const place of box.querySelectorAll('[data-waits]')) place.removeAttribute('data-waits');
  };
  form.addEventListener('focusout', ({ target, relatedTarget }) => {
    const left = [...form.querySelectorAll('[data-waits]')]
      .map((place) => place.closest(fieldBox))
      .filter((box) => box?.contains(target as Element) && !box.contains(relatedTarget as Element | null));
    for (const box of left) judge(box!);
    if (left.length > 0 && last) show(last);
  });
  return { count, toFirst, elsewhere, unrelated, show, judge };
}
