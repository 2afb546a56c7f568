import { isDeepStrictEqual } from 'node:util';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** What a YAML file says. A field that is undefined is not written. */
export type Data = null | string | number | boolean | Data[] | { [name: string]: Data | undefined };
type Fields = { [name: string]: Data };

/** Replaces a span of the text. */
type Edit = { from: number; to: number; text: string };

/** Lists of words as short as this stand on one line. */
const longestOnOneLine = 90;
const step = '  ';

/**
 * The text of a YAML file that says `wanted`, with as few characters changed as that takes: comments, order,
 * quotes and lines of what stays the same are untouched. New fields stand after those that come before them in
 * `wanted`.
 * @throws an error when the text cannot be read, or what is written would not read as `wanted`
 */
export function withData(source: string, wanted: Data): string {
  const document = parseDocument(source, { schema: 'core', uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0) throw document.errors[0]!;
  const goal = withoutUndefined(wanted) ?? {};
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  const { contents } = document;
  const isEmpty = !contents || (isScalar(contents) && contents.value === null && contents.source === '');
  if (isEmpty && Object.keys(goal as object).length === 0) return source;
  if (isEmpty) {
    const start = source === '' || source.endsWith('\n') ? '' : lineEnd;
    edits.push({ from: source.length, to: source.length, text: start + lines(goal).join(lineEnd) + lineEnd });
  } else if (!change(contents, goal, { source, lineEnd, edits, isFlow: false })) {
    const [from] = contents.range!;
    edits.push({ from, to: endOf(contents, source), text: lines(goal).join(lineEnd) });
  }
  // From the last to the first, so that places stay true and several additions at one place keep their order.
  const text = edits
    .reverse()
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, text }) => result.slice(0, from) + text + result.slice(to), source);
  if (edits.length > 0 && !isDeepStrictEqual(load(text, { schema: CORE_SCHEMA }) ?? {}, goal))
    throw new Error('What was written does not read as what was meant.');
  return text;
}

type Work = { source: string; lineEnd: string; edits: Edit[]; isFlow: boolean };
type Ranged = { range?: [number, number, number] | null };

/**
 * Changes a node in place.
 * @returns false when it has to be written anew as a whole
 */
function change(node: unknown, goal: Data, work: Work): boolean {
  if (isDeepStrictEqual(dataOf(node), goal)) return true;
  if (isMap(node) && isFields(goal) && node.items.length > 0 && Object.keys(goal).length > 0)
    return changeMap(node as YAMLMap<{ value: string } & Ranged>, goal, work);
  if (isSeq(node) && Array.isArray(goal) && node.items.length > 0 && goal.length > 0)
    return changeList(node, goal, work);
  return false;
}

function changeMap(map: YAMLMap<{ value: string } & Ranged>, goal: Fields, work: Work): boolean {
  const { source, lineEnd, edits } = work;
  const isFlow = work.isFlow || map.flow === true;
  const nameOf = ({ key }: Pair<{ value: string } & Ranged>) => String(key.value);
  const kept = map.items.filter((pair) => Object.hasOwn(goal, nameOf(pair)));
  if (kept.length === 0) return false;
  const names = new Set(map.items.map(nameOf));
  const added = Object.keys(goal).filter((name) => !names.has(name));
  if (isFlow && (added.length > 0 || kept.length < map.items.length)) {
    const byName = new Map(kept.map((pair) => [nameOf(pair), pair]));
    const order = inPlace(kept.map(nameOf), Object.keys(goal));
    const parts = order.map((name) => {
      const pair = byName.get(name);
      return pair && isDeepStrictEqual(dataOf(pair.value), goal[name])
        ? source.slice(pair.key.range![0], endOf(pair.value ?? pair.key, source))
        : `${inline(name, true)}: ${inline(goal[name]!, true)}`;
    });
    edits.push({ from: map.range![0], to: map.range![1], text: `{ ${parts.join(', ')} }` });
    return true;
  }
  const column = columnOf(map.items[0]!.key.range![0], source);
  const indent = ' '.repeat(column);
  for (const pair of kept) {
    const value = goal[nameOf(pair)]!;
    if (change(pair.value, value, { ...work, isFlow })) continue;
    const colon = source.indexOf(':', pair.key.range![1]) + 1;
    const to = Math.max(colon, endOf(pair.value, source));
    const old = isScalar(pair.value) ? pair.value.type : undefined;
    const text =
      !isFlow && standsInLines(value)
        ? lines(value)
            .map((line) => lineEnd + indent + step + line)
            .join('')
        : ` ${inline(value, isFlow, old)}`;
    edits.push({ from: colon, to, text });
  }
  if (isFlow) return true;
  for (const [index, pair] of map.items.entries()) {
    if (kept.includes(pair)) continue;
    const start = pair.key.range![0];
    const before = lineStart(start, source);
    if (source.slice(before, start).trim() === '') {
      const end = lineStop(endOf(pair.value ?? pair.key, source), source);
      edits.push({ from: before, to: afterLine(end, source), text: '' });
    } else if (index === 0) {
      // The first field behind the dash of a list: the next that stays takes its place.
      const next = map.items.find((other) => kept.includes(other))!;
      edits.push({ from: start, to: next.key.range![0], text: '' });
      map.items.splice(1, map.items.indexOf(next) - 1);
    }
  }
  const places = new Map<Pair | undefined, string[]>();
  let anchor: Pair<{ value: string } & Ranged> | undefined;
  for (const name of Object.keys(goal)) {
    const present = kept.find((pair) => nameOf(pair) === name);
    if (present) anchor = present;
    else places.set(anchor, [...(places.get(anchor) ?? []), ...lines({ [name]: goal[name]! })]);
  }
  for (const [after, newLines] of places) {
    const pair = after as typeof anchor;
    if (pair) {
      const at = lineStop(Math.max(pair.key.range![1], endOf(pair.value, source)), source);
      edits.push({ from: at, to: at, text: newLines.map((line) => lineEnd + indent + line).join('') });
    } else {
      const at = kept[0]!.key.range![0];
      edits.push({ from: at, to: at, text: newLines.map((line) => line + lineEnd + indent).join('') });
    }
  }
  return true;
}

