import { otherLanguages } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { isFolder } from '../../kinds/kinds.ts';
import { namedPaths } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import { type Body, inLanguage } from '../reading.ts';

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
  *find(reading) {
    const { bodies } = reading;
    // Lists of services have a different address in each language; all of them count as the same target.
    const pageOf = new Map(
      namedPaths(reading).map(({ path, name = '' }) => [
        lastSegment(path),
        isFolder(name.split('/')[0]!) ? name.split(' ')[0]! : 'list',
      ]),
    );
    const linksOf = new Map(bodies.map((body) => [body.document.file, linksIn(body, pageOf)]));
    for (const { document, lang } of bodies)
      for (const otherLang of otherLanguages(lang)) {
        const other = inLanguage(document.file, otherLang);
        const links = linksOf.get(document.file)!;
        const otherTargets = linksOf.get(other)?.map(({ target }) => target) ?? [unknownPage];
        if (links.some(({ target }) => target === unknownPage) || otherTargets.includes(unknownPage))
          continue;
        for (const { at, written, target } of links)
          if (!otherTargets.includes(target)) yield { at, written, other };
      }
  },
});

/** The target of a link to a page that is not there, or cannot be read: nobody can tell whether it is the same. */
const unknownPage = 'unknown';

const lastSegment = (path: string): string | undefined =>
  path
    .replace(/[?#].*/, '')
    .split('/')
    .filter(Boolean)
    .at(-1);

/** The links of a text, with their targets in a form that is the same in every language. */
function linksIn(
  { document: { folder, id }, nodes }: Body,
  pageOf: Map<string | undefined, string>,
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
        ? targetOf(node.url, pageOf)
        : undefined;
    // A text may link to itself and to its own translation.
    return target && target !== `${folder}/${id}` ? [{ at, written: node.url!, target }] : [];
  });
}

function targetOf(url: string, pageOf: Map<string | undefined, string>): string | undefined {
  if (url.startsWith('mailto:')) return organisationOf(url.split('@')[1] ?? '');
  if (url.startsWith('tel:')) return phoneDigits(url);
  if (URL.canParse(url)) return organisationOf(new URL(url).hostname);
  const segment = lastSegment(url);
  return segment && (pageOf.get(segment) ?? (segment.includes('.') ? segment : unknownPage));
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
