/**
 * Edit distance: insertions, deletions, substitutions and transpositions (Damerau–Levenshtein, optimal string
 * alignment). https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function distanceBetween(a: string, b: string): number {
  let [rowBefore, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        row[j]! + 1,
        next[j - 1]! + 1,
        isSwapped ? rowBefore[j - 2]! + 1 : Infinity,
      );
    }
    [rowBefore, row] = [row, next];
  }
  return row[b.length]!;
}
