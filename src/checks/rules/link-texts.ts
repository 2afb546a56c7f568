import { rule } from '../problem.ts';
import { textOf } from '../reading.ts';

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
  messages: {
    elsewhere: {
      fi: [
        'linkin teksti on osoite {text}, mutta linkki vie muualle: {url}',
        'Kirjoita tekstiksi sen sivun nimi, jolle linkki vie.',
      ],
      sv: [
        'länkens text är adressen {text}, men länken leder någon annanstans: {url}',
        'Skriv namnet på sidan som länken leder till.',
      ],
      en: [
        'the text of the link is the address {text}, but it leads elsewhere: {url}',
        'Write the name of the page that it leads to.',
      ],
    },
    empty: ({ text }: { text: string }) => ({
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
  },
  *findInFile({ bodies }) {
    for (const { nodes } of bodies)
      for (const { node, at } of nodes) {
        if (node.type !== 'link') continue;
        const written = textOf(node).trim();
        const text = spokenText(written);
        if (text === '' || meaninglessText.test(text)) yield { at, fault: 'empty', text };
        else if (leadsElsewhere(written, node.url ?? ''))
          yield { at, fault: 'elsewhere', text: written, url: node.url! };
      }
  },
});

/** Whether a text is itself an address, and of another host or mailbox than that of the link. */
function leadsElsewhere(text: string, url: string): boolean {
  if (/^[^\s@/]+@[^\s@/]+$/.test(text))
    return url.replace(/^mailto:|\?.*$/gi, '').toLowerCase() !== text.toLowerCase();
  const [, host] = /^(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?:[/?#:]\S*)?$/iu.exec(text) ?? [];
  return host !== undefined && hostOf(url) !== undefined && hostOf(url) !== hostOf(`https://${host}`);
}

const hostOf = (url: string): string | undefined => URL.parse(url)?.hostname.replace(/^www\./, '');
