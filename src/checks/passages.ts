import type { Lang } from '../i18n/languages.ts';
import type { Place } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Body, BodyNode, Passage } from './reading.ts';

/** The running text of a language's file, without headings, tables and addresses. */
export function passagesOf({ document, lang, nodes }: Pick<Body, 'document' | 'lang' | 'nodes'>): Passage[] {
  const { title, summary, keyPoints, shortAnswers } = (document.yaml.data ?? {}) as Record<string, unknown>;
  const listed = (name: string, list: unknown): [(string | number)[], unknown][] =>
    (Array.isArray(list) ? list : []).map((line, index) => [[name, index], line]);
  const lines: [(string | number)[], unknown][] = [
    [['title'], title],
    [['summary'], summary],
    ...listed('keyPoints', keyPoints),
    ...listed('shortAnswers', shortAnswers),
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
  const parts: BodyNode[] = [];
  addReadable(node, parts);
  return {
    document,
    lang,
    text: parts.map(wordsOf).join(''),
    placeOf(offset) {
      let rest = offset;
      const part = parts.find((one) => (rest -= wordsOf(one).length) < 0) ?? parts.at(-1);
      if (!part?.position) return at;
      const before = wordsOf(part).slice(0, rest).split('\n');
      const { line, column } = part.position.start;
      const firstLine = at.line - (node.position?.start.line ?? 1) + line;
      return {
        file: at.file,
        line: firstLine + before.length - 1,
        column: before.length === 1 ? column + before[0]!.length : before.at(-1)!.length + 1,
      };
    },
  };
}

const wordsOf = ({ type, value }: BodyNode): string => (type === 'break' ? '\n' : String(value));

/** The parts of a paragraph that are words for readers; code and pictures are not. */
function addReadable(node: BodyNode, parts: BodyNode[]): void {
  if (node.type === 'text' || node.type === 'break') parts.push(node);
  else for (const child of node.children ?? []) addReadable(child, parts);
}
