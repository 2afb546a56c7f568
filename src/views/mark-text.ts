/** Elements whose text stays as it is, then tags, then text. */
const partsOfHtml = /<(script|option|pre|svg)\b.*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gs;
/** An e-mail address, a URL, or the name of a host. */
const addresses =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/[^\s<>"”’)]*[^\s<>"”’).,:;!?]|\b(?:[a-z\d-]+\.)*[a-z\d-]{3,}\.(?:fi|eu|se|com|org|net)\b(?:\/[^\s<>"”’)]*[^\s<>"”’).,:;!?])?/g;

/**
 * Marks what no page may break or read like other words, wherever its text comes from: a hyphen at the end of a line
 * would become a part of an address, which breaks after `@`, dots and slashes instead.
 * @param html a page, or the part of it from `<body>` on
 */
export const markText = (html: string): string =>
  html.replace(partsOfHtml, (part) =>
    part.startsWith('<')
      ? part
      : part.replace(
          addresses,
          (address) => `<span class="address">${address.replace(/[@./]+(?=.)/g, '$&<wbr>')}</span>`,
        ),
  );
