import type { Checked, FormPart, NewPicture, OpenEntry, Saved, TitledMessage } from '../acts.ts';
import { type ChangedField, changedFields } from '../changed-fields.ts';
import type { PartContent } from '../entry-files.ts';
import type { PastChange } from '../git.ts';
import type { Message } from '../live-check.ts';
import type { Data } from '../write-yaml.ts';
import { inLocalDates } from '../form-words.ts';
import { address, ask, errorView, lang, t, unsaved } from './api.ts';
import { conflictView, joined } from './conflicts.ts';
import { button, copyOf, h, isSame, newId } from './dom.ts';
import {
  fieldsView,
  isLocalized,
  languagesView,
  fieldView,
  messagesAt,
  type Model,
  nameOf,
  namesView,
  type Path,
  startIn,
} from './form-view.ts';
import { changesView } from './other-views.ts';

/** Milliseconds without a keystroke after which the check looks at what is written. */
const settling = 400;

/** The form of one entry, beside its preview. */
export async function entryView(main: HTMLElement, key: string): Promise<void> {
  const entry = await ask<OpenEntry>('open', { key });
  document.title = `${entry.title} – ${t.editing}`;
  const contents = new Map(entry.parts.map(({ path, content }) => [path, copyOf(content)]));
  const versions = new Map(entry.parts.map(({ path, version }) => [path, version]));
  let saved = copyOf([...contents]);
  const isDirty = () => !isSame([...contents], saved);
  const isAsBefore = () =>
    entry.parts.every(({ path, base }) =>
      base ? isSame(contents.get(path), base) : versions.get(path) === '',
    );
  const state = () => (isDirty() ? t.unsaved : isAsBefore() ? t.unchanged : t.saved);
  const partAt = (path: string) => entry.parts.find((part) => part.path === path)!;

  const status = h('span', { role: 'status', class: 'status' });
  const errors = h('span', { class: 'error-count' });
  const toFirst = button(t.toFirst, () => goToFirst(), { class: 'quiet' });
  const notice = h('div', { class: 'notice', role: 'status', hidden: true });
  const tell = (text: string) => {
    notice.textContent = text;
    notice.hidden = text === '';
  };
  const tellError = (error: unknown) => {
    notice.replaceChildren(...errorView(error));
    notice.hidden = false;
  };
  // What this entry does to others, and what is wrong with them without it.
  const elsewhere = h('section', { class: 'elsewhere' });
  const unrelated = h('details', {});
  const form = h('form', {
    class: 'form',
    autocomplete: 'off',
    onsubmit: (event) => event.preventDefault(),
    onfocusout: (event) => left(event as FocusEvent),
  });
  const above = h('div', {});
  const frame = h('iframe', { title: t.preview });

  // What is written survives a closed window.
  const backup = `editing ${key}`;
  const keep = () => {
    if (isDirty())
      localStorage.setItem(
        backup,
        JSON.stringify({ versions: [...versions], contents: [...contents], saved }),
      );
    else localStorage.removeItem(backup);
  };
  const kept = JSON.parse(localStorage.getItem(backup) ?? 'null') as
    (Record<'versions', [string, string][]> & Record<'contents' | 'saved', [string, PartContent][]>) | null;
  const onDisk = new Map(contents);
  for (const [path, content] of kept?.contents ?? []) if (contents.has(path)) contents.set(path, content);
  if (kept && isDirty()) tell(t.restored);

  const files = () =>
    entry.parts.map(({ path }) => ({ path, version: versions.get(path)!, content: contents.get(path)! }));
  let timer: number | undefined;
  /** Milliseconds that the last look at all of the content took. */
  let wholeTook = 0;
  /** What only a look at all of the content finds. */
  let further: Message[] = [];
  let asking = 0;
  const changed = () => {
    status.textContent = state();
    keep();
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(false), settling);
  };
  let isChecking = false;
  /**
   * One at a time: where the check takes long, it looks at what is there when it comes to it. The entry is judged
   * at once, and with all others when nothing is typed for as long as that takes.
   */
  async function check(isWhole: boolean): Promise<void> {
    const mine = (asking += 1);
    if (isChecking) return;
    isChecking = true;
    const started = performance.now();
    try {
      const checked = await ask<Checked>('check', { key, files: files(), isWhole });
      if (isWhole) wholeTook = performance.now() - started;
      if (mine === asking) (isWhole ? showWhole : showNear)(checked);
    } catch (error) {
      if (mine === asking) tellError(error);
    } finally {
      isChecking = false;
      if (mine !== asking) void check(false);
    }
  }
  let near: Message[] = [];
  function showNear(checked: Checked): void {
    near = checked.messages;
    showMessages({ ...checked, messages: [...near, ...further], elsewhere: last.elsewhere });
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(true), wholeTook);
  }
  function showWhole(checked: Checked): void {
    further = checked.messages.filter((message) => !near.some((other) => isSame(other, message)));
    showMessages(checked);
  }

  let last: Checked = entry;
  function showMessages(checked: Checked): void {
    last = checked;
    const { elsewhere: others, waits } = checked;
    for (const { file, path, level } of checked.messages)
      if (level === 'error' && path.length > 0) offer(file, path);
    const messages = checked.messages.filter((message) => !placeOf(message)?.hasAttribute('data-waits'));
    for (const place of main.querySelectorAll('[data-messages]')) place.replaceChildren();
    for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    for (const message of messages) {
      const place = placeOf(message);
      place?.append(messageItem(message));
      if (message.level !== 'error') continue;
      const field = place?.closest('.language, .field, .items > div');
      for (const control of field?.querySelectorAll('input, textarea, select') ?? [])
        if (control.getAttribute('aria-describedby')?.includes(place!.id))
          control.setAttribute('aria-invalid', 'true');
    }
    const count = messages.filter(({ level }) => level === 'error').length;
    const warnings = messages.length - count;
    errors.textContent = [
      count ? t.errors(count) : t.noErrors,
      ...(warnings ? [t.warnings(warnings)] : []),
    ].join(', ');
    errors.classList.toggle('has-errors', count > 0);
    toFirst.hidden = messages.length === 0;
    confirmRow.hidden = !waits;
    const listOf = (list: TitledMessage[]) =>
      h(
        'ul',
        {},
        ...list.map(({ key: other, title, text, hint }) =>
          h('li', {}, h('a', { href: address({ key: other }) }, title), `: ${text}. ${hint}`),
        ),
      );
    const [ours, theirs] = [true, false].map((is) => others.filter(({ namesOwn }) => namesOwn === is));
    elsewhere.hidden = ours!.length === 0;
    elsewhere.replaceChildren(h('h2', {}, t.elsewhere), listOf(ours!));
    unrelated.hidden = theirs!.length === 0;
    unrelated.replaceChildren(
      h('summary', {}, `${t.unrelated} (${theirs!.length})`),
      h('p', { class: 'hint' }, t.unrelatedHint),
      listOf(theirs!),
    );
  }
  const placeOf = ({ file, path, bodyLine }: Message): Element | null => {
    if (bodyLine !== undefined) return find(file, ['body']);
    for (let length = path.length; length > 0; length -= 1) {
      const place = find(file, path.slice(0, length));
      if (place) return place;
    }
    return find(file, []) ?? main.querySelector('[data-messages="*"]');
  };
  /** A field that is asked for, and not there yet, is shown. */
  function offer(file: string, path: Path): void {
    for (let length = path.length - 1; length >= 0; length -= 1) {
      if (find(file, path.slice(0, length + 1))) return;
      offers.get(messagesAt(file, path.slice(0, length)))?.(String(path[length]));
    }
  }
  /** A field that was just added is judged once it is left. */
  function left({ target, relatedTarget }: FocusEvent): void {
    const from = target as Element;
    for (const place of form.querySelectorAll('[data-waits]')) {
      const box = place.closest('.language, .field, .items > div');
      if (!box?.contains(from) || box.contains(relatedTarget as Element | null)) continue;
      for (const inner of box.querySelectorAll('[data-waits]')) inner.removeAttribute('data-waits');
      showMessages(last);
    }
  }
  const find = (file: string, path: Path) =>
    main.querySelector(`[data-messages="${CSS.escape(messagesAt(file, path))}"]`);
  function messageItem({ level, file, text, hint, bodyLine }: Message): HTMLElement {
    const line = bodyLine;
    return h(
      'li',
      { class: level },
      line !== undefined && button(t.line(line), () => selectLine(file, line), { class: 'quiet' }),
      line !== undefined && ' ',
      `${text.charAt(0).toUpperCase()}${text.slice(1)}. ${hint}`,
    );
  }
  function selectLine(file: string, line: number): void {
    const body = main.querySelector<HTMLTextAreaElement>(`textarea[data-body="${CSS.escape(file)}"]`);
    if (!body) return;
    const rows = body.value.split('\n');
    const start = rows.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    body.focus();
    body.setSelectionRange(start, start + (rows[line - 1]?.length ?? 0));
  }
  function goToFirst(): void {
    const first = form.querySelector('.messages li.error') ?? form.querySelector('.messages li');
    for (let box = first?.closest('details'); box; box = box.parentElement?.closest('details'))
      box.open = true;
    const field = first?.closest('.language, .field, .items > div');
    const control =
      field?.querySelector<HTMLElement>('input, textarea, select') ?? (first as HTMLElement | null);
    control?.focus();
    first?.scrollIntoView({ block: 'center' });
  }

  const offers: Model['offers'] = new Map();
  const modelOf = (part: FormPart): Model => ({
    file: part.path,
    choices: entry.choices,
    offers,
    get: (path) => at(dataOf(contents.get(part.path)), path),
    set: (path, value) => {
      const content = contents.get(part.path)!;
      if (!('data' in content)) return;
      if (path[0] === 'body' && part.lang) content.body = String(value ?? '');
      else content.data = withValue(content.data, path, value);
      changed();
    },
    base: (path) => at(dataOf(part.base), path),
    isNew: !part.base,
  });

  function draw(): void {
    const texts = entry.parts.filter(({ lang: textLang, path }) => textLang && 'data' in contents.get(path)!);
    const others = entry.parts.filter((part) => !texts.includes(part));
    form.replaceChildren(
      h('ul', { class: 'messages', 'data-messages': '*' }),
      ...(texts.length > 0 ? [textsView(texts)] : []),
      ...others.map((part) => partView(part)),
    );
  }

  /** Both languages side by side, field by field. */
  function textsView(parts: FormPart[]): HTMLElement {
    const names = [...new Set(parts.flatMap(({ form: { properties = {} } }) => Object.keys(properties)))];
    const box = h(
      'section',
      {},
      h('h2', {}, t.texts),
      ...parts.map(({ path }) => h('ul', { class: 'messages', 'data-messages': messagesAt(path, []) })),
    );
    const rowFor = (name: string): HTMLElement => {
      const { title, hint } = parts[0]!.form.properties![name]!;
      const row = h('div', { class: 'languages' });
      const redraw = () => {
        row.replaceChildren(
          ...parts.map((part) => {
            const { properties = {}, required = [] } = part.form;
            const inLang = (t.inLang as Record<string, string>)[part.lang!] ?? part.lang!;
            const model = modelOf(part);
            const isRequired = required.includes(name);
            const field = { ...properties[name]!, title: `${title ?? name} ${inLang}`, hint: '' };
            if (!isRequired && model.get([name]) === undefined)
              return h(
                'div',
                { class: 'language' },
                h(
                  'p',
                  { class: 'ways-back' },
                  button(`${t.add}: ${field.title}`, () => {
                    model.set([name], field.type === 'array' ? [] : '');
                    redraw();
                    startIn(row.children[parts.indexOf(part)] as HTMLElement);
                  }),
                ),
                h('ul', { class: 'messages', 'data-messages': messagesAt(part.path, [name]) }),
              );
            const view = fieldView(
              { schema: field, model, path: [name] },
              { isRequired, onremove: isRequired ? undefined : redraw, seen: inLang },
            );
            for (const control of view.querySelectorAll('input, textarea'))
              control.setAttribute('lang', part.lang!);
            return h('div', { class: 'language' }, view);
          }),
        );
      };
      redraw();
      return h(
        'div',
        { class: 'row' },
        h('h3', {}, title ?? name),
        h('p', { class: 'hint' }, hint ?? ''),
        row,
      );
    };
    box.append(
      ...names.filter((name) => name !== 'accepted').map(rowFor),
      h(
        'div',
        { class: 'row' },
        h('h3', {}, t.body),
        h('p', { class: 'hint' }, t.bodyHint),
        h('div', { class: 'languages' }, ...parts.map(bodyView)),
      ),
      ...names.filter((name) => name === 'accepted').map(rowFor),
    );
    return box;
  }

  function bodyView(part: FormPart): HTMLElement {
    const model = modelOf(part);
    const id = newId();
    const inLang = (t.inLang as Record<string, string>)[part.lang!] ?? part.lang!;
    const label = `${t.body} ${inLang}`;
    const count = h('span', { class: 'count' });
    const body = h('textarea', {
      id,
      lang: part.lang,
      class: 'body-text',
      'data-body': part.path,
      rows: 18,
      spellcheck: 'true',
      'aria-describedby': `${id}-messages`,
      oninput: () => {
        model.set(['body'], body.value);
        tellLength();
      },
    });
    const tellLength = () => {
      const { length } = body.value.trim();
      count.textContent = t.count(length, part.longest!);
      count.classList.toggle('over', length > part.longest!);
      restore.hidden = model.isNew || isSame(bodyOf(contents.get(part.path)), bodyOf(part.base));
    };
    const restore = button(
      t.restore,
      () => {
        body.value = bodyOf(part.base) ?? '';
        model.set(['body'], body.value);
        tellLength();
      },
      { class: 'quiet', 'aria-label': t.restoreLong(label) },
    );
    body.value = bodyOf(contents.get(part.path)) ?? '';
    tellLength();
    return h(
      'div',
      { class: 'language body' },
      h('label', { for: id, class: 'language-name' }, label),
      markButtons(body, label),
      body,
      count,
      h('ul', { class: 'messages', id: `${id}-messages`, 'data-messages': messagesAt(part.path, ['body']) }),
      h('p', { class: 'ways-back' }, restore),
    );
  }

  function partView(part: FormPart): HTMLElement {
    const content = contents.get(part.path)!;
    const place = h('ul', { class: 'messages', 'data-messages': messagesAt(part.path, []) });
    if ('raw' in content) {
      const id = newId();
      const text = h('textarea', {
        id,
        rows: 20,
        class: 'body-text',
        spellcheck: 'false',
        oninput: () => ((content.raw = text.value), changed()),
      });
      text.value = content.raw;
      return h(
        'section',
        {},
        h('h2', {}, t.raw),
        h('p', { class: 'hint' }, t.rawHint),
        place,
        h('label', { for: id }, part.path),
        text,
      );
    }
    const { form } = part;
    const spot = { schema: form, model: modelOf(part), path: [], changed: () => {} };
    const fields =
      typeof form.additionalProperties === 'object' && !form.properties
        ? namesView({ ...spot, schema: form.additionalProperties })
        : isLocalized(form)
          ? languagesView(spot)
          : fieldsView(spot);
    return h('section', {}, h('h2', {}, part.isOptional ? t.asked : t.facts), place, fields);
  }

  /** The saving that goes on: nothing else is done before it ends. */
  let saving: Promise<unknown> = Promise.resolve();
  function save(): Promise<boolean> {
    const turn = saving.then(saveNow);
    saving = turn;
    return turn;
  }
  async function saveNow(): Promise<boolean> {
    status.textContent = t.saving;
    const sent = copyOf([...contents]);
    try {
      const result = await ask<Saved>('save', { key, files: files() });
      if ('conflicts' in result) {
        status.textContent = t.unsaved;
        resolve(
          result.conflicts.map(({ path, version, content }) => ({
            path,
            version,
            content,
            base: new Map(saved).get(path),
          })),
        );
        return false;
      }
      for (const [path, version] of Object.entries(result.versions)) versions.set(path, version);
      saved = sent;
      keep();
      status.textContent = isDirty() ? t.unsaved : t.saved;
      if (!isSame(entry.pages, result.pages)) {
        entry.pages = result.pages;
        if (frame.src) show(shown);
      }
      tell(result.redirects.length > 0 ? t.redirected : '');
      for (const place of form.querySelectorAll('[data-waits]')) place.removeAttribute('data-waits');
      showNear(result);
      return true;
    } catch (error) {
      status.textContent = t.unsaved;
      tellError(error);
      return false;
    }
  }

  type Theirs = { path: string; version?: string; content: PartContent; base?: PartContent | undefined };
  /** Shows what somebody else has written in the same file; the form goes on with what is chosen. */
  function resolve(theirs: Theirs[], after = t.merged): void {
    const files = theirs.map(({ path, content, base }) => ({
      path,
      base,
      mine: contents.get(path)!,
      theirs: content,
    }));
    const take = (chosen: Map<string, PartContent>) => {
      for (const [path, content] of chosen) contents.set(path, content);
      for (const { path, version } of theirs) if (version !== undefined) versions.set(path, version);
      above.replaceChildren();
      draw();
      changed();
      tell(after);
    };
    const results = files.map((file) => [file.path, joined(file)] as const);
    // Where nothing is to be chosen, nothing is asked.
    if (results.every(([, { both }]) => both.length === 0))
      return take(new Map(results.map(([path, { content }]) => [path, content])));
    const view = conflictView(
      files,
      (path, field) => {
        const { form, lang: textLang } = partAt(path);
        const titles = [form, ...(form.oneOf ?? [])].map(({ properties }) => properties?.[field]?.title);
        const name = field === 'body' ? t.body : (titles.find(Boolean) ?? field);
        return textLang ? `${name} ${(t.inLang as Record<string, string>)[textLang]}` : name;
      },
      take,
    );
    above.replaceChildren(view);
    view.querySelector('h2')!.focus();
  }

  unsaved.save = () => saving.then(() => !isDirty() || save());

  /** Saving is not the answer to what an act asks first. */
  async function saveAsked(): Promise<void> {
    const isAsked = above.querySelector('[data-asks]') !== null;
    if ((await save()) && isAsked) tell(t.notApproved);
  }

  const act = (run: () => Promise<void>) => () => {
    status.textContent = t.working;
    void saving
      .then(run)
      .catch((error: unknown) => tellError(error))
      .finally(() => {
        if (status.textContent === t.working) status.textContent = state();
      });
  };
  const reload = async () => {
    localStorage.removeItem(backup);
    await entryView(main, key);
  };

  const confirmRow = h(
    'p',
    { class: 'notice' },
    `${t.waits} `,
    button(
      t.confirm,
      act(async () => {
        if (!(await unsaved.save())) return;
        showMessages(await ask<Checked>('confirm', { key }));
        tell(t.confirmed);
      }),
    ),
  );
  /** Shows what an act would change before it is done. */
  function askFirst(fields: ChangedField[], text: string, name: string, run: () => Promise<void>): void {
    const leave = () => above.replaceChildren();
    const heading = h('h2', { tabindex: -1 }, text);
    above.replaceChildren(
      h(
        'section',
        { class: 'notice', 'data-asks': true },
        heading,
        changesView(fields) ?? '',
        h(
          'p',
          { class: 'acts' },
          button(
            name,
            act(async () => (await run(), leave())),
          ),
          button(t.cancel, leave, { class: 'quiet' }),
        ),
      ),
    );
    more.open = false;
    heading.focus();
    heading.scrollIntoView({ block: 'center' });
  }
  const undo = button(
    t.undo,
    act(async () => {
      if (!(await unsaved.save())) return;
      const { fields } = await ask<{ fields: ChangedField[] }>('unsent', { key });
      if (fields.length === 0) return tell(t.nothingUndone);
      askFirst(fields, t.undoSure, t.undoNow, async () => {
        await ask('undo', { key });
        // Of a new entry nothing is left to be shown.
        if (entry.parts.every(({ base }) => !base)) return location.assign(address());
        await reload();
        main.querySelector('.notice')!.textContent = t.undone;
      });
    }),
  );
  const remove = button(
    t.removeEntry,
    act(async () => {
      if (!(await unsaved.save())) return;
      const nothing = Object.fromEntries(entry.parts.map(({ path }) => [path, undefined]));
      askFirst(changesTo(nothing), t.removeSure, t.removeNow, async () => {
        await ask('remove', { key });
        location.assign(address({ send: key }));
      });
    }),
  );
  // Nothing that readers can have an address of, and nothing that others need.
  const isRemovable =
    key.includes('/') && entry.referrers.length === 0 && !entry.parts.some((part) => part.lang);
  const changesTo = (then: Record<string, PartContent | undefined>): ChangedField[] =>
    entry.parts.flatMap((part) =>
      part.path in then
        ? changedFields(part, contents.get(part.path), then[part.path], {
            t,
            nameOf: (to, id) => {
              const choice = entry.choices[to]?.find((one) => one.key === id);
              return choice ? nameOf(choice) : id;
            },
          })
        : [],
    );
  const past = h(
    'details',
    {
      ontoggle: act(async () => {
        if (!past.open || past.children.length > 1) return;
        const changes = await ask<PastChange[]>('past', { key });
        past.append(
          h('p', { class: 'hint' }, changes.length > 0 ? t.pastHint : t.noPast),
          h(
            'ul',
            {},
            ...changes.map(({ commit, day, author, sentence }) =>
              h(
                'li',
                {},
                `${inLocalDates(day, lang)} ${sentence} (${author}) `,
                button(
                  t.before,
                  act(async () => {
                    const then = await ask<Record<string, PartContent>>('before', { key, commit });
                    const fields = changesTo(then);
                    if (fields.length === 0)
                      return tell(Object.keys(then).length > 0 ? t.asNow : t.notBefore);
                    askFirst(fields, t.beforeSure, t.beforeNow, async () => {
                      for (const [path, content] of Object.entries(then)) contents.set(path, content);
                      draw();
                      changed();
                      past.open = false;
                    });
                  }),
                  { class: 'quiet', 'aria-label': `${t.before}: ${day} ${sentence}` },
                ),
              ),
            ),
          ),
        );
      }),
    },
    h('summary', {}, t.past),
  );
  const more: HTMLDetailsElement = h(
    'details',
    { class: 'more' },
    h('summary', {}, t.more),
    h(
      'div',
      { class: 'menu' },
      ...(entry.parts.some((part) => part.lang) ? [pictureView()] : []),
      past,
      undo,
      isRemovable && remove,
    ),
  );

  function pictureView(): HTMLElement {
    const texts = entry.parts.filter((part) => part.lang);
    const [fileId, creditId] = [newId(), newId()];
    const file = h('input', { type: 'file', id: fileId, accept: '.png,.jpg,.jpeg,.webp,.svg' });
    const credit = h('input', { type: 'text', id: creditId });
    const alts = texts.map(({ lang: textLang }) => ({ textLang: textLang!, id: newId() }));
    const inputs = alts.map(({ textLang, id }) => h('input', { type: 'text', id, lang: textLang }));
    const box = h(
      'details',
      {},
      h('summary', {}, t.addPicture),
      h('div', { class: 'field' }, h('label', { for: fileId }, t.pictureFile), file),
      ...alts.map(({ textLang, id }, index) =>
        h(
          'div',
          { class: 'field' },
          h('label', { for: id }, `${t.alt}, ${(t.inLang as Record<string, string>)[textLang]}`),
          inputs[index]!,
        ),
      ),
      h('div', { class: 'field' }, h('label', { for: creditId }, t.creditField), credit),
      button(
        t.addPicture,
        act(async () => {
          const [chosen] = file.files ?? [];
          if (!chosen) throw new Error(t.pictureType);
          const untold = inputs.find(({ value }) => !value.trim());
          untold?.focus();
          if (untold) throw new Error(t.altMissing);
          const picture: NewPicture = {
            name: chosen.name,
            base64: await base64Of(chosen),
            alt: Object.fromEntries(
              alts.map(({ textLang }, index) => [textLang, inputs[index]!.value]),
            ) as NewPicture['alt'],
            credit: credit.value,
          };
          const markdown = await ask<Record<string, string>>('picture', { key, picture });
          for (const { path, lang: textLang } of texts) {
            const content = contents.get(path)!;
            if ('data' in content)
              content.body = `${(content.body ?? '').trimEnd()}\n\n${markdown[textLang!]!}`;
          }
          draw();
          changed();
          box.open = false;
          more.open = false;
          tell(t.pictureAdded);
        }),
      ),
    );
    return box;
  }

  const previewed = entry.parts.filter((part) => part.lang).map((part) => part.lang!);
  const previewLanguages = Object.keys(entry.pages);
  let shown = '';
  const show = (textLang: string) => {
    shown = textLang;
    frame.src = entry.pages[textLang as keyof typeof entry.pages];
    for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset['show'] === textLang));
  };
  const tabs = previewLanguages.map((textLang) =>
    button(
      `${t.preview} ${(t.inLang as Record<string, string>)[textLang] ?? textLang}`,
      () => show(textLang),
      { 'data-show': textLang },
    ),
  );
  const preview = h(
    'aside',
    { class: 'preview', 'aria-label': t.preview },
    h('div', { class: 'tabs' }, ...tabs),
    h('p', { class: 'hint' }, t.previewNote),
    frame,
  );
  const isWide = window.matchMedia('(min-width: 75em)').matches;
  const toggle = button('', () => setPreview(preview.hidden));
  const setPreview = (isShown: boolean) => {
    preview.hidden = !isShown;
    toggle.textContent = isShown ? t.hidePreview : t.showPreview;
    main.classList.toggle('with-preview', isShown);
    if (isShown && !frame.src)
      show(previewLanguages.includes(lang) ? lang : (previewed[0] ?? previewLanguages[0]!));
  };

  const leave = (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault();
  };
  window.onbeforeunload = leave;
  document.onkeydown = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saveAsked();
  };

  const sendLink = h(
    'a',
    {
      class: 'button',
      href: address({ send: key }),
      onclick: (event) => {
        if (!isDirty()) return;
        event.preventDefault();
        void unsaved.save().then((isSaved) => isSaved && location.assign(address({ send: key })));
      },
    },
    t.send,
  );

  main.replaceChildren(
    h(
      'div',
      { class: 'bar' },
      h('h1', {}, entry.title),
      h(
        'p',
        { class: 'acts' },
        button(t.save, () => void saveAsked(), { class: 'primary', 'aria-keyshortcuts': 'Control+S' }),
        sendLink,
        toggle,
      ),
      more,
      // Last, so that no button moves from under the pointer when there is more to tell.
      h('p', { class: 'state' }, status, errors, toFirst),
    ),
    notice,
    above,
    confirmRow,
    elsewhere,
    entry.referrers.length > 0
      ? h(
          'details',
          {},
          h('summary', {}, `${t.referrers} (${entry.referrers.length})`),
          h(
            'ul',
            {},
            ...entry.referrers.map((one) =>
              h('li', {}, h('a', { href: address({ key: one.key }) }, one.title)),
            ),
          ),
        )
      : '',
    form,
    unrelated,
    preview,
  );
  draw();
  setPreview(isWide);
  status.textContent = state();
  showNear(entry);
  if (isDirty()) void check(false);
  keepPlace(key);

  // What was saved meanwhile in a file that was being written when the window closed.
  const before = new Map(kept?.versions);
  const moved = [...versions].filter(([path, version]) => before.has(path) && before.get(path) !== version);
  if (kept && moved.length > 0)
    resolve(
      moved.map(([path]) => ({ path, content: onDisk.get(path)!, base: new Map(kept.saved).get(path) })),
    );

  // What was published meanwhile in a file that waits to be sent.
  const published = sessionStorage.getItem(`conflict ${key}`);
  if (published) {
    sessionStorage.removeItem(`conflict ${key}`);
    const theirs = JSON.parse(published) as { path: string; content: PartContent }[];
    resolve(
      theirs.map((one) => ({ ...one, base: partAt(one.path).base })),
      t.resend,
    );
  }
}

