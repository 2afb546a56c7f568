import type { NewQuestion } from '../acts.ts';
import type { ChangedField } from '../changed-fields.ts';
import { address, ask, entryLinks, errorView, failureView, lang, link, messageLinks, t } from './api.ts';
import { keepPublished } from './conflicts.ts';
import { button, type Child, details, h, hint, labelled, list, newId, notice } from './dom.ts';
import { optionViews, shortList } from './form-view.ts';

/** All entries by kind, to be found by name. */
export async function listView(main: HTMLElement, folder: string | undefined): Promise<void> {
  document.title = `${t.all} – ${t.editing}`;
  const { groups, unsent } = await ask('list', {});
  const found = h('span', { role: 'status', class: 'quiet-text' });
  const input = h('input', { type: 'search', autocomplete: 'off', oninput: () => filter() });
  const order = [...groups].sort((a, b) => Number(b.folder === folder) - Number(a.folder === folder));
  const lists = order.map(({ make, name, entries }) =>
    h(
      'section',
      h('h2', name),
      make &&
        h('p', h('a', { class: 'button', href: address({ new: make.kind }) }, `${t.makeNew}: ${make.one}`)),
      h(
        'ul',
        { class: 'entries' },
        entries.map(({ key, title, errors }) =>
          h(
            'li',
            { 'data-text': `${title} ${key}`.toLowerCase() },
            link(title, { key }),
            errors > 0 && h('strong', { class: 'has-errors' }, ` ${t.errors(errors)}`),
          ),
        ),
      ),
    ),
  );
  const filter = () => {
    const text = input.value.trim().toLowerCase();
    for (const item of main.querySelectorAll<HTMLElement>('[data-text]'))
      item.hidden = !item.dataset['text']!.includes(text);
    for (const group of lists) group.hidden = text !== '' && !group.querySelector('li:not([hidden])');
    found.textContent = text ? t.found(main.querySelectorAll('[data-text]:not([hidden])').length) : '';
  };
  main.replaceChildren(
    h('h1', t.all),
    unsent > 0 ? h('p', { class: 'notice' }, link(`${t.sendTitle} (${unsent})`, { send: '' })) : '',
    labelled(t.find, input, h('div', { class: 'text' }, input, found)),
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

/** Boxes to check. In the order in which they are checked: the first is the most important one. */
function checksOf(
  choices: NonNullable<NewQuestion['choices']>,
  write: (keys: string) => void,
): HTMLElement[] {
  let chosen: string[] = [];
  const boxes = choices.map((choice) => {
    const place = h('span', { class: 'quiet-text' });
    const box = h('input', {
      type: 'checkbox',
      id: newId(),
      value: choice.key,
      onchange: () => {
        chosen = chosen.filter((key) => key !== choice.key);
        if (box.checked) chosen.push(choice.key);
        for (const other of boxes) {
          const at = chosen.indexOf(other.key);
          other.place.textContent = at < 0 || chosen.length < 2 ? '' : ` ${at + 1}.`;
        }
        write(chosen.join(','));
      },
    });
    return { key: choice.key, place, row: h('div', box, h('label', { for: box.id }, choice.name, place)) };
  });
  return boxes.map(({ row }) => row);
}

type Row = { row: HTMLElement; propose: (text: string | undefined) => void; tell: (fault: string) => void };

function rowFor(
  { flag, name, hint: about, choices, several, isOptional }: NewQuestion,
  write: (flag: string, value: string) => void,
): Row {
  const id = newId();
  const fault = h('ul', { class: 'messages', id: `${id}-messages` });
  const described = { 'aria-describedby': `${id}-hint ${id}-messages` };
  const told = () => write(flag, (control as HTMLInputElement).value);
  const isGroup = choices !== undefined && several;
  const control: HTMLElement = isGroup
    ? h(
        'div',
        { class: 'checks', role: 'group', 'aria-labelledby': `${id}-label`, ...described },
        checksOf(choices, (keys) => write(flag, keys)),
      )
    : choices
      ? h('select', { id, ...described, onchange: told }, optionViews(choices))
      : h('input', { type: 'text', id, ...described, oninput: told });
  let proposed = '';
  return {
    row: h(
      'div',
      { class: 'field' },
      isGroup ? h('span', { id: `${id}-label`, class: 'label' }, name) : h('label', { for: id }, name),
      h('p', { class: 'hint', id: `${id}-hint` }, about, isOptional && ` (${t.optional})`),
      isGroup && choices.length > shortList && filterOf(control, name),
      control,
      fault,
    ),
    propose: (text) => {
      // A proposal stands until something else is written.
      const input = control as HTMLInputElement;
      if (isGroup || text === undefined || (input.value !== '' && input.value !== proposed)) return;
      input.value = text;
      proposed = text;
    },
    tell: (message) => {
      fault.replaceChildren(message && h('li', { class: 'error' }, message));
      // Of a group, its first box: there the keyboard can go.
      (control.querySelector('input') ?? control).setAttribute('aria-invalid', String(message !== ''));
    },
  };
}

export async function newView(main: HTMLElement, kind: string): Promise<void> {
  const heading = h('h1');
  const flags: Record<string, string> = {};
  const failure = notice({ role: 'alert', hidden: true });
  const status = h('span', { role: 'status' });
  const box = h(
    'form',
    { class: 'form fields', onsubmit: (event) => event.preventDefault() },
    h(
      'p',
      { class: 'state' },
      button(t.create, () => void update(true), { class: 'primary' }),
      status,
    ),
  );
  const rows = new Map<string, Row>();
  let timer: number | undefined;
  const write = (flag: string, value: string) => {
    flags[flag] = value;
    clearTimeout(timer);
    timer = window.setTimeout(() => void update(false), 400);
  };
  let wasRefused = false;
  async function update(creates: boolean): Promise<void> {
    clearTimeout(timer);
    if (creates) status.textContent = t.working;
    try {
      const { one, questions, created } = await ask('new', { kind, flags, creates });
      if (created) return location.assign(address({ key: created }));
      heading.textContent = `${t.makeNew}: ${one}`;
      document.title = `${heading.textContent} – ${t.editing}`;
      wasRefused ||= creates;
      for (const [flag, { row }] of rows) row.hidden = !questions.some((question) => question.flag === flag);
      let before: HTMLElement | undefined;
      for (const question of questions) {
        const known = rows.get(question.flag) ?? rowFor(question, write);
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
      failure.replaceChildren(...errorView(error));
      failure.hidden = false;
    }
  }
  await update(false);
  main.replaceChildren(heading, failure, box);
}

/** What was changed, field by field: as it was and as it is. */
export const changesView = (fields: ChangedField[]): Child => {
  if (fields.length === 0) return undefined;
  const side = (name: string, tag: 'del' | 'ins', lines: string[]) =>
    lines.length > 0 ? [h('dt', name), ...lines.map((line) => h('dd', h(tag, line)))] : [];
  const box = details(
    t.changes(fields.length),
    { class: 'changed-fields' },
    fields.map(({ name, before, after }) => {
      const sides = [...side(t.was, 'del', before), ...side(t.is, 'ins', after)];
      return h('div', h('strong', name), sides.length > 0 && h('dl', sides));
    }),
  );
  // A new entry has many: they are looked at on demand.
  box.open = fields.length <= fewFields;
  return box;
};
const fewFields = 12;

/** What was changed here, and the way to send it. */
export async function sendView(main: HTMLElement, wanted: string): Promise<void> {
  document.title = `${t.sendTitle} – ${t.editing}`;
  const { changes, author, remote, git } = await ask('send-state', {});
  const heading = h('h1', t.sendTitle);
  const toAll = h('p', link(t.all));
  if (!git || changes.length === 0)
    return main.replaceChildren(heading, h('p', git ? t.nothingToSend : t.noGit), toAll);
  const result = h('div', { role: 'status' });
  const sentence = h('textarea', { rows: 2, spellcheck: 'true', lang });
  const name = h('input', { type: 'text', autocomplete: 'name' });
  const email = h('input', { type: 'email', autocomplete: 'email' });
  name.value = author?.name ?? localStorage.getItem('editor-name') ?? '';
  email.value = author?.email ?? localStorage.getItem('editor-email') ?? '';
  const boxes = changes.map(({ key, title, fields, sentIn }) => {
    const box = h('input', { type: 'checkbox', id: newId(), value: key });
    box.checked = wanted ? key === wanted : !sentIn;
    const toEntry = link(t.editThis, { key });
    toEntry.ariaLabel = `${t.editThis}: ${title}`;
    return {
      key,
      box,
      title,
      isSent: sentIn !== undefined && !box.checked,
      item: h(
        'li',
        box,
        h('label', { for: box.id }, title),
        ' ',
        toEntry,
        sentIn !== undefined && h('span', { class: 'quiet-text' }, ` ${t.sentIn}: ${sentIn}`),
        changesView(fields),
      ),
    };
  });
  const say = (...children: Child[]) => result.replaceChildren(notice(children));
  const submit = button(t.sendNow, () => void run(), { class: 'primary' });
  async function run(): Promise<void> {
    submit.disabled = true;
    say(t.sending);
    localStorage.setItem('editor-name', name.value);
    localStorage.setItem('editor-email', email.value);
    try {
      const sent = await ask('send', {
        keys: boxes.filter(({ box }) => box.checked).map(({ key }) => key),
        sentence: sentence.value,
        author: { name: name.value, email: email.value },
        seen: JSON.parse(sessionStorage.getItem('seen') ?? '{}') as Record<string, string>,
      });
      show(sent);
    } catch (error) {
      say(...errorView(error));
    }
    submit.disabled = false;
  }
  /** What is sent is sent: its form does not invite to send it again. */
  function showResultAlone(): void {
    main.replaceChildren(heading, result, toAll);
    heading.tabIndex = -1;
    heading.focus();
  }
  function show(sent: Awaited<ReturnType<typeof ask<'send'>>>): void {
    switch (sent.status) {
      case 'problems': {
        // What a new address changed in other entries goes with it.
        const needed = boxes.filter(
          ({ box, key }) => !box.checked && sent.problems.some((problem) => problem.key === key),
        );
        for (const { box } of needed) box.checked = true;
        return needed.length > 0
          ? say(h('p', t.alsoNeeded), list(...needed.map(({ title }) => title)))
          : say(h('p', t.problems), messageLinks(sent.problems.slice(0, 30)));
      }
      case 'conflicts': {
        keepPublished(sent.conflicts);
        const keys = new Set(sent.conflicts.map(({ key }) => key));
        const titleOf = (key: string) => boxes.find((one) => one.key === key)?.title ?? key;
        return say(h('p', t.conflict), entryLinks([...keys].map((key) => ({ key, title: titleOf(key) }))));
      }
      case 'sent': {
        sessionStorage.removeItem('seen');
        showResultAlone();
        if (sent.page) window.open(sent.page, '_blank', 'noopener');
        const finish = { class: 'button', href: sent.page, target: '_blank', rel: 'noopener' };
        return say(
          h('p', t.sent(sent.branch)),
          sent.isJoined && h('p', t.joined),
          h('p', sent.page ? h('a', finish, t.finish) : t.finishElsewhere),
        );
      }
      case 'local':
        showResultAlone();
        return say(t.local(sent.branch));
      case 'unreachable':
      case 'rejected':
        return say(...failureView(t[sent.status], sent.reason));
      default:
        return say(boxes.some(({ box }) => box.checked) ? t.nothing : t.noneChosen);
    }
  }
  const [sent, open] = [true, false].map((is) => boxes.filter(({ isSent }) => isSent === is));
  const listOf = (some: typeof boxes) =>
    h(
      'ul',
      { class: 'changes' },
      some.map(({ item }) => item),
    );
  const state = open!.length > 0 ? remote && t.sendIntro : wanted ? t.nothingToSend : t.nothing;
  main.replaceChildren(
    heading,
    h('p', state),
    open!.length > 0 && open!.some(({ box }) => !box.checked) ? hint(t.othersToo) : '',
    h(
      'div',
      { class: 'fields' },
      listOf(open!),
      // What is sent can be sent again, for example when the server could not be reached.
      sent!.length > 0 && details(`${t.sentAlready} (${sent!.length})`, listOf(sent!)),
      labelled(t.sentence, sentence),
      !author && [labelled(t.yourName, name), labelled(t.yourEmail, email)],
      h('p', submit),
    ),
    result,
  );
}
