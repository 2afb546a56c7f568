import type { NewEntry, Overview, SendResult, SendState } from '../acts.ts';
import type { ChangedField } from '../changed-fields.ts';
import { address, ask, errorView, failureView, lang, t } from './api.ts';
import { keepPublished } from './conflicts.ts';
import { button, type Child, h, newId } from './dom.ts';
import { nameOf, shortList } from './form-view.ts';

/** All entries by kind, to be found by name. */
export async function listView(main: HTMLElement, folder: string | undefined): Promise<void> {
  document.title = `${t.all} – ${t.editing}`;
  const { groups, unsent } = await ask<Overview>('list');
  const id = newId();
  const found = h('span', { role: 'status', class: 'quiet-text' });
  const input = h('input', { type: 'search', id, autocomplete: 'off', oninput: () => filter() });
  const links: { text: string; item: HTMLElement; group: HTMLElement }[] = [];
  const order = [...groups].sort((a, b) => Number(b.folder === folder) - Number(a.folder === folder));
  const lists = order.map(({ kind, one, folder: own, name, entries }) => {
    const heading = h('h2', { id: `list-${own}` }, name);
    const group = h('section', {}, heading);
    const items = entries.map(({ key, title, errors }) => {
      const item = h(
        'li',
        {},
        h('a', { href: address({ key }) }, title),
        errors > 0 && h('strong', { class: 'has-errors' }, ` ${t.errors(errors)}`),
      );
      links.push({ text: `${title} ${key}`.toLowerCase(), item, group });
      return item;
    });
    if (kind)
      group.append(h('p', {}, h('a', { class: 'button', href: address({ new: kind }) }, t.newOf(one))));
    group.append(h('ul', { class: 'entries' }, ...items));
    return group;
  });
  const filter = () => {
    const text = input.value.trim().toLowerCase();
    let count = 0;
    for (const { text: own, item } of links) {
      item.hidden = !own.includes(text);
      count += item.hidden ? 0 : 1;
    }
    for (const group of lists) group.hidden = text !== '' && !group.querySelector('li:not([hidden])');
    found.textContent = text ? t.found(count) : '';
  };
  main.replaceChildren(
    h('h1', {}, t.all),
    ...(unsent > 0
      ? [h('p', { class: 'notice' }, h('a', { href: address({ send: '' }) }, `${t.sendTitle} (${unsent})`))]
      : []),
    h('div', { class: 'field' }, h('label', { for: id }, t.find), h('div', { class: 'text' }, input, found)),
    ...lists,
  );
}

/** Finds among many boxes those to check; what is checked stays in sight. */
function filterOf(checks: HTMLElement, name: string): HTMLElement {
  const input = h('input', {
    type: 'search',
    autocomplete: 'off',
    placeholder: t.find,
    'aria-label': `${t.find}: ${name}`,
    oninput: () => {
      const text = input.value.trim().toLowerCase();
      for (const row of checks.children)
        (row as HTMLElement).hidden =
          !row.textContent.toLowerCase().includes(text) && !row.querySelector(':checked');
    },
  });
  return input;
}

