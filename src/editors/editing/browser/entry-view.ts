import type { Lang, Localized } from '../../../i18n/languages.ts';
import type { Checked, FormPart } from '../acts.ts';
import { type ChangedField, changedFields } from '../changed-fields.ts';
import { type Data, type Fields, fieldsOf, isFields, type PartContent } from '../data.ts';
import { inLocalDates } from '../form-words.ts';
import type { Message } from '../live-check.ts';
import { address, ask, entryLinks, errorView, lang, t, unsaved } from './api.ts';
import { bodyView } from './body-view.ts';
import { conflictView, joined } from './conflicts.ts';
import { button, details, h, hint, isSame, labelled, list, newId, notice, quietButton } from './dom.ts';
import {
  control,
  fieldView,
  inLang,
  messagePlace,
  type Model,
  type Path,
  type Spot,
  startIn,
} from './form-view.ts';
import { messagesView } from './messages-view.ts';
import { changesView } from './other-views.ts';

/** Milliseconds without a keystroke after which the check looks at what is written. */
const settling = 400;

type Kept = {
  versions: [string, string][];
  contents: [string, PartContent][];
  saved: [string, PartContent][];
};

/** The form of one entry, beside its preview. */
export async function entryView(main: HTMLElement, key: string): Promise<void> {
  const entry = await ask('open', { key });
  document.title = `${entry.title} – ${t.editing}`;
  const texts = entry.parts.filter((part) => part.lang);
  const contents = new Map(entry.parts.map(({ path, content }) => [path, structuredClone(content)]));
  const versions = new Map(entry.parts.map(({ path, version }) => [path, version]));
  let saved = structuredClone([...contents]);
  const isDirty = () => !isSame([...contents], saved);
  const isAsBefore = () =>
    entry.parts.every(({ path, base }) =>
      base ? isSame(contents.get(path), base) : versions.get(path) === '',
    );
  const state = () => (isDirty() ? t.unsaved : isAsBefore() ? t.unchanged : t.saved);

  const status = h('span', { role: 'status', class: 'status' });
  const told = notice({ role: 'status', hidden: true });
  const tell = (...children: (Node | string)[]) => {
    told.replaceChildren(...children);
    told.hidden = children.length === 0;
  };
  const tellError = (error: unknown) => tell(...errorView(error));
  const form = h('form', {
    class: 'form',
    autocomplete: 'off',
    onsubmit: (event) => event.preventDefault(),
  });
  const offers: Model['offers'] = new Map();
  const messages = messagesView(form, offers);
  const above = h('div');
  const frame = h('iframe', { title: t.preview });

  const backup = `editing ${key}`;
  const keep = () => {
    const kept: Kept = { versions: [...versions], contents: [...contents], saved };
    if (isDirty()) localStorage.setItem(backup, JSON.stringify(kept));
    else localStorage.removeItem(backup);
  };
  const kept = JSON.parse(localStorage.getItem(backup) ?? 'null') as Kept | null;
  const onDisk = new Map(contents);
  for (const [path, content] of kept?.contents ?? []) if (contents.has(path)) contents.set(path, content);
  if (kept && isDirty()) tell(t.restored);

  const files = () =>
    entry.parts.map(({ path }) => ({ path, version: versions.get(path)!, content: contents.get(path)! }));
  let timer: number | undefined;
  const changed = () => {
    status.textContent = state();
    keep();
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(false), settling);
  };
  /** Milliseconds that the last look at all of the content took. */
  let wholeTook = 0;
  /** What is wrong with the entry, what only a look at all of the content finds, and what is shown. */
  let near: Message[] = [];
  let further: Message[] = [];
  let last: Checked = entry;
  let asking = 0;
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
      const checked = await ask('check', { key, files: files(), isWhole });
      if (isWhole) wholeTook = performance.now() - started;
      if (mine === asking) (isWhole ? showWhole : showNear)(checked);
    } catch (error) {
      if (mine === asking) tellError(error);
    } finally {
      isChecking = false;
      if (mine !== asking) void check(false);
    }
  }
  function showNear(checked: Checked): void {
    near = checked.messages;
    show({ ...checked, messages: [...near, ...further], elsewhere: last.elsewhere });
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(true), wholeTook);
  }
  function showWhole(checked: Checked): void {
    further = checked.messages.filter((message) => !near.some((other) => isSame(other, message)));
    show(checked);
  }
  function show(checked: Checked): void {
    last = checked;
    messages.show(checked);
    confirmRow.hidden = !checked.waits;
  }

  const spotOf = (part: FormPart, schema = part.form, path: Path = []): Spot => ({
    schema,
    path,
    id: newId(),
    ...(part.lang && { textLang: part.lang }),
    model: {
      file: part.path,
      choices: entry.choices,
      offers,
      get: (at) => valueAt(fieldsOf(contents.get(part.path)), at),
      set: (at, value) => {
        const content = contents.get(part.path)!;
        if (!('data' in content)) return;
        if (part.lang && at[0] === 'body') content.body = String(value ?? '');
        else content.data = withValue(content.data, at, value) as Fields;
        changed();
      },
      base: (at) => valueAt(fieldsOf(part.base), at),
      isNew: !part.base,
    },
  });

  function draw(): void {
    const readable = texts.filter(({ path }) => 'data' in contents.get(path)!);
    const others = entry.parts.filter((part) => !readable.includes(part));
    form.replaceChildren(
      h('ul', { class: 'messages', 'data-messages': '*' }),
      readable.length > 0 ? textsView(readable) : '',
      ...others.map(partView),
    );
  }

  /** All languages side by side, field by field. */
  function textsView(parts: FormPart[]): HTMLElement {
    const names = [...new Set(parts.flatMap(({ form: { properties = {} } }) => Object.keys(properties)))];
    const row = (name: string, about: string, fields: HTMLElement[]) =>
      h('div', { class: 'row' }, h('h3', name), hint(about), h('div', { class: 'languages' }, fields));
    const rowOf = (name: string) => {
      const { title = name, hint = '' } = parts[0]!.form.properties![name]!;
      return row(
        title,
        hint,
        parts.map((part) => textField(part, name, title)),
      );
    };
    const isLast = (name: string) => name === 'accepted';
    return h(
      'section',
      h('h2', t.texts),
      parts.map(({ path }) => messagePlace(path, [])),
      names.filter((name) => !isLast(name)).map(rowOf),
      row(
        t.body,
        t.bodyHint,
        parts.map((part) => bodyView(spotOf(part, {}, ['body']), part.longest!)),
      ),
      names.filter(isLast).map(rowOf),
    );
  }

  /** A field of a text in one language; one that may be left out is a button until there is something. */
  function textField(part: FormPart, name: string, title: string): HTMLElement {
    const { properties = {}, required = [] } = part.form;
    const seen = inLang(part.lang!);
    const field = { ...properties[name]!, title: `${title} ${seen}`, hint: '' };
    const spot = spotOf(part, field, [name]);
    const isRequired = required.includes(name);
    const box = h('div', { class: 'language' });
    const add = () => {
      spot.model.set([name], field.type === 'array' ? [] : '');
      draw();
      startIn(box);
    };
    const draw = () =>
      isRequired || spot.model.get([name]) !== undefined
        ? box.replaceChildren(fieldView(spot, { isRequired, onremove: isRequired ? undefined : draw, seen }))
        : box.replaceChildren(
            h('p', { class: 'ways-back' }, button(`${t.add}: ${field.title}`, add)),
            messagePlace(part.path, [name]),
          );
    draw();
    return box;
  }

  function partView(part: FormPart): HTMLElement {
    const content = contents.get(part.path)!;
    const place = messagePlace(part.path, []);
    if (!('raw' in content))
      return h('section', h('h2', part.isOptional ? t.asked : t.facts), place, control(spotOf(part)));
    const id = newId();
    const text = h('textarea', {
      id,
      rows: 20,
      class: 'body-text',
      spellcheck: 'false',
      oninput: () => {
        content.raw = text.value;
        changed();
      },
    });
    text.value = content.raw;
    return h('section', h('h2', t.raw), hint(t.rawHint), place, h('label', { for: id }, part.path), text);
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
    const sent = structuredClone([...contents]);
    try {
      const result = await ask('save', { key, files: files() });
      if (result.conflicts) {
        status.textContent = t.unsaved;
        const base = new Map(saved);
        resolve(result.conflicts.map((one) => ({ ...one, base: base.get(one.path) })));
        return false;
      }
      for (const [path, version] of Object.entries(result.versions)) versions.set(path, version);
      saved = sent;
      keep();
      status.textContent = isDirty() ? t.unsaved : t.saved;
      if (!isSame(entry.pages, result.pages)) {
        entry.pages = result.pages;
        if (frame.src) showPage(shown);
      }
      tell(...(result.redirects.length > 0 ? [t.redirected] : []));
      messages.judge();
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
    // Where nothing is to be chosen, nothing is asked.
    if (files.every((file) => joined(file).both.length === 0))
      return take(new Map(files.map((file) => [file.path, joined(file).content])));
    const view = conflictView(files, changesOf, take);
    above.replaceChildren(view);
    view.querySelector('h2')!.focus();
  }
  const partAt = (path: string) => entry.parts.find((part) => part.path === path)!;
  /** In what two versions of a file differ, in the words of the form. */
  const changesOf = (path: string, before?: PartContent, after?: PartContent): ChangedField[] =>
    changedFields(partAt(path), before, after, {
      t,
      nameOf: (to, id) => entry.choices[to]?.find((one) => one.key === id)?.name ?? id,
    });

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
      .catch(tellError)
      .finally(() => {
        if (status.textContent === t.working) status.textContent = state();
      });
  };
  const actOnSaved = (run: () => Promise<void>) =>
    act(async () => void ((await unsaved.save()) && (await run())));

  const confirm = actOnSaved(async () => {
    show(await ask('confirm', { key }));
    tell(t.confirmed);
  });
  const confirmRow = h('p', { class: 'notice' }, `${t.waits} `, button(t.confirm, confirm));

  /** Shows what an act would change before it is done. */
  function askFirst(fields: ChangedField[], text: string, name: string, run: () => Promise<void>): void {
    const leave = () => above.replaceChildren();
    const heading = h('h2', { tabindex: -1 }, text);
    const done = act(async () => {
      await run();
      leave();
    });
    above.replaceChildren(
      h(
        'section',
        { class: 'notice', 'data-asks': true },
        heading,
        changesView(fields),
        h('p', { class: 'acts' }, button(name, done), quietButton(t.cancel, leave)),
      ),
    );
    more.open = false;
    heading.focus();
    heading.scrollIntoView({ block: 'center' });
  }
  const undo = actOnSaved(async () => {
    const { fields } = await ask('unsent', { key });
    if (fields.length === 0) return tell(t.nothingUndone);
    askFirst(fields, t.undoSure, t.undoNow, async () => {
      await ask('undo', { key });
      // Of a new entry nothing is left to be shown.
      if (entry.parts.every(({ base }) => !base)) return location.assign(address());
      localStorage.removeItem(backup);
      await entryView(main, key);
      main.querySelector('.notice')!.textContent = t.undone;
    });
  });
  const remove = actOnSaved(async () => {
    const nothing = Object.fromEntries(entry.parts.map(({ path }) => [path, undefined]));
    askFirst(changesTo(nothing), t.removeSure, t.removeNow, async () => {
      await ask('remove', { key });
      location.assign(address({ send: key }));
    });
  });
  const changesTo = (then: Record<string, PartContent | undefined>): ChangedField[] =>
    Object.entries(then).flatMap(([path, content]) => changesOf(path, contents.get(path), content));
  const takeBack = (commit: string) => async () => {
    const then = await ask('before', { key, commit });
    const fields = changesTo(then);
    if (fields.length === 0) return tell(Object.keys(then).length > 0 ? t.asNow : t.notBefore);
    askFirst(fields, t.beforeSure, t.beforeNow, async () => {
      for (const [path, content] of Object.entries(then)) contents.set(path, content);
      draw();
      changed();
      past.open = false;
    });
  };
  const past: HTMLDetailsElement = details(t.past, {
    ontoggle: act(async () => {
      if (!past.open || past.children.length > 1) return;
      const changes = await ask('past', { key });
      past.append(
        hint(changes.length > 0 ? t.pastHint : t.noPast),
        list(
          ...changes.map(({ commit, day, author, sentence }) => [
            `${inLocalDates(day, lang)} ${sentence} (${author}) `,
            quietButton(t.before, act(takeBack(commit)), `${t.before}: ${day} ${sentence}`),
          ]),
        ),
      );
    }),
  });
  // Nothing that readers can have an address of, and nothing that others need.
  const isRemovable = key.includes('/') && entry.referrers.length === 0 && texts.length === 0;
  const more: HTMLDetailsElement = details(
    t.more,
    { class: 'more' },
    h(
      'div',
      { class: 'menu' },
      texts.length > 0 && pictureView(),
      past,
      button(t.undo, undo),
      isRemovable && button(t.removeEntry, remove),
    ),
  );

  function pictureView(): HTMLElement {
    const file = h('input', { type: 'file', accept: '.png,.jpg,.jpeg,.webp,.svg' });
    const credit = h('input', { type: 'text' });
    const alts = texts.map((part) => h('input', { type: 'text', lang: part.lang }));
    const add = async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) throw new Error(t.pictureType);
      const untold = alts.find(({ value }) => !value.trim());
      untold?.focus();
      if (untold) throw new Error(t.altMissing);
      const markdown = await ask('picture', {
        key,
        picture: {
          name: chosen.name,
          base64: await base64Of(chosen),
          alt: Object.fromEntries(alts.map(({ lang, value }) => [lang, value])) as Localized<string>,
          credit: credit.value,
        },
      });
      for (const { path, lang: textLang } of texts) {
        const content = contents.get(path)!;
        if ('data' in content) content.body = `${(content.body ?? '').trimEnd()}\n\n${markdown[textLang!]}`;
      }
      draw();
      changed();
      box.open = false;
      more.open = false;
      tell(t.pictureAdded);
    };
    const box: HTMLDetailsElement = details(
      t.addPicture,
      labelled(t.pictureFile, file),
      alts.map((alt) => labelled(`${t.alt}, ${inLang(alt.lang)}`, alt)),
      labelled(t.creditField, credit),
      button(t.addPicture, act(add)),
    );
    return box;
  }

  const previewLanguages = Object.keys(entry.pages) as Lang[];
  let shown = previewLanguages[0]!;
  const showPage = (textLang: Lang) => {
    shown = textLang;
    frame.src = entry.pages[textLang];
    for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset['show'] === textLang));
  };
  const tabs = previewLanguages.map((textLang) =>
    button(`${t.preview} ${inLang(textLang)}`, () => showPage(textLang), { 'data-show': textLang }),
  );
  const preview = h(
    'aside',
    { class: 'preview', 'aria-label': t.preview },
    h('div', { class: 'tabs' }, tabs),
    hint(t.previewNote),
    frame,
  );
  const toggle = button('', () => setPreview(preview.hidden));
  const setPreview = (isShown: boolean) => {
    preview.hidden = !isShown;
    toggle.textContent = isShown ? t.hidePreview : t.showPreview;
    main.classList.toggle('with-preview', isShown);
    if (isShown && !frame.src)
      showPage(previewLanguages.find((textLang) => textLang === lang) ?? texts[0]?.lang ?? shown);
  };

  window.onbeforeunload = (event) => {
    if (isDirty()) event.preventDefault();
  };
  document.onkeydown = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saveAsked();
  };

  const toSending = address({ send: key });
  const sendLink = h('a', {
    class: 'button',
    href: toSending,
    onclick: (event) => {
      if (!isDirty()) return;
      event.preventDefault();
      void unsaved.save().then((isSaved) => isSaved && location.assign(toSending));
    },
  });
  sendLink.textContent = t.send;

  main.replaceChildren(
    h(
      'div',
      { class: 'bar' },
      h('h1', entry.title),
      h(
        'p',
        { class: 'acts' },
        button(t.save, () => void saveAsked(), { class: 'primary', 'aria-keyshortcuts': 'Control+S' }),
        sendLink,
        toggle,
      ),
      more,
      // Last, so that no button moves from under the pointer when there is more to tell.
      h('p', { class: 'state' }, status, messages.count, messages.toFirst),
    ),
    told,
    above,
    confirmRow,
    messages.elsewhere,
    entry.referrers.length > 0
      ? details(`${t.referrers} (${entry.referrers.length})`, entryLinks(entry.referrers))
      : '',
    form,
    messages.unrelated,
    preview,
  );
  draw();
  setPreview(window.matchMedia('(min-width: 75em)').matches);
  status.textContent = state();
  showNear(entry);
  if (isDirty()) void check(false);
  keepPlace(key);

  // What was saved meanwhile in a file that was being written when the window closed.
  const before = new Map(kept?.versions);
  const base = new Map(kept?.saved);
  const moved = [...versions].filter(([path, version]) => before.has(path) && before.get(path) !== version);
  if (moved.length > 0)
    resolve(moved.map(([path]) => ({ path, content: onDisk.get(path)!, base: base.get(path) })));

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

const valueAt = (data: Data | undefined, path: Path): Data | undefined =>
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
  const inner = rest.length > 0 ? withValue(valueAt(data, [first]), rest, value) : value;
  if (Array.isArray(data) && typeof first === 'number') return data.with(first, inner ?? '');
  const { [String(first)]: _, ...others } = isFields(data) ? data : {};
  return inner === undefined ? others : { ...(isFields(data) ? data : {}), [first]: inner };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let index = 0; index < bytes.length; index += 0x8000)
    text += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  return btoa(text);
}
