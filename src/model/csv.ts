/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them.
 * What a spreadsheet would take for a formula gets an apostrophe before it, at the beginning of a cell and after a
 * semicolon or tab: where those part the cells, as in Finland, the text goes on in the next one.
 */
export const csvOf = (rows: string[][]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('');

/** A plus before a telephone number is no formula. */
const harmless = (cell: string): string =>
  cell.replace(/(^|[;\t\r\n]["\s]*)([=@＝＠]|[+\-＋－](?![\d ]+(?:$|;))|^[\t\r])/g, "$1'$2");
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
