/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them. Prevents formula injection:
 * whatever a spreadsheet would run as a formula is prefixed with an apostrophe. This covers the start of a
 * cell, and text after a semicolon, tab or line break: spreadsheets with Finnish settings split cells there.
 */
export const csvOf = (rows: string[][]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(withoutFormulas(cell))).join(',')}\r\n`).join('');

const withoutFormulas = (cell: string): string =>
  cell
    .split(/([;\t\v\r\n\u0085\u2028\u2029])/)
    .map((part) => {
      const start = part.search(/[^"\s\p{C}]/u);
      const rest = part.slice(start);
      return start >= 0 && isFormula(rest) ? `${part.slice(0, start)}'${rest}` : part;
    })
    .join('');
/** Also in compatibility forms such as the full-width ＝. The plus sign of a telephone number starts no formula. */
const isFormula = (text: string): boolean =>
  /^[=@+\-\u2212]/.test([...text][0]!.normalize('NFKC')) && !/^[+-][\d ]+$/.test(text);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
