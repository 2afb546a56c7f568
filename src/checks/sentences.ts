/**
 * A sentence ends at a full stop before a capital letter or a number, but not after an abbreviation or a
 * single letter.
 */
const endOfSentence =
  /[.!?…](?<!(?:^|[\s(])(?:\p{Ll}|puh|[Ee]sim|[Kk]s|[Vv]rt|mm|ym|bl\.a|t\.ex|ca|dvs|[Jj]fr|nr|[Oo]bs|s\.k).)["”»)]*\s+(?=["”«(]?[\p{Lu}\d])/gu;

export function sentencesIn(text: string): { sentence: string; offset: number }[] {
  const starts = [0, ...[...text.matchAll(endOfSentence)].map((found) => found.index + found[0].length)];
  return starts
    .map((offset, index) => ({ sentence: text.slice(offset, starts[index + 1]).trim(), offset }))
    .filter(({ sentence }) => sentence !== '');
}
