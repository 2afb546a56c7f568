import { languages, otherLanguages } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { type Place, rule } from '../problem.ts';
import type { Body } from '../reading.ts';

/** The links, e-mail addresses and phone numbers of a text are the same in every language. */
export const sameLinks = rule('same-links', {
  level: 'warning',
  message: {
    fi: [
      'vain tässä kielessä: {written}',
      'Lisää sama linkki tai osoite tiedostoon {other} tai poista se tästä.',
    ],
    sv: [
      'bara på det här språket: {written}',
      'Lägg till samma länk eller adress i {other} eller ta bort den här.',
    ],
    en: ['in this language only: {written}', 'Add the same link or address to {other}, or remove it here.'],
  },
  *find({ bodies, entries }) {
    const entryOf = new Map(
      entries.flatMap(({ folder, id, texts }) =>
        languages.map((lang) => [String(texts[lang]?.data?.['address']), `${folder}/${id}`]),
      ),
    );
    const linksOf = new Map(bodies.map((body) => [body.document.file, linksIn(body, entryOf)]));
    for (const { document, lang } of bodies)
      for (const otherLang of otherLanguages(lang)) {
        const other = document.file.replace(/[a-z]+(?=\.mdx?$)/, otherLang);
        const otherTargets = linksOf.get(other)?.map(({ target }) => target);
        for (const { at, written, target } of otherTargets ? linksOf.get(document.file)! : [])
          if (!otherTargets!.includes(target)) yield { at, written, other };
      }
  },
});

/** The links of a text, with their targets in a form that is the same in every language. */
function linksIn(
  { document: { folder, id }, nodes }: Body,
  entryOf: Map<string, string>,
): { at: Place; written: string; target: string }[] {
  return nodes.flatMap(({ node, at }) => {
    if (node.type === 'text' && !String(node.value).includes('@')) return [];
    if (node.type === 'text')
      return [...String(node.value).matchAll(/(?<!\S)[^\s@]+@[\w-]+(?:\.[\w-]+)+/g)].map(([written]) => ({
        at,
        written,
        target: organisationOf(written.split('@')[1]!),
      }));
    const target =
      (node.type === 'link' || node.type === 'definition') && node.url
        ? targetOf(node.url, entryOf)
        : undefined;
    // A text may link to itself and to its own translation.
    return target && target !== `${folder}/${id}` ? [{ at, written: node.url!, target }] : [];
  });
}

function targetOf(url: string, entryOf: Map<string, string>): string | undefined {
  if (url.startsWith('mailto:')) return organisationOf(url.split('@')[1] ?? '');
  if (url.startsWith('tel:')) return phoneDigits(url);
  if (URL.canParse(url)) return organisationOf(new URL(url).hostname);
  const lastSegment = url
    .replace(/[?#].*/, '')
    .split('/')
    .filter(Boolean)
    .at(-1);
  // Lists of services have a different address in each language; all of them count as the same target.
  return lastSegment && (entryOf.get(lastSegment) ?? (lastSegment.includes('.') ? lastSegment : 'list'));
}

/**
 * Compares links by host alone: pages differ between languages. The association has a domain for each
 * language.
 */
const organisationOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace('kommunforbundet.fi', 'kuntaliitto.fi');
