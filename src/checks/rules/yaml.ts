import { type Message, mostPerFile, rule, startOf } from '../problem.ts';
import { oddDash } from '../read-document.ts';

export const frontMatter = rule('front-matter', {
  messages: {
    missing: {
      fi: [
        'tiedoston alusta puuttuvat tiedot',
        'Aloita rivillä ---, kirjoita title, summary, address ja keywords, ja lopeta rivillä ---.',
      ],
      sv: [
        'uppgifterna i början av filen saknas',
        'Börja med raden ---, skriv title, summary, address och keywords, och sluta med raden ---.',
      ],
      en: [
        'the file does not begin with its fields',
        'Begin with a line ---, write title, summary, address and keywords, and end with a line ---.',
      ],
    },
    unclosed: {
      fi: ['alkutiedot eivät pääty', 'Lisää rivi --- alkutietojen jälkeen.'],
      sv: ['uppgifterna i början tar inte slut', 'Lägg till raden --- efter uppgifterna.'],
      en: ['the fields at the beginning do not end', 'Add a line --- after the fields.'],
    },
    executable: {
      fi: ['ensimmäisellä rivillä saa olla vain ---', 'Poista muu teksti ensimmäiseltä riviltä.'],
      sv: ['på första raden får bara stå ---', 'Ta bort den övriga texten på första raden.'],
      en: ['the first line may hold --- alone', 'Remove the rest of the first line.'],
    },
    'closed-with-more': {
      fi: [
        'alkutiedoissa on rivi, joka alkaa merkeillä --- mutta jatkuu',
        'Kirjoita alkutietojen loppuun pelkkä ---. Muu rivi ei saa alkaa näin.',
      ],
      sv: [
        'bland uppgifterna i början finns en rad som börjar med --- men fortsätter',
        'Avsluta uppgifterna med enbart ---. Ingen annan rad får börja så.',
      ],
      en: [
        'a line among the fields begins with --- and goes on',
        'End the fields with --- alone. No other line may begin so.',
      ],
    },
  },
  *findInFile({ file, frontMatter: fault }) {
    if (fault !== 'present' && fault !== 'none-needed') yield { at: startOf(file), fault };
  },
});

