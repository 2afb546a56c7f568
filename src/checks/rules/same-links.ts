import { languages, otherLanguages } from '../../i18n/languages.ts';
import { phoneDigits } from '../../i18n/phone-digits.ts';
import { type Place, rule } from '../problem.ts';
import type { Body, Reading } from '../reading.ts';

/** Links, mailboxes and phone numbers of a text lead a reader of either language to the same places. */
export const sameLinks = rule('same-links', {
  level: 'warning',
  message: ({ written, other }: { written: string; other: string }) => ({
    fi: [
      `vain tässä kielessä: ${written}`,
      `Lisää sama linkki tai osoite tiedostoon ${other} tai poista se tästä.`,
    ],
    sv: [
      `bara på det här språket: ${written}`,
      `Lägg till samma länk eller adress i ${other} eller ta bort den här.`,
    ],
    en: [`in this language only: ${written}`, `Add the same link or address to ${other}, or remove it here.`],
  }),
  find: ({ bodies, entries }: Reading) => {
    const entryOf = new Map(
      entries.flatMap(({ folder, id, texts }) =>
        languages.map((lang) => [String(texts[lang]?.data?.['address']), `${folder}/${id}`]),
      ),
    );
    const linksOf = new Map(bodies.map((body) => [body.document.file, linksIn(body, entryOf)]));
    return bodies.flatMap(({ document: { file }, lang }) =>
      otherLanguages(lang).flatMap((otherLang) => {
        const other = file.replace(/[a-z]+(?=\.mdx?$)/, otherLang);
        const inTwin = linksOf.get(other)?.map(({ target }) => target);
        return inTwin
          ? linksOf
              .get(file)!
              .filter(({ target }) => !inTwin.includes(target))
              .map(({ at, written }) => ({ at, written, other }))
          : [];
      }),
    );
  },
});

/** Where the links of a text lead, in a form that does not depend on the language. */
function linksIn(
  { document: { folder, id }, nodes }: Body,
  entryOf: Map<string, string>,
): { at: Place; written: string; target: string }[] {
  return nodes.flatMap(({ node, at }) => {
    if (node.type === 'text')
      return [...String(node.value).matchAll(/(?<!\S)[^\s@]+@[\w-]+(?:\.[\w-]+)+/g)].map(([written]) => ({
        at,
        written,
        target: organisation(written.split('@')[1]!),
      }));
    const target =
      (node.type === 'link' || node.type === 'definition') && node.url
        ? targetOf(node.url, entryOf)
        : undefined;
    // A text may lead to itself and to its own translation.
    return target && target !== `${folder}/${id}` ? [{ at, written: node.url!, target }] : [];
  });
}

function targetOf(url: string, entryOf: Map<string, string>): string | undefined {
  if (url.startsWith('mailto:')) return organisation(url.split('@')[1] ?? '');
  if (url.startsWith('tel:')) return phoneDigits(url);
  if (URL.canParse(url)) return organisation(new URL(url).hostname);
  const last = url
    .replace(/[?#].*/, '')
    .split('/')
    .filter(Boolean)
    .at(-1);
  // Lists of services have an address of their own in each language, and any of them will do.
  return last && (entryOf.get(last) ?? (last.includes('.') ? last : 'list'));
}

/** The association has a domain for each language; the pages of others differ from language to language, their owner does not. */
const organisation = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace('kommunforbundet.fi', 'kuntaliitto.fi');
