import { type Lang, languages } from '../../i18n/languages.ts';
import { type Place, rule } from '../problem.ts';
import type { Body, Reading } from '../reading.ts';

/** Years, prices, per cents and amounts: what a reader of either language must find the same. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d(?:[\d  .,:]*\d)?/g) ?? []).map((number) => number.replace(/[^\d]/g, '')).filter((number) => number.length >= 2);

/** The numbers that readers see, each with its place; not those of addresses. */
const numbersOf = ({ nodes }: Body): { number: string; at: Place }[] =>
  nodes.flatMap(({ node, at }) => (node.type === 'text' && typeof node.value === 'string' ? numbersIn(node.value).map((number) => ({ number, at })) : []));

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
      const inTwin = new Set(numbersOf(twin).map(({ number }) => number));
      const alone = numbersOf(body).filter(({ number }) => !inTwin.has(number));
      return alone.length > 0 ? [{ at: alone[0]!.at, numbers: [...new Set(alone.map(({ number }) => number))].join(', '), other }] : [];
    });
  },
});