/** Messages by error code, of the YAML parser and of read-document.ts; `other` is for all other codes. */
const messages = {
  DUPLICATE_KEY: {
    fi: ['sama kenttä on kahdesti', 'Poista toinen riveistä.'],
    sv: ['samma fält finns två gånger', 'Ta bort den ena raden.'],
    en: ['the same field is there twice', 'Remove one of the lines.'],
  },
  TAB_AS_INDENT: {
    fi: ['rivi on sisennetty sarkaimella', 'Sisennä välilyönneillä, kaksi tasoa kohti.'],
    sv: ['raden är indragen med tabb', 'Dra in med mellanslag, två för varje nivå.'],
    en: ['the line is indented with a tab', 'Indent with spaces, two for each level.'],
  },
  MISSING_CHAR: {
    fi: ['lainausmerkki tai sulku puuttuu', 'Lisää puuttuva merkki rivin loppuun.'],
    sv: ['ett citattecken eller en parentes saknas', 'Lägg till tecknet i slutet av raden.'],
    en: ['a quotation mark or bracket is missing', 'Add it at the end of the line.'],
  },
  ALIAS: {
    fi: ['viittaukset (& ja *) eivät ole sallittuja', 'Kirjoita arvo kokonaan.'],
    sv: ['hänvisningar (& och *) är inte tillåtna', 'Skriv ut värdet.'],
    en: ['references (& and *) are not permitted', 'Write the value out.'],
  },
  DANGEROUS_KEY: {
    fi: ['tämä kentän nimi ei ole sallittu', 'Poista rivi.'],
    sv: ['fältnamnet är inte tillåtet', 'Ta bort raden.'],
    en: ['this field name is not permitted', 'Remove the line.'],
  },
  TAG_RESOLVE_FAILED: {
    fi: [
      'huutomerkillä alkavat merkinnät eivät ole sallittuja',
      'Poista merkintä tai kirjoita arvo lainausmerkkeihin.',
    ],
    sv: [
      'märken som börjar med utropstecken är inte tillåtna',
      'Ta bort märket eller skriv värdet inom citattecken.',
    ],
    en: ['tags that begin with ! are not permitted', 'Remove the tag or put the value in quotes.'],
  },
  MULTIPLE_DOCS: {
    fi: ['tiedostossa on toinen --- rivi', 'Poista ylimääräinen --- rivi.'],
    sv: ['filen har en andra rad med ---', 'Ta bort den extra raden ---.'],
    en: ['the file has a second line ---', 'Remove the extra line ---.'],
  },
  TOO_DEEP: {
    fi: ['sulkeita on liikaa sisäkkäin', 'Kirjoita arvot omille riveilleen.'],
    sv: ['för många parenteser inuti varandra', 'Skriv värdena på egna rader.'],
    en: ['too many brackets inside each other', 'Write the values on lines of their own.'],
  },
  YES_OR_NO: {
    fi: [
      'moni ohjelma lukee tämän sanan totuusarvoksi (yes, no, on, off)',
      'Jos tarkoitat kyllä tai ei, kirjoita true tai false. Muu sana lainausmerkkeihin: "no".',
    ],
    sv: [
      'många program läser det här ordet som sant eller falskt (yes, no, on, off)',
      'Om du menar ja eller nej, skriv true eller false. Ett annat ord inom citattecken: "no".',
    ],
    en: [
      'many programs read this word as true or false (yes, no, on, off)',
      'If you mean yes or no, write true or false. Put another word in quotes: "no".',
    ],
  },
  COMMENT: {
    fi: ['arvo katkeaa merkkiin #', 'Kirjoita koko arvo lainausmerkkeihin: title: "Laki #uusi".'],
    sv: ['värdet tar slut vid tecknet #', 'Skriv hela värdet inom citattecken: title: "Lag #ny".'],
    en: ['the value ends at the mark #', 'Put the whole value in quotes: title: "Act #new".'],
  },
  ESCAPE: {
    fi: [
      'merkki on kirjoitettu koodina (\\x, \\u, \\n)',
      'Kirjoita merkki itse. Kenoviiva kirjoitetaan lainausmerkeissä kahdesti: \\\\.',
    ],
    sv: [
      'ett tecken är skrivet som en kod (\\x, \\u, \\n)',
      'Skriv själva tecknet. Ett bakstreck skrivs två gånger inom citattecken: \\\\.',
    ],
    en: [
      'a character is written as a code (\\x, \\u, \\n)',
      'Write the character itself. In quotes a backslash is written twice: \\\\.',
    ],
  },
  JOINED_ITEM: {
    fi: [
      'rivi jatkaa edellistä, koska se alkaa liian oikealta',
      'Aloita viiva samasta kohdasta kuin luettelon muut viivat. Jos et halua luetteloa, kirjoita teksti yhdelle riville.',
    ],
    sv: [
      'raden fortsätter den ovanför, eftersom den börjar för långt till höger',
      'Börja strecket på samma ställe som listans andra streck. Om du inte vill ha en lista, skriv texten på en rad.',
    ],
    en: [
      'the line goes on with the one above, because it begins too far right',
      'Begin its dash where the others of the list begin. If you want no list, write the text on one line.',
    ],
  },
  JOINED_LINE: {
    fi: [
      'rivi jatkaa yläpuolista luettelon kohtaa',
      'Jos rivin alusta puuttuu viiva, kirjoita "{dashed}". Muuten kirjoita koko kohta yhdelle riville.',
    ],
    sv: [
      'raden fortsätter punkten ovanför',
      'Om strecket saknas, skriv "{dashed}". Skriv annars hela punkten på en rad.',
    ],
    en: [
      'the line goes on with the item above',
      'If its dash is missing, write "{dashed}". Otherwise write the whole item on one line.',
    ],
  },
  LOST_DASH: {
    fi: [
      'samassa kohdassa on toinen {name}',
      'Jos tästä alkaa uusi kohta, lisää viiva: "{dashed}". Muuten poista toinen riveistä.',
    ],
    sv: [
      'samma punkt har en andra {name}',
      'Om en ny punkt börjar här, lägg till strecket: "{dashed}". Ta annars bort den ena raden.',
    ],
    en: [
      'the same item has a second {name}',
      'If a new item begins here, add its dash: "{dashed}". Otherwise remove one of the lines.',
    ],
  },
  ODD_DASH: {
    fi: ['kohdan alussa ei ole tavallista viivaa (-) ja välilyöntiä', 'Kirjoita "{dashed}".'],
    sv: ['punkten börjar inte med ett vanligt streck (-) och ett mellanslag', 'Skriv "{dashed}".'],
    en: ['the item does not begin with a plain dash (-) and a blank', 'Write "{dashed}".'],
  },
  INNER_QUOTES: {
    fi: [
      'lainausmerkki päättää arvon kesken',
      'Kirjoita arvon sisällä ”näin” ja koko arvo lainausmerkkeihin: title: "Mikä on ”etu”?".',
    ],
    sv: [
      'ett citattecken avslutar värdet för tidigt',
      'Skriv ”så här” inne i värdet, och hela värdet inom citattecken: title: "Vad är en ”förmån”?".',
    ],
    en: [
      'a quotation mark ends the value too early',
      'Write “like this” within the value, and the whole value in quotes: title: "What is a “benefit”?".',
    ],
  },
  AFTER_EMPTY: {
    fi: [
      'merkintä {empty} tarkoittaa, ettei tässä ole mitään, mutta sen alla on jotain',
      'Poista {empty} ja jätä sen alla olevat rivit.',
    ],
    sv: [
      'märket {empty} betyder att här inte finns något, men det följer något under det',
      'Ta bort {empty} och låt raderna under det stå kvar.',
    ],
    en: [
      '{empty} means that there is nothing here, but something stands below it',
      'Remove {empty}, and leave the lines below it.',
    ],
  },
  NO_BLANK: {
    fi: ['kaksoispisteen jälkeen puuttuu välilyönti', 'Kirjoita "{name}: {value}", ei "{name}:{value}".'],
    sv: ['ett mellanslag saknas efter kolonet', 'Skriv "{name}: {value}", inte "{name}:{value}".'],
    en: ['a blank is missing after the colon', 'Write "{name}: {value}", not "{name}:{value}".'],
  },
  INDENTED: {
    fi: [
      'rivin alussa on välilyöntejä {blanks}, vaikka pitäisi olla {expected}',
      'Aloita rivi samasta kohdasta kuin muut saman tason rivit.',
    ],
    sv: [
      'raden börjar med {blanks} mellanslag, men det ska vara {expected}',
      'Börja raden på samma ställe som de andra raderna på samma nivå.',
    ],
    en: [
      'the line begins with {blanks} blanks, where {expected} are right',
      'Begin it where the other lines of the same level begin.',
    ],
  },
  other: {
    fi: [
      'riviä ei voi lukea',
      'Jos tekstissä on kaksoispiste, # tai lainausmerkki, kirjoita koko arvo lainausmerkkeihin: title: "Huom: suljettu".',
    ],
    sv: [
      'raden går inte att läsa',
      'Om texten har kolon, # eller citattecken, skriv hela värdet inom citattecken: title: "Obs: stängt".',
    ],
    en: [
      'the line cannot be read',
      'If the text has a colon, # or a quotation mark, put the whole value in quotes: title: "Note: closed".',
    ],
  },
} as const satisfies Record<string, Message>;

