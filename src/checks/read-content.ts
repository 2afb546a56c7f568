import { markdownToMdast, mdxToMdast } from 'satteri';
import type { z } from 'zod';
import { type Lang, languages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import {
  type BilingualFolder,
  bilingualFolders,
  isBilingualFolder,
  optionalFileOf,
  singleFiles,
  yamlFolders,
} from '../model/folders.ts';
import { inCodeOrder } from '../model/order.ts';
import { explainFields } from './explain-field.ts';
import { passagesOf } from './passages.ts';
import { placeAt, type Place, type Problem } from './problem.ts';
import { type ContentFile, hasLongLine, isTextFile } from './read-files.ts';
import type { Body, BodyNode, Part, ReadEntry, Reading } from './reading.ts';
import { readDocument, type TextDocument } from './read-document.ts';
import { lagsBehind, translationsIn } from './translation-pairs.ts';

/**
 * Parses the files into documents, entries and syntax trees. Fields are validated by their schemas; no other
 * rule runs here.
 */
export function readContent(files: ContentFile[], now: Date, production = false): Reading {
  const documents = files.filter(isReadable).map(readDocument);
  const reading: Reading = {
    files,
    documents,
    bodies: [],
    entries: [],
    contacts: [],
    singles: {},
    translations: [],
    fieldProblems: [],
    now,
    production,
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
    else if (/^contacts\/[^/]+\.yaml$/.test(document.file))
      reading.contacts.push({ id: document.id, ...validated(yamlFolders.contacts.schema) });
    else if (isBilingualFolder(document.folder) && document.file.split('/').length === 3) {
      const { folder, id } = document;
      const bilingual = bilingualFolders[folder];
      const entry = entries.get(`${folder}/${id}`) ?? {
        folder,
        id,
        facts: undefined,
        asked: undefined,
        texts: {},
      };
      entries.set(`${folder}/${id}`, entry);
      if (document.file.endsWith(`/${bilingual.facts}`)) entry.facts = validated(bilingual.schema);
      const optional = optionalFileOf(folder);
      if (optional && document.file.endsWith(`/${optional.file}`)) entry.asked = validated(optional.schema);
      if (document.lang && document.file.endsWith(`.${bilingual.extension}`)) {
        entry.texts[document.lang] = validated(bilingual.textSchema);
        if (document.body) reading.bodies.push(readBody(document, document.lang, document.body));
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
  problems.push(...explainFields(result.error.issues, schema, { ...yaml, data: yaml.data ?? {} }));
  return undefined;
}

/** Maximum nesting of lists and quotes: no real text nests deeper, and the tree is walked recursively. */
const maximumNesting = 30;

/** Braces that an MDX text may have before it is parsed. */
const mostBraces = 100;

function readBody(
  document: TextDocument,
  lang: Lang,
  { text, firstLine }: { text: string; firstLine: number },
): Body {
  const body: Body = { document, lang, text, firstLine, nodes: [], passages: [], error: undefined };
  // The rule `line-length` rejects such a text; parsing could take minutes.
  if (hasLongLine(document.text)) return body;
  // Braces begin code, which is refused anyway; the parser needs minutes for thousands of them.
  const braces = document.file.endsWith('.mdx') ? text.split('{').length - 1 : 0;
  if (braces > mostBraces)
    return {
      ...body,
      error: {
        fault: 'syntax',
        at: {
          ...placeAt(document.file, text, text.indexOf('{')),
          line: firstLine + text.slice(0, text.indexOf('{')).split('\n').length - 1,
        },
      },
    };
  try {
    const root = (document.file.endsWith('.mdx')
      ? mdxToMdast(text)
      : markdownToMdast(text)) as unknown as BodyNode;
    const tooDeep = addNodes(body, root, 0);
    return tooDeep
      ? { ...body, nodes: [], error: { fault: 'depth', at: tooDeep } }
      : { ...body, passages: passagesOf(body) };
  } catch (error) {
    const [, line = '1', column = '1'] =
      /^(\d+):(\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    return {
      ...body,
      nodes: [],
      error: {
        fault: 'syntax',
        at: { file: document.file, line: firstLine + Number(line) - 1, column: Number(column) },
      },
    };
  }
}

/**
 * Adds a node and its descendants to `body.nodes`.
 * @returns the place of the first node that is nested too deep
 */
function addNodes(body: Body, node: BodyNode, depth: number): Place | undefined {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const at = { file: body.document.file, line: line + body.firstLine - 1, column };
  if (depth > maximumNesting) return at;
  body.nodes.push({ node, at });
  for (const child of node.children ?? []) {
    const tooDeep = addNodes(body, child, depth + 1);
    if (tooDeep) return tooDeep;
  }
  return undefined;
}

const byId = (a: { id: string }, b: { id: string }): number => inCodeOrder(a.id, b.id);

/** The typed content. It is complete only when no rule has found an error. */
export function toContent({ singles, entries, contacts, translations }: Reading): Content {
  const changes = new Map(translations.map((entry) => [entry.key, entry.changes]));
  const bilingual = (folder: BilingualFolder) =>
    entries
      .filter((entry) => entry.folder === folder)
      .sort(byId)
      .map(({ id, facts, asked, texts }) => ({
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
      }));
  return {
    site: singles.site?.data,
    vocabulary: singles.vocabulary?.data,
    redirects: singles.redirects?.data,
    removals: singles.removals?.data,
    services: bilingual('services'),
    announcements: bilingual('announcements'),
    pages: bilingual('pages'),
    contacts: contacts.map(({ id, data }) => ({ id, ...data })).sort(byId),
  } as unknown as Content;
}
