// The Swedish format is nearly ISO 8601: "2026-11-24 09:00".
const formatter = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Local time in Helsinki, as `2026-11-24T09:00`. */
export const helsinkiClock = (moment: Date): string => formatter.format(moment).replace(' ', 'T');

/** Local date in Helsinki, as `2026-11-24`. */
export const helsinkiDay = (moment: Date): string => helsinkiClock(moment).slice(0, 10);

const hourInMilliseconds = 3_600_000;

/**
 * The instant of a local time in Helsinki.
 * @param local for example `2026-11-24T09:00`
 * @returns undefined for a time that is skipped when daylight saving begins; the first of two for one that is
 *   repeated when it ends
 */
export function momentInHelsinki(local: string): Date | undefined {
  const asUtc = Date.parse(`${local}:00Z`);
  // Helsinki is UTC+3 in summer and UTC+2 in winter; the earlier instant is tried first.
  return [3, 2]
    .map((ahead) => new Date(asUtc - ahead * hourInMilliseconds))
    .find((moment) => helsinkiClock(moment) === local);
}

/** UTC offset of Helsinki at an instant, as `+02:00`. */
export const helsinkiOffset = (moment: Date): string =>
  `+0${Math.round((Date.parse(`${helsinkiClock(moment)}:00Z`) - moment.getTime()) / hourInMilliseconds)}:00`;

/** Whether a local time occurs twice, because clocks in Helsinki are set back that night. */
export const isAmbiguousInHelsinki = (local: string): boolean => {
  const asUtc = Date.parse(`${local}:00Z`);
  return [3, 2].every((ahead) => helsinkiClock(new Date(asUtc - ahead * hourInMilliseconds)) === local);
};