function changeList(list: YAMLSeq, goal: Data[], work: Work): boolean {
  const { source, lineEnd, edits } = work;
  const isFlow = work.isFlow || list.flow === true;
  const old = list.items.map((item) => dataOf(item));
  const written = (value: Data): string | undefined => {
    const index = old.findIndex((other) => isDeepStrictEqual(other, value));
    const item = list.items[index];
    return index < 0 ? undefined : source.slice((item as Ranged).range![0], endOf(item, source));
  };
  const steps = alignment(old, goal);
  if (isFlow) {
    const open = list.items.length === goal.length && steps.every(({ from, to }) => from === to);
    if (open && goal.every((value, index) => change(list.items[index], value, { ...work, isFlow })))
      return true;
    const parts = goal.map((value) => written(value) ?? inline(value, true));
    const between = source.slice(...((list as Ranged).range!.slice(0, 2) as [number, number]));
    const isLong = between.includes('\n');
    const indent = ' '.repeat(columnOf((list.items[0] as Ranged).range![0], source));
    const text = isLong
      ? `[${lineEnd}${indent}${parts.join(`,${lineEnd}${indent}`)},${lineEnd}${indent.slice(2)}]`
      : `[${parts.join(', ')}]`;
    edits.push({ from: list.range![0], to: list.range![1], text });
    return true;
  }
  const indent = ' '.repeat(columnOf(list.range![0], source));
  const asItem = (value: Data): string => {
    const same = written(value);
    if (same !== undefined) return `${indent}- ${same}`;
    const [first, ...rest] = isFields(value) || standsInLines(value) ? lines(value) : [inline(value)];
    return [`${indent}- ${first}`, ...rest.map((line) => indent + step + line)].join(lineEnd);
  };
  const dashOf = (index: number) => {
    const at = lineStart(source.lastIndexOf('-', (list.items[index] as Ranged).range![0] - 1), source);
    return index === 0 ? list.range![0] - columnOf(list.range![0], source) : at;
  };
  let last = -1;
  for (const { from, to } of steps) {
    if (from !== undefined && to !== undefined) {
      const item = list.items[from];
      if (!change(item, goal[to]!, work)) {
        const text = asItem(goal[to]!).slice(indent.length + 2);
        const start = (item as Ranged).range![0];
        const style = isScalar(item) ? item.type : undefined;
        const value = goal[to]!;
        const keepsStyle = typeof value === 'string' && style?.startsWith('QUOTE');
        edits.push({
          from: start,
          to: endOf(item, source),
          text: keepsStyle ? inline(value, false, style) : text,
        });
      }
    } else if (from !== undefined) {
      const end = lineStop(endOf(list.items[from], source), source);
      edits.push({ from: dashOf(from), to: afterLine(end, source), text: '' });
    } else if (last < 0) {
      edits.push({ from: dashOf(0), to: dashOf(0), text: asItem(goal[to!]!) + lineEnd });
    } else {
      const at = lineStop(endOf(list.items[last], source), source);
      edits.push({ from: at, to: at, text: lineEnd + asItem(goal[to!]!) });
    }
    if (from !== undefined) last = from;
  }
  return true;
}

type Step = { from?: number; to?: number };

