import { isFolder, kindOf } from '../../kinds/kinds.ts';
import { suggestion } from '../nearest.ts';
import type { Sentence } from '../../schema/sentences.ts';
import { rule } from '../problem.ts';
import { textOf } from '../reading.ts';

const deepest = 4;
const hashes = (depth: number): string => '#'.repeat(depth);

/**
 * Headings form an outline without gaps, by which many readers navigate, with and without a screen reader.
 */
export const headings = rule('headings', {
  messages: {
    h1: {
      fi: ['otsikko # on jo sivun nimi', 'Kirjoita väliotsikko: ##.'],
      sv: ['rubriken # är redan sidans namn', 'Skriv en mellanrubrik: ##.'],
      en: ['the heading # is the name of the page already', 'Write a heading ##.'],
    },
    jump: ({ from, to }: { from: number; to: number }) => ({
      fi: [`otsikkotaso hyppää: ${hashes(from)} ja sitten ${hashes(to)}`, `Kirjoita ${hashes(from + 1)}.`],
      sv: [`rubriknivån hoppar: ${hashes(from)} och sedan ${hashes(to)}`, `Skriv ${hashes(from + 1)}.`],
      en: [`the level of headings jumps: ${hashes(from)}, then ${hashes(to)}`, `Write ${hashes(from + 1)}.`],
    }),
    empty: {
      fi: ['otsikko on tyhjä', 'Kirjoita otsikko tai poista rivi.'],
      sv: ['rubriken är tom', 'Skriv rubriken eller ta bort raden.'],
      en: ['the heading is empty', 'Write the heading or remove the line.'],
    },
    wordless: {
      fi: ['otsikossa ei ole sanoja, joten siihen ei voi linkittää', 'Kirjoita otsikko sanoin.'],
      sv: ['rubriken har inga ord, så det går inte att länka till den', 'Skriv rubriken med ord.'],
      en: ['the heading has no words, so nothing can link to it', 'Write it in words.'],
    },
    deep: ({ depth }: { depth: number }) => ({
      fi: [`otsikkotaso ${hashes(depth)} on liian syvä`, `Käytä enintään tasoa ${hashes(deepest)}.`],
      sv: [`rubriknivån ${hashes(depth)} är för djup`, `Använd högst nivån ${hashes(deepest)}.`],
      en: [`the heading ${hashes(depth)} is too deep`, `Use ${hashes(deepest)} at most.`],
    }),
  },
  *find({ bodies }) {
    for (const { nodes } of bodies) {
      let previousDepth = 1;
      for (const { node, at } of nodes) {
        if (node.type !== 'heading') continue;
        const depth = node.depth ?? 1;
        if (textOf(node).trim() === '') yield { at, fault: 'empty' };
        else if (!/[\p{L}\p{N}]/u.test(textOf(node))) yield { at, fault: 'wordless' };
        else if (depth === 1) yield { at, fault: 'h1' };
        else if (depth > previousDepth + 1) yield { at, fault: 'jump', from: previousDepth, to: depth };
        else if (depth > deepest) yield { at, fault: 'deep', depth };
        previousDepth = depth;
      }
    }
  },
});

export const distinctHeadings = rule('distinct-headings', {
  level: 'warning',
  message: ({ text }: { text: string }) => ({
    fi: [`otsikko "${text}" on kahdesti`, 'Anna otsikoille eri nimet, jotta molempiin voi linkittää.'],
    sv: [`rubriken "${text}" finns två gånger`, 'Ge rubrikerna olika namn så att man kan länka till båda.'],
    en: [`the heading "${text}" is there twice`, 'Name them differently, so that both can be linked to.'],
  }),
  *find({ bodies }) {
    for (const { nodes } of bodies) {
      const seen = new Set<string>();
      for (const { node, at } of nodes) {
        const text = node.type === 'heading' ? textOf(node).trim() : '';
        if (text !== '' && seen.has(text.toLowerCase())) yield { at, text };
        seen.add(text.toLowerCase());
      }
    }
  },
});

/** Texts of one kind share their headings, so that readers find in each what they found in another. */
export const fixedHeadings = rule('fixed-headings', {
  level: 'warning',
  messages: {
    unknown: ({ heading, hint }: { heading: string; hint: Sentence }) => ({
      fi: [`otsikkoa "${heading}" ei ole muissa tällaisissa teksteissä`, hint.fi],
      sv: [`rubriken "${heading}" finns inte i andra sådana texter`, hint.sv],
      en: [`other such texts have no heading "${heading}"`, hint.en],
    }),
    order: ({ heading, before }: { heading: string; before: string }) => ({
      fi: [`otsikko "${heading}" on väärässä paikassa`, `Siirrä se ennen otsikkoa "${before}".`],
      sv: [`rubriken "${heading}" står på fel ställe`, `Flytta den före rubriken "${before}".`],
      en: [`the heading "${heading}" is in the wrong place`, `Move it before the heading "${before}".`],
    }),
  },
  *find({ bodies }) {
    for (const { document, lang, nodes } of bodies) {
      const { folder } = document;
      const fixed = isFolder(folder)
        ? kindOf(folder).sections?.[lang].map(({ heading }) => heading)
        : undefined;
      if (!fixed) continue;
      let last = -1;
      for (const { node, at } of nodes) {
        if (node.type !== 'heading' || node.depth !== 2) continue;
        const heading = textOf(node).trim();
        const place = fixed.indexOf(heading);
        if (place < 0) yield { at, fault: 'unknown', heading, hint: suggestion(heading, fixed) };
        else if (place < last) yield { at, fault: 'order', heading, before: fixed[last]! };
        last = Math.max(last, place);
      }
    }
  },
});
