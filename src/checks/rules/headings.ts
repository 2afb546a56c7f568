import { kindOf } from '../../kinds/kinds.ts';
import type { Folder } from '../../model/content.ts';
import { suggestion } from '../nearest.ts';
import { otherLanguages } from '../../i18n/languages.ts';
import { rule, startOf } from '../problem.ts';
import { inLanguage, isSentence, nodesOf, textOf } from '../reading.ts';

const deepest = '####';

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
    jump: {
      fi: ['otsikkotaso hyppää: {before} ja sitten {heading}', 'Kirjoita {before}#.'],
      sv: ['rubriknivån hoppar: {before} och sedan {heading}', 'Skriv {before}#.'],
      en: ['the level of headings jumps: {before}, then {heading}', 'Write {before}#.'],
    },
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
    deep: {
      fi: ['otsikkotaso {heading} on liian syvä', `Käytä enintään tasoa ${deepest}.`],
      sv: ['rubriknivån {heading} är för djup', `Använd högst nivån ${deepest}.`],
      en: ['the heading {heading} is too deep', `Use ${deepest} at most.`],
    },
  },
  *findInBody(body) {
    let before = '#';
    for (const { node, at } of nodesOf(body, 'heading')) {
      const heading = '#'.repeat(node.depth!);
      const text = textOf(node);
      if (text.trim() === '') yield { at, fault: 'empty' };
      else if (!/[\p{L}\p{N}]/u.test(text)) yield { at, fault: 'wordless' };
      else if (heading === '#') yield { at, fault: 'h1' };
      else if (heading.length > before.length + 1) yield { at, fault: 'jump', before, heading };
      else if (heading.length > deepest.length) yield { at, fault: 'deep', heading };
      before = heading;
    }
  },
});

export const distinctHeadings = rule('distinct-headings', {
  level: 'warning',
  message: {
    fi: ['otsikko "{text}" on kahdesti', 'Anna otsikoille eri nimet, jotta molempiin voi linkittää.'],
    sv: ['rubriken "{text}" finns två gånger', 'Ge rubrikerna olika namn så att man kan länka till båda.'],
    en: ['the heading "{text}" is there twice', 'Name them differently, so that both can be linked to.'],
  },
  *findInBody(body) {
    const seen = new Set<string>();
    for (const { node, at } of nodesOf(body, 'heading')) {
      const text = textOf(node).trim();
      if (text !== '' && seen.has(text.toLowerCase())) yield { at, text };
      seen.add(text.toLowerCase());
    }
  },
});

/** Texts of one kind share their headings, so that readers find in each what they found in another. */
export const fixedHeadings = rule('fixed-headings', {
  level: 'warning',
  messages: {
    unknown: {
      fi: ['otsikkoa "{heading}" ei ole muissa tällaisissa teksteissä', '{hint}'],
      sv: ['rubriken "{heading}" finns inte i andra sådana texter', '{hint}'],
      en: ['other such texts have no heading "{heading}"', '{hint}'],
    },
    text: {
      fi: ['"{heading}" ei ole otsikko', 'Kirjoita se omalle rivilleen: ## {heading}'],
      sv: ['"{heading}" är ingen rubrik', 'Skriv det på en egen rad: ## {heading}'],
      en: ['"{heading}" is no heading', 'Write it on a line of its own: ## {heading}'],
    },
    order: {
      fi: ['otsikko "{heading}" on väärässä paikassa', 'Siirrä se ennen otsikkoa "{before}".'],
      sv: ['rubriken "{heading}" står på fel ställe', 'Flytta den före rubriken "{before}".'],
      en: ['the heading "{heading}" is in the wrong place', 'Move it before the heading "{before}".'],
    },
  },
  *findInBody(body) {
    const fixed = kindOf(body.document.folder as Folder).sections?.[body.lang].map(({ heading }) => heading);
    if (!fixed) return;
    let last = -1;
    for (const { node, at } of body.nodes) {
      if (!['heading', 'paragraph'].includes(node.type)) continue;
      const heading = textOf(node).trim();
      const place = fixed.indexOf(heading);
      const isHeading = node.type === 'heading' && node.depth === 2;
      if (place >= 0 && !isHeading) yield { at, fault: 'text', heading };
      if (!isHeading) continue;
      if (place < 0) yield { at, fault: 'unknown', heading, hint: suggestion(heading, fixed) };
      else if (place < last) yield { at, fault: 'order', heading, before: fixed[last]! };
      last = Math.max(last, place);
    }
  },
});

/** Bold text is no heading: neither a screen reader nor a link finds it. */
export const boldHeadings = rule('bold-headings', {
  level: 'warning',
  message: {
    fi: ['lihavoitu rivi "{text}" ei ole otsikko', 'Kirjoita ## {text} tai yhdistä se kappaleeseen.'],
    sv: ['den feta raden "{text}" är ingen rubrik', 'Skriv ## {text}, eller foga den till stycket.'],
    en: ['the bold line "{text}" is no heading', 'Write ## {text}, or join it to the paragraph.'],
  },
  *findInBody(body) {
    const [root] = body.nodes;
    for (const { type, children = [], position } of root?.node.children ?? []) {
      const text = children.map(textOf).join('').trim();
      if (type !== 'paragraph' || children.length !== 1 || children[0]!.type !== 'strong') continue;
      if (!isSentence(text))
        yield {
          at: { file: body.document.file, line: body.firstLine + position!.start.line - 1, column: 1 },
          text,
        };
    }
  },
});

/** A text has the same headings in every language: one that is missing hides what stands below it. */
export const sameHeadings = rule('same-headings', {
  level: 'warning',
  message: {
    fi: ['otsikoita on {here}, mutta tiedostossa {other} {there}', 'Vertaa otsikoita ja lisää puuttuva.'],
    sv: ['rubrikerna är {here}, men i {other} {there}', 'Jämför rubrikerna och lägg till den som saknas.'],
    en: [
      'there are {here} headings, but {there} in {other}',
      'Compare them, and add the one that is missing.',
    ],
  },
  *find({ bodies }) {
    const counts = new Map(bodies.map((body) => [body.document.file, nodesOf(body, 'heading').length]));
    for (const { document, lang } of bodies)
      for (const otherLang of otherLanguages(lang)) {
        const other = inLanguage(document.file, otherLang);
        const [here, there] = [counts.get(document.file)!, counts.get(other) ?? 0];
        if (here < there) yield { at: startOf(document.file), here, there, other };
      }
  },
});
