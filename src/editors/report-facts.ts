import { inEachLanguage, type Localized } from '../i18n/languages.ts';
import type { Problem } from '../checks/problem.ts';
import { askedIn, type ReadEntry, type Reading } from '../checks/reading.ts';
import { bodyLength, longestBody } from '../checks/rules/body.ts';
import { usedContacts } from '../checks/rules/contacts.ts';
import { fallsDue } from '../checks/rules/dates.ts';
import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { type FactsWithAge, isStale, reviewDue } from '../model/age.ts';
import { inCodeOrder } from '../model/order.ts';
import type { Content } from '../model/content.ts';
import { type Page, pagesOf } from '../model/pages.ts';
import { aheadOf, visibleAt } from '../model/visible.ts';
import { longestField } from '../schema/fields.ts';
import { isQuestion, readersGuides } from '../search/build-guide.ts';
import { search } from '../search/match.ts';
import { isWaiting } from './confirmed-translations.ts';
import type { At } from './outside-links.ts';
import { writtenName } from './written-names.ts';
import { adviceServiceId, offered } from '../kinds/service/services.ts';
import { allKinds, kindOf } from '../kinds/kinds.ts';

/** Share of the maximum length from which a text is listed. */
const nearLimit = 0.9;
/** A keyword finds its page when the page is among so many first results. */
const topResults = 3;

export type ReportFacts = ReturnType<typeof reportFacts>;

/**
 * The data of the report for editors about the state of the content.
 * @param reading the parsed content folder, for places in the files
 * @param content the same content, typed and free of errors
 */
export function reportFacts(reading: Reading, content: Content) {
  const { now, entries } = reading;
  const visible = visibleAt(content, allKinds, now);
  const services = offered(visible.services);
  const { themes, divisions } = visible.vocabulary;
  return {
    /** Number of entries by folder; of services, those on offer. */
    counts: Object.fromEntries(
      allKinds.map(({ folder }): [string, number] => [
        folder,
        folder === 'services' ? services.length : visible[folder].length,
      ]),
    ),
    /** Entries whose translation is not confirmed, or was changed since. */
    waiting: reading.translations.filter(isWaiting),
    /** Number of services by the year of their newest source, oldest first, undated last. */
    years: yearsOf(
      services.map(({ facts }) => facts.asOf),
      now,
    ),
    /** Entries with facts that are older than two years or undated, the least recently reviewed first. */
    oldFacts: oldFactsIn(reading),
    ahead: entries.flatMap((entry) => {
      const raw = entry.facts?.data ?? entry.facts?.document.yaml.data;
      const parts = raw ? aheadOf(kindOf(entry.folder), { facts: raw }, now) : [];
      return parts.length > 0 ? [{ ...factsAt(entry), parts }] : [];
    }),
    /** Entries that must be compared with their sources within the next 60 days, and from which day. */
    due: dueSoon(reading),
    siteDue: fallsDue.check(reading),
    unusedContacts: usedContacts
      .check(reading)
      .map(({ file }: Problem) => factsAt(entries.find(({ facts }) => facts?.document.file === file)!)),
    /** Services whose only channel is the general advice. */
    withoutChannel: services
      .filter(
        ({ id, facts }) =>
          id !== adviceServiceId && facts.channels.every(({ kind }) => kind === 'advice-service'),
      )
      .map((service) =>
        factsAt(entries.find(({ folder, id }) => folder === 'services' && id === service.id)!),
      ),
    /** Texts of at least 90 % of their maximum length; lengths in characters. */
    nearLimits: nearLimitsIn(reading),
    /**
     * Keywords that do not find their page among the first three, and questions that find another service first;
     * `rank` counts from 1, 0 is not found.
     */
    lostWords: lostWordsIn(reading, visible),
    /** Number of services by theme (rows) and division (columns). */
    coverage: {
      themes: Object.values(themes),
      divisions: Object.values(divisions),
      services: Object.keys(themes).map((theme) =>
        Object.keys(divisions).map(
          (division) =>
            services.filter(({ facts }) => facts.themes.includes(theme) && facts.divisions.includes(division))
              .length,
        ),
      ),
    },
  };
}

/** The file with the facts of an entry, and what it is called. */
const factsAt = (entry: ReadEntry): At & { name: Localized<string> } => ({
  file: entry.facts!.document.file,
  line: 1,
  name: nameOf(entry),
});

/** The name of an entry as written; its id where it has none. */
const nameOf = (entry: ReadEntry): Localized<string> =>
  inEachLanguage((lang) => writtenName(entry, lang) ?? entry.id);

