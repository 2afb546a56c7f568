import { helsinkiDay } from '../../../i18n/helsinki-time.ts';
import { buildTime } from '../../../model/clock.ts';
import { inFileNotation, type Notation, undated } from '../../../schema/notation.ts';
import { editorLanguages } from '../../../schema/sentences.ts';
import type { Choice, FormSchema } from '../form.ts';
import { type Data, isFields } from '../data.ts';
import { lang, t } from './api.ts';
import { button, details, h, isSame, labelled, list, newId, quietButton } from './dom.ts';

/* Controls for the fields of a schema. Each reads and writes one place in the data of a file. */

export type Path = (string | number)[];

/** The data of one file, and who hears of changes. */
export type Model = {
  file: string;
  get: (path: Path) => Data | undefined;
  set: (path: Path, value: Data | undefined) => void;
  base: (path: Path) => Data | undefined;
  /** Whether there is nothing to go back to. */
  isNew: boolean;
  choices: Record<string, Choice[]>;
  /** Shows fields that are asked for and not there yet, by the place of the mapping that they belong to. */
  offers: Map<string, (name: string) => void>;
};

/** A field of a form: what it is, where its value stands, and its id in the page. */
export type Spot = {
  schema: FormSchema;
  model: Model;
  path: Path;
  id: string;
  /** The language of what is written. */
  textLang?: string;
};

const inside = (spot: Spot, schema: FormSchema, step: string | number): Spot => ({
  ...spot,
  schema,
  path: [...spot.path, step],
  id: newId(),
});

/** Texts longer than this get several lines. */
const longLine = 90;
/** Lists up to this length are shown as a whole. */
export const shortList = 8;

export const messagesAt = (file: string, path: Path): string => `${file}|${path.join('|')}`;
export const messagePlace = (file: string, path: Path, id = newId()): HTMLElement =>
  h('ul', { class: 'messages', id: `${id}-messages`, 'data-messages': messagesAt(file, path) });
const messagesOf = ({ model, path, id }: Spot): HTMLElement => messagePlace(model.file, path, id);

/** How long a text is, and how long it may be. */
const lengthOf = (length: number, most: number): string => `${length} / ${most} ${t.characters}`;
/** How many there are, and how many there may be. */
const amountOf = (now: number, { minItems: least = 0, maxItems: most }: FormSchema): string =>
  [now, most ? `${t.allowed} ${least}–${most}` : least > 0 && `${t.atLeast} ${least}`]
    .filter(Boolean)
    .join(', ');
/** Tells how long a text is, and whether that is too long. */
export function lengthCounter(most: number, id: string) {
  const count = h('span', { class: 'count', id: `${id}-count` });
  const tell = (text: string) => {
    const { length } = text.trim();
    count.textContent = lengthOf(length, most);
    count.classList.toggle('over', length > most);
  };
  return { count, tell };
}

/** What the form calls a value: one of a language by its name. */
export const inLang = (key: string): string => t.inLang[key] ?? key;

const isLocalized = ({ properties }: FormSchema): boolean =>
  properties !== undefined &&
  Object.keys(properties).every((name) => (editorLanguages as readonly string[]).includes(name));
const isNullable = ({ anyOf }: FormSchema): FormSchema | undefined =>
  anyOf?.some(({ type }) => type === 'null') ? anyOf.find(({ type }) => type !== 'null') : undefined;

/** The variant of a schema that data belongs to, by the value that tells them apart. */
function variantOf(schema: FormSchema, data: Data | undefined): FormSchema {
  const variants = schema.oneOf;
  if (!variants) return schema;
  const fields = (data ?? {}) as Record<string, Data>;
  const fits = ({ properties = {} }: FormSchema) =>
    Object.entries(properties).some(
      ([name, { const: value }]) => value !== undefined && value === fields[name],
    );
  const variant = variants.find(fits) ?? variants[0]!;
  const told = tellingField(schema);
  if (!told) return variant;
  const values = variants.map((other) => String(other.properties?.[told]?.const));
  const { const: _, ...field } = variant.properties![told]!;
  return {
    ...variant,
    properties: { ...variant.properties, [told]: { ...field, type: 'string', enum: values } },
  };
}
/** The field that tells the variants of a schema apart. */
const tellingField = ({ oneOf: [first, ...others] = [] }: FormSchema): string | undefined =>
  Object.keys(first?.properties ?? {}).find((name) =>
    [first, ...others].every((variant) => variant?.properties?.[name]?.const !== undefined),
  );

