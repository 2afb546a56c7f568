import { userError } from './user-error.ts';

/**
 * The time that the site is built for. It alone decides which entries are visible and which facts are old.
 * `BUILD_TIME` (ISO 8601 with a time zone) overrides it for tests, rehearsals and reproducible builds.
 * @throws a user-facing error if `BUILD_TIME` is not such a time
 */
export function buildTime(environment: Record<string, string | undefined> = process.env): Date {
  const given = environment['BUILD_TIME'];
  const time = given ? new Date(given) : new Date();
  if (Number.isNaN(time.getTime()) || (given && !/(Z|[+-]\d\d:\d\d)$/.test(given))) {
    throw userError(
      `BUILD_TIME is not a moment in ISO 8601 with its zone: "${given}". Write for example 2026-11-24T12:00:00Z.`,
      2,
    );
  }
  return time;
}
