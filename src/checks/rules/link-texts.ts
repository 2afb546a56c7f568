import type { Sentence } from '../../schema/sentences.ts';
import { rule } from '../problem.ts';
import { nodesOf, textOf } from '../reading.ts';

const meaninglessText =
  /^(?:(?:lue|katso|klikkaa|siirry|mene|avaa)? ?(?:tästä|täältä|tässä|täällä|tänne|tämä|tältä|lisää|enemmän)(?: (?:linkistä|linkki|lisää|sivulta|sivulle|sivu))?|klikkaa|linkistä|linkki|(?:klicka|läs|se|gå)? ?(?:här|hit|mera?|den här|denna)(?: (?:länken|länk|sidan))?|klicka|länken|länk|(?:click|read|see|learn)? ?(?:here|more|this)(?: (?:link|page))?|link)$/i;
/** A link text as a screen reader speaks it: without arrows, full stops and soft hyphens. */
const spokenText = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const nameOfPage: Sentence = {
  fi: 'Kirjoita tekstiksi sen sivun nimi, jolle linkki vie.',
  sv: 'Skriv namnet på sidan som länken leder till.',
  en: 'Write the name of the page that it leads to.',
};

/** Screen readers list links without their context, so each must say where it leads. */
export const linkTexts = rule('link-texts', {
  messages: {
    elsewhere: {
      fi: ['linkin teksti on osoite {text}, mutta linkki vie muualle: {url}', nameOfPage.fi],
      sv: ['länkens text är adressen {text}, men länken leder någon annanstans: {url}', nameOfPage.sv],
      en: ['the text of the link is the address {text}, but it leads elsewhere: {url}', nameOfPage.en],
    },
    meaningless: {
      fi: ['linkkiteksti "{text}" ei kerro, mihin linkki vie', nameOfPage.fi],
      sv: ['länktexten "{text}" berättar inte vart länken leder', nameOfPage.sv],
      en: ['the link text "{text}" does not say where it leads', nameOfPage.en],
    },
    empty: {
      fi: ['linkiltä puuttuu teksti', nameOfPage.fi],
      sv: ['länken saknar text', nameOfPage.sv],
      en: ['the link has no text', nameOfPage.en],
    },
  },
  *findInBody(body) {
    for (const { node, at } of nodesOf(body, 'link')) {
      const url = node.url!;
      const written = textOf(node).trim();
      const text = spokenText(written);
      if (text === '') yield { at, fault: 'empty' };
      else if (meaninglessText.test(text)) yield { at, fault: 'meaningless', text };
      else if (leadsElsewhere(written, url)) yield { at, fault: 'elsewhere', text: written, url };
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
