import { languages } from '../../i18n/languages.ts';
import { rule } from '../problem.ts';
import { type Body, type BodyNode, isSentence, sourceOf, textOf } from '../reading.ts';

/** Reports text that Markdown reads as markup, so that it is published as something else. */
export const unintendedMarkup = rule('unintended-markup', {
  messages: {
    list: {
      fi: [
        '{written} rivin alussa tekee rivistä luettelon kohdan',
        'Jos se kuuluu tekstiin, kirjoita "{form}". Luettelo numeroidaan 1., 2., 3.',
      ],
      sv: [
        '{written} i början av raden gör raden till en punkt i en lista',
        'Om det hör till texten, skriv "{form}". En lista numreras 1., 2., 3.',
      ],
      en: [
        '{written} at the start of the line makes it an item of a list',
        'If it belongs to the text, write "{form}". A list is numbered 1., 2., 3.',
      ],
    },
    joined: {
      fi: [
        'rivi jatkaa luettelon kohtaa yläpuolella',
        'Lisää tyhjä rivi luettelon jälkeen. Jos rivi on luettelon kohta, aloita se viivalla. Jos se jatkaa kohtaa, sisennä se.',
      ],
      sv: [
        'raden fortsätter punkten ovanför',
        'Lägg till en tom rad efter listan. Om raden är en punkt, börja den med ett streck. Om den fortsätter punkten, dra in den.',
      ],
      en: [
        'the line goes on with the item of the list above',
        'Add an empty line after the list. If it is an item, begin it with a dash. If it goes on with the item, indent it.',
      ],
    },
    quote: {
      fi: ['> rivin alussa tekee rivistä lainauksen', 'Kirjoita \\> tai sanoin.'],
      sv: ['> i början av raden gör raden till ett citat', 'Skriv \\> eller med ord.'],
      en: ['> at the start of the line makes it a quotation', 'Write \\>, or say it in words.'],
    },
    underline: {
      fi: [
        'viivarivi tekee yläpuolellaan olevasta tekstistä otsikon',
        'Kirjoita otsikon eteen ## tai lisää tyhjä rivi ennen viivaa.',
      ],
      sv: [
        'raden med streck gör texten ovanför till en rubrik',
        'Skriv ## före rubriken, eller lägg till en tom rad före strecken.',
      ],
      en: [
        'the line of dashes makes the text above it a heading',
        'Write ## before the heading, or add an empty line before the dashes.',
      ],
    },
    emphasis: {
      fi: ['merkki {written} lukujen välissä katoaa ja muuttaa tekstin muotoilun', 'Kirjoita \\{written}.'],
      sv: ['tecknet {written} mellan tal försvinner och ändrar textens form', 'Skriv \\{written}.'],
      en: ['{written} between numbers vanishes and changes how the text looks', 'Write \\{written}.'],
    },
    struck: {
      fi: ['merkit ~ viivaavat tekstin yli', 'Kirjoita \\~ tai noin. Yliviivaus kirjoitetaan ~~teksti~~.'],
      sv: ['tecknen ~ stryker över texten', 'Skriv \\~ eller cirka. Överstrykning skrivs ~~text~~.'],
      en: ['the marks ~ strike the text out', 'Write \\~, or about. Struck words are written ~~text~~.'],
    },
    cells: {
      fi: [
        'taulukon rivillä on enemmän sarakkeita kuin otsikkorivillä, eikä loppu näy',
        'Lisää sarake otsikkoriville. Tekstiin kuuluva pystyviiva kirjoitetaan \\|.',
      ],
      sv: [
        'raden i tabellen har fler kolumner än rubrikraden, och slutet syns inte',
        'Lägg till en kolumn i rubrikraden. Ett lodstreck i text skrivs \\|.',
      ],
      en: [
        'the row of the table has more columns than its header, and its end is not shown',
        'Add a column to the header. A vertical bar within text is written \\|.',
      ],
    },
  },
  *findInBody(body) {
    /** The number that would go on with the numbered list before. */
    let next = 1;
    const lines = body.text.split('\n');
    let columns = 0;
    let joined = 0;
    for (const { node, at } of body.nodes) {
      const source = sourceOf(body, node);
      if (node.type === 'list') {
        const faulty = unintendedItem(body, node, next, lines[at.line - body.firstLine - 1]);
        if (faulty)
          yield {
            at: { ...at, line: at.line + faulty.linesBelow, column: 1 },
            fault: 'list',
            written: faulty.marker,
            form: faulty.marker.replace(/[.)+*-]$/, '\\$&'),
          };
        if (node.ordered) next = Number.parseInt(source, 10) + (node.children ?? []).length;
      }
      if (node.type === 'listItem') {
        const below = source.split('\n').findIndex((line, index) => index > 0 && /^[^\s>]/.test(line));
        // Of items inside each other one tells.
        if (below > 0 && at.line + below !== joined) {
          joined = at.line + below;
          yield { at: { ...at, line: joined, column: 1 }, fault: 'joined' };
        }
      }
      if (node.type === 'blockquote' && /^>\s*[\d=]/.test(source)) yield { at, fault: 'quote' };
      if (node.type === 'heading' && !source.startsWith('#') && isSentence(textOf(node)))
        yield { at, fault: 'underline' };
      if (
        node.type === 'emphasis' &&
        !/\p{L}/u.test(textOf(node)) &&
        /\d/.test(body.text[startOf(node) - 1] ?? '')
      )
        yield { at, fault: 'emphasis', written: source[0]! };
      if (node.type === 'delete' && !source.startsWith('~~')) yield { at, fault: 'struck' };
      if (node.type === 'table') columns = cellsIn(source.split('\n')[0]!);
      if (node.type === 'tableRow' && cellsIn(source) > columns) yield { at, fault: 'cells' };
    }
  },
});

const startOf = (node: BodyNode): number => node.position?.start.offset ?? 0;

/** The cells of a row of a table as written: a bar divides them unless it is escaped. */
const cellsIn = (row: string): number =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length;

const months = languages.flatMap((lang) =>
  Array.from({ length: 12 }, (_, index) =>
    new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' })
      .format(new Date(2026, index))
      .replace(/[^\p{L}]/gu, ''),
  ),
);
const month = new RegExp(`^(?:${months.join('|')})(?!\\p{L})`, 'iu');

/**
 * The first item of a list that is none: a day, a number out of turn, a plus sign before a number, or alone right below
 * a text.
 * @param next the number with which the list would go on with the one before it
 * @param above the line above
 */
function unintendedItem(
  body: Body,
  list: BodyNode,
  next: number,
  above = '',
): { marker: string; linesBelow: number } | undefined {
  const items = (list.children ?? []).map((item) => {
    const [, marker = '', text = ''] = /^([-+*]|\d+[.)])\s*(.*)/.exec(sourceOf(body, item)) ?? [];
    return { marker, text, number: Number.parseInt(marker, 10), line: item.position?.start.line ?? 1 };
  });
  const first = items[0]?.number ?? 1;
  const allSame = first === 1 && items.every(({ number }) => number === 1);
  const faulty = items.find(
    ({ marker, text, number }, index) =>
      (marker === '+' && /^\d/.test(text)) ||
      (items.length === 1 && /^\p{L}.*[^:\s]\s*$/u.test(above)) ||
      (list.ordered &&
        (month.test(text) ||
          (index === 0 ? ![1, next].includes(number) : !allSame && number !== first + index))),
  );
  return faulty && { marker: faulty.marker, linesBelow: faulty.line - (items[0]?.line ?? 1) };
}