const hasMessage = (code: string): code is keyof typeof messages => Object.hasOwn(messages, code);

export const yaml = rule('yaml', {
  messages,
  *findInFile({ text, yaml: { errors } }) {
    if (errors.length === 0) return;
    const lines = text.split('\n');
    // One mistake often causes several errors on a line; the first is the one to correct.
    const firstOfLine = new Map(errors.toReversed().map((error) => [error.place.line, error]));
    const inOrder = [...firstOfLine.values()].sort((a, b) => a.place.line - b.place.line);
    const told = new Set<number>();
    let opened = false;
    for (const { code, place } of inOrder.slice(0, mostPerFile)) {
      const known = code === 'BAD_DQ_ESCAPE' ? 'ESCAPE' : hasMessage(code) ? code : 'other';
      const slip = known === 'other' || known === 'MISSING_CHAR' ? slipNear(lines, place.line) : undefined;
      const line = slip?.line ?? place.line;
      const { fault } = slip ?? { fault: known };
      // What does not end, or is no item of a list, is also why the lines after it cannot be read.
      if ((slip && told.has(line)) || (opened && (fault === 'other' || fault === 'JOINED_ITEM'))) continue;
      told.add(line);
      opened ||= fault === 'MISSING_CHAR' || fault === 'ODD_DASH';
      const [, field] = /^[\s-]*([\w-]+)\s*:/.exec(lines[line - 1] ?? '') ?? [];
      yield {
        at: { ...place, ...(slip && { line, column: 1 }), ...(field && { field }) },
        ...noDetails,
        name: field ?? '',
        dashed: withDash(lines, line),
        ...slip,
        fault,
      };
    }
  },
});

