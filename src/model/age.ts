import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { daysBetween } from '../schema/dates.ts';

/** Facts older than this are labelled as old on the page. */
const monthsUntilOld = 12;
/** Facts older than this are stale: editors look for newer sources every year. */
const monthsUntilStale = 24;
/** How long a review (a comparison with the sources) stays valid, in months. Undated facts count as stale. */
const reviewValidMonths = { stale: 12, fresh: 24 };

export type Age = 'fresh' | 'old' | 'undated';

/**
 * Which age label readers see beside facts.
 * @param asOf year, month or day of the newest source, or `undated`; a year or month counts from its end
 */
export function ageOf(asOf: string, now: Date): Age {
  if (asOf === 'undated') return 'undated';
  return monthsSince(asOf, now) > monthsUntilOld ? 'old' : 'fresh';
}

/** The dated fields of a service, a page or a contact. */
export type FactsWithAge = {
  asOf: string;
  channels?: { asOf?: string | undefined }[];
  reviewed?: string | undefined;
};

/**
 * Whether an editor should compare the facts with their sources again. Some facts never get a newer source,
 * so a review silences the warning for a year.
 * @returns path of the field that causes the warning, and `asOf` if that fact is stale; `ahead` if the review
 *   is dated in the future; undefined when no review is due
 */
export function reviewDue(
  { asOf, channels = [], reviewed }: FactsWithAge,
  now: Date,
): { field: (string | number)[]; asOf?: string; ahead?: true } | undefined {
  if (reviewed !== undefined && isToCome(reviewed, now)) return { field: ['reviewed'], ahead: true };
  const monthsSinceReview = reviewed === undefined ? Infinity : monthsSince(reviewed, now);
  const facts = [
    { field: ['asOf'], asOf },
    ...channels.map((channel, index) => ({ field: ['channels', index, 'asOf'], asOf: channel.asOf })),
  ];
  const stale = facts.find(
    (fact): fact is { field: (string | number)[]; asOf: string } =>
      fact.asOf !== undefined && isStale(fact.asOf, now),
  );
  if (stale && monthsSinceReview > reviewValidMonths.stale) return stale;
  return reviewed !== undefined && monthsSinceReview > reviewValidMonths.fresh
    ? { field: ['reviewed'] }
    : undefined;
}

/** Whether the day of a review is in the future. One day is tolerated: the editor's clock may be ahead. */
export const isToCome = (day: string, now: Date): boolean => daysBetween(helsinkiDay(now), day) > 1;

/** Whether facts are undated, or so old that editors should look for newer ones every year. */
export const isStale = (asOf: string, now: Date): boolean =>
  asOf === 'undated' || monthsSince(asOf, now) > monthsUntilStale;

/** Whole months from the end of a year or month to now; negative while it is not over. */
function monthsSince(date: string, now: Date): number {
  const [year, month = 12] = date.split('-').map(Number);
  const [thisYear, thisMonth] = helsinkiDay(now).split('-').map(Number);
  return (thisYear! - year!) * 12 + (thisMonth! - month);
}

/** The Act on the Provision of Digital Services (306/2019) asks for a review at least once a year. */
const statementValidDays = 365;

/** Days until the accessibility statement must have been reviewed again; below 0 it is old. */
export const daysUntilStatementIsOld = (reviewed: string, now: Date): number =>
  statementValidDays - daysBetween(reviewed, helsinkiDay(now));

/** Days until a contact expires; below 0 it has expired. */
export const daysUntilExpiry = (expires: string, now: Date): number => daysBetween(helsinkiDay(now), expires);
