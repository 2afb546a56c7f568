import { momentInHelsinki } from '../i18n/helsinki-time.ts';
import { daysUntilExpiry } from './age.ts';
import type { Content, Folder } from './content.ts';

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

/** How entries of a kind become public, whole or in parts. */
type Timed = {
  folder: Folder;
  /** The time from which on an entry is public, as written in its facts. */
  publishedFrom?: (facts: Facts) => unknown;
  /** Facts that are public from their `date` on, one or a list. */
  dated?: string[];
};
type Facts = Record<string, unknown>;
type Dated = { date: string };

/** The facts of an entry: of one without texts its fields. */
const factsOf = (entry: object): Facts => ('facts' in entry ? entry.facts : entry) as Facts;

/** Whether an editor has marked an entry as a draft: no site that is built shows it. */
export const isDraft = (facts: unknown): boolean => (facts as Facts | undefined)?.['draft'] === true;

/** When an entry becomes public, as written, while that is ahead; undefined once it is public. */
export function embargoOf(
  { publishedFrom }: Pick<Timed, 'publishedFrom'>,
  facts: Facts,
  now: Date,
): string | undefined {
  const published = publishedFrom?.(facts);
  return typeof published === 'string' && publicationMoment(published) > now ? published : undefined;
}

/**
 * The content that is public at a time: what is not yet is left out, so that nothing derived from it (pages,
 * lists, feeds, sitemap, search, open data) can reveal it.
 */
export const visibleAt = (content: Content, kinds: Timed[], now: Date): Content => ({
  ...content,
  site: { ...content.site, security: currentContact(content.site, now) },
  ...Object.fromEntries(
    kinds.map((kind) => [
      kind.folder,
      content[kind.folder].flatMap((entry) => visible(kind, entry, now) ?? []),
    ]),
  ),
});

function visible(kind: Timed, entry: object, now: Date): object | undefined {
  const facts = factsOf(entry);
  if (isDraft(facts) || embargoOf(kind, facts, now)) return undefined;
  if (!kind.dated) return entry;
  const parts = Object.fromEntries(kind.dated.map((name) => [name, publicAt(now, facts[name])]));
  return { ...entry, facts: { ...facts, ...parts } };
}

/** What of a dated fact is public at a time; undefined where nothing is. */
function publicAt(now: Date, fact: unknown): unknown {
  const isPublic = ({ date }: Dated) => publicationMoment(date) <= now;
  const events = eventsOf(fact).filter(isPublic);
  return events.length === 0 ? undefined : Array.isArray(fact) ? events : fact;
}

const eventsOf = (fact: unknown): Dated[] => (fact === undefined ? [] : [fact].flat()) as Dated[];

/** What is not public yet: a whole entry or one of its facts, from a time, or a draft without one. */
export type Ahead = { field?: string; from?: string };

/** What of an entry is not public yet at a time. */
export function aheadOf(kind: Timed, entry: object, now: Date): Ahead[] {
  const facts = factsOf(entry);
  const from = embargoOf(kind, facts, now);
  return [
    ...(isDraft(facts) ? [{}] : []),
    ...(from === undefined ? [] : [{ from }]),
    ...(kind.dated ?? []).flatMap((field) =>
      eventsOf(facts[field])
        .filter(({ date }) => publicationMoment(date) > now)
        .map(({ date }) => ({ field, from: date })),
    ),
  ];
}

/** The security contact, unless it has expired: nobody made sure that it still works. */
const currentContact = ({ security }: Content['site'], now: Date): Content['site']['security'] =>
  security && daysUntilExpiry(security.expires, now) >= 0 ? security : null;
