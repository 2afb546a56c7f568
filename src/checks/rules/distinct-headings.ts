import { rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

export const distinctHeadings = rule('distinct-headings', {
  level: 'warning',
  message: ({ text }: { text: string }) => ({
    fi: [`otsikko "${text}" on kahdesti`, 'Anna otsikoille eri nimet, jotta molempiin voi linkittää.'],
    sv: [`rubriken "${text}" finns två gånger`, 'Ge rubrikerna olika namn så att man kan länka till båda.'],
    en: [`the heading "${text}" is there twice`, 'Name them differently, so that both can be linked to.'],
  }),
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) => {
      const seen = new Set<string>();
      return body.nodes.flatMap(({ node, at }) => {
        if (node.type !== 'heading') return [];
        const text = textOf(node).trim();
        const twice = text !== '' && seen.has(text.toLowerCase());
        seen.add(text.toLowerCase());
        return twice ? [{ at, text }] : [];
      });
    }),
});
