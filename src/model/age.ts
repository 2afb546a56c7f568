import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { daysBetween } from '../schema/dates.ts';

/** How old facts may be before readers are told: twelve months. */
const monthsUntilOld = 12;
/** How long facts without newer ones can stand before editors look for newer ones every year: 24 months. */
const monthsUntilStale = 24;
/** How long a comparison with the sources holds, in months: a year where the facts are stale or undated, otherwise two. */
const reviewHolds = { stale: 12, fresh: 24 };

export type Age = 'fresh' | 'old' | 'undated';

/**
 * Whether facts need a mark.
 * @param asOf year, month or day of the newest source, or `undated`; a year counts to its end, a month to its end
 */
export function ageOf(asOf: string, now: Date): Age {
  if (asOf === 'undated') return 'undated';
  return monthsSince(asOf, now) > monthsUntilOld ? 'old' : 'fresh';
}

/** Facts as far as their age goes: of a service, a page or a contact. */
export type FactsWithAge = {
  asOf: string;
  channels?: { asOf?: string | undefined }[];
  reviewed?: string | undefined;
};

/**
 * Whether somebody should compare facts with their sources again. A fact that no source renews need not warn for ever:
 * a review silences it for a year.
 * @returns the field that tells so, with the age of the stale fact if it is one; `ahead` when the review is still to come
 */
export function reviewDue(
  { asOf, channels = [], reviewed }: FactsWithAge,
  now: Date,
): { field: (string | number)[]; asOf?: string; ahead?: true } | undefined {
  if (reviewed !== undefined && isToCome(reviewed, now)) return { field: ['reviewed'], ahead: true };
  const since = reviewed === undefined ? Infinity : monthsSince(reviewed, now);
  const facts = [
    { field: ['asOf'], asOf },
    ...channels.map((channel, index) => ({ field: ['channels', index, 'asOf'], asOf: channel.asOf })),
  ];
  const stale = facts.find(
    (fact): fact is { field: (string | number)[]; asOf: string } =>
      fact.asOf !== undefined && isStale(fact.asOf, now),
  );
  if (stale && since > reviewHolds.stale) return stale;
  return reviewed !== undefined && since > reviewHolds.fresh ? { field: ['reviewed'] } : undefined;
}

/** Whether a day of a review is still to come. The clock of who writes may be a day ahead. */
export const isToCome = (day: string, now: Date): boolean => daysBetween(helsinkiDay(now), day) > 1;

/** Whether facts are so old, or so little dated, that editors look for newer ones every year. */
export const isStale = (asOf: string, now: Date): boolean =>
  asOf === 'undated' || monthsSince(asOf, now) > monthsUntilStale;

/** Whole months from the end of a year, month or day to now; negative while it is not over. */
function monthsSince(date: string, now: Date): number {
  const [year, month = 12] = date.split('-').map(Number);
  const [thisYear, thisMonth] = helsinkiDay(now).split('-').map(Number);
  return (thisYear! - year!) * 12 + (thisMonth! - month);
}