/** The line as an item of the list that it stands in. */
function withDash(lines: string[], number: number): string {
  const line = lines[number - 1] ?? '';
  const opening = lines
    .slice(0, number - 1)
    .findLast((other) => !isBlank(other) && other.search(/\S/) < line.search(/\S/));
  const isInItem = /^\s*- /.test(opening ?? '') && !(oddDash.test(line) && /:\s*$/.test(opening!));
  const [indent] = /^\s*/.exec(isInItem ? opening! : line)!;
  return `${indent}- ${line.replace(oddDash, '').trim()}`;
}

/** What a slip is, and how the line was written and should be: what the parser does not tell. */
type Slip = { line: number } & (
  | { fault: 'JOINED_ITEM' | 'ODD_DASH' | 'INNER_QUOTES' }
  | { fault: 'AFTER_EMPTY'; empty: string }
  | { fault: 'NO_BLANK'; name: string; value: string }
  | { fault: 'INDENTED'; blanks: number; expected: number }
);
const noDetails = { empty: '', name: '', value: '', blanks: 0, expected: 0 };

const isBlank = (line = ''): boolean => /^\s*(#|$|---)/.test(line);
/** A value in quotes, and more of it after them. */
const endedEarly = /(?:^\s*|[:,-] +|[[{] *)(["'])(?:(?!\1).)*\1 *[^\s,\]}:#]/;
/** Where the name of a field begins, in a line such as `  - url: …`; undefined in others. */
const fieldColumn = (line = ''): number | undefined =>
  /^(\s*(?:- +)?)[\w"'/-][^:]*:(?:\s|$)/.exec(line)?.[1]!.length;

/**
 * The slip of an editor that a parser takes for something else: it reports the line of the slip, or that before
 * or after it.
 * @param at line of the error, from 1
 */
function slipNear(lines: string[], at: number): Slip | undefined {
  for (const number of [at, at + 1]) {
    const line = lines[number - 1] ?? '';
    if (isBlank(line)) continue;
    if (oddDash.test(line)) return { line: number, fault: 'ODD_DASH' };
    if (number === at && endedEarly.test(line)) return { line: number, fault: 'INNER_QUOTES' };
    const above = lines.slice(0, number - 1).findLastIndex((other) => !isBlank(other));
    const [, empty] = /(?:^|:\s+)(\{\}|\[\])\s*$/.exec(lines[above] ?? '') ?? [];
    if (empty && (lines[above]!.trim() === empty || /^\s*- |^\s+\S/.test(line)))
      return { line: above + 1, fault: 'AFTER_EMPTY', empty };
    const indent = (of = '') => of.search(/\S/);
    if (/^\s*- /.test(line) && !/:\s*$/.test(lines[above] ?? ':') && indent(line) > indent(lines[above]))
      return { line: number, fault: 'JOINED_ITEM' };
    const [, name, value] = /^\s*(?:- +)?([\w-]+):([^\s/].*)$/.exec(line) ?? [];
    if (name) return { line: number, fault: 'NO_BLANK', name, value: value! };
    const column = fieldColumn(line);
    const expected = column === undefined ? undefined : expectedColumn(lines.slice(0, number - 1), column);
    if (expected !== undefined && expected !== column)
      return { line: number, fault: 'INDENTED', blanks: column!, expected };
  }
  return undefined;
}

/** Where a field below other lines may begin: where one of them does, or deeper below one without a value. */
function expectedColumn(above: string[], column: number): number | undefined {
  const columns: number[] = [];
  const lines = above.filter((line) => !isBlank(line)).reverse();
  for (const [index, line] of lines.entries()) {
    const other = fieldColumn(line);
    if (other === undefined || (columns.length > 0 && other >= columns.at(-1)!)) continue;
    if (index === 0 && /:\s*$/.test(line) && column > other) return column;
    columns.push(other);
  }
  return columns.toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a)[0];
}
