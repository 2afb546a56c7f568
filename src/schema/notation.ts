/* How editors write a value, and how files hold it; read by browsers, too. */

/** What the text of a field stands for, where it may be written in more than one way. */
export type Notation = 'date' | 'time' | 'as-of' | 'phone';

/** What stands in place of a date where the sources give none. */
export const undated = 'undated';

/**
 * A value as files hold it: "1.12.2026" → "2026-12-01", "1.12.2026 klo 9.00" → "2026-12-01T09:00",
 * "09 771 2000" → "+358 9 771 2000". What is no such value stays as it is, for the check to judge.
 */
export function inFileNotation(notation: Notation, written: string): string {
  const text = written.trim();
  return notation === 'phone' ? internationalPhone(text) : isoDate(text);
}

/** A national number is a Finnish one; the grouping of its digits is kept. */
function internationalPhone(text: string): string {
  if (!/^\+?[\d\s().\u2010-\u2013-]+$/.test(text)) return text;
  const digits = text
    .replace('(0)', ' ')
    .replace(/[\s().\u2010-\u2013-]+/g, ' ')
    .trim();
  return digits.replace(/^00 ?(?=358)/, '+').replace(/^0(?=[1-9])/, '+358 ');
}

function isoDate(text: string): string {
  const two = (number: string) => number.padStart(2, '0');
  const [, day, month, year, hour, minute] =
    /^(?:(\d{1,2})\. ?)?(\d{1,2})[./] ?(\d{4})(?:,? +(?:klo|kl\.?)? ?(\d{1,2})[.:](\d{2}))?$/.exec(text) ??
    [];
  const date = year && [year, two(month!), ...(day ? [two(day)] : [])].join('-');
  if (date) return hour && day ? `${date}T${two(hour)}:${minute!}` : hour ? text : date;
  return text.replace(
    /^(\d{4}-\d{2}-\d{2}) +(?:klo |kl\.? )?(\d{1,2})[.:](\d{2})$/,
    (_, iso: string, h: string, m: string) => `${iso}T${two(h)}:${m}`,
  );
}