/** The questions about a new entry. */
export async function newView(main: HTMLElement, kind: string): Promise<void> {
  const heading = h('h1', {});
  const flags: Record<string, string> = {};
  const proposed = new Map<string, string>();
  const box = h('form', { class: 'form fields', onsubmit: (event) => event.preventDefault() });
  const notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  const rows = new Map<
    string,
    { row: HTMLElement; propose: (text: string | undefined) => void; tell: (fault: string) => void }
  >();
  let timer: number | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void update(false), 400);
  };
  function rowFor({ flag, name, hint, choices, several, isOptional }: NewEntry['questions'][number]) {
    const id = newId();
    const fault = h('ul', { class: 'messages', id: `${id}-messages` });
    const write = (value: string) => {
      flags[flag] = value;
      later();
    };
    let control: HTMLElement;
    let propose = (_: string | undefined) => {};
    // In the order in which they are chosen: the first is the most important one.
    let chosen: string[] = [];
    const about = { 'aria-describedby': `${id}-hint ${id}-messages` };
    if (choices && several)
      control = h(
        'div',
        { class: 'checks', role: 'group', 'aria-labelledby': `${id}-label`, ...about },
        ...choices.map((choice) => {
          const checkId = newId();
          const check = h('input', {
            type: 'checkbox',
            id: checkId,
            value: choice.key,
            onchange: () => {
              chosen = chosen.filter((key) => key !== choice.key);
              if (check.checked) chosen.push(choice.key);
              for (const place of control.querySelectorAll<HTMLElement>('[data-place]')) {
                const at = chosen.indexOf(place.dataset['place']!);
                place.textContent = at < 0 || chosen.length < 2 ? '' : ` ${at + 1}.`;
              }
              write(chosen.join(','));
            },
          });
          const place = h('span', { class: 'quiet-text', 'data-place': choice.key });
          return h('div', {}, check, h('label', { for: checkId }, nameOf(choice), place));
        }),
      );
    else if (choices)
      control = h(
        'select',
        { id, ...about, onchange: () => write((control as HTMLSelectElement).value) },
        h('option', { value: '' }, t.choose),
        ...choices.map((choice) => h('option', { value: choice.key }, nameOf(choice))),
      );
    else
      control = h('input', {
        type: 'text',
        id,
        ...about,
        oninput: () => write((control as HTMLInputElement).value),
      });
    if (!(choices && several))
      propose = (value) => {
        // A proposal stands until something else is written.
        const input = control as HTMLInputElement;
        if (value === undefined || (input.value !== '' && input.value !== proposed.get(flag))) return;
        input.value = value;
        proposed.set(flag, value);
      };
    const row = h(
      'div',
      { class: 'field' },
      choices && several
        ? h('span', { id: `${id}-label`, class: 'label' }, name)
        : h('label', { for: id }, name),
      h('p', { class: 'hint', id: `${id}-hint` }, hint, isOptional && ` (${t.optional})`),
      choices && several && choices.length > shortList && filterOf(control, name),
      control,
      fault,
    );
    const tell = (message: string) => {
      fault.replaceChildren(...(message ? [h('li', { class: 'error' }, message)] : []));
      // Of a group, its first box: there the keyboard can go.
      (control.querySelector('input') ?? control).setAttribute('aria-invalid', String(message !== ''));
    };
    return { row, propose, tell };
  }
  let wasRefused = false;
  async function update(creates: boolean): Promise<void> {
    clearTimeout(timer);
    if (creates) status.textContent = t.working;
    try {
      const { one, questions, created } = await ask<NewEntry>('new', { kind, flags, creates });
      if (created) return location.assign(address({ key: created }));
      heading.textContent = t.newOf(one);
      document.title = `${heading.textContent} – ${t.editing}`;
      wasRefused ||= creates;
      for (const [flag, { row }] of rows) row.hidden = !questions.some((question) => question.flag === flag);
      let before: HTMLElement | undefined;
      for (const question of questions) {
        const known = rows.get(question.flag) ?? rowFor(question);
        if (!rows.has(question.flag)) {
          rows.set(question.flag, known);
          if (before) before.after(known.row);
          else box.prepend(known.row);
        }
        known.propose(question.proposal);
        known.tell(wasRefused ? (question.fault ?? '') : '');
        before = known.row;
      }
      const faulty = [...box.querySelectorAll<HTMLElement>('[aria-invalid=true]')];
      status.textContent = faulty.length > 0 ? t.errors(faulty.length) : '';
      if (!creates) return;
      faulty[0]?.focus();
      faulty[0]?.closest('.field')?.scrollIntoView({ block: 'center' });
    } catch (error) {
      notice.replaceChildren(...errorView(error));
      notice.hidden = false;
    }
  }
  const status = h('span', { role: 'status' });
  box.append(
    h(
      'p',
      { class: 'state' },
      button(t.create, () => void update(true), { class: 'primary' }),
      status,
    ),
  );
  await update(false);
  main.replaceChildren(heading, notice, box);
}

/** What was changed, field by field: as it was and as it is. */
export const changesView = (fields: ChangedField[]): HTMLElement | undefined => {
  if (fields.length === 0) return undefined;
  const side = (name: string, tag: 'del' | 'ins', lines: string[]) =>
    lines.length > 0 && [h('dt', {}, name), ...lines.map((line) => h('dd', {}, h(tag, {}, line)))];
  const box = h(
    'details',
    { class: 'changed-fields' },
    h('summary', {}, t.changes(fields.length)),
    ...fields.map(({ name, before, after }) => {
      const sides = [side(t.was, 'del', before), side(t.is, 'ins', after)].flatMap((one) => one || []);
      return h('div', {}, h('strong', {}, name), sides.length > 0 && h('dl', {}, ...sides));
    }),
  );
  // A new entry has many: they are looked at on demand.
  box.open = fields.length <= fewFields;
  return box;
};
/** Up to so many changed fields are shown at once. */
const fewFields = 12;

