import { rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

const longest = 2_500;
/** Free pages tell longer stories than the description of a service. */
const longestPage = 12_000;

export const bodyWritten = rule('body-written', {
  explain: {
    fi: ({ length, maximum }: { length: number; maximum: number }) => (length === 0 ? ['teksti puuttuu', 'Kirjoita teksti alkutietojen alle.'] : [`tekstissä on ${length} merkkiä, enintään ${maximum} sallitaan`, 'Lyhennä tekstiä.']),
    sv: ({ length, maximum }) => (length === 0 ? ['texten saknas', 'Skriv texten under uppgifterna i början.'] : [`texten har ${length} tecken, högst ${maximum} tillåts`, 'Förkorta texten.']),
    en: ({ length, maximum }) => (length === 0 ? ['the text is missing', 'Write the text below the fields.'] : [`the text has ${length} characters, at most ${maximum} are permitted`, 'Shorten the text.']),
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap(({ document: { file, folder }, nodes: [root], firstLine }) => {
      if (!root) return [];
      const parts = root.node.children ?? [];
      const length = parts.map(textOf).join('\n').trim().length;
      const maximum = folder === 'services' ? longest : longestPage;
      const hasComponent = parts.some(({ type }) => type.startsWith('mdxJsx'));
      return (length === 0 && !hasComponent) || length > maximum ? [{ at: { file, line: firstLine, column: 1 }, length, maximum }] : [];
    }),
});
