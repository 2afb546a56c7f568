import { rule } from '../problem.ts';
import { type Body, type Reading, textOf } from '../reading.ts';

/** How long a body may be, in characters that readers see. Free pages tell longer stories than the description of a service. */
export const longestBody = (folder: string): number => (folder === 'services' ? 2_500 : 12_000);
export const bodyLength = (body: Body): number =>
  (body.nodes[0]?.node.children ?? []).map(textOf).join('\n').trim().length;

export const bodyWritten = rule('body-written', {
  explain: {
    fi: ({ length, maximum }: { length: number; maximum: number }) =>
      length === 0
        ? ['teksti puuttuu', 'Kirjoita teksti alkutietojen alle.']
        : [`tekstissä on ${length} merkkiä, enintään ${maximum} sallitaan`, 'Lyhennä tekstiä.'],
    sv: ({ length, maximum }) =>
      length === 0
        ? ['texten saknas', 'Skriv texten under uppgifterna i början.']
        : [`texten har ${length} tecken, högst ${maximum} tillåts`, 'Förkorta texten.'],
    en: ({ length, maximum }) =>
      length === 0
        ? ['the text is missing', 'Write the text below the fields.']
        : [`the text has ${length} characters, at most ${maximum} are permitted`, 'Shorten the text.'],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) => {
      const {
        document: { file, folder },
        nodes: [root],
        firstLine,
      } = body;
      if (!root) return [];
      const length = bodyLength(body);
      const maximum = longestBody(folder);
      const hasComponent = (root.node.children ?? []).some(({ type }) => type.startsWith('mdxJsx'));
      return (length === 0 && !hasComponent) || length > maximum
        ? [{ at: { file, line: firstLine, column: 1 }, length, maximum }]
        : [];
    }),
});