const observed = (model: Model, changed: () => void): Model => ({
  ...model,
  set: (path, value) => {
    model.set(path, value);
    changed();
  },
});
/** A model in which a field of a mapping that says nothing is not there, unless it must be. */
const leavingOut = (model: Model, path: Path, isRequired: (name: string) => boolean): Model => ({
  ...model,
  set: (at, value) => {
    const isEmpty = at.length === path.length + 1 && value === '' && !isRequired(String(at.at(-1)));
    model.set(at, isEmpty ? undefined : value);
  },
});
/** A model in which null says that there is nothing. */
const withNull = (model: Model): Model => ({
  ...model,
  get: (path) => model.get(path) ?? undefined,
  set: (path, value) => model.set(path, value === '' || value === undefined ? null : value),
});

/** The fields of a mapping: those that are there or required, and buttons for the others. */
function fieldsView(spot: Spot): HTMLElement {
  const { schema: given, model: whole, path } = spot;
  const box = h('div', { class: 'fields' });
  const offered = new Set<string>();
  whole.offers.set(messagesAt(whole.file, path), (name) => {
    if (offered.has(name) || !variantOf(given, whole.get(path)).properties?.[name]) return;
    offered.add(name);
    const at = document.activeElement?.id;
    draw();
    if (at) document.getElementById(at)?.focus();
  });
  const tells = tellingField(given);
  const model = leavingOut(
    whole,
    path,
    (name) => variantOf(given, whole.get(path)).required?.includes(name) ?? false,
  );
  const draw = () => {
    const { properties = {}, required = [] } = variantOf(given, model.get(path));
    // A part with one more field shows it: a button for it would only hide it.
    const isSmall = path.length > 0 && Object.keys(properties).length - required.length === 1;
    const isShown = (name: string) =>
      isSmall || required.includes(name) || offered.has(name) || model.get([...path, name]) !== undefined;
    const [shown, hidden] = [true, false].map((is) =>
      Object.entries(properties).filter(([name]) => isShown(name) === is),
    );
    const add = (name: string, field: FormSchema) => {
      whole.set([...path, name], emptyOf(field));
      draw();
      startIn(box.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`));
    };
    box.replaceChildren(
      ...shown!.map(([name, field]) =>
        fieldView(inside({ ...spot, model }, field, name), {
          isRequired: required.includes(name),
          onremove: isSmall || required.includes(name) ? undefined : () => (offered.delete(name), draw()),
          ...(name === tells && { onchange: () => (toVariant(given, model, path), draw()) }),
        }),
      ),
    );
    if (hidden!.length > 0)
      box.append(
        details(
          `${t.addField}…${path.length > 0 && given.title ? ` (${given.title})` : ''}`,
          { class: 'add-fields' },
          list(
            ...hidden!.map(([name, field]) => [
              button(field.title ?? name, () => add(name, field), { 'data-add': name }),
              h('span', { class: 'hint' }, field.hint),
            ]),
          ),
        ),
      );
  };
  draw();
  return box;
}

/** Leads to a field that was just added: it is complained about once it has been left. */
export function startIn(field: HTMLElement | null | undefined): void {
  for (const place of field?.querySelectorAll<HTMLElement>('[data-messages]') ?? [])
    place.dataset['waits'] = '';
  field?.querySelector<HTMLElement>('input,textarea,select,button')?.focus();
}

/** Fields that are texts in one variant and have a text for each language in the other take the same text. */
function toVariant(given: FormSchema, model: Model, path: Path): void {
  const { properties = {} } = variantOf(given, model.get(path));
  for (const [name, field] of Object.entries(properties)) {
    const value = model.get([...path, name]);
    if (typeof value === 'string' && isLocalized(field)) model.set([...path, name], inEach(field, value));
    else if (field.type === 'string' && isFields(value))
      model.set([...path, name], Object.values(value).find(Boolean) ?? '');
  }
}

function emptyOf(schema: FormSchema): Data {
  if (schema.const !== undefined) return schema.const as Data;
  const {
    type,
    properties,
    required = [],
  } = isNullable(schema) ?? schema.anyOf?.[0] ?? variantOf(schema, undefined);
  if (type === 'array')
    return schema.items?.properties && (schema.minItems ?? 0) > 0 ? [emptyOf(schema.items)] : [];
  if (type === 'boolean') return true;
  if (properties)
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name))
        .map(([name, field]) => [name, emptyOf(field)]),
    );
  return '';
}

type FieldOptions = {
  isRequired: boolean;
  /** What is seen of its name, where a heading above says the rest. */
  seen?: string;
  onremove?: (() => void) | undefined;
  onchange?: () => void;
};

/** A field with its name, sentence, controls, messages, and ways back. */
export function fieldView(spot: Spot, { isRequired, onremove, onchange, seen }: FieldOptions): HTMLElement {
  const { schema, model, path, id } = spot;
  const name = String(path.at(-1));
  const title = schema.title ?? name;
  const single = isSingle(schema, model.get(path));
  const content = h('div', { class: 'control' });
  const restore = quietButton(
    t.restore,
    () => {
      model.set(path, structuredClone(model.base(path)));
      draw();
      onchange?.();
      if (model.get(path) === undefined) onremove?.();
    },
    `${t.restoreLong}: ${title}`,
  );
  const tell = () => (restore.hidden = model.isNew || isSame(model.get(path) ?? '', model.base(path) ?? ''));
  const draw = () => {
    content.replaceChildren(control({ ...spot, model: observed(model, () => (tell(), onchange?.())) }));
    tell();
  };
  draw();
  const label = [
    seen !== undefined && h('span', { class: 'unseen' }, title.replace(seen, '')),
    seen ?? title,
    !isRequired && h('span', { class: 'quiet-text optional' }, t.optional),
  ];
  return h(
    single ? 'div' : 'fieldset',
    { class: 'field', 'data-field': name },
    single ? h('label', { for: id }, label) : h('legend', label),
    h('p', { class: 'hint', id: `${id}-hint` }, schema.hint),
    content,
    messagesOf(spot),
    h(
      'p',
      { class: 'ways-back' },
      restore,
      onremove &&
        quietButton(`${t.remove}: ${title}`, () => {
          model.set(path, undefined);
          onremove();
        }),
    ),
  );
}

/** Whether a field has one control, which its label can name. */
function isSingle(schema: FormSchema, value: Data | undefined): boolean {
  const inner = isNullable(schema) ?? chosenForm(schema, value);
  if (inner.properties || typeof inner.additionalProperties === 'object') return false;
  if (schema.anyOf && !isNullable(schema)) return false;
  return inner.type !== 'array' || (!inner.items?.properties && !inner.items?.refersTo && !inner.items?.enum);
}

/** Of a schema with several forms, the one that a value has. */
const chosenForm = (schema: FormSchema, value: Data | undefined): FormSchema =>
  schema.anyOf?.find(
    ({ type }) => type === (typeof value === 'object' && value !== null ? 'object' : 'string'),
  ) ?? schema;

const described = (id: string, ...more: string[]) =>
  [`${id}-hint`, ...more.map((part) => `${id}-${part}`), `${id}-messages`].join(' ');

export function control(spot: Spot): HTMLElement {
  const { schema, model } = spot;
  const nullable = isNullable(schema);
  if (nullable) return control({ ...spot, schema: nullable, model: withNull(model) });
  if (schema.anyOf) return eitherView(spot);
  if (isLocalized(schema)) return languagesView(spot);
  if (schema.properties || schema.oneOf) return fieldsView(spot);
  if (typeof schema.additionalProperties === 'object') return namesView(spot, schema.additionalProperties);
  if (schema.type === 'array') {
    const items = schema.items ?? {};
    if (items.enum || items.refersTo) return chosenView(spot, items);
    return items.type === 'string' ? linesView(spot, items) : listView(spot, items);
  }
  if (schema.type === 'boolean') return checkView(spot);
  return schema.enum || schema.refersTo ? selectView(spot) : textView(spot);
}

function textView({ schema, model, path, id, textLang }: Spot): HTMLElement {
  const { maxLength, notation, type } = schema;
  const isDate = notation !== undefined && notation !== 'phone';
  // One word of files is not known outside them.
  const shown = (value: string) => (notation === 'as-of' && value === undated ? t.undated : value);
  const held = (text: string) =>
    notation === 'as-of' && text.trim() === t.undated ? undated : inFileNotation(notation!, text);
  const isNumber = type === 'integer' || type === 'number';
  const counter = maxLength === undefined ? undefined : lengthCounter(maxLength, id);
  const attributes = {
    id,
    lang: textLang,
    spellcheck: notation || isNumber ? 'false' : 'true',
    'aria-describedby': described(id, ...(counter ? ['count'] : [])),
    oninput: () => write(),
    ...(notation && { onchange: () => void (input.value = shown(held(input.value))) }),
  };
  const input: HTMLInputElement | HTMLTextAreaElement =
    maxLength && maxLength > longLine
      ? h('textarea', {
          ...attributes,
          rows: 1,
          onkeydown: (event) => (event as KeyboardEvent).key === 'Enter' && event.preventDefault(),
        })
      : h('input', {
          ...attributes,
          type: 'text',
          inputmode: isNumber && 'decimal',
          placeholder: isDate && (notation === 'time' ? '27.11.2026 9.00' : '27.11.2026'),
        });
  input.value = shown(String(model.get(path) ?? ''));
  const write = () => {
    const line = input.value.replace(/[\r\n]+/g, ' ');
    const text = notation ? held(line) : isNumber ? line.trim().replace(',', '.') : line;
    const asNumber = isNumber ? /^-?\d+(?:\.\d+)?$/.test(text) : isDate && /^\d{4}$/.test(text);
    model.set(path, asNumber ? Number(text) : text);
    counter?.tell(input.value);
  };
  counter?.tell(input.value);
  const put = (value: string) => {
    input.value = value;
    write();
  };
  return h(
    'div',
    { class: 'text' },
    input,
    isDate && datePicker(notation, input, put, schema.title ?? ''),
    isDate && quietButton(t.today, () => put(helsinkiDay(buildTime({})))),
    notation === 'as-of' && quietButton(t.undated, () => put(t.undated)),
    counter?.count,
  );
}

/** A calendar beside a date, which may be less exact than a calendar lets it be. */
const datePicker = (
  notation: Notation,
  input: HTMLInputElement | HTMLTextAreaElement,
  put: (date: string) => void,
  title: string,
): HTMLElement => {
  const picker: HTMLInputElement = h('input', {
    type: notation === 'time' ? 'datetime-local' : 'date',
    class: 'picker',
    'aria-label': `${t.calendar}: ${title}`,
    onfocus: () => (picker.value = input.value),
    onchange: () => picker.value && put(picker.value),
  });
  return picker;
};

function checkView({ schema, model, path, id }: Spot): HTMLElement {
  const input = h('input', {
    type: 'checkbox',
    id,
    'aria-describedby': described(id),
    onchange: () => model.set(path, input.checked ? true : schema.const === true ? undefined : false),
  });
  input.checked = model.get(path) === true;
  return input;
}

const optionsOf = ({ refersTo, enum: keys = [], meanings }: FormSchema, model: Model): Choice[] =>
  refersTo
    ? (model.choices[refersTo] ?? [])
    : keys.map((key) => ({ key, name: meanings?.[key] ?? inLang(key) }));
export const optionViews = (options: Choice[]) => [
  h('option', { value: '' }, t.choose),
  ...options.map(({ key, name }) => h('option', { value: key }, name)),
];

function selectView({ schema, model, path, id }: Spot): HTMLElement {
  const options = optionsOf(schema, model);
  const value = String(model.get(path) ?? '');
  const select = h(
    'select',
    { id, 'aria-describedby': described(id), onchange: () => model.set(path, select.value) },
    optionViews(options),
    value !== '' && !options.some(({ key }) => key === value) && h('option', { value }, value),
  );
  select.value = value;
  return select;
}

const movedUp = <Item>(items: Item[], index: number): Item[] =>
  items.with(index - 1, items[index]!).with(index, items[index - 1]!);

/** Several of a list: a menu where the list is short, names to add where it is long. */
function chosenView({ schema, model, path, id }: Spot, items: FormSchema): HTMLElement {
  const options = optionsOf(items, model);
  const chosen = () => ((model.get(path) ?? []) as string[]).map(String);
  const write = (keys: string[]) => {
    model.set(path, keys);
    draw();
  };
  const count = h('span', { class: 'count', id: `${id}-count` });
  const rows = h('ol', { class: 'chosen' });
  const draw = () => {
    const keys = chosen();
    count.textContent = amountOf(keys.length, schema);
    rows.replaceChildren(
      ...keys.map((key, index) => {
        const name = options.find((option) => option.key === key)?.name ?? key;
        const up = () => {
          write(movedUp(keys, index));
          rows.children[index - 1]?.querySelector('button')?.focus();
        };
        const remove = () => {
          write(keys.filter((other) => other !== key));
          adder.focus();
        };
        return h(
          'li',
          h('span', name),
          index > 0 && quietButton('↑', up, `${t.up}: ${name}`),
          quietButton('×', remove, `${t.remove}: ${name}`),
        );
      }),
    );
    rows.hidden = keys.length === 0;
  };
  const add = (key: string) => {
    if (!chosen().includes(key)) write([...chosen(), key]);
  };
  const isShort = options.length <= shortList;
  const about = {
    id,
    'aria-label': `${isShort ? t.add : t.chooseMore}: ${schema.title ?? ''}`,
    'aria-describedby': described(id, 'count'),
  };
  const note = h('span', { class: 'quiet-text', role: 'status' });
  const proposed = h(
    'datalist',
    { id: newId() },
    !isShort && options.map(({ key, name }) => h('option', { value: name, label: key })),
  );
  const adder = isShort
    ? menuOf(options, about, chosen, add)
    : searchOf(options, { ...about, list: proposed.id }, note, add);
  draw();
  return h('div', { class: 'choosing' }, rows, h('div', { class: 'text' }, adder, proposed, count), note);
}

function menuOf(
  options: Choice[],
  about: Record<string, string>,
  chosen: () => string[],
  add: (key: string) => void,
): HTMLSelectElement {
  const select = h(
    'select',
    {
      ...about,
      onchange: () => {
        if (select.value) add(select.value);
        select.value = '';
      },
      onfocus: () => {
        const keys = chosen();
        for (const option of select.options) option.hidden = keys.includes(option.value);
      },
    },
    optionViews(options),
  );
  return select;
}

/** A field that proposes names while somebody types, and takes one of them; `note` tells of any other. */
function searchOf(
  options: Choice[],
  about: Record<string, string>,
  note: HTMLElement,
  add: (key: string) => void,
): HTMLInputElement {
  const take = () => {
    const text = input.value.trim().toLowerCase();
    const found = options.find(({ key, name }) => [key, name].some((one) => one.toLowerCase() === text));
    note.textContent = text && !found ? t.notFound : '';
    if (!found) return;
    input.value = '';
    add(found.key);
  };
  const input: HTMLInputElement = h('input', {
    ...about,
    type: 'text',
    autocomplete: 'off',
    placeholder: t.chooseMore,
    oninput: (event) =>
      (event as InputEvent).inputType !== 'insertText' &&
      options.some(({ name }) => name === input.value) &&
      take(),
    onchange: take,
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key === 'Enter') (event.preventDefault(), take());
    },
  });
  return input;
}

/** Words or sentences, one on each line. */
function linesView({ schema, model, path, id, textLang }: Spot, { maxLength }: FormSchema): HTMLElement {
  const count = h('span', { class: 'count', id: `${id}-count` });
  const read = () => ((model.get(path) ?? []) as Data[]).map(String);
  const input = h('textarea', {
    id,
    rows: Math.min(12, Math.max(3, read().length + 1)),
    lang: textLang,
    'aria-describedby': described(id, 'count'),
    oninput: () => {
      const lines = input.value.split('\n').map((line) => line.trim());
      model.set(path, lines.filter(Boolean));
      tell();
    },
  });
  const tell = () => {
    const lines = read();
    const over = maxLength === undefined ? [] : lines.filter((line) => line.length > maxLength);
    count.textContent = [
      t.countLines,
      amountOf(lines.length, schema),
      ...over.map((line) => `${line.slice(0, 20)}… ${lengthOf(line.length, maxLength!)}`),
    ].join(' ');
    count.classList.toggle('over', lines.length > (schema.maxItems ?? Infinity) || over.length > 0);
  };
  input.value = read().join('\n');
  tell();
  return h('div', { class: 'lines' }, input, count);
}

/** A value for each language, side by side. */
function languagesView(spot: Spot): HTMLElement {
  const { schema, path } = spot;
  // A language that says nothing is not there; neither is a field in which none says anything.
  const model = leavingOut(spot.model, path, (lang) => schema.required?.includes(lang) ?? false);
  return h(
    'div',
    { class: 'languages' },
    Object.entries(schema.properties!).map(([textLang, inner]) => {
      const one = { ...inside({ ...spot, model }, inner, textLang), textLang };
      const { id } = one;
      const single = isSingle(inner, model.get(one.path));
      const labelId = `${id}-label`;
      return h(
        'div',
        { class: 'language', ...(!single && { role: 'group', 'aria-labelledby': labelId }) },
        h(
          single ? 'label' : 'span',
          { for: single && id, id: labelId, class: 'language-name' },
          inLang(textLang),
        ),
        h('p', { class: 'hint', id: `${id}-hint` }, inner.hint),
        control(one),
        messagesOf(one),
      );
    }),
  );
}

/** One text for all, or one for each language. */
function eitherView(spot: Spot): HTMLElement {
  const { schema, model, path } = spot;
  const box = h('div');
  const draw = () => {
    const value = model.get(path);
    const form = chosenForm(schema, value);
    const isOne = form.type === 'string';
    const inner = control({ ...spot, schema: { ...form, title: schema.title } });
    if (isOne) inner.querySelector('input')?.setAttribute('aria-label', schema.title ?? '');
    const toOther = () => {
      const other = schema.anyOf!.find(({ type }) => type !== form.type)!;
      model.set(
        path,
        isOne ? inEach(other, value ?? '') : (isFields(value) && Object.values(value).find(Boolean)) || '',
      );
      draw();
    };
    box.replaceChildren(inner, quietButton(isOne ? t.perLanguage : t.oneForAll, toOther));
  };
  draw();
  return box;
}

/** The same value in every language of a field. */
const inEach = ({ properties = {} }: FormSchema, value: Data): Data =>
  Object.fromEntries(Object.keys(properties).map((key) => [key, value]));

/** Items with fields of their own. */
function listView(spot: Spot, items: FormSchema): HTMLElement {
  const { schema, model, path } = spot;
  const box = h('div');
  const read = () => (model.get(path) ?? []) as Data[];
  const write = (list: Data[]) => {
    model.set(path, list);
    draw();
  };
  const itemAt = (index: number) => box.querySelectorAll<HTMLElement>(':scope > .items > div')[index];
  const draw = () => {
    const all = read();
    const rows = all.map((_, index) => {
      const number = `${schema.title ?? ''} ${index + 1}`;
      const item = inside(spot, { ...items, title: number }, index);
      const up = () => {
        write(movedUp(all, index));
        itemAt(index - 1)
          ?.querySelector<HTMLElement>('input,textarea,select')
          ?.focus();
      };
      return h(
        'div',
        { role: 'group', 'aria-label': number },
        control(item),
        messagesOf(item),
        h(
          'p',
          { class: 'ways-back' },
          index > 0 && quietButton(`${t.up} ↑`, up, `${t.up}: ${number}`),
          quietButton(t.remove, () => write(all.toSpliced(index, 1)), `${t.remove}: ${number}`),
        ),
      );
    });
    const add = () => {
      write([...read(), emptyOf(items)]);
      startIn(itemAt(read().length - 1));
    };
    box.replaceChildren(h('div', { class: 'items' }, rows), button(`${t.add}: ${schema.title ?? ''}`, add));
  };
  draw();
  return box;
}

/** A mapping whose names are free, for example the terms of a vocabulary. */
function namesView(spot: Spot, schema: FormSchema): HTMLElement {
  const { model, path } = spot;
  const box = h('div');
  const set = (key: string, value: Data | undefined) => {
    model.set([...path, key], value);
    draw();
  };
  const draw = () => {
    const names = Object.keys((model.get(path) ?? {}) as object);
    const name = h('input', { type: 'text' });
    const add = () => {
      const key = name.value.trim();
      if (key && !names.includes(key)) set(key, emptyOf(schema));
    };
    box.replaceChildren(
      ...names.map((key) => {
        const one = inside(spot, schema, key);
        const value = model.get(one.path);
        const called = isFields(value) && isFields(value['name']) && value['name'][lang];
        const title = typeof called === 'string' ? called : key;
        return h(
          'div',
          schema.properties
            ? details(title, { class: 'term' }, control(one))
            : h('div', { class: 'field' }, h('label', { for: one.id }, key), control(one)),
          messagesOf(one),
          h(
            'p',
            { class: 'ways-back' },
            quietButton(`${t.remove}: ${title}`, () => set(key, undefined)),
          ),
        );
      }),
      labelled(t.newKey, name, h('div', { class: 'text' }, name, button(t.add, add))),
    );
  };
  draw();
  return box;
}
