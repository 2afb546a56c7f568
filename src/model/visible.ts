import { momentInHelsinki } from '../i18n/helsinki-time.ts';
import type { Content } from './content.ts';

/** When an announcement becomes public: the exact minute where one is given, otherwise the start of the day, month or year in Helsinki. */
export function publicationMoment(published: string): Date {
  const [date = '', time = '00:00'] = published.split('T');
  const [year, month = '01', day = '01'] = date.split('-');
  const moment = momentInHelsinki(`${year}-${month}-${day}T${time}`);
  if (!moment) throw new Error(`${published} is no time in Helsinki.`);
  return moment;
}

/**
 * The content as readers may see it at a moment: announcements, changes and withdrawals whose time has not come are left out,
 * so that nothing made from it (pages, lists, feeds, sitemap, search, open data) can tell of them.
 */
export const visibleAt = (content: Content, now: Date): Content => ({
  ...content,
  services: content.services.map((entry) => ({
    ...entry,
    facts: {
      ...entry.facts,
      changes: until(now, entry.facts.changes),
      withdrawn: until(now, entry.facts.withdrawn && [entry.facts.withdrawn])?.[0],
    },
  })),
  announcements: content.announcements
    .filter(({ facts }) => publicationMoment(facts.published) <= now)
    .map((entry) => ({
      ...entry,
      facts: { ...entry.facts, corrections: until(now, entry.facts.corrections) },
    })),
});

function until<Dated extends { date: string }>(now: Date, events: Dated[] | undefined): Dated[] | undefined {
  const visible = events?.filter(({ date }) => publicationMoment(date) <= now);
  return visible?.length ? visible : undefined;
}
