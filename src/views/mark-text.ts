import type { Lang, Localized } from '../i18n/languages.ts';
import { foreignNames } from '../model/foreign-names.ts';

/** Elements whose text stays as it is, then tags, then text. */
const partsOfHtml = /<(script|option|pre|svg)\b.*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gs;
/** An e-mail address, a URL, or the name of a host. */
const addresses =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/[^\s<>"”’)]*[^\s<>"”’).,:;!?]|(?<![\p{L}\d.@-])(?:[\p{L}\d-]+\.)*[\p{L}\d-]{2,}\.(?:fi|eu|se|com|org|net)(?![\p{L}\d])(?:\/[^\s<>"”’)]*[^\s<>"”’).,:;!?])?/gu;

/** What every address has; looked for first, since few texts do. */
const inEveryAddress = /@|\.\p{L}|:\/\//u;

/**
 * Marks what no page may break or read like other words, wherever its text comes from. A hyphen at the end of a line
 * would become a part of an address, which breaks after `@`, dots and slashes instead, but leaves no short end alone on a line. A name of another language is
 * read in that language.
 * @param html a page, or the part of it from `<body>` on
 * @param names names that only one language has, by language
 */
export function markText(html: string, lang: Lang, names?: Partial<Localized<string[]>>): string {
  const foreign = foreignNames(lang, names);
  const markNames = (text: string) =>
    foreign
      ? text.replace(foreign, (name, ...matched) => {
          const [of] = Object.entries(matched.at(-1) as Record<string, string>).find(([, found]) => found)!;
          return `<span lang="${of}">${name}</span>`;
        })
      : text;
  const markAddresses = (text: string) =>
    inEveryAddress.test(text) ? text.replace(addresses, markAddress) : text;
  return html.replace(partsOfHtml, (part) => (part.startsWith('<') ? part : markAddresses(markNames(part))));
}

const markAddress = (address: string): string =>
  `<span class="address">${address.replace(/@|[./]+(?=[^@./]{4})/g, '$&<wbr>')}</span>`;
