import { type Lang, languages } from '../i18n/languages.ts';
import { userError } from '../model/user-error.ts';

/**
 * A query with its relevance judgment: `right` holds ids of services, any of which is a good result in the
 * top three.
 */
export type JudgedQuery = { lang: Lang; class: string; query: string; right: string[] };

/**
 * Parses a list of judged queries: tab-separated language, class, query and ids of services; `#` begins a
 * comment.
 * @throws a user-facing error that names the first malformed line
 */
export function readQueries(text: string): JudgedQuery[] {
  return text.split('\n').flatMap((line, index): JudgedQuery[] => {
    if (!line.trim() || line.startsWith('#')) return [];
    const [lang, queryClass, query, right] = line.split('\t');
    if (!languages.includes(lang as Lang) || !queryClass || !query || !right)
      throw userError(
        `Line ${index + 1} of the queries is not "language, class, query, services" parted by tabs: ${line}`,
      );
    return [{ lang: lang as Lang, class: queryClass, query, right: right.trim().split(/\s+/) }];
  });
}

/** The outcome of a judged query: `came` holds the ids of the services that were found, best first. */
export type Outcome = { judged: JudgedQuery; came: string[] };
export type Figures = { queries: number; success1: number; success3: number; meanReciprocalRank: number };

/**
 * Success@1 and success@3 (shares from 0 to 1 of queries with a right service there), and the mean reciprocal
 * rank.
 */
export function figures(outcomes: Outcome[]): Figures {
  const ranks = outcomes.map(({ judged, came }) => came.findIndex((id) => judged.right.includes(id)) + 1);
  const shareOf = (isSuccess: (rank: number) => boolean) =>
    ranks.filter(isSuccess).length / Math.max(1, ranks.length);
  return {
    queries: outcomes.length,
    success1: shareOf((rank) => rank === 1),
    success3: shareOf((rank) => rank >= 1 && rank <= 3),
    meanReciprocalRank:
      ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, ranks.length),
  };
}

/**
 * Figures for each class of queries in each language (`fi exact`), and for each language as a whole (`fi
 * all`).
 */
export function figuresByClass(outcomes: Outcome[]): Record<string, Figures> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const key of [`${outcome.judged.lang} ${outcome.judged.class}`, `${outcome.judged.lang} all`])
      groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, figures(group)]));
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`.padStart(6);

/** A table of figures, with the success@3 of other engines for comparison. */
export function printFigures(
  table: Record<string, Figures>,
  others: Record<string, Record<string, Figures>> = {},
): string {
  const names = Object.keys(others);
  const head = `${''.padEnd(22)}${'n'.padStart(4)}   s@1    s@3    MRR${names.map((name) => `   ${name} s@3`).join('')}`;
  const rows = Object.entries(table).map(
    ([key, { queries, success1, success3, meanReciprocalRank }]) =>
      `${key.padEnd(22)}${String(queries).padStart(4)} ${percent(success1)} ${percent(success3)}  ${meanReciprocalRank.toFixed(2)}${names.map((name) => `   ${percent(others[name]![key]?.success3 ?? 0).padStart(name.length + 4)}`).join('')}`,
  );
  return [head, ...rows].join('\n');
}

/** A line for each query without a right service in the top three. */
export const printMisses = (outcomes: Outcome[]): string =>
  outcomes
    .filter(({ judged, came }) => !came.slice(0, 3).some((id) => judged.right.includes(id)))
    .map(
      ({ judged, came }) =>
        `${judged.lang} ${judged.class.padEnd(12)} ${judged.query} → ${came.slice(0, 3).join(', ') || 'nothing'} (wanted ${judged.right.join(', ')})`,
    )
    .join('\n');
