/* A file of the top folder whose lines belong to different entries: a mapping, each name with what follows it. */

/** The lines of every name, by name; what stands before the first one is not among them. */
export function linesByName(text: string): Map<string, string> {
  const [, ...blocks] = split(text);
  return new Map(blocks.map((block) => [nameOf(block), block]));
}

const split = (text: string): string[] => {
  const blocks = text.split(/^(?=[^\s#-])/m);
  return /^[^\s#-]/.test(text) ? ['', ...blocks] : blocks;
};
const nameOf = (block: string): string =>
  (/^(.*?):(?:\s|$)/.exec(block)?.[1] ?? block.trim()).replace(/^(['"])(.*)\1$/, '$2');

/** The names whose lines differ. */
export function changedNames(from: string, to: string): string[] {
  const [before, after] = [linesByName(from), linesByName(to)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name)?.trimEnd() !== after.get(name)?.trimEnd(),
  );
}

/** A text with the lines of some names as they are in another one, each after the same neighbour as there. */
export function withLinesOf(text: string, other: string, names: string[]): string {
  const [lead = ''] = split(text || (split(other)[0] ?? ''));
  const result = [...linesByName(text)];
  const wanted = [...linesByName(other)];
  for (const name of names) {
    const at = result.findIndex(([known]) => known === name);
    const from = wanted.findIndex(([known]) => known === name);
    if (from < 0) {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) result[at] = wanted[from]!;
    else {
      const before = new Set(wanted.slice(0, from).map(([known]) => known));
      result.splice(result.findLastIndex(([known]) => before.has(known)) + 1, 0, wanted[from]!);
    }
  }
  // An empty mapping is written so.
  const blocks = result.filter(([name]) => name !== '{}' || result.length === 1).map(([, block]) => block);
  return [lead, ...blocks]
    .map((piece) => (piece === '' || piece.endsWith('\n') ? piece : `${piece}\n`))
    .join('');
}
