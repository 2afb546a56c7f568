import { inEachLanguage, type Lang, type Localized } from '../i18n/languages.ts';
import type { EntryTranslation } from '../checks/reading.ts';
import type { Problem } from '../checks/problem.ts';
import type { ReadEntry, Reading } from '../checks/reading.ts';
import { bodyLength, longestBody } from '../checks/rules/body.ts';
import { usedContacts } from '../checks/rules/contacts.ts';
import { fallsDue } from '../checks/rules/dates.ts';
import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { type FactsWithAge, isStale, reviewDue } from '../model/age.ts';
import { inCodeOrder } from '../model/order.ts';
import type { Content } from '../model/content.ts';
import { type Page, pagesOf } from '../model/pages.ts';
import { type Ahead, aheadOf, visibleAt } from '../model/visible.ts';
import { longestField } from '../schema/fields.ts';
import { isQuestion, readersGuides } from '../search/build-guide.ts';
import { search } from '../search/match.ts';
import { isWaiting } from './confirmed-translations.ts';
import { writtenName } from './written-names.ts';
import { adviceServiceId, offered } from '../kinds/service/services.ts';
import { allKinds, kindOf } from '../kinds/kinds.ts';

/** A file of the content folder and a line in it, from 1. */
type At = { file: string; line: number };
type Term = { name: Localized<string> };

/** The data of the report for editors about the state of the content. */
export type ReportFacts = {
  /** Number of entries by folder; of services, those on offer. */
  counts: Record<string, number>;
  /** Entries whose translation is not confirmed, or was changed since. */
  waiting: EntryTranslation[];
  /** Number of services by the year of their newest source, oldest first, undated last. */
  years: { year: string; stale: boolean; services: number }[];
  /** Entries with facts that are older than two years or undated, the least recently reviewed first. */
  oldFacts: (At & { name: Localized<string>; dates: string[]; reviewed: string | undefined })[];
  /** Drafts, and what becomes public at a time ahead. */
  ahead: (At & { name: Localized<string>; parts: Ahead[] })[];
  /** Entries that must be compared with their sources within the next 60 days, and from which day. */
  due: (At & { name: Localized<string>; on: string })[];
  /** What lapses in `site.yaml` within that time. */
  siteDue: Problem[];
  unusedContacts: (At & { name: Localized<string> })[];
  /** Services whose only channel is the general advice. */
  withoutChannel: (At & { name: Localized<string> })[];
  /** Texts of at least 90 % of their maximum length; lengths in characters. */
  nearLimits: (At & { part: 'title' | 'summary' | 'body'; length: number; maximum: number })[];
  /**
   * Keywords that do not find their page among the first three, and questions that find another service first;
   * `rank` counts from 1, 0 is not found.
   */
  lostWords: (At & { lang: Lang; word: string; rank: number })[];
  /** Number of services by theme (rows) and division (columns). */
  coverage: { themes: Term[]; divisions: Term[]; services: number[][] };
};

/** Share of the maximum length from which a text is listed. */
const nearLimit = 0.9;
/** A keyword finds its page when the page is among so many first results. */
const topResults = 3;

/**
 * Collects the data of the report.
 * @param reading the parsed content folder, for places in the files
 * @param content the same content, typed and free of errors
 */
export function reportFacts(reading: Reading, content: Content): ReportFacts {
  const visible = visibleAt(content, allKinds, reading.now);
  const services = offered(visible.services);
  const factsOf = (id: string): At => ({ file: `services/${id}/service.yaml`, line: 1 });
  return {
    counts: Object.fromEntries(
      allKinds.map(({ folder }) => [
        folder,
        folder === 'services' ? services.length : visible[folder].length,
      ]),
    ),
    waiting: reading.translations.filter(isWaiting),
    years: yearsOf(
      services.map(({ facts }) => facts.asOf),
      reading.now,
    ),
    oldFacts: oldFactsIn(reading),
    ahead: reading.entries.flatMap((entry) => {
      const { folder, facts } = entry;
      const raw = facts?.data ?? facts?.document.yaml.data;
      const parts = raw ? aheadOf(kindOf(folder), { facts: raw }, reading.now) : [];
      return parts.length > 0 ? [{ file: facts!.document.file, line: 1, name: nameOf(entry), parts }] : [];
    }),
    due: dueSoon(reading),
    siteDue: fallsDue.check(reading),
    unusedContacts: usedContacts.check(reading).map(({ file, line }: Problem) => ({
      file,
      line,
      name: nameOf(reading.entries.find(({ facts }) => facts?.document.file === file)!),
    })),
    withoutChannel: services
      .filter(
        ({ id, facts }) =>
          id !== adviceServiceId && facts.channels.every(({ kind }) => kind === 'advice-service'),
      )
      .map(({ id, texts }) => ({ ...factsOf(id), name: titlesOf(texts) })),
    nearLimits: nearLimitsIn(reading),
    lostWords: lostWordsIn(reading, visible),
    coverage: {
      themes: Object.values(visible.vocabulary.themes),
      divisions: Object.values(visible.vocabulary.divisions),
      services: Object.keys(visible.vocabulary.themes).map((theme) =>
        Object.keys(visible.vocabulary.divisions).map(
          (division) =>
            services.filter(({ facts }) => facts.themes.includes(theme) && facts.divisions.includes(division))
              .length,
        ),
      ),
    },
  };
}

