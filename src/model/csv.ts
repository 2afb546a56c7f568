/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them. Prevents formula injection:
 * whatever a spreadsheet would run as a formula is prefixed with an apostrophe. This covers the start of a
 * cell, and text after a semicolon or tab: spreadsheets with Finnish settings split cells there.
 */
export const csvOf = (rows: string[][]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(withoutFormulas(cell))).join(',')}\r\n`).join('');

/** Escapes formulas; the plus sign of a telephone number is not one. */
const withoutFormulas = (cell: string): string =>
  cell.replace(/((?:^|[;\t\r\n])["\s]*)([=@＝＠]|[+\-＋－](?![\d ]+(?:$|;))|^[\t\r])/g, "$1'$2");
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
