type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;
export type Child = Node | string | undefined | false;
type Part = Attributes | Child | Child[];

/** Makes an element of attributes and children; `onclick` and the like are listeners, and false is left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...parts: Part[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const part of parts.flat()) {
    if (part instanceof Node || typeof part === 'string') element.append(part);
    else
      for (const [name, value] of Object.entries(part || {})) {
        if (typeof value === 'function') element.addEventListener(name.slice(2), value);
        else if (value !== undefined && value !== false)
          element.setAttribute(name, value === true ? '' : String(value));
      }
  }
  return element;
}

export const button = (text: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  h('button', { type: 'button', onclick, ...attributes }, text);
/** A button of less weight. `label`: what it does, where its text needs its surroundings. */
export const quietButton = (text: string, onclick: () => void, label?: string): HTMLButtonElement =>
  button(text, onclick, { class: 'quiet', 'aria-label': label });

export const list = (...items: (Child | Child[])[]): HTMLUListElement =>
  h(
    'ul',
    items.map((item) => h('li', item)),
  );
export const details = (summary: string, ...parts: Part[]): HTMLDetailsElement =>
  h('details', h('summary', summary), ...parts);
export const hint = (text: string): HTMLElement => h('p', { class: 'hint' }, text);
export const notice = (...parts: Part[]): HTMLElement => h('div', { class: 'notice' }, ...parts);

/** A control with its name; `shown` holds it, where it does not stand alone. */
export function labelled(name: string, control: HTMLElement, shown: Node = control): HTMLElement {
  control.id ||= newId();
  return h('div', { class: 'field' }, h('label', { for: control.id }, name), shown);
}

let last = 0;
/** An id that no other element has. */
export const newId = (): string => `e${(last += 1)}`;

/** Whether two pieces of data say the same, whatever the order of their fields. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