/** The name of an entry as written; its id where it has none. */
const nameOf = (entry: ReadEntry): Localized<string> =>
  inEachLanguage((lang) => writtenName(entry, lang) ?? entry.id);

/** How far ahead the report looks, in days: as far as the rule `falls-due`. */
const daysAhead = 60;

function dueSoon({ entries, now }: Reading): ReportFacts['due'] {
  const days = Array.from(
    { length: daysAhead },
    (_, day) => new Date(now.getTime() + (day + 1) * 86_400_000),
  );
  return entries
    .flatMap((entry) => {
      const { data, document } = entry.facts ?? {};
      if (!data?.['asOf'] || data['withdrawn'] || data['ended'] || data['historical']) return [];
      const facts = data as FactsWithAge;
      if (reviewDue(facts, now) || !reviewDue(facts, days.at(-1)!)) return [];
      const on = helsinkiDay(days.find((day) => reviewDue(facts, day))!);
      return [{ file: document!.file, line: 1, name: nameOf(entry), on }];
    })
    .sort((a, b) => inCodeOrder(a.on, b.on));
}

const titlesOf = (texts: Localized<{ title: string }>): Localized<string> =>
  inEachLanguage((lang) => texts[lang].title);

function yearsOf(dates: string[], now: Date): ReportFacts['years'] {
  const years = new Map<string, number>();
  for (const date of dates) years.set(date.split('-')[0]!, (years.get(date.split('-')[0]!) ?? 0) + 1);
  return [...years]
    .map(([year, services]) => ({ year, stale: isStale(year, now), services }))
    .sort((a, b) => oldestFirst(a.year, b.year));
}

/** Compares dates as text; digits sort before letters, so "undated" comes last. */
const oldestFirst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function oldFactsIn({ entries, now }: Reading): ReportFacts['oldFacts'] {
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
      return [{ ...place, name: nameOf(entry), dates: [...new Set(dates)].sort(oldestFirst), reviewed }];
    })
    .sort(
      (a, b) =>
        oldestFirst(a.reviewed ?? '', b.reviewed ?? '') ||
        oldestFirst(a.dates[0]!, b.dates[0]!) ||
        oldestFirst(a.file, b.file),
    );
}

function nearLimitsIn({ bodies, entries }: Reading): ReportFacts['nearLimits'] {
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

function lostWordsIn(reading: Reading, content: Content): ReportFacts['lostWords'] {
  const pages = pagesOf(content, allKinds);
  const guides = readersGuides(content, pages);
  const kindAt = (lang: Lang, path: string) =>
    guides[lang].entries.find((entry) => entry.path === path)?.kind;
  /** The rank of a page among the results of its kind, from 1; 0 when it is not found. */
  const rankOf = (lang: Lang, word: string, { path }: Page) =>
    search(guides[lang], word)
      .found.filter(({ entry }) => entry.kind === kindAt(lang, path))
      .findIndex(({ entry }) => entry.path === path) + 1;
  const keywords = pages.flatMap((page) => {
    const { lang, subject } = page;
    if (!('entry' in subject) || ('withdrawn' in subject.entry.facts && subject.entry.facts.withdrawn))
      return [];
    const { document } = reading.entries.find(
      ({ folder, id }) => kindOf(folder).name === subject.kind && id === subject.entry.id,
    )!.texts[lang]!;
    return subject.entry.texts[lang].keywords.map((word, index) => ({
      ...placeOf(document, ['keywords', index]),
      lang,
      word,
      rank: rankOf(lang, word, page),
    }));
  });
  const questions = pages.flatMap((page) => {
    const { lang, subject } = page;
    if (subject.kind !== 'service' || subject.entry.facts.withdrawn) return [];
    const { document } = reading.entries.find(
      ({ folder, id }) => folder === 'services' && id === subject.entry.id,
    )!.asked ?? { document: undefined };
    return (subject.entry.asked?.[lang] ?? []).flatMap((word, index) =>
      isQuestion(word)
        ? [{ ...placeOf(document!, [lang, index]), lang, word, rank: rankOf(lang, word, page) }]
        : [],
    );
  });
  return [
    ...keywords.filter(({ rank }) => rank === 0 || rank > topResults),
    ...questions.filter(({ rank }) => rank !== 1),
  ];
}

function placeOf({ yaml }: Reading['documents'][number], field: (string | number)[]): At {
  const { file, line } = yaml.placeOf(field, 'value');
  return { file, line };
}
