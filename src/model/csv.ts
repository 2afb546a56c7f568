/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them.
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const csvOf = (rows: string[][]): string => rows.map((cells) => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('');

/** A plus before a telephone number is no formula. */
const harmless = (cell: string): string => (/^[=@＝＠\t\r]|^[+\-＋－](?![\d ]+$)/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
