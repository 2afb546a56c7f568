import { helsinkiDay } from '../../../i18n/helsinki-time.ts';
import { buildTime } from '../../../model/clock.ts';
import { inFileNotation, type Notation, undated } from '../../../schema/notation.ts';
import { editorLanguages } from '../../../schema/sentences.ts';
import type { Choice, FormSchema } from '../form.ts';
import type { Data } from '../write-yaml.ts';
import { lang, t } from './api.ts';
import { button, copyOf, h, isSame, newId } from './dom.ts';

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

/** A field of a form: what it is, where its value stands, its id in the page, and who hears of changes. */
export type Spot = {
  schema: FormSchema;
  model: Model;
  path: Path;
  id: string;
  changed: () => void;
  /** The language of what is written. */
  textLang?: string;
};

/** Texts longer than this get several lines. */
const longLine = 90;
/** Lists up to this length are shown as a whole. */
export const shortList = 8;

export const nameOf = ({ key, name }: Choice): string =>
  (lang !== 'en' && name[lang]) || Object.values(name).filter(Boolean).join(' · ') || key;

/** Where messages about a field are shown. */
export const messagesAt = (file: string, path: Path): string => `${file}|${path.join('|')}`;
const messagePlace = (model: Model, path: Path, id: string): HTMLElement =>
  h('ul', { class: 'messages', id: `${id}-messages`, 'data-messages': messagesAt(model.file, path) });

export const isLocalized = ({ properties }: FormSchema): boolean =>
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