/** How one list becomes another: items that stay or change in place, those that go, and those that come. */
function alignment(old: Data[], goal: Data[]): Step[] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(goal.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = goal.length - 1; j >= 0; j -= 1)
      table[i]![j] = isDeepStrictEqual(old[i], goal[j])
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const isIn = (value: Data, list: Data[]) => list.some((other) => isDeepStrictEqual(other, value));
  const steps: Step[] = [];
  let gone: number[] = [];
  let come: number[] = [];
  const flush = () => {
    // What only moved is taken out and put in again; the rest changes in place, pair by pair.
    const changed = gone.filter((index) => !isIn(old[index]!, goal));
    const into = come.filter((index) => !isIn(goal[index]!, old));
    const pairs = new Map(changed.map((from, index) => [from, into[index]] as const));
    const taken = new Set(pairs.values());
    const rest = come.filter((index) => !taken.has(index));
    for (const from of gone) {
      const to = pairs.get(from);
      while (to !== undefined && rest.length > 0 && rest[0]! < to) steps.push({ to: rest.shift()! });
      steps.push(to === undefined ? { from } : { from, to });
    }
    steps.push(...rest.map((to) => ({ to })));
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < goal.length) {
    if (i < old.length && j < goal.length && isDeepStrictEqual(old[i], goal[j])) {
      flush();
      steps.push({ from: i++, to: j++ });
    } else if (j >= goal.length || (i < old.length && table[i + 1]![j]! >= table[i]![j + 1]!)) gone.push(i++);
    else come.push(j++);
  }
  flush();
  return steps;
}

/** The names that stay in their order, with the new ones after those that come before them in `goal`. */
function inPlace(kept: string[], goal: string[]): string[] {
  const order = [...kept];
  let last = -1;
  for (const name of goal) {
    const index = order.indexOf(name);
    if (index >= 0) last = index;
    else order.splice(++last, 0, name);
  }
  return order;
}

/** What a node says; a place where nothing is written says null. */
const dataOf = (node: unknown): Data =>
  isCollection(node) ? (node.toJSON() as Data) : isScalar(node) ? (node.value as Data) : null;

const isFields = (value: Data): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function withoutUndefined(value: Data | undefined): Data {
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item));
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[name, withoutUndefined(item)]],
    ),
  );
}

/** The offset behind the last character of what a node says, before comments and empty lines. */
function endOf(node: unknown, source: string): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const { key, value } = node.items.at(-1)!;
    const colon = source.indexOf(':', (key as Ranged).range![1]) + 1;
    return Math.max(colon, endOf(value, source));
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1), source);
  let end = (node as Ranged | null)?.range?.[1] ?? 0;
  // The range of a text in several lines ends behind its last line.
  while (end > 0 && /[\r\n]/.test(source[end - 1]!)) end -= 1;
  return end;
}

const lineStart = (offset: number, source: string): number => source.lastIndexOf('\n', offset - 1) + 1;
const columnOf = (offset: number, source: string): number => offset - lineStart(offset, source);
function lineStop(offset: number, source: string): number {
  const end = source.indexOf('\n', offset);
  if (end < 0) return source.length;
  return source[end - 1] === '\r' && end > offset ? end - 1 : end;
}
const afterLine = (stop: number, source: string): number =>
  stop + (/^\r?\n/.exec(source.slice(stop, stop + 2))?.[0].length ?? 0);

/** Whether a value is written in lines of its own below its name. */
const standsInLines = (value: Data): boolean =>
  Array.isArray(value)
    ? value.length > 0 &&
      (value.some((item) => typeof item === 'object' && item !== null) ||
        value.some((item) => /\s/.test(String(item))) ||
        value.join(', ').length > longestOnOneLine)
    : isFields(value) && Object.keys(value).length > 0;

/** A mapping or list in lines without indentation. */
function lines(value: Data): string[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item) => {
      const [first, ...rest] = standsInLines(item) ? lines(item) : [inline(item)];
      return [`- ${first}`, ...rest.map((line) => step + line)];
    });
  if (!isFields(value) || Object.keys(value).length === 0) return [inline(value)];
  return Object.entries(value).flatMap(([name, item]) =>
    standsInLines(item)
      ? [`${inline(name)}:`, ...lines(item).map((line) => step + line)]
      : [`${inline(name)}: ${inline(item)}`],
  );
}

/** Words that YAML 1.1 reads as yes or no. */
const yesOrNo = /^(?:y|yes|n|no|on|off)$/i;

/** A value on one line, in the quotes of the one before where it had some. */
function inline(value: Data, isFlow = false, style?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, true)).join(', ')}]`;
  if (isFields(value)) {
    const fields = Object.entries(value).map(
      ([name, item]) => `${inline(name, true)}: ${inline(item, true)}`,
    );
    return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
  }
  if (typeof value !== 'string') return String(value);
  if (style === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const quoted = /[\p{Cc}]/u.test(value)
    ? stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd()
    : `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (style === 'QUOTE_DOUBLE') return quoted;
  const written = isFlow
    ? stringify([value], { lineWidth: 0, collectionStyle: 'flow', blockQuote: false })
        .trim()
        .slice(1, -1)
        .trim()
    : stringify({ k: value }, { lineWidth: 0, blockQuote: false }).trimEnd().slice(3);
  const isPlain = written === value && !yesOrNo.test(value);
  return isPlain && readsAs(value) ? value : quoted;
}

function readsAs(value: string): boolean {
  try {
    return (load(`k: ${value}`, { schema: CORE_SCHEMA }) as { k: unknown }).k === value;
  } catch {
    return false;
  }
}
