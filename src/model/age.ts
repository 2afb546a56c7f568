/** How old facts may be before readers are told: twelve months. */
const monthsUntilOld = 12;

export type Age = 'fresh' | 'old' | 'undated';

/**
 * Whether facts need a mark.
 * @param asOf year, month or day of the newest source, or `undated`; a year counts to its end, a month to its end
 */
export function ageOf(asOf: string, now: Date): Age {
  if (asOf === 'undated') return 'undated';
  return monthsSince(asOf, now) > monthsUntilOld ? 'old' : 'fresh';
}

/** Whole months from the end of a year, month or day to now; negative while it is not over. */
export function monthsSince(date: string, now: Date): number {
  const [year, month] = date.split('-').map(Number);
  return (now.getUTCFullYear() - year!) * 12 + (now.getUTCMonth() + 1 - (month ?? 12));
}
