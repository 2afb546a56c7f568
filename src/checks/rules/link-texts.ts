import { rule } from '../problem.ts';
import { type Reading, textOf } from '../reading.ts';

const meaninglessText =
  /^(?:(?:lue|katso|klikkaa|siirry|mene|avaa)? ?(?:tästä|täältä|tässä|täällä|tänne|tämä|tältä|lisää|enemmän)(?: (?:linkistä|linkki|lisää|sivulta|sivulle|sivu))?|klikkaa|linkistä|linkki|(?:klicka|läs|se|gå)? ?(?:här|hit|mera?|den här|denna)(?: (?:länken|länk|sidan))?|klicka|länken|länk|(?:click|read|see|learn)? ?(?:here|more|this)(?: (?:link|page))?|link)$/i;
/** A link text as a screen reader speaks it: without arrows, full stops and soft hyphens. */
const spokenText = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Screen readers list links without their context, so each must say where it leads. */
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
        const text = spokenText(textOf(node));
        return text === '' || meaninglessText.test(text) ? [{ at, text }] : [];
      }),
    ),
});
