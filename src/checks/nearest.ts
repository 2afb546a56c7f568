import { distanceBetween } from '../model/edit-distance.ts';
import type { Sentence } from '../schema/sentences.ts';

/** The permitted word nearest to what was written, if any is near enough. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const word of words) {
    const permitted = permittedDistance(word);
    // Fast path: words of other lengths are further apart.
    if (Math.abs(written.length - word.length) > permitted) continue;
    const distance = distanceBetween(written.toLowerCase(), word.toLowerCase());
    if (distance <= permitted && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** A third of the letters, at least two; one in words of up to three letters, which else match anything. */
const permittedDistance = (word: string): number =>
  word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));

export const didYouMean = (near: string): Sentence => ({
  fi: `Tarkoititko: ${near}?`,
  sv: `Menade du: ${near}?`,
  en: `Did you mean: ${near}?`,
});

/** "Did you mean …?" in each language, or the list of permitted words when none is near. */
export function suggestion(written: string, permitted: string[]): Sentence {
  const near = nearest(written, permitted);
  if (near) return didYouMean(near);
  if (permitted.length === 0)
    return {
      fi: 'Yhtään ei ole vielä: lisää se ensin.',
      sv: 'Det finns inga ännu: lägg till den först.',
      en: 'There are none yet: add it first.',
    };
  const list = permitted.length > 12 ? `${permitted.slice(0, 12).join(', ')} …` : permitted.join(', ');
  return { fi: `Valitse näistä: ${list}.`, sv: `Välj bland: ${list}.`, en: `Choose one of: ${list}.` };
}
