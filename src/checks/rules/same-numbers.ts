import { type Lang, languages } from '../../i18n/languages.ts';
import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Years, prices, per cents and amounts: what a reader of either language must find the same. */
const numbersOf = (text: string): string[] =>
  (text.replace(/\]\([^)]*\)/g, ']').match(/\d(?:[\d  .,:]*\d)?/g) ?? []).map((number) => number.replace(/[^\d]/g, '')).filter((number) => number.length >= 2);

export const sameNumbers = rule('same-numbers', {
  level: 'warning',
  explain: {
    fi: ({ numbers, other }: { numbers: string; other: Lang }) => [`luku ${numbers} on vain tässä kielessä`, `Vertaa tekstiä tiedostoon ${other}: lukujen pitää olla samat.`],
    sv: ({ numbers, other }) => [`talet ${numbers} finns bara på det här språket`, `Jämför texten med filen ${other}: talen ska vara desamma.`],
    en: ({ numbers, other }) => [`the number ${numbers} stands in this language only`, `Compare the text with ${other}: numbers must agree.`],
  },
  find: ({ bodies }: Reading) => {
    const byEntry = new Map(bodies.map((body) => [`${body.document.folder}/${body.document.id}/${body.lang}`, body]));
    return bodies.flatMap((body): { at: Place; numbers: string; other: Lang }[] => {
      const other = languages.find((lang) => lang !== body.lang)!;
      const twin = byEntry.get(`${body.document.folder}/${body.document.id}/${other}`);
      if (!twin) return [];
      const inTwin = new Set(numbersOf(twin.text));
      const alone = [...new Set(numbersOf(body.text))].filter((number) => !inTwin.has(number));
      if (alone.length === 0) return [];
      const line = body.text.split('\n').findIndex((content) => numbersOf(content).includes(alone[0]!));
      return [{ at: { file: body.document.file, line: body.firstLine + Math.max(line, 0), column: 1 }, numbers: alone.join(', '), other }];
    });
  },
});
