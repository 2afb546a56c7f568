import { rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

const saysNothing = /^(tästä|täältä|tässä|täällä|tänne|lue lisää|lisää|klikkaa(?: tästä)?|linkki|här|klicka(?: här)?|läs mer|mer|länk|here|click here|read more|link)[.!…>»]*$/i;

/** A screen reader lists links without their surroundings, so each must say where it leads. */
export const linkTexts = rule('link-texts', {
  explain: {
    fi: ({ text }: { text: string }) => [text ? `linkkiteksti "${text}" ei kerro, mihin linkki vie` : 'linkiltä puuttuu teksti', 'Kirjoita tekstiksi sen sivun nimi, jolle linkki vie.'],
    sv: ({ text }) => [text ? `länktexten "${text}" berättar inte vart länken leder` : 'länken saknar text', 'Skriv namnet på sidan som länken leder till.'],
    en: ({ text }) => [text ? `the link text "${text}" does not say where it leads` : 'the link has no text', 'Write the name of the page that it leads to.'],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) =>
      body.nodes.flatMap(({ node, at }) => {
        if (node.type !== 'link') return [];
        const text = textOf(node).trim();
        return text === '' || saysNothing.test(text) ? [{ at, text }] : [];
      }),
    ),
});
