import type { Found } from './match.ts';
import { leastSure, mostHelpers, notOursFrom, secondHelperFrom } from './ranking.ts';

/**
 * What to say to a query: the results; who else helps with it, if not worse than the best result; and whether
 * any of that is likely to be an answer.
 */
export type Answer = { results: Found[]; helpers: Found[]; isSure: boolean };

/** @param found of an index with what is not Kuntaliitto's, which is on the same scale there */
export function answerOf(found: Found[]): Answer {
  const results = found.filter(({ entry }) => !entry.kind.isNotOurs);
  const best = Math.max(0, ...results.map(({ score }) => score));
  // Nobody else is named beside a contact, or a service that holds the whole query, unless they answer it as well.
  const isFound = results[0]?.entry.about || results.some(({ confidence }) => confidence === Infinity);
  const from = isFound ? 1 : notOursFrom;
  const helpers = found
    .filter(({ entry, score }) => entry.kind.isNotOurs && score >= from * best)
    .filter(({ score }, _, [first]) => score >= secondHelperFrom * first!.score)
    .slice(0, mostHelpers);
  return { results, helpers, isSure: found.some(({ confidence }) => confidence >= leastSure) };
}
