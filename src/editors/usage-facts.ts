import { basePath, languageOfPath, sectionPath, withoutBase } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import { pagesOf } from '../model/pages.ts';
import { readersGuides } from '../search/build-guide.ts';
import { fold } from '../search/fold.ts';
import { search } from '../search/match.ts';

/** A line of the usage log, as `npm run nginx` has it written; OPERATIONS.md explains the fields. */
type Line = { hour: string; path: string; status: number; q: string };

const mostListed = 100;

export type UsageFacts = NonNullable<ReturnType<typeof usageFacts>>;

/**
 * What the usage log tells editors: lists begin with what is most frequent.
 * @returns undefined when it has no line that can be read
 */
export function usageFacts(log: string, content: Content) {
  const rows = log.split('\n').filter((row) => row.trim() !== '');
  const base = basePath(content.site.url);
  const lines = rows
    .flatMap((row) => parseLine(row) ?? [])
    .map((line) => ({ ...line, path: withoutBase(decoded(line.path), base) ?? decoded(line.path) }));
  if (lines.length === 0) return undefined;
  const pages = pagesOf(content, allKinds);
  const guides = readersGuides(content, pages);
  const times = lines.map(({ hour }) => hour).sort();
  const [lost, found] = [true, false].map((is) => lines.filter(({ status }) => (status === 404) === is));
  const searches = lines.flatMap(({ path, q }) => {
    const lang = languages.find((of) => sectionPath(of, 'search') === path);
    const query = decoded(q.replaceAll('+', ' ')).replace(/\s+/g, ' ').trim();
    return lang && query !== '' ? [{ lang, query }] : [];
  });
  return {
    /** First and last hour, for example `2026-11-24T09`. */
    from: times[0]!,
    to: times.at(-1)!,
    visits: counted(found!, ({ path }) => path)
      .flatMap(({ path, times }) => {
        const page = pages.find((other) => other.path === path);
        return page ? [{ lang: page.lang, title: page.title, path, times }] : [];
      })
      .slice(0, mostListed),
    visitsByLanguage: languages.map((lang) => ({
      lang,
      times: found!.filter(({ path }) => languageOfPath(path) === lang).length,
    })),
    searches: searches.length,
    /** What people searched for, and the search of today finds nothing by. */
    foundNothing: counted(
      searches.filter(({ query }) => !isPersonal(query)),
      ({ lang, query }) => `${lang} ${fold(query)}`,
    )
      .filter(({ lang, query }) => search(guides[lang], query).found.length === 0)
      .slice(0, mostListed),
    missing: counted(
      lost!.map(({ path }) => ({ path })),
      ({ path }) => path,
    ).slice(0, mostListed),
    /** Lines that are no lines of such a log. */
    unreadable: rows.length - lines.length,
  };
}

/** What is the same, once, as it was seen last, with how often, the most frequent first. */
const counted = <Row>(rows: Row[], keyOf: (row: Row) => string): (Row & { times: number })[] =>
  [...Map.groupBy(rows, keyOf).values()]
    .map((same) => ({ ...same.at(-1)!, times: same.length }))
    .sort((a, b) => b.times - a.times);

function parseLine(row: string): Line | undefined {
  try {
    const { hour, path, status, q = '' } = JSON.parse(row) as Partial<Line>;
    return /^\d{4}-\d\d-\d\dT\d\d$/.test(hour ?? '') && path?.startsWith('/') && Number.isInteger(status)
      ? { hour: hour!, path, status: status!, q: String(q) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A query that somebody should not have typed, such as an e-mail address or a long number, is shown to nobody. */
const isPersonal = (query: string): boolean => /@|\d[\d\s+-]{5,}/.test(query);
