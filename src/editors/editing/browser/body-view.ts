import { t } from './api.ts';
import { button, h, isSame, quietButton } from './dom.ts';
import { inLang, lengthCounter, messagePlace, type Spot } from './form-view.ts';

/** The body of a text. `longest`: in characters. */
export function bodyView({ model, path, id, textLang = '' }: Spot, longest: number): HTMLElement {
  const label = `${t.body} ${inLang(textLang)}`;
  const { count, tell } = lengthCounter(longest, id);
  const body = h('textarea', {
    id,
    lang: textLang,
    class: 'body-text',
    'data-body': model.file,
    rows: 18,
    spellcheck: 'true',
    'aria-describedby': `${id}-messages`,
    oninput: () => {
      model.set(path, body.value);
      told();
    },
  });
  const told = () => {
    tell(body.value);
    restore.hidden = model.isNew || isSame(model.get(path), model.base(path));
  };
  const restore = quietButton(
    t.restore,
    () => {
      body.value = String(model.base(path) ?? '');
      model.set(path, body.value);
      told();
    },
    `${t.restoreLong}: ${label}`,
  );
  body.value = String(model.get(path) ?? '');
  told();
  return h(
    'div',
    { class: 'language body' },
    h('label', { for: id, class: 'language-name' }, label),
    markButtons(body, label),
    body,
    count,
    messagePlace(model.file, path, id),
    h('p', { class: 'ways-back' }, restore),
  );
}

/** What a line begins with in Word or Markdown, and a button replaces. */
const otherMarks = /^\s*(?:[-•·‣◦▪●○■□➢►–—*]|#+|o(?=\s))\s*/;

/** The few marks of Markdown that texts may have. */
function markButtons(body: HTMLTextAreaElement, label: string): HTMLElement {
  const put = (text: string, from: number, to: number) => {
    const { selectionStart: start } = body;
    body.focus();
    // Typed as by hand, so that the browser can take it back.
    if (!document.execCommand('insertText', false, text)) body.setRangeText(text);
    body.setSelectionRange(start + from, start + to);
    body.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const chosen = () => body.value.slice(body.selectionStart, body.selectionEnd);
  const around = (mark: string) => () =>
    put(`${mark}${chosen()}${mark}`, mark.length, mark.length + chosen().length);
  const toLine = (mark: string) => () => {
    const start = body.value.lastIndexOf('\n', body.selectionStart - 1) + 1;
    body.setSelectionRange(start, Math.max(body.selectionEnd, start));
    const text = chosen()
      .split('\n')
      .map((line) => (line.trim() || chosen() === '' ? mark + line.replace(otherMarks, '') : line))
      .join('\n');
    put(text, text.length, text.length);
  };
  body.addEventListener('keydown', (event) => {
    const { selectionStart: start, selectionEnd: end, value } = body;
    const line = value.slice(value.lastIndexOf('\n', start - 1) + 1, start);
    const [, mark, number, text] = /^(- |(\d+)\. )(.*)$/.exec(line) ?? [];
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || start !== end || mark === undefined)
      return;
    event.preventDefault();
    const isEmpty = !text!.trim();
    // An empty item ends the list, and an empty line parts what follows.
    if (isEmpty) body.setSelectionRange(start - line.length, start);
    const next = isEmpty ? '\n' : `\n${number ? `${Number(number) + 1}. ` : '- '}`;
    put(next, next.length, next.length);
  });
  const link = () => {
    const text = chosen() || t.linkText;
    // Chosen, so that a whole address can be pasted in its place.
    put(`[${text}](https://)`, text.length + 3, text.length + 11);
  };
  return h(
    'div',
    { class: 'marks', role: 'group', 'aria-label': label },
    button(t.heading, toLine('## ')),
    button(t.bold, around('**')),
    button(t.italic, around('*')),
    button(t.list, toLine('- ')),
    button(t.link, link),
  );
}