/** After a reload, the form stands where it stood. */
function keepPlace(key: string): void {
  const name = `place ${key}`;
  const before = Number(sessionStorage.getItem(name) ?? 0);
  if (before > 0) window.scrollTo(0, before);
  window.onscroll = () => sessionStorage.setItem(name, String(Math.round(window.scrollY)));
}

const dataOf = (content: PartContent | undefined): Data | undefined =>
  content && 'data' in content ? content.data : undefined;
const bodyOf = (content: PartContent | undefined): string | undefined =>
  content && 'data' in content ? content.body : undefined;

const at = (data: Data | undefined, path: Path): Data | undefined =>
  path.reduce<Data | undefined>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<string | number, Data>)[step]
        : undefined,
    data,
  );

/** Data with another value at a path; undefined takes the field away. */
function withValue(data: Data | undefined, [first, ...rest]: Path, value: Data | undefined): Data {
  if (first === undefined) return value ?? {};
  const inner = rest.length > 0 ? withValue(at(data, [first]), rest, value) : value;
  if (Array.isArray(data) && typeof first === 'number') return data.with(first, inner ?? '');
  const { [String(first)]: _, ...others } = (data ?? {}) as Record<string, Data>;
  if (inner === undefined) return others;
  return { ...(data as Record<string, Data>), [first]: inner };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let index = 0; index < bytes.length; index += 0x8000)
    text += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  return btoa(text);
}

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
    const lines = body.value.slice(start, Math.max(body.selectionEnd, start));
    body.setSelectionRange(start, Math.max(body.selectionEnd, start));
    const text = lines
      .split('\n')
      .map((line) => mark + line)
      .join('\n');
    put(text, text.length, text.length);
  };
  const link = () => {
    const text = chosen() || t.linkText;
    put(`[${text}](https://)`, text.length + 11, text.length + 11);
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