/** What was changed here, and the way to send it. */
export async function sendView(main: HTMLElement, wanted: string): Promise<void> {
  document.title = `${t.sendTitle} – ${t.editing}`;
  const { changes, author, remote, git } = await ask<SendState>('send-state');
  const heading = h('h1', {}, t.sendTitle);
  if (!git || changes.length === 0)
    return main.replaceChildren(
      heading,
      h('p', {}, git ? t.nothingToSend : t.noGit),
      h('p', {}, h('a', { href: address() }, t.all)),
    );
  const result = h('div', { role: 'status' });
  const sentence = h('textarea', { id: newId(), rows: 2, spellcheck: 'true', lang });
  const name = h('input', { type: 'text', id: newId(), autocomplete: 'name' });
  const email = h('input', { type: 'email', id: newId(), autocomplete: 'email' });
  name.value = author?.name ?? localStorage.getItem('editor-name') ?? '';
  email.value = author?.email ?? localStorage.getItem('editor-email') ?? '';
  const boxes = changes.map(({ key, title, fields, sentIn }) => {
    const id = newId();
    const box = h('input', { type: 'checkbox', id, value: key });
    box.checked = wanted ? key === wanted : !sentIn;
    return {
      box,
      title,
      isSent: sentIn !== undefined && !box.checked,
      item: h(
        'li',
        {},
        box,
        h('label', { for: id }, title),
        ' ',
        h('a', { href: address({ key }), 'aria-label': `${t.editThis}: ${title}` }, t.editThis),
        sentIn && h('span', { class: 'quiet-text' }, ` ${t.sentIn(sentIn)}`),
        changesView(fields),
      ),
    };
  });
  const say = (...children: Child[]) => result.replaceChildren(h('div', { class: 'notice' }, ...children));
  const submit = button(t.sendNow, () => void run(), { class: 'primary' });
  async function run(): Promise<void> {
    submit.disabled = true;
    say(t.sending);
    localStorage.setItem('editor-name', name.value);
    localStorage.setItem('editor-email', email.value);
    try {
      const request = {
        keys: boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
        sentence: sentence.value,
        author: { name: name.value, email: email.value },
        seen: JSON.parse(sessionStorage.getItem('seen') ?? '{}') as Record<string, string>,
      };
      show(await ask<SendResult>('send', { request }));
    } catch (error) {
      say(...errorView(error));
    }
    submit.disabled = false;
  }
  /** What is sent is sent: its form does not invite to send it again. */
  function showResultAlone(): void {
    main.replaceChildren(heading, result, h('p', {}, h('a', { href: address() }, t.all)));
    heading.tabIndex = -1;
    heading.focus();
  }
  function show(sent: SendResult): void {
    switch (sent.status) {
      case 'problems': {
        // What a new address changed in other entries goes with it.
        const needed = boxes.filter(
          ({ box }) => !box.checked && sent.problems.some(({ key }) => key === box.value),
        );
        for (const { box } of needed) box.checked = true;
        if (needed.length > 0)
          return say(h('p', {}, t.alsoNeeded), h('ul', {}, ...needed.map(({ title }) => h('li', {}, title))));
        return say(
          h('p', {}, t.problems),
          h(
            'ul',
            {},
            ...sent.problems
              .slice(0, 30)
              .map(({ key, title, text, hint }) =>
                h('li', { class: 'error' }, h('a', { href: address({ key }) }, title), `: ${text}. ${hint}`),
              ),
          ),
        );
      }
      case 'conflicts': {
        keepPublished(sent.conflicts);
        return say(
          h('p', {}, t.conflict),
          h(
            'ul',
            {},
            ...[...new Set(sent.conflicts.map(({ key }) => key))].map((key) =>
              h(
                'li',
                {},
                h('a', { href: address({ key }) }, boxes.find(({ box }) => box.value === key)?.title ?? key),
              ),
            ),
          ),
        );
      }
      case 'sent': {
        sessionStorage.removeItem('seen');
        showResultAlone();
        if (sent.page) window.open(sent.page, '_blank', 'noopener');
        return say(
          h('p', {}, t.sent(sent.branch)),
          sent.isJoined && h('p', {}, t.joined),
          h(
            'p',
            {},
            sent.page
              ? h('a', { class: 'button', href: sent.page, target: '_blank', rel: 'noopener' }, t.finish)
              : t.finishElsewhere,
          ),
        );
      }
      case 'local':
        showResultAlone();
        return say(t.local(sent.branch));
      case 'unreachable':
      case 'rejected':
        return say(...failureView(t[sent.status], sent.reason));
      default:
        return say(t.nothing);
    }
  }
  const listOf = (isSent: boolean) =>
    h('ul', { class: 'changes' }, ...boxes.filter((one) => one.isSent === isSent).map(({ item }) => item));
  const sent = boxes.filter(({ isSent }) => isSent);
  const form = [
    listOf(false),
    // What is sent can be sent again, for example when the server could not be reached.
    sent.length > 0 && h('details', {}, h('summary', {}, `${t.sentAlready} (${sent.length})`), listOf(true)),
    h('div', { class: 'field' }, h('label', { for: sentence.id }, t.sentence), sentence),
    ...(author
      ? []
      : [
          h('div', { class: 'field' }, h('label', { for: name.id }, t.yourName), name),
          h('div', { class: 'field' }, h('label', { for: email.id }, t.yourEmail), email),
        ]),
    h('p', {}, submit),
  ];
  main.replaceChildren(
    heading,
    h(
      'p',
      {},
      sent.length === boxes.length ? (wanted ? t.nothingToSend : t.nothing) : remote ? t.sendIntro : '',
    ),
    boxes.some(({ box, isSent }) => !isSent && !box.checked) && sent.length < boxes.length
      ? h('p', { class: 'hint' }, t.othersToo)
      : '',
    h('div', { class: 'fields' }, ...form),
    result,
  );
}
