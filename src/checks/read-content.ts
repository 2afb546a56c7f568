import { markdownToMdast, mdxToMdast } from 'satteri';
import type { z } from 'zod';
import { type Lang, languages } from '../i18n/languages.ts';
import type { Content, Entries, Folder } from '../model/content.ts';
import { allKinds, isFolder, kindOf } from '../kinds/kinds.ts';
import { singleFiles } from '../model/folders.ts';
import { memoize } from '../model/memoize.ts';
import { inCodeOrder } from '../model/order.ts';
import { explainFields } from './explain-field.ts';
import { passagesOf } from './passages.ts';
import { placeAt, type Problem } from './problem.ts';
import { type ContentFile, hasLongLine, isTextFile } from './read-files.ts';
import type { Body, BodyNode, Part, PublishedPage, ReadEntry, Reading } from './reading.ts';
import { readDocument, type TextDocument } from './read-document.ts';
import { lagsBehind, translationsIn } from './translation-pairs.ts';

/** Parses the files and validates their fields; no other rule runs here. */
export function readContent(
  files: ContentFile[],
  now: Date,
  production = false,
  published: PublishedPage[] = [],
): Reading {
  const documents = files.filter(isReadable).map(readDocument);
  const reading: Reading = {
    files,
    documents,
    bodies: [],
    entries: [],
    singles: {},
    translations: [],
    fieldProblems: [],
    now,
    production,
    published,
  };
  const entries = new Map<string, ReadEntry>();
  for (const document of documents) {
    const validated = (schema: z.ZodType): Part => ({
      document,
      data: validate(schema, document, reading.fieldProblems),
    });
    const singleFile = (Object.keys(singleFiles) as (keyof typeof singleFiles)[]).find(
      (key) => singleFiles[key].file === document.file,
    );
    if (singleFile) reading.singles[singleFile] = validated(singleFiles[singleFile].schema);
    else if (isFolder(document.folder)) {
      const { folder, id } = document;
      const { name, schema, text, asked } = kindOf(folder);
      if (document.file.split('/').length !== (text ? 3 : 2)) continue;
      const key = `${folder}/${id}`;
      const entry = entries.get(key) ?? { folder, id, facts: undefined, asked: undefined, texts: {} };
      entries.set(key, entry);
      if (!text || document.file.endsWith(`/${name}.yaml`)) entry.facts = validated(schema);
      if (asked && document.file.endsWith('/asked.yaml')) entry.asked = validated(asked);
      if (text && document.lang && document.file.endsWith(`.${text.extension}`)) {
        entry.texts[document.lang] = validated(text.schema);
        if (document.body) reading.bodies.push(readBody(document as DocumentWithBody));
      }
    }
  }
  reading.entries = [...entries.values()];
  reading.translations = translationsIn(reading);
  return reading;
}

const isReadable = ({ kind, path, bytes }: ContentFile): boolean =>
  kind === 'file' && isTextFile(path) && bytes.length > 0;

/**
 * @returns the data of valid fields; undefined after adding what is wrong to `problems`, or where YAML errors
 * are reported elsewhere
 */
function validate(
  schema: z.ZodType,
  { yaml, frontMatter }: TextDocument,
  problems: Problem[],
): Record<string, unknown> | undefined {
  if (yaml.errors.length > 0 || (frontMatter !== 'present' && frontMatter !== 'none-needed'))
    return undefined;
  const result = schema.safeParse(yaml.data ?? {});
  if (result.success) return result.data as Record<string, unknown>;
  // Explaining takes long; when so much is wrong, the rest is told once this is mended.
  if (problems.length > mostFieldProblems) return undefined;
  problems.push(...explainFields(result.error.issues, schema, { ...yaml, data: yaml.data ?? {} }));
  return undefined;
}

const mostFieldProblems = 2_000;

/** Nested lists and quotes: no real text has more, and the tree is walked recursively. */
const maximumNesting = 30;

/** Braces in MDX, and entities in any text: for thousands the parser needs minutes or a gigabyte. */
const mostBraces = 100;
const mostEntities = 300;
/** Nodes of a syntax tree: five times those of the longest text. */
const mostNodes = 5_000;

type DocumentWithBody = TextDocument & { lang: Lang; body: object };

const readBody = memoize((document: DocumentWithBody): Body => {
  const { file, lang } = document;
  const { text, firstLine } = document.body;
  const body: Body = { document, lang, text, firstLine, nodes: [], passages: [], error: undefined };
  const broken = (fault: 'syntax' | 'depth', { line, column }: { line: number; column: number }): Body => ({
    ...body,
    nodes: [],
    error: { fault, at: { file, line: firstLine + line - 1, column } },
  });
  // The rule `line-length` rejects such a text; parsing could take minutes.
  if (hasLongLine(document.text)) return body;
  const isMdx = file.endsWith('.mdx');
  for (const [mark, most] of [
    ['{', isMdx ? mostBraces : Infinity],
    ['&', mostEntities],
  ] as const)
    if (text.split(mark).length - 1 > most) return broken('syntax', placeAt(file, text, text.indexOf(mark)));
  try {
    const root = (isMdx ? mdxToMdast(text) : markdownToMdast(text)) as unknown as BodyNode;
    const tooDeep = addNodes(body, root, 0);
    return tooDeep ? broken('depth', tooDeep) : { ...body, passages: passagesOf(body) };
  } catch (error) {
    const [, line = '1', column = '1'] =
      /^(\d+):(\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    return broken('syntax', { line: Number(line), column: Number(column) });
  }
});

/**
 * Adds a node and its descendants to `body.nodes`.
 * @returns where the first node that is nested too deep starts
 */
function addNodes(body: Body, node: BodyNode, depth: number): { line: number; column: number } | undefined {
  const start = node.position?.start ?? { line: 1, column: 1 };
  if (depth > maximumNesting || body.nodes.length > mostNodes) return start;
  const { line, column } = start;
  body.nodes.push({ node, at: { file: body.document.file, line: line + body.firstLine - 1, column } });
  for (const child of node.children ?? []) {
    const tooDeep = addNodes(body, child, depth + 1);
    if (tooDeep) return tooDeep;
  }
  return undefined;
}

/** The typed content. It is complete only when no rule has found an error. */
export function toContent({ singles, entries, translations }: Reading): Content {
  const changes = new Map(translations.map((entry) => [entry.key, entry.changes]));
  const entryOf = ({ folder, id, facts, asked, texts }: ReadEntry) =>
    kindOf(folder).text
      ? {
          id,
          facts: facts?.data,
          ...(asked?.data && { asked: asked.data }),
          texts: Object.fromEntries(
            languages.map((lang) => [
              lang,
              {
                ...texts[lang]?.data,
                body: texts[lang]?.document.body?.text ?? '',
                bodyLine: texts[lang]?.document.body?.firstLine ?? 1,
                lags: lagsBehind(lang, changes.get(`${folder}/${id}`)),
              },
            ]),
          ),
        }
      : { id, ...facts?.data };
  const sorted = [...entries].sort((a, b) => inCodeOrder(a.id, b.id));
  const content = {
    site: singles.site?.data,
    vocabulary: singles.vocabulary?.data,
    redirects: singles.redirects?.data,
    removals: singles.removals?.data,
  } as unknown as Content;
  for (const { folder, complete = (entry: Entries[Folder]) => entry } of allKinds)
    Object.assign(content, {
      [folder]: sorted
        .filter((entry) => entry.folder === folder)
        .map((entry) => complete(entryOf(entry) as unknown as Entries[Folder], content)),
    });
  return content;
}
