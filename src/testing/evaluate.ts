import { type Lang, languages } from '../i18n/languages.ts';
import { userError } from '../model/user-error.ts';
import type { Answer } from '../search/answer.ts';

/**
 * A query with its relevance judgment: `right` holds ids of services, any of which is a good result in the
 * top three.
 */
export type JudgedQuery = { lang: Lang; class: string; query: string; right: string[] };

/** Parses a list of judged queries: see `readRows`. */
export const readQueries = (text: string): JudgedQuery[] =>
  readRows(text, 'language, class, query, services').map(([lang, queryClass, query, right]) => ({
    ...{ lang, query: query!, right: right!.split(/\s+/) },
    class: queryClass!,
  }));

/** A topic of others; `right` holds ids of the organisations that help, none if nobody does. */
export type ForeignTopic = { lang: Lang; query: string; right: string[] };

/** Parses a list of topics of others: language, query and ids of organisations, or `-` for none. */
export const readForeignTopics = (text: string): ForeignTopic[] =>
  readRows(text, 'language, query, organisations').map(([lang, query, right]) => ({
    lang,
    query: query!,
    right: right!.split(/\s+/).filter((id) => id !== '-'),
  }));

/**
 * Parses a list of rows with tab-separated columns, of which the first is a language; `#` begins a comment.
 * @throws a user-facing error that names the first malformed line
 */
function readRows(text: string, columns: string): [lang: Lang, ...string[]][] {
  return text.split('\n').flatMap((line, index): [Lang, ...string[]][] => {
    if (!line.trim() || line.startsWith('#')) return [];
    const row = line.trim().split('\t') as [Lang, ...string[]];
    if (row.length < columns.split(', ').length || !languages.includes(row[0]) || !row.every(Boolean))
      throw userError(`Line ${index + 1} is not "${columns}" parted by tabs: ${line}`);
    return [row];
  });
}

/** How a topic of others was answered: the right organisation named, the page not sure, or neither. */
export type ForeignOutcome = 'right' | 'honest' | 'wrong';

export function foreignOutcome({ right }: ForeignTopic, { helpers, isSure }: Answer): ForeignOutcome {
  if (helpers.some(({ entry }) => right.includes(entry.path.split('#')[1]!))) return 'right';
  return isSure ? 'wrong' : 'honest';
}

/** A line for each language with the numbers of outcomes, followed by what was answered wrongly. */
export function printForeignOutcomes(outcomes: [ForeignTopic, ForeignOutcome][]): string {
  const lines = languages.map((lang) => {
    const of = (outcome: ForeignOutcome) =>
      outcomes.filter(([topic, came]) => topic.lang === lang && came === outcome).map(([{ query }]) => query);
    const wrong = of('wrong');
    return `${lang}: ${of('right').length} the right helper, ${of('honest').length} not sure, ${wrong.length} wrong${wrong.map((query) => `\n   ${query}`).join('')}`;
  });
  return `Topics of others:\n${lines.join('\n')}`;
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
