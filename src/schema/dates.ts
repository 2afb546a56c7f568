import { isAmbiguousInHelsinki, momentInHelsinki } from '../i18n/helsinki-time.ts';

/*
 * Dates are validated as ISO 8601 text, since `Date` would turn 2026-02-30 into 2 March.
 */

/** True for a YYYY, YYYY-MM or YYYY-MM-DD from 1900 on that exists in the calendar. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a YYYY-MM-DD that exists in the calendar. */
export const isDay = (text: string): boolean => text.length === 10 && isCalendarDate(text);

/** True for a day and a minute that clocks in Helsinki show exactly once, for example 2026-12-01T09:00. */
export const isHelsinkiTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) &&
  isCalendarDate(text.slice(0, 10)) &&
  momentInHelsinki(text) !== undefined &&
  !isAmbiguousInHelsinki(text);

/** Days between two dates; a year or month counts from its first day. */
export const daysBetween = (earlier: string, later: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
