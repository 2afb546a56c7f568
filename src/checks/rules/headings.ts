import { type Place, rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

type Fault = 'h1' | 'jump' | 'empty' | 'deep';
type Finding = { at: Place; fault: Fault; from: number; to: number };
const deepest = 4;
const marks = (depth: number): string => '#'.repeat(depth);

/** Headings make the outline by which many readers, with and without a screen reader, find their way. */
export const headings = rule('headings', {
  explain: {
    fi: ({ fault, from, to }: Finding) =>
      (
        ({
          h1: ['otsikko # on jo sivun nimi', 'Kirjoita väliotsikko: ##.'],
          jump: [`otsikkotaso hyppää: ${marks(from)} ja sitten ${marks(to)}`, `Kirjoita ${marks(from + 1)}.`],
          empty: ['otsikko on tyhjä', 'Kirjoita otsikko tai poista rivi.'],
          deep: [`otsikkotaso ${marks(to)} on liian syvä`, `Käytä enintään tasoa ${marks(deepest)}.`],
        }) satisfies Record<Fault, [string, string]>
      )[fault],
    sv: ({ fault, from, to }) =>
      (
        ({
          h1: ['rubriken # är redan sidans namn', 'Skriv en mellanrubrik: ##.'],
          jump: [`rubriknivån hoppar: ${marks(from)} och sedan ${marks(to)}`, `Skriv ${marks(from + 1)}.`],
          empty: ['rubriken är tom', 'Skriv rubriken eller ta bort raden.'],
          deep: [`rubriknivån ${marks(to)} är för djup`, `Använd högst nivån ${marks(deepest)}.`],
        }) satisfies Record<Fault, [string, string]>
      )[fault],
    en: ({ fault, from, to }) =>
      (
        ({
          h1: ['the heading # is the name of the page already', 'Write a heading ##.'],
          jump: [
            `the level of headings jumps: ${marks(from)}, then ${marks(to)}`,
            `Write ${marks(from + 1)}.`,
          ],
          empty: ['the heading is empty', 'Write the heading or remove the line.'],
          deep: [`the heading ${marks(to)} is too deep`, `Use ${marks(deepest)} at most.`],
        }) satisfies Record<Fault, [string, string]>
      )[fault],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) => {
      let before = 1;
      const found: Finding[] = [];
      for (const { node, at } of body.nodes) {
        if (node.type !== 'heading') continue;
        const to = node.depth ?? 1;
        const fault: Fault | undefined =
          textOf(node).trim() === ''
            ? 'empty'
            : to === 1
              ? 'h1'
              : to > before + 1
                ? 'jump'
                : to > deepest
                  ? 'deep'
                  : undefined;
        if (fault) found.push({ at, fault, from: before, to });
        before = Math.max(to, 1);
      }
      return found;
    }),
});
