import { rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

const saysNothing =
  /^(?:(?:lue|katso|klikkaa|siirry|mene|avaa)? ?(?:tästä|täältä|tässä|täällä|tänne|tämä|tältä|lisää|enemmän)(?: (?:linkistä|linkki|lisää|sivulta|sivulle|sivu))?|klikkaa|linkistä|linkki|(?:klicka|läs|se|gå)? ?(?:här|hit|mera?|den här|denna)(?: (?:länken|länk|sidan))?|klicka|länken|länk|(?:click|read|see|learn)? ?(?:here|more|this)(?: (?:link|page))?|link)$/i;
/** A link text as it is spoken: without arrows, full stops and hyphenation. */
const spoken = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A screen reader lists links without their surroundings, so each must say where it leads. */
export const linkTexts = rule('link-texts', {
  message: ({ text }: { text: string }) => ({
    fi: [
      text ? `linkkiteksti "${text}" ei kerro, mihin linkki vie` : 'linkiltä puuttuu teksti',
      'Kirjoita tekstiksi sen sivun nimi, jolle linkki vie.',
    ],
    sv: [
      text ? `länktexten "${text}" berättar inte vart länken leder` : 'länken saknar text',
      'Skriv namnet på sidan som länken leder till.',
    ],
    en: [
      text ? `the link text "${text}" does not say where it leads` : 'the link has no text',
      'Write the name of the page that it leads to.',
    ],
  }),
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) =>
      body.nodes.flatMap(({ node, at }) => {
        if (node.type !== 'link') return [];
        const text = spoken(textOf(node));
        return text === '' || saysNothing.test(text) ? [{ at, text }] : [];
      }),
    ),
});
