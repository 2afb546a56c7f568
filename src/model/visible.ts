import { momentInHelsinki } from '../i18n/helsinki-time.ts';
import type { Content } from './content.ts';

/**
 * When something becomes public: at the given minute, otherwise at the start of the day, month or year in
 * Helsinki.
 * @param published for example `2026`, `2026-11`, `2026-11-24` or `2026-11-24T09:00`
 * @throws an Error for a time that does not exist in Helsinki; the schema refuses it before
 */
export function publicationMoment(published: string): Date {
  const [date = '', time = '00:00'] = published.split('T');
  const [year, month = '01', day = '01'] = date.split('-');
  const moment = momentInHelsinki(`${year}-${month}-${day}T${time}`);
  if (!moment) throw new Error(`${published} is no time in Helsinki.`);
  return moment;
}

/**
 * The content that is public at a time: future announcements, corrections, changes and withdrawals are left
 * out, so that nothing derived from it (pages, lists, feeds, sitemap, search, open data) can reveal them.
 */
export const visibleAt = (content: Content, now: Date): Content => ({
  ...content,
  services: content.services.map((entry) => ({
    ...entry,
    facts: {
      ...entry.facts,
      changes: publicAt(now, entry.facts.changes),
      withdrawn: publicAt(now, entry.facts.withdrawn && [entry.facts.withdrawn])?.[0],
    },
  })),
  announcements: content.announcements
    .filter(({ facts }) => publicationMoment(facts.published) <= now)
    .map((entry) => ({
      ...entry,
      facts: { ...entry.facts, corrections: publicAt(now, entry.facts.corrections) },
    })),
});

function publicAt<Dated extends { date: string }>(
  now: Date,
  events: Dated[] | undefined,
): Dated[] | undefined {
  const visible = events?.filter(({ date }) => publicationMoment(date) <= now);
  return visible?.length ? visible : undefined;
}
