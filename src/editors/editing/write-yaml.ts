import { isDeepStrictEqual } from 'node:util';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Data, type Fields, isFields } from './data.ts';
import { changedNames, withLinesOf } from './named-lines.ts';

type Field = Pair<Scalar, unknown>;

/** Lists of words as short as this stand on one line. */
const longestOnOneLine = 90;

/**
 * The text of a YAML file that says `wanted`, with as little changed as that takes: comments, order, quotes and lines
 * of what stays the same stay, too. New fields stand after those that come before them in `wanted`. In a file that is
 * laid out otherwise than here, only the fields at the top that change, or lose a neighbour, are laid out anew.
 * @throws an error when the text cannot be read, or what is written would not read as `wanted`
 */
export function withData(source: string, wanted: Data): string {
  const text = source.replaceAll('\r\n', '\n');
  const document = parseDocument(text, { schema: 'core', logLevel: 'error' });
  if (document.errors.length > 0) throw document.errors[0]!;
  const goal = withoutUndefined(wanted);
  if (isDeepStrictEqual(document.toJS() ?? {}, goal)) return source;
  const before = textOf(document);
  document.contents = changed(document, document.contents, goal) as typeof document.contents;
  const after = textOf(document);
  const near = before === text ? [] : [withLinesOf(text, after, changedNames(before, after))];
  const result = [...near, after].find((written) => says(written, goal));
  if (result === undefined) throw new Error('What was written does not read as what was meant.');
  return source.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
}

/** A document as it is written here: `{ fi: a, sv: b }` and `[a, b]`. */
function textOf(document: Document): string {
  const pad = (node: YAMLMap | YAMLSeq, flowCollectionPadding: string) => {
    const toString = node.toString.bind(node);
    node.toString = (context, ...rest) => toString(context && { ...context, flowCollectionPadding }, ...rest);
  };
  visit(document, { Map: (_, map) => pad(map, ' '), Seq: (_, list) => pad(list, '') });
  return document.toString({ lineWidth: 0 });
}

/** A node that says `goal`: the given one where that can be changed in place, or a new one with its comments. */
function changed(document: Document, node: unknown, goal: Data): unknown {
  if (node && isDeepStrictEqual(dataOf(node), goal)) return node;
  if (isMap<Scalar>(node) && isFields(goal) && node.items.length > 0) return changeMap(document, node, goal);
  if (isSeq(node) && Array.isArray(goal) && node.items.length > 0) return changeList(document, node, goal);
  const fresh = styled(document.createNode(goal));
  if (isScalar(node) || isCollection(node)) {
    const { comment, commentBefore, spaceBefore } = node;
    Object.assign(fresh, { comment, commentBefore, spaceBefore });
  }
  if (isScalar(fresh) && isScalar(node) && typeof goal === 'string' && node.type?.startsWith('QUOTE'))
    fresh.type = node.type;
  return fresh;
}

function changeMap(document: Document, map: YAMLMap<Scalar>, goal: Fields): YAMLMap {
  const fields = new Map(map.items.map((field) => [String(field.key.value), field as Field]));
  const names = Object.keys(goal);
  const order = [...fields.keys()].filter((name) => Object.hasOwn(goal, name));
  for (const [index, name] of names.entries())
    if (!fields.has(name)) order.splice(order.indexOf(names[index - 1]!) + 1, 0, name);
  // What is told above a field that goes may be about those below it.
  let above: { comment?: string; space?: boolean } = {};
  for (const [name, { key }] of fields) {
    const comment = [above.comment, key.commentBefore].filter(Boolean).join('\n');
    const space = above.space || key.spaceBefore;
    const stays = order.includes(name);
    if (stays) Object.assign(key, { commentBefore: comment || undefined, spaceBefore: space });
    above = stays ? {} : { comment, space };
  }
  if (above.comment) map.comment = [above.comment, map.comment].filter(Boolean).join('\n');
  map.items = order.map((name) => {
    const field = fields.get(name) ?? document.createPair(styled(document.createNode(name)), null);
    field.value = changed(document, field.value, goal[name]!);
    return field as Field;
  });
  return map;
}

/** Items that stay are moved, and others changed in place where one stood between the same neighbours. */
function changeList(document: Document, list: YAMLSeq, goal: Data[]): YAMLSeq {
  const free = new Set(list.items.keys());
  const kept = goal.map((value) => {
    const index = [...free].find((at) => isDeepStrictEqual(dataOf(list.items[at]), value));
    if (index !== undefined) free.delete(index);
    return index;
  });
  let next = 0;
  list.items = goal.map((value, index) => {
    const at = kept[index] ?? (free.delete(next) ? next : undefined);
    if (at !== undefined) next = at + 1;
    return changed(document, at === undefined ? undefined : list.items[at], value);
  });
  return list;
}

/** Something new: words in quotes where they would be misread, and short lists of them on one line. */
function styled<New extends Node>(node: New): New {
  visit(node, {
    Scalar: (_, scalar) => {
      if (
        typeof scalar.value === 'string' &&
        (yesOrNo.test(scalar.value) || !says(scalar.value, scalar.value))
      )
        scalar.type = 'QUOTE_DOUBLE';
    },
    Seq: (_, list) => {
      const words = list.items.map((item) => (isScalar(item) ? String(item.value) : ' '));
      list.flow = !/\s/.test(words.join('')) && words.join(', ').length <= longestOnOneLine;
    },
  });
  return node;
}

/** Words that YAML 1.1 reads as yes or no. */
const yesOrNo = /^(?:y|yes|n|no|on|off)$/i;

/** Whether a text of YAML says something, and nothing else. */
function says(text: string, wanted: Data): boolean {
  try {
    return isDeepStrictEqual(load(text, { schema: CORE_SCHEMA }), wanted);
  } catch {
    return false;
  }
}

/** What a node says; a place where nothing is written says null. */
const dataOf = (node: unknown): Data =>
  isCollection(node) ? (node.toJSON() as Data) : isScalar(node) ? (node.value as Data) : null;

const withoutUndefined = (value: Data): Data =>
  Array.isArray(value)
    ? value.map(withoutUndefined)
    : isFields(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, item]) =>
            item === undefined ? [] : [[name, withoutUndefined(item)]],
          ),
        )
      : value;
