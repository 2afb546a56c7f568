import { momentInHelsinki } from '../i18n/helsinki-time.ts';
import { daysUntilExpiry } from './age.ts';
import type { Content, Entries, Folder } from './content.ts';

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

/** A kind whose entries, or parts of them, become public at a time. */
type Timed<F extends Folder = Folder> = {
  folder: F;
  /** What of an entry is public at a time; undefined where nothing is. */
  visible?: (entry: Entries[F], now: Date) => Entries[F] | undefined;
};

/**
 * The content that is public at a time: what is not yet is left out, so that nothing derived from it (pages,
 * lists, feeds, sitemap, search, open data) can reveal it.
 */
export const visibleAt = (content: Content, kinds: Timed[], now: Date): Content => ({
  ...content,
  site: { ...content.site, security: currentContact(content.site, now) },
  ...Object.fromEntries(
    kinds.map(({ folder, visible = (entry) => entry }) => [
      folder,
      content[folder].flatMap((entry) => visible(entry, now) ?? []),
    ]),
  ),
});

/** The events of a list that are public at a time; undefined where none is. */
export function publicAt<Dated extends { date: string }>(
  now: Date,
  events: Dated[] | undefined,
): Dated[] | undefined {
  const visible = events?.filter(({ date }) => publicationMoment(date) <= now);
  return visible?.length ? visible : undefined;
}

/** The security contact, unless it has expired: nobody made sure that it still works. */
const currentContact = ({ security }: Content['site'], now: Date): Content['site']['security'] =>
  security && daysUntilExpiry(security.expires, now) >= 0 ? security : null;
