import { basePath, languageOfPath, sectionPath, withoutBase } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import { pagesOf } from '../model/pages.ts';
import { readersGuides } from '../search/build-guide.ts';
import { fold } from '../search/fold.ts';
import { search } from '../search/match.ts';

/** A line of the usage log, as `npm run nginx` has it written; OPERATIONS.md explains the fields. */
type Line = { hour: string; path: string; status: number; q: string };

/** What the usage log tells editors. Lists begin with what is most frequent. */
export type UsageFacts = {
  /** First and last hour, for example `2026-11-24T09`. */
  from: string;
  to: string;
  visits: { lang: Lang; title: string; path: string; times: number }[];
  visitsByLanguage: { lang: Lang; times: number }[];
  searches: number;
  /** What people searched for, and the search of today finds nothing by. */
  foundNothing: { lang: Lang; query: string; times: number }[];
  /** Addresses without a page. */
  missing: { path: string; times: number }[];
  /** Lines that are no lines of such a log. */
  unreadable: number;
};

const mostListed = 100;

/**
 * Counts the lines of the usage log.
 * @returns undefined when it has no line that can be read
 */
export function usageFacts(log: string, content: Content): UsageFacts | undefined {
  const rows = log.split('\n').filter((row) => row.trim() !== '');
  const lines = rows.flatMap((row) => parseLine(row) ?? []);
  if (lines.length === 0) return undefined;
  const base = basePath(content.site.url);
  const pages = pagesOf(content, allKinds);
  const titles = new Map(pages.map((page) => [page.path, page]));
  const visits = new Map<string, number>();
  const missing = new Map<string, number>();
  const queries = new Map<string, { lang: Lang; query: string; times: number }>();
  let searches = 0;
  for (const { path: asked, status, q } of lines) {
    const path = withoutBase(decoded(asked), base) ?? decoded(asked);
    if (status === 404) missing.set(path, (missing.get(path) ?? 0) + 1);
    else visits.set(path, (visits.get(path) ?? 0) + 1);
    const lang = languages.find((of) => sectionPath(of, 'search') === path);
    const query = decoded(q.replaceAll('+', ' ')).replace(/\s+/g, ' ').trim();
    if (!lang || query === '') continue;
    searches += 1;
    if (isPersonal(query)) continue;
    const key = `${lang} ${fold(query)}`;
    queries.set(key, { lang, query, times: (queries.get(key)?.times ?? 0) + 1 });
  }
  const guides = readersGuides(content, pages);
  const times = lines.map(({ hour }) => hour).sort();
  return {
    from: times[0]!,
    to: times.at(-1)!,
    visits: mostFrequent(
      [...visits].flatMap(([path, count]) => {
        const page = titles.get(path);
        return page ? [{ lang: page.lang, title: page.title, path, times: count }] : [];
      }),
    ),
    visitsByLanguage: languages.map((lang) => ({
      lang,
      times: lines.filter(
        ({ path, status }) =>
          status !== 404 && languageOfPath(withoutBase(decoded(path), base) ?? decoded(path)) === lang,
      ).length,
    })),
    searches,
    foundNothing: mostFrequent(
      [...queries.values()].filter(({ lang, query }) => search(guides[lang], query).found.length === 0),
    ),
    missing: mostFrequent([...missing].map(([path, count]) => ({ path, times: count }))),
    unreadable: rows.length - lines.length,
  };
}

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

const mostFrequent = <Row extends { times: number }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => b.times - a.times).slice(0, mostListed);