/** The fields of a mapping: those that are there or required, and buttons for the others. */
export function fieldsView({
  schema: given,
  model: whole,
  path,
}: Pick<Spot, 'schema' | 'model' | 'path'>): HTMLElement {
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
  const requiredNow = () => variantOf(given, whole.get(path)).required ?? [];
  // What may be left out is left out when nothing is chosen.
  const model: Model = {
    ...whole,
    set: (at, value) => {
      const isLeftOut =
        at.length === path.length + 1 && value === '' && !requiredNow().includes(String(at.at(-1)));
      whole.set(at, isLeftOut ? undefined : value);
    },
  };
  const draw = () => {
    const schema = variantOf(given, model.get(path));
    const { properties = {}, required = [] } = schema;
    // A part with one more field shows it: a button for it would only hide it.
    const isSmall = path.length > 0 && Object.keys(properties).length - required.length === 1;
    const isShown = (name: string) =>
      isSmall || required.includes(name) || offered.has(name) || model.get([...path, name]) !== undefined;
    const shown = Object.entries(properties).filter(([name]) => isShown(name));
    const hidden = Object.entries(properties).filter(([name]) => !isShown(name));
    box.replaceChildren(
      ...shown.map(([name, field]) =>
        fieldView(
          { schema: field, model, path: [...path, name] },
          {
            isRequired: required.includes(name),
            onremove: isSmall || required.includes(name) ? undefined : () => (offered.delete(name), draw()),
            ...(name === tells && { onchange: () => (toVariant(given, model, path), draw()) }),
          },
        ),
      ),
      ...(hidden.length > 0
        ? [
            h(
              'details',
              { class: 'add-fields' },
              h('summary', {}, `${t.addField}…${path.length > 0 && given.title ? ` (${given.title})` : ''}`),
              h(
                'ul',
                {},
                ...hidden.map(([name, field]) =>
                  h(
                    'li',
                    {},
                    button(
                      field.title ?? name,
                      () => {
                        whole.set([...path, name], emptyOf(field));
                        draw();
                        startIn(box.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`));
                      },
                      { 'data-add': name },
                    ),
                    h('span', { class: 'hint' }, field.hint ?? ''),
                  ),
                ),
              ),
            ),
          ]
        : []),
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
    if (typeof value === 'string' && isLocalized(field))
      model.set(
        [...path, name],
        Object.fromEntries(Object.keys(field.properties!).map((key) => [key, value])),
      );
    else if (field.type === 'string' && typeof value === 'object' && value !== null && !Array.isArray(value))
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
export function fieldView(
  { schema, model, path }: Pick<Spot, 'schema' | 'model' | 'path'>,
  { isRequired, onremove, onchange, seen }: FieldOptions,
): HTMLElement {
  const name = String(path.at(-1));
  const title = schema.title ?? name;
  const id = newId();
  const single = isSingle(schema, model.get(path));
  const content = h('div', { class: 'control' });
  const restore = button(
    t.restore,
    () => {
      model.set(path, copyOf(model.base(path)));
      draw();
      onchange?.();
      if (model.get(path) === undefined) onremove?.();
    },
    { class: 'quiet', 'aria-label': t.restoreLong(title) },
  );
  const tell = () => (restore.hidden = model.isNew || isSame(model.get(path) ?? '', model.base(path) ?? ''));
  const draw = () => {
    content.replaceChildren(control({ schema, model, path, id, changed: () => (tell(), onchange?.()) }));
    tell();
  };
  draw();
  const label = [
    ...(seen ? [h('span', { class: 'unseen' }, title.replace(seen, '')), seen] : [title]),
    ...(isRequired ? [] : [h('span', { class: 'quiet-text optional' }, t.optional)]),
  ];
  return h(
    single ? 'div' : 'fieldset',
    { class: 'field', 'data-field': name },
    single ? h('label', { for: id }, ...label) : h('legend', {}, ...label),
    h('p', { class: 'hint', id: `${id}-hint` }, schema.hint ?? ''),
    content,
    messagePlace(model, path, id),
    h(
      'p',
      { class: 'ways-back' },
      restore,
      onremove &&
        button(
          `${t.remove}: ${title}`,
          () => {
            model.set(path, undefined);
            onremove();
          },
          { class: 'quiet' },
        ),
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

function control(spot: Spot): HTMLElement {
  const { schema, model, changed } = spot;
  const nullable = isNullable(schema);
  if (nullable) return control({ ...spot, schema: nullable, model: withNull(model) });
  if (schema.anyOf) return eitherView(spot);
  if (isLocalized(schema)) return languagesView(spot);
  if (schema.properties || schema.oneOf) return fieldsView({ ...spot, model: observed(model, changed) });
  if (typeof schema.additionalProperties === 'object')
    return namesView({ ...spot, schema: schema.additionalProperties });
  if (schema.type === 'array') {
    const items = schema.items ?? {};
    if (items.enum || items.refersTo) return chosenView(spot);
    return items.type === 'string' ? linesView(spot) : listView(spot);
  }
  if (schema.type === 'boolean') return checkView(spot);
  return schema.enum || schema.refersTo ? selectView(spot) : textView(spot);
}

/** A model whose changes are also told to a field above. */
const observed = (model: Model, changed: () => void): Model => ({
  ...model,
  set: (path, value) => {
    model.set(path, value);
    changed();
  },
});
/** A model in which null says that there is nothing. */
const withNull = (model: Model): Model => ({
  ...model,
  get: (path) => model.get(path) ?? undefined,
  set: (path, value) => model.set(path, value === '' || value === undefined ? null : value),
});

function textView({ schema, model, path, id, changed, textLang }: Spot): HTMLElement {
  const { maxLength, notation, type } = schema;
  const isDate = notation !== undefined && notation !== 'phone';
  // One word of files is not known outside them.
  const shown = (value: string) => (notation === 'as-of' && value === undated ? t.undated : value);
  const held = (text: string) =>
    notation === 'as-of' && text.trim() === t.undated ? undated : inFileNotation(notation!, text);
  const isNumber = type === 'integer' || type === 'number';
  const count = maxLength ? h('span', { class: 'count', id: `${id}-count` }) : undefined;
  const attributes = {
    id,
    ...(textLang && { lang: textLang }),
    spellcheck: notation || isNumber ? 'false' : 'true',
    'aria-describedby': described(id, ...(count ? ['count'] : [])),
    oninput: () => write(),
    ...(notation && {
      onchange: () => {
        input.value = shown(held(input.value));
      },
    }),
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
          ...(isNumber && { inputmode: 'decimal' }),
          ...(isDate && { placeholder: notation === 'time' ? '27.11.2026 9.00' : '27.11.2026' }),
        });
  input.value = shown(String(model.get(path) ?? ''));
  const tell = () => {
    if (!count) return;
    const length = input.value.trim().length;
    count.textContent = t.count(length, maxLength!);
    count.classList.toggle('over', length > maxLength!);
  };
  const write = () => {
    const line = input.value.replace(/[\r\n]+/g, ' ');
    const text = notation ? held(line) : isNumber ? line.trim().replace(',', '.') : line;
    const asNumber = isNumber ? /^-?\d+(?:\.\d+)?$/.test(text) : isDate && /^\d{4}$/.test(text);
    model.set(path, asNumber ? Number(text) : text);
    tell();
    changed();
  };
  tell();
  const put = (name: string, value: string) =>
    button(
      name,
      () => {
        input.value = value;
        write();
      },
      { class: 'quiet' },
    );
  return h(
    'div',
    { class: 'text' },
    input,
    isDate && datePicker(notation, input, write, schema.title ?? ''),
    isDate && put(t.today, helsinkiDay(buildTime({}))),
    notation === 'as-of' && put(t.undated, t.undated),
    count,
  );
}

/** A calendar beside a date, which may be less exact than a calendar lets it be. */
const datePicker = (
  notation: Notation,
  input: HTMLInputElement | HTMLTextAreaElement,
  write: () => void,
  title: string,
): HTMLElement => {
  const picker = h('input', {
    type: notation === 'time' ? 'datetime-local' : 'date',
    class: 'picker',
    'aria-label': `${t.calendar}: ${title}`,
    onfocus: () => (picker.value = input.value),
    onchange: () => {
      if (!picker.value) return;
      input.value = picker.value;
      write();
    },
  });
  return picker;
};

function checkView({ schema, model, path, id, changed }: Spot): HTMLElement {
  const input = h('input', {
    type: 'checkbox',
    id,
    'aria-describedby': described(id),
    onchange: () => {
      model.set(path, input.checked ? true : schema.const === true ? undefined : false);
      changed();
    },
  });
  input.checked = model.get(path) === true;
  return input;
}

function optionsOf(schema: FormSchema, model: Model): { key: string; name: string }[] {
  if (schema.refersTo)
    return (model.choices[schema.refersTo] ?? []).map((choice) => ({
      key: choice.key,
      name: nameOf(choice),
    }));
  return (schema.enum ?? []).map((key) => ({
    key,
    name: schema.meanings?.[key] ?? (t.inLang as Record<string, string>)[key] ?? key,
  }));
}

function selectView({ schema, model, path, id, changed }: Spot): HTMLElement {
  const options = optionsOf(schema, model);
  const value = String(model.get(path) ?? '');
  const select = h(
    'select',
    {
      id,
      'aria-describedby': described(id),
      onchange: () => {
        model.set(path, select.value);
        changed();
      },
    },
    h('option', { value: '' }, t.choose),
    ...options.map(({ key, name }) => h('option', { value: key }, name)),
    ...(value && !options.some(({ key }) => key === value) ? [h('option', { value }, value)] : []),
  );
  select.value = value;
  return select;
}

/** Several of a list: boxes to check where the list is short, names to add where it is long. */
function chosenView({ schema, model, path, id, changed }: Spot): HTMLElement {
  const items = schema.items!;
  const options = optionsOf(items, model);
  const chosen = () => ((model.get(path) ?? []) as string[]).map(String);
  const write = (keys: string[]) => {
    model.set(path, keys);
    changed();
    draw();
  };
  const nameFor = (key: string) => options.find((option) => option.key === key)?.name ?? key;
  const count = h('span', { class: 'count', id: `${id}-count` });
  const list = h('ol', { class: 'chosen' });
  const draw = () => {
    const keys = chosen();
    count.textContent = t.items(keys.length, schema.minItems ?? 0, schema.maxItems ?? Infinity);
    list.replaceChildren(
      ...keys.map((key, index) =>
        h(
          'li',
          {},
          h('span', {}, nameFor(key)),
          index > 0 &&
            button(
              '↑',
              () => {
                write(keys.with(index - 1, key).with(index, keys[index - 1]!));
                list.children[index - 1]?.querySelector('button')?.focus();
              },
              { class: 'quiet', 'aria-label': `${t.up}: ${nameFor(key)}` },
            ),
          button(
            '×',
            () => {
              write(keys.filter((other) => other !== key));
              adder.focus();
            },
            { class: 'quiet', 'aria-label': `${t.remove}: ${nameFor(key)}` },
          ),
        ),
      ),
    );
    list.hidden = keys.length === 0;
  };
  const note = h('span', { class: 'quiet-text', role: 'status' });
  let adder: HTMLInputElement | HTMLSelectElement;
  if (options.length <= shortList) {
    const select = h(
      'select',
      {
        id,
        'aria-label': `${t.add}: ${schema.title ?? ''}`,
        'aria-describedby': described(id, 'count'),
        onchange: () => {
          if (select.value) write([...chosen(), select.value]);
          select.value = '';
        },
        onfocus: () => {
          const keys = chosen();
          for (const option of select.options) option.hidden = keys.includes(option.value);
        },
      },
      h('option', { value: '' }, t.choose),
      ...options.map(({ key, name }) => h('option', { value: key }, name)),
    );
    adder = select;
  } else {
    const data = h(
      'datalist',
      { id: `${id}-list` },
      ...options.map(({ key, name }) => h('option', { value: name, label: key })),
    );
    const take = () => {
      const text = input.value.trim();
      const found = options.find(({ key, name }) =>
        [key, name].some((one) => one.toLowerCase() === text.toLowerCase()),
      );
      note.textContent = text && !found ? t.notFound : '';
      if (!found) return;
      input.value = '';
      if (!chosen().includes(found.key)) write([...chosen(), found.key]);
    };
    const input: HTMLElement & HTMLInputElement = h('input', {
      id,
      type: 'text',
      list: `${id}-list`,
      autocomplete: 'off',
      placeholder: t.chooseMore,
      'aria-label': `${t.chooseMore}: ${schema.title ?? ''}`,
      'aria-describedby': described(id, 'count'),
      oninput: (event) =>
        (event as InputEvent).inputType !== 'insertText' &&
        options.some(({ name }) => name === input.value) &&
        take(),
      onchange: () => take(),
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key === 'Enter') (event.preventDefault(), take());
      },
    });
    adder = input;
    note.append(data);
    draw();
    return h('div', { class: 'choosing' }, list, h('div', { class: 'text' }, input, data, count), note);
  }
  draw();
  return h('div', { class: 'choosing' }, list, h('div', { class: 'text' }, adder, count), note);
}

/** Words or sentences, one on each line. */
function linesView({ schema, model, path, id, changed, textLang }: Spot): HTMLElement {
  const most = schema.items?.maxLength;
  const count = h('span', { class: 'count', id: `${id}-count` });
  const read = () => ((model.get(path) ?? []) as Data[]).map(String);
  const input = h('textarea', {
    id,
    rows: Math.min(12, Math.max(3, read().length + 1)),
    ...(textLang && { lang: textLang }),
    'aria-describedby': described(id, 'count'),
    oninput: () => {
      model.set(
        path,
        input.value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
      tell();
      changed();
    },
  });
  const tell = () => {
    const lines = read();
    const over = most ? lines.filter((line) => line.length > most) : [];
    count.textContent = [
      t.countLines,
      t.items(lines.length, schema.minItems ?? 0, schema.maxItems ?? Infinity),
      ...over.map((line) => `${line.slice(0, 20)}… ${t.count(line.length, most!)}`),
    ].join(' ');
    const isWrong = lines.length > (schema.maxItems ?? Infinity) || over.length > 0;
    count.classList.toggle('over', isWrong);
  };
  input.value = read().join('\n');
  tell();
  return h('div', { class: 'lines' }, input, count);
}

/** A value for each language, side by side. */
export function languagesView({
  schema,
  model,
  path,
  changed,
}: Pick<Spot, 'schema' | 'model' | 'path' | 'changed'>): HTMLElement {
  const written = observed(
    {
      ...model,
      // A language that says nothing is not there; neither is a field in which none says anything.
      set: (at, value) => {
        const required = schema.required?.includes(String(at[path.length]));
        model.set(at, at.length === path.length + 1 && value === '' && !required ? undefined : value);
      },
    },
    changed,
  );
  return h(
    'div',
    { class: 'languages' },
    ...Object.entries(schema.properties!).map(([key, inner]) => {
      const id = newId();
      const at = [...path, key];
      const label = (t.inLang as Record<string, string>)[key] ?? key;
      const simple =
        inner.type === 'string'
          ? textView
          : inner.type === 'array' && inner.items?.type === 'string'
            ? linesView
            : undefined;
      return h(
        'div',
        { class: 'language', ...(simple ? {} : { role: 'group', 'aria-labelledby': `${id}-label` }) },
        h(
          simple ? 'label' : 'span',
          { ...(simple ? { for: id } : {}), id: `${id}-label`, class: 'language-name' },
          label,
        ),
        h('p', { class: 'hint', id: `${id}-hint` }, inner.hint ?? ''),
        (simple ?? control)({
          schema: inner,
          model: written,
          path: at,
          id,
          changed: simple ? () => {} : changed,
          textLang: key,
        }),
        messagePlace(model, at, id),
      );
    }),
  );
}

/** One text for all, or one for each language. */
function eitherView(spot: Spot): HTMLElement {
  const { schema, model, path, changed } = spot;
  const box = h('div', {});
  const draw = () => {
    const value = model.get(path);
    const form = chosenForm(schema, value);
    const isOne = form.type === 'string';
    const inner = h('div', {}, control({ ...spot, schema: { ...form, title: schema.title } }));
    if (isOne) inner.querySelector('input')?.setAttribute('aria-label', schema.title ?? '');
    box.replaceChildren(
      inner,
      button(
        isOne ? t.perLanguage : t.oneForAll,
        () => {
          const other = schema.anyOf!.find(({ type }) => type !== form.type)!;
          const texts = typeof value === 'object' && value !== null ? Object.values(value) : [];
          model.set(
            path,
            isOne
              ? Object.fromEntries(
                  Object.keys(other.properties ?? {}).map((key) => [key, model.get(path) ?? '']),
                )
              : (texts.find(Boolean) ?? ''),
          );
          changed();
          draw();
        },
        { class: 'quiet' },
      ),
    );
  };
  draw();
  return box;
}

/** Items with fields of their own. */
function listView({ schema, model, path, changed }: Spot): HTMLElement {
  const items = schema.items ?? {};
  const box = h('div', {});
  const read = () => (model.get(path) ?? []) as Data[];
  const write = (list: Data[]) => {
    model.set(path, list);
    changed();
    draw();
  };
  const itemAt = (index: number) => box.querySelectorAll<HTMLElement>(':scope > .items > div')[index];
  const draw = () => {
    const list = read();
    box.replaceChildren(
      h(
        'div',
        { class: 'items' },
        ...list.map((_, index) => {
          const at = [...path, index];
          const id = newId();
          const number = `${schema.title ?? ''} ${index + 1}`;
          return h(
            'div',
            { role: 'group', 'aria-label': number },
            control({
              schema: { ...items, title: number },
              model: observed(model, changed),
              path: at,
              id,
              changed,
            }),
            messagePlace(model, at, id),
            h(
              'p',
              { class: 'ways-back' },
              index > 0 &&
                button(
                  `${t.up} ↑`,
                  () => {
                    write(list.with(index - 1, list[index]!).with(index, list[index - 1]!));
                    itemAt(index - 1)
                      ?.querySelector<HTMLElement>('input,textarea,select')
                      ?.focus();
                  },
                  {
                    class: 'quiet',
                    'aria-label': `${t.up}: ${number}`,
                  },
                ),
              button(t.remove, () => write(list.toSpliced(index, 1)), {
                class: 'quiet',
                'aria-label': `${t.remove}: ${number}`,
              }),
            ),
          );
        }),
      ),
      button(`${t.add}: ${schema.title ?? ''}`, () => {
        write([...read(), emptyOf(items)]);
        startIn(itemAt(read().length - 1));
      }),
    );
  };
  draw();
  return box;
}

/** A mapping whose names are free, for example the terms of a vocabulary. */
export function namesView({
  schema,
  model,
  path,
  changed,
}: Pick<Spot, 'schema' | 'model' | 'path' | 'changed'>): HTMLElement {
  const box = h('div', {});
  const draw = () => {
    const names = Object.keys((model.get(path) ?? {}) as object);
    const id = newId();
    const name = h('input', { type: 'text', id });
    const about = (key: string) => {
      const value = model.get([...path, key]);
      const inner = value && typeof value === 'object' && !Array.isArray(value) ? value['name'] : undefined;
      const title = inner && typeof inner === 'object' && !Array.isArray(inner) ? inner[lang] : undefined;
      return typeof title === 'string' ? title : undefined;
    };
    box.replaceChildren(
      ...names.map((key) => {
        const inner = newId();
        const fields = schema.properties
          ? h(
              'details',
              { class: 'term' },
              h('summary', {}, about(key) ?? key),
              fieldsView({ schema, model: observed(model, changed), path: [...path, key] }),
            )
          : h(
              'div',
              { class: 'field' },
              h('label', { for: inner }, key),
              control({ schema, model: observed(model, changed), path: [...path, key], id: inner, changed }),
            );
        return h(
          'div',
          {},
          fields,
          messagePlace(model, [...path, key], inner),
          h(
            'p',
            { class: 'ways-back' },
            button(
              `${t.remove}: ${about(key) ?? key}`,
              () => {
                model.set([...path, key], undefined);
                changed();
                draw();
              },
              { class: 'quiet' },
            ),
          ),
        );
      }),
      h(
        'div',
        { class: 'field' },
        h('label', { for: id }, t.newKey),
        h(
          'div',
          { class: 'text' },
          name,
          button(t.add, () => {
            const key = name.value.trim();
            if (!key || names.includes(key)) return;
            model.set([...path, key], emptyOf(schema));
            changed();
            draw();
          }),
        ),
      ),
    );
  };
  draw();
  return box;
}
