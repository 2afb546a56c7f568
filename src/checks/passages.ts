import type { Lang } from '../i18n/languages.ts';
import type { Place } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Body, BodyNode, Passage } from './reading.ts';

/** The running text of a Markdown file and its front matter, without headings, tables and URLs. */
export function passagesOf({ document, lang, nodes }: Pick<Body, 'document' | 'lang' | 'nodes'>): Passage[] {
  const { title, summary, keyPoints, shortAnswers } = (document.yaml.data ?? {}) as Record<string, unknown>;
  const listItems = (name: string, list: unknown): [(string | number)[], unknown][] =>
    (Array.isArray(list) ? list : []).map((line, index) => [[name, index], line]);
  const lines: [(string | number)[], unknown][] = [
    [['title'], title],
    [['summary'], summary],
    ...listItems('keyPoints', keyPoints),
    ...listItems('shortAnswers', shortAnswers),
  ];
  return [
    ...lines.flatMap(([path, text]) =>
      typeof text === 'string'
        ? [{ document, lang, text, placeOf: () => document.yaml.placeOf(path, 'value') }]
        : [],
    ),
    ...nodes
      .filter(({ node }) => node.type === 'paragraph')
      .map(({ node, at }) => paragraph(document, lang, node, at)),
  ];
}

function paragraph(document: TextDocument, lang: Lang, node: BodyNode, at: Place): Passage {
  const readable: BodyNode[] = [];
  addReadable(node, readable);
  return {
    document,
    lang,
    text: readable.map(readableText).join(''),
    placeOf(offset) {
      let remaining = offset;
      const containing =
        readable.find((leaf) => (remaining -= readableText(leaf).length) < 0) ?? readable.at(-1);
      if (!containing?.position) return at;
      const linesBefore = readableText(containing).slice(0, remaining).split('\n');
      const { line, column } = containing.position.start;
      const firstLine = at.line - (node.position?.start.line ?? 1) + line;
      return {
        file: at.file,
        line: firstLine + linesBefore.length - 1,
        column: linesBefore.length === 1 ? column + linesBefore[0]!.length : linesBefore.at(-1)!.length + 1,
      };
    },
  };
}

const readableText = ({ type, value }: BodyNode): string => (type === 'break' ? '\n' : String(value));

/** Collects the text and line-break nodes of a paragraph; code and pictures are no running text. */
function addReadable(node: BodyNode, readable: BodyNode[]): void {
  if (node.type === 'text' || node.type === 'break') readable.push(node);
  else for (const child of node.children ?? []) addReadable(child, readable);
}
