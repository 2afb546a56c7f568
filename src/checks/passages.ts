import type { Place } from './problem.ts';
import { type FieldPath, textsIn } from './read-document.ts';
import { type Body, type BodyNode, nodesOf, type Passage } from './reading.ts';

/** The fields that hold running text, in reading order; address and keywords are chosen for each language separately. */
export const proseFields = (data: unknown): { path: FieldPath; text: string }[] =>
  ['title', 'summary', 'keyPoints', 'shortAnswers'].flatMap((name) =>
    textsIn((data as Record<string, unknown> | undefined)?.[name], [name]),
  );

/** The running text of a Markdown file and its front matter, without headings, tables and URLs. */
export const passagesOf = (body: Body): Passage[] => [
  ...proseFields(body.document.yaml.data).map(({ path, text }) => ({
    document: body.document,
    lang: body.lang,
    text,
    placeOf: () => body.document.yaml.placeOf(path, 'value'),
  })),
  ...nodesOf(body, 'paragraph').map(({ node, at }) => paragraph(body, node, at)),
];

function paragraph({ document, lang }: Body, node: BodyNode, at: Place): Passage {
  const readable = readableIn(node);
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

/** The text and line-break nodes of a paragraph; code and pictures are no running text. */
const readableIn = (node: BodyNode): BodyNode[] =>
  node.type === 'text' || node.type === 'break' ? [node] : (node.children ?? []).flatMap(readableIn);
