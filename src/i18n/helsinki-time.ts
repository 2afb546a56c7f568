const zone = 'Europe/Helsinki';
// Swedish writes a time nearly as ISO 8601 does.
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What a clock in Helsinki shows at a moment, as `2026-11-24T09:00`. */
export const helsinkiClock = (moment: Date): string => clock.format(moment).replace(' ', 'T');

/** The day that it is in Helsinki at a moment, as `2026-11-24`. */
export const helsinkiDay = (moment: Date): string => helsinkiClock(moment).slice(0, 10);

const hour = 3_600_000;

/**
 * The moment at which clocks in Helsinki show a time.
 * @param local `2026-11-24T09:00`
 * @returns undefined on the night in spring when clocks skip the time, and the first of two moments in autumn
 */
export function momentInHelsinki(local: string): Date | undefined {
  const asUtc = Date.parse(`${local}:00Z`);
  // Helsinki is three hours ahead of UTC in summer and two in winter; the earlier moment is tried first.
  return [3, 2]
    .map((ahead) => new Date(asUtc - ahead * hour))
    .find((moment) => helsinkiClock(moment) === local);
}

/** How far Helsinki is ahead of UTC at a moment, as `+02:00`. */
export const helsinkiOffset = (moment: Date): string =>
  `+0${Math.round((Date.parse(`${helsinkiClock(moment)}:00Z`) - moment.getTime()) / hour)}:00`;

/** Whether clocks in Helsinki show a time twice, on the night in autumn when they are set back. */
export const isAmbiguousInHelsinki = (local: string): boolean => {
  const asUtc = Date.parse(`${local}:00Z`);
  return [3, 2].every((ahead) => helsinkiClock(new Date(asUtc - ahead * hour)) === local);
};
