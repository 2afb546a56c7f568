import type { z } from 'zod';
import { isAlias, parseDocument, visit } from 'yaml';
import { type Lang, languages } from '../../i18n/languages.ts';
import { isFolder, kindOf } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { entryId } from '../../schema/fields.ts';
import { fieldsOf, itemOf } from '../../schema/walk.ts';
import { type Data, type Fields, isFields, type PartContent } from './data.ts';
import { withData } from './write-yaml.ts';

/** One file of what is edited together: an entry, or one of the files at the top of the content folder. */
export type Part = {
  path: string;
  lang?: Lang;
  schema: z.ZodType;
  /** Whether the entry is whole without it. */
  isOptional?: boolean;
};

/** The files that are edited as such; `translations` has a command and a button of its own. */
export const editableSingles = Object.entries(singleFiles).flatMap(([name, { file }]) =>
  name === 'translations' ? [] : [file as string],
);

/**
 * The files of what a key names, for example `services/legal-advice`, `contacts/media-desk` or `site.yaml`;
 * undefined for a key that is not of that form.
 */
export function partsOf(key: string): Part[] | undefined {
  const single = Object.values(singleFiles).find(({ file }) => file === key);
  if (single) return editableSingles.includes(key) ? [{ path: key, schema: single.schema }] : undefined;
  const [folder = '', id, ...rest] = key.split('/');
  if (!isFolder(folder) || rest.length > 0 || !entryId.safeParse(id).success) return undefined;
  const { name, schema, text, asked } = kindOf(folder);
  if (!text) return [{ path: `${key}.yaml`, schema }];
  return [
    ...languages.map((lang) => ({ path: `${key}/${lang}.${text.extension}`, lang, schema: text.schema })),
    { path: `${key}/${name}.yaml`, schema },
    ...(asked ? [{ path: `${key}/asked.yaml`, schema: asked, isOptional: true }] : []),
  ];
}

const isText = (path: string): boolean => /\.mdx?$/.test(path);

/** A text in pieces which, joined, are the text again: front matter between its lines, and the body. */
const pieces =
  /(?<before>\uFEFF?---[^\S\n]*\n)(?<yaml>.*?)(?<between>^---[^\S\n]*(?:\n|(?![^])))(?<lead>(?:\s*\n)?)(?<body>.*?)(?<trail>\s*)(?![^])/msy;

function piecesOf(path: string, text: string) {
  if (!isText(path)) return { before: '', yaml: text, between: '', lead: '', body: '', trail: '' };
  pieces.lastIndex = 0;
  return pieces.exec(text)?.groups as
    Record<'before' | 'yaml' | 'between' | 'lead' | 'body' | 'trail', string> | undefined;
}

const plainLineEnds = (text: string): string => text.replaceAll('\r\n', '\n');

/** What the text of a file says. A missing file says nothing. */
export function contentOf(path: string, text: string | undefined): PartContent {
  if (text === undefined) return isText(path) ? { data: {}, body: '' } : { data: {} };
  const pieces = piecesOf(path, text);
  const data = pieces && readable(pieces.yaml);
  if (!pieces || !data) return { raw: plainLineEnds(text) };
  return isText(path) ? { data, body: plainLineEnds(pieces.body) } : { data };
}

export function addressIn(path: string, text: string | undefined): string | undefined {
  const content = contentOf(path, text);
  const address = 'data' in content && content.data['address'];
  return typeof address === 'string' ? address : undefined;
}

/** The data of YAML that is a mapping without errors and without what the check refuses. */
function readable(yaml: string): Fields | undefined {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
  let isOdd = document.errors.length > 0;
  visit(document, (_, node) => {
    isOdd ||= isAlias(node) || Boolean((node as { anchor?: string; tag?: string } | null)?.anchor);
  });
  const data: unknown = isOdd ? undefined : (document.toJS() ?? {});
  return isFields(data) ? data : undefined;
}

/**
 * The text of a file that says something else, with all else as it was; undefined when nothing is said and the
 * file may be missing.
 * @param text the file as it is; undefined when it is missing
 */
export function textWith(part: Part, text: string | undefined, wanted: PartContent): string | undefined {
  const { path, isOptional } = part;
  const lineEnd = text?.includes('\r\n') ? '\r\n' : '\n';
  const withLineEnds = (written: string) => plainLineEnds(written).replaceAll('\n', lineEnd);
  if ('raw' in wanted)
    return text !== undefined && plainLineEnds(text) === wanted.raw ? text : withLineEnds(wanted.raw);
  const data = inSchemaOrder(part.schema, wanted.data);
  if (isOptional && saysNothing(data)) return undefined;
  if (!isText(path)) return withData(text ?? '', data);
  const pieces = text === undefined ? undefined : piecesOf(path, text);
  if (!pieces) return `---\n${withData('', data)}---\n\n${(wanted.body ?? '').trim()}\n`;
  const { before, yaml, between, lead, body, trail } = pieces;
  const written = plainLineEnds(body) === wanted.body ? body : withLineEnds((wanted.body ?? '').trim());
  return [before, withData(yaml, data), between, lead || lineEnd, written, trail || lineEnd].join('');
}

/** Whether nothing stands in data but empty lists and texts. */
const saysNothing = (data: Data | undefined): boolean =>
  typeof data === 'object' && data !== null ? Object.values(data).every(saysNothing) : data === '';

/**
 * Data whose fields stand in the order of the schema, so that a new one finds its place; a mapping with free
 * names keeps its own.
 */
function inSchemaOrder<Kind extends Data | undefined>(schema: z.ZodType | undefined, data: Kind): Kind;
function inSchemaOrder(schema: z.ZodType | undefined, data: Data | undefined): Data | undefined {
  const item = schema && itemOf(schema);
  if (Array.isArray(data)) return data.map((one) => inSchemaOrder(item, one));
  if (!isFields(data)) return data;
  const fields = (schema && fieldsOf(schema)) ?? {};
  const names = new Set([...Object.keys(fields), ...Object.keys(data)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => data[name] !== undefined)
      .map((name) => [name, inSchemaOrder(fields[name] ?? item, data[name])]),
  );
}