/** How far ahead the report looks, in days: as far as the rule `falls-due`. */
const daysAhead = 60;

function dueSoon({ entries, now }: Reading) {
  const days = Array.from(
    { length: daysAhead },
    (_, day) => new Date(now.getTime() + (day + 1) * 86_400_000),
  );
  return entries
    .flatMap((entry) => {
      const { data } = entry.facts ?? {};
      if (!data?.['asOf'] || data['withdrawn'] || data['ended'] || data['historical']) return [];
      const facts = data as FactsWithAge;
      if (reviewDue(facts, now) || !reviewDue(facts, days.at(-1)!)) return [];
      const on = helsinkiDay(days.find((day) => reviewDue(facts, day))!);
      return [{ ...factsAt(entry), on }];
    })
    .sort((a, b) => inCodeOrder(a.on, b.on));
}

/** By the year of the newest source; digits sort before letters, so "undated" comes last. */
const yearsOf = (dates: string[], now: Date) =>
  [...Map.groupBy(dates, (date) => date.split('-')[0]!)]
    .map(([year, { length }]) => ({ year, stale: isStale(year, now), services: length }))
    .sort((a, b) => inCodeOrder(a.year, b.year));

function oldFactsIn({ entries, now }: Reading) {
  return entries
    .flatMap((entry) => {
      const { facts: file } = entry;
      if (!file?.data?.['asOf'] || file.data['withdrawn']) return [];
      const { asOf, channels = [], reviewed } = file.data as FactsWithAge;
      const dates = [asOf, ...channels.map((channel) => channel.asOf)].filter(
        (date) => date !== undefined && isStale(date, now),
      ) as string[];
      if (dates.length === 0) return [];
      const place = placeOf(file.document, ['asOf']);
      return [{ ...place, name: nameOf(entry), dates: [...new Set(dates)].sort(inCodeOrder), reviewed }];
    })
    .sort(
      (a, b) =>
        inCodeOrder(a.reviewed ?? '', b.reviewed ?? '') ||
        inCodeOrder(a.dates[0]!, b.dates[0]!) ||
        inCodeOrder(a.file, b.file),
    );
}

function nearLimitsIn({ bodies, entries }: Reading) {
  const fields = entries.flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ document, data }) =>
      (['title', 'summary'] as const).map((part) => {
        const { file, line } = document.yaml.placeOf([part]);
        return { file, line, part, length: String(data![part]).length, maximum: longestField[part] };
      }),
    ),
  );
  const texts = bodies.map((body) => ({
    file: body.document.file,
    line: body.firstLine,
    part: 'body' as const,
    length: bodyLength(body),
    maximum: longestBody(body.document.folder),
  }));
  return [...fields, ...texts]
    .filter(({ length, maximum }) => length >= maximum * nearLimit)
    .sort((a, b) => b.length / b.maximum - a.length / a.maximum);
}

function lostWordsIn(reading: Reading, content: Content) {
  const pages = pagesOf(content, allKinds);
  const guides = readersGuides(content, pages);
  /** The rank of a page among the results of its kind, from 1; 0 when it is not found. */
  const rankOf = (word: string, { lang, path }: Page) => {
    const { entries } = guides[lang];
    const kind = entries.find((entry) => entry.path === path)?.kind;
    const found = search(guides[lang], word).found.filter(({ entry }) => entry.kind === kind);
    return found.findIndex(({ entry }) => entry.path === path) + 1;
  };
  return pages.flatMap((page) => {
    const { lang, subject } = page;
    if (!('entry' in subject) || ('withdrawn' in subject.entry.facts && subject.entry.facts.withdrawn))
      return [];
    const entry = reading.entries.find(
      ({ folder, id }) => kindOf(folder).name === subject.kind && id === subject.entry.id,
    )!;
    const keywords = subject.entry.texts[lang].keywords.map((word, index) => ({
      ...placeOf(entry.texts[lang]!.document, ['keywords', index]),
      lang,
      word,
      rank: rankOf(word, page),
    }));
    const questions = askedIn(entry, lang)
      .filter(({ text }) => isQuestion(text))
      .map(({ text, at: { file, line } }) => ({ file, line, lang, word: text, rank: rankOf(text, page) }));
    return [
      ...keywords.filter(({ rank }) => rank === 0 || rank > topResults),
      ...questions.filter(({ rank }) => rank !== 1),
    ];
  });
}

function placeOf({ yaml }: Reading['documents'][number], field: (string | number)[]): At {
  const { file, line } = yaml.placeOf(field, 'value');
  return { file, line };
}
