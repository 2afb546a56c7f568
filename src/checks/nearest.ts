/**
 * The permitted word with the smallest edit distance to what was written; undefined when none is near enough.
 */
export function nearest(written: string, permitted: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const word of permitted) {
    const distance = editDistance(written.toLowerCase(), word.toLowerCase());
    if (distance <= permittedDistance(word) && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/**
 * A third of the letters, at least two; only one in words of up to three letters, which otherwise match
 * anything.
 */
const permittedDistance = (word: string): number =>
  word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));

/**
 * Optimal string alignment distance (also counts swapped neighbours). Words are short, so a full table is
 * cheap.
 */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return 99;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, rows[i - 2]![j - 2]! + 1);
      row.push(value);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** "Did you mean …?" in each language, or the list of permitted words when none is near. */
export function suggestion(written: string, permitted: string[]): { fi: string; sv: string; en: string } {
  const near = nearest(written, permitted);
  if (near) return { fi: `Tarkoititko: ${near}?`, sv: `Menade du: ${near}?`, en: `Did you mean: ${near}?` };
  if (permitted.length === 0)
    return {
      fi: 'Yhtään ei ole vielä: lisää se ensin.',
      sv: 'Det finns inga ännu: lägg till den först.',
      en: 'There are none yet: add it first.',
    };
  const list = permitted.length > 12 ? `${permitted.slice(0, 12).join(', ')} …` : permitted.join(', ');
  return { fi: `Valitse näistä: ${list}.`, sv: `Välj bland: ${list}.`, en: `Choose one of: ${list}.` };
}
