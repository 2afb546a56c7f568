import type { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { fileSentenceOf } from '../schema/fields.ts';
import { type FieldRule, fieldRules, inEditorLanguages, type Sentence } from '../schema/sentences.ts';
import { fieldsOf, itemOf, shapesOf, valuesOf } from '../schema/walk.ts';
import { nearest, suggestion } from './nearest.ts';
import { excerpt, type Message, mostPerFile, type Problem, problemText } from './problem.ts';
import type { FieldPath, Yaml } from './read-document.ts';

type Issue = z.core.$ZodIssue;
type FieldIssue = { issue: Issue; path: FieldPath };

/** Turns zod's issues into problems with a place and with messages in every language of the editors. */
export function explainFields(issues: Issue[], whole: z.ZodType, yaml: Yaml): Problem[] {
  const schema = shapesOf(whole).find((shape) => isShapeOf(shape, yaml.data)) ?? whole;
  return withoutFollowOns(
    issues.flatMap((issue) => flattened(issue, [])),
    schema,
    yaml,
  )
    .slice(0, mostPerFile)
    .flatMap((issue) => explain(issue, schema, yaml));
}

/** Flattens nested issues, and those of several unknown keys. */
function flattened(issue: Issue, above: FieldPath): FieldIssue[] {
  const path = [...above, ...(issue.path as FieldPath)];
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return issue.issues.flatMap((inner) => flattened(inner, path));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostPerFile).map((key) => ({ issue: { ...issue, keys: [key] }, path }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  // Of the variants of a union, the one with the fewest issues was most likely intended.
  const likeliest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]!;
  return likeliest.flatMap((inner) => flattened(inner, path));
}

const depth = (issues: Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
const fieldName = (path: FieldPath): string =>
  path
    .map((segment) => (typeof segment === 'number' ? `[${segment + 1}]` : segment))
    .join('.')
    .replaceAll('.[', '[');

/** Drops issues that follow from another: a misspelt field is also missing, a text in place of a list too short. */
function withoutFollowOns(issues: FieldIssue[], schema: z.ZodType, yaml: Yaml): FieldIssue[] {
  const namesOf = (paths: FieldPath[]) => new Set(paths.map(fieldName));
  const withCode = (code: Issue['code']) =>
    namesOf(issues.filter(({ issue }) => issue.code === code).map(({ path }) => path));
  const ofWrongType = withCode('invalid_type');
  const withUnknownKeys = withCode('unrecognized_keys');
  const meant = issues.map(({ issue, path }) =>
    issue.code === 'unrecognized_keys' ? meantBy(issue.keys[0]!, path, schema, yaml.data) : undefined,
  );
  const misplaced = namesOf(meant.flatMap((place) => (place ? [place.path] : [])));
  return issues.filter(({ issue, path }, index) => {
    const name = fieldName(path);
    if (misplaced.has(name) && (valueAt(yaml.data, path) ?? undefined) === undefined) return false;
    const into = meant[index]?.fault === 'notDeep' ? meant[index].path : undefined;
    if (into && meant.findIndex((other) => other && fieldName(other.path) === fieldName(into)) < index)
      return false;
    return issue.code === 'custom'
      ? !withUnknownKeys.has(name) && !ofWrongType.has(name)
      : issue.code === 'invalid_type' || issue.code === 'unrecognized_keys' || !ofWrongType.has(name);
  });
}

function explain({ issue, path }: FieldIssue, schema: z.ZodType, yaml: Yaml): Problem[] {
  const field = fieldName(path);
  const value = valueAt(yaml.data, path);
  const description = fileSentenceOf(schemaAt(schema, path) ?? schema);
  const report = (rule: string, message: Message, details: object = {}): Problem[] => [
    {
      ...yaml.placeOf(path),
      field,
      level: 'error',
      rule,
      text: problemText(message, {
        field,
        subject: subjectOf(value, field),
        description: afterBlank(description),
        ...details,
      }),
    },
  ];
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const [unknown] = report('field-unknown', ...unknownField(key, path, schema, yaml));
    return [{ ...unknown!, ...yaml.placeOf([...path, key]), field: excerpt(key) }];
  }
  const rule = issue.code === 'custom' ? (issue.params as { rule?: FieldRule } | undefined)?.rule : undefined;
  const remedy = rule ? fieldRules[rule] : description;
  if (value === undefined)
    return report(rule ?? 'field-missing', messages.missing, {
      name: String(path.at(-1)),
      description: afterBlank(remedy),
    });
  if (value === null && typeof path.at(-1) === 'number') return report('field-empty', messages.emptyItem);
  if (value === null || value === '') return report('field-empty', messages.empty);
  const invalid = (remedy: Sentence = seeGuide) =>
    report(rule ?? 'field-value', messages.invalid, { remedy });
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : Number(value);
  switch (issue.code) {
    case 'too_big': {
      const limit = Number(issue.maximum);
      const kind = typeof value === 'string' ? 'tooLong' : Array.isArray(value) ? 'tooMany' : 'tooLarge';
      const over = size - limit;
      return report('field-too-long', messages[kind], { size, limit, over, characters: characters(over) });
    }
    case 'too_small': {
      const limit = Number(issue.minimum);
      const kind = Array.isArray(value) ? 'tooFew' : issue.inclusive === false ? 'notMore' : 'tooSmall';
      return report('field-too-short', messages[kind], {
        size,
        limit,
        lacking: limit - size,
        items: items(size),
      });
    }
    case 'invalid_value':
      return invalid(suggestion(String(value), issue.values.map(String)));
    case 'invalid_union':
      return invalid(suggestion(String(value), discriminatorValues(schema, path)));
    case 'invalid_type': {
      // A parsed number has lost its leading zeros.
      const written = excerpt(yaml.writtenAt(path) ?? String(value));
      const isScalar = typeof value !== 'object';
      const isNumber = /^(number|int)$/.test(issue.expected) && /^\s*-?\d+\s*$/.test(String(value));
      if (typeof value === 'object') {
        const [[name, inner] = ['', ''], ...others] = Object.entries(value);
        const isText = issue.expected === 'string';
        if (isText && Array.isArray(value)) return report('field-type', messages.list);
        if (isText && typeof path.at(-1) === 'number' && others.length === 0 && typeof inner !== 'object')
          return report('field-type', messages.colon, { whole: `${name}: ${inner}` });
        if (issue.expected === 'array' && permittedAt(schema, [...path, 0]).includes(name))
          return report('field-type', messages.noDash, { name });
      }
      return report(
        'field-type',
        messages[issue.expected === 'string' && isScalar ? 'quoteIt' : isNumber ? 'unquoteIt' : 'type'],
        {
          type: typeNames[issue.expected] ?? typeNames['string'],
          written,
          value: String(value),
          ...(isScalar && { subject: subjectOf(written.replace(/^(["'])(.*)\1$/, '$2'), field) }),
        },
      );
    }
    default:
      return invalid(remedy);
  }
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      value !== null && typeof value === 'object'
        ? (value as Record<string | number, unknown>)[segment]
        : undefined,
    data,
  );
}

function schemaAt(schema: z.ZodType | undefined, [first, ...rest]: FieldPath): z.ZodType | undefined {
  return first === undefined || !schema
    ? schema
    : schemaAt(fieldsOf(schema)?.[first] ?? itemOf(schema), rest);
}

/** Whether a discriminator field such as `kind` has the value of this variant of a union. */
const isShapeOf = (shape: z.ZodType, data: unknown): boolean =>
  Object.entries(fieldsOf(shape) ?? {}).some(([name, field]) =>
    valuesOf(field).includes(String(valueAt(data, [name]))),
  );

function discriminatorValues(schema: z.ZodType, path: FieldPath): string[] {
  const parent = schemaAt(schema, path.slice(0, -1));
  return shapesOf(parent ?? schema).flatMap((shape) => {
    const discriminator = fieldsOf(shape)?.[path.at(-1)!];
    return discriminator ? valuesOf(discriminator) : [];
  });
}

function permittedAt(schema: z.ZodType, path: FieldPath): string[] {
  const inner = schemaAt(schema, path);
  return inner ? Object.keys(fieldsOf(inner) ?? {}) : [];
}

/** Where a field that does not exist was meant to stand, by a slip of the pen or of its indentation. */
function meantBy(key: string, path: FieldPath, schema: z.ZodType, data: unknown): Meant | undefined {
  for (let { length } = path; length-- > 0;) {
    const above = [...path.slice(0, length), key];
    if (permittedAt(schema, path.slice(0, length)).includes(key) && valueAt(data, above) === undefined)
      return { fault: 'tooDeep', near: String(path[length]), path: above };
  }
  const siblings = Object.entries(valueAt(data, path) ?? {});
  const place = siblings.findIndex(([name]) => name === key);
  const empty = siblings
    .slice(0, place)
    .findLast(([name, value]) => value === null && permittedAt(schema, [...path, name]).includes(key))?.[0];
  if (empty !== undefined) return { fault: 'notDeep', near: empty, path: [...path, empty] };
  const near = nearest(key, permittedAt(schema, path));
  return near === undefined ? undefined : { fault: 'misspelt', near, path: [...path, near] };
}
type Meant = { fault: 'tooDeep' | 'notDeep' | 'misspelt'; near: string; path: FieldPath };

function unknownField(key: string, path: FieldPath, schema: z.ZodType, yaml: Yaml): [Message, object] {
  const permitted = permittedAt(schema, path);
  const meant = meantBy(key, path, schema, yaml.data);
  // A Cyrillic е or a no-break space cannot be told from the right character by eye.
  const odd = /[^\x21-\x7E]/u.exec(key)?.[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const details = {
    name: key,
    near: meant?.near,
    code: `U+${odd}`,
    permitted,
    whole: key.replace(':', ': '),
  };
  if (meant) return [messages[meant.fault === 'misspelt' && odd ? 'oddLetter' : meant.fault], details];
  const [start, end] = (['key', 'value'] as const).map((part) => yaml.placeOf([...path, key], part));
  const hasColon = start!.line !== end!.line || start!.column !== end!.column;
  if (!hasColon) return [messages[key.includes(':') ? 'noBlank' : 'comma'], details];
  return [messages[languages.some((lang) => lang === key) ? 'language' : 'unknown'], details];
}

/** What a message speaks of: the value as written, or the field where it holds others. */
const subjectOf = (value: unknown, field: string): Sentence =>
  typeof value !== 'object'
    ? inEditorLanguages(() => `"${excerpt(String(value))}"`)
    : field
      ? inEditorLanguages(() => field)
      : wholeFile;
const wholeFile: Sentence = { fi: 'tiedosto', sv: 'filen', en: 'the file' };

const afterBlank = (sentence: Sentence | undefined): Sentence =>
  inEditorLanguages((lang) => (sentence ? ` ${sentence[lang]}` : ''));
const seeGuide: Sentence = {
  fi: 'Katso ohje README.md.',
  sv: 'Se anvisningen README.md.',
  en: 'See the guide README.md.',
};
const characters = (count: number): Sentence => ({
  fi: count === 1 ? '1 merkin verran' : `${count} merkkiä`,
  sv: `${count} tecken`,
  en: count === 1 ? '1 character' : `${count} characters`,
});
const items = (count: number): Sentence => ({
  fi: count === 1 ? '1 kohta' : `${count} kohtaa`,
  sv: count === 1 ? '1 punkt' : `${count} punkter`,
  en: count === 1 ? '1 item' : `${count} items`,
});
const typeNames: Record<string, Sentence> = {
  string: { fi: 'teksti', sv: 'en text', en: 'a text' },
  number: { fi: 'luku', sv: 'ett tal', en: 'a number' },
  int: { fi: 'kokonaisluku', sv: 'ett heltal', en: 'a whole number' },
  boolean: { fi: 'true tai false', sv: 'true eller false', en: 'true or false' },
  array: { fi: 'luettelo: [yksi, toinen]', sv: 'en lista: [ett, två]', en: 'a list: [one, two]' },
  object: {
    fi: 'kenttiä, kukin omalla rivillään',
    sv: 'fält, vart och ett på en egen rad',
    en: 'fields, each on a line of its own',
  },
  record: {
    fi: 'rivejä muodossa nimi: arvo',
    sv: 'rader i formen namn: värde',
    en: 'lines in the form name: value',
  },
};

const messages = {
  missing: {
    fi: ['kenttä {field} puuttuu', 'Lisää rivi "{name}: …".{description}'],
    sv: ['fältet {field} saknas', 'Lägg till raden "{name}: …".{description}'],
    en: ['the field {field} is missing', 'Add a line "{name}: …".{description}'],
  },
  empty: {
    fi: [
      'kenttä {field} on tyhjä',
      'Kirjoita arvo kaksoispisteen jälkeen; jos siinä on #, lainausmerkkeihin.{description}',
    ],
    sv: [
      'fältet {field} är tomt',
      'Skriv värdet efter kolonet; om det har #, inom citattecken.{description}',
    ],
    en: [
      'the field {field} is empty',
      'Write the value after the colon; if it has a #, in quotes.{description}',
    ],
  },
  emptyItem: {
    fi: ['luettelon kohta on tyhjä', 'Kirjoita kohta viivan perään tai poista viiva.'],
    sv: ['punkten är tom', 'Skriv punkten efter strecket eller ta bort strecket.'],
    en: ['the item is empty', 'Write the item after its dash, or remove the dash.'],
  },
  tooDeep: {
    fi: ['{name} alkaa liian oikealta', 'Aloita rivi samasta kohdasta kuin {near}.'],
    sv: ['{name} börjar för långt till höger', 'Börja raden på samma ställe som {near}.'],
    en: ['{name} begins too far right', 'Begin the line where {near} begins.'],
  },
  notDeep: {
    fi: ['{name} kuuluu kenttään {near}', 'Sisennä kentän {near} rivejä kahdella välilyönnillä.'],
    sv: ['{name} hör till fältet {near}', 'Dra in raderna som hör till {near} med två mellanslag.'],
    en: ['{name} belongs to the field {near}', 'Indent the lines of {near} by two spaces.'],
  },
  language: {
    fi: [
      '{name} on kieli, ei kenttä',
      'Siirrä rivi sen kentän alle, johon se kuuluu, ja sisennä sitä kahdella välilyönnillä.',
    ],
    sv: [
      '{name} är ett språk, inget fält',
      'Flytta raden under fältet som den hör till, och dra in den med två mellanslag.',
    ],
    en: [
      '{name} is a language, not a field',
      'Move the line below the field that it belongs to, and indent it by two spaces.',
    ],
  },
  noBlank: {
    fi: ['kaksoispisteen jälkeen puuttuu välilyönti', 'Kirjoita "{whole}".'],
    sv: ['ett mellanslag saknas efter kolonet', 'Skriv "{whole}".'],
    en: ['a blank is missing after the colon', 'Write "{whole}".'],
  },
  comma: {
    fi: ['pilkku katkaisee tekstin ennen sanaa "{name}"', 'Kirjoita koko teksti lainausmerkkeihin.'],
    sv: ['kommatecknet bryter av texten före "{name}"', 'Skriv hela texten inom citattecken.'],
    en: ['the comma ends the text before "{name}"', 'Put the whole text in quotes.'],
  },
  colon: {
    fi: ['kaksoispiste katkaisee tekstin', 'Kirjoita koko teksti lainausmerkkeihin: "{whole}".'],
    sv: ['kolonet bryter av texten', 'Skriv hela texten inom citattecken: "{whole}".'],
    en: ['the colon breaks the text', 'Put the whole text in quotes: "{whole}".'],
  },
  list: {
    fi: ['tässä on luettelo', 'Tähän tulee teksti: poista ylimääräinen viiva tai hakasulut.{description}'],
    sv: [
      'här står en lista',
      'Här ska stå en text: ta bort det extra strecket eller hakparenteserna.{description}',
    ],
    en: ['here is a list', 'This must be a text: remove the extra dash or the brackets.{description}'],
  },
  noDash: {
    fi: ['luettelon {field} kohta ei ala viivalla', 'Kirjoita sen alkuun viiva: "- {name}: …".'],
    sv: ['punkten i listan {field} börjar inte med ett streck', 'Skriv strecket: "- {name}: …".'],
    en: ['the item of {field} does not begin with a dash', 'Write the dash: "- {name}: …".'],
  },
  unknown: {
    fi: ['kenttää {name} ei ole', 'Poista rivi tai käytä näitä: {permitted}.'],
    sv: ['fältet {name} finns inte', 'Ta bort raden eller använd: {permitted}.'],
    en: ['there is no field {name}', 'Remove the line or use: {permitted}.'],
  },
  misspelt: {
    fi: ['kenttää {name} ei ole', '{name} → {near}? Korjaa nimi.'],
    sv: ['fältet {name} finns inte', '{name} → {near}? Rätta namnet.'],
    en: ['there is no field {name}', '{name} → {near}? Correct the name.'],
  },
  oddLetter: {
    fi: ['kenttää {name} ei ole', '{name} → {near}? Nimessä on väärä merkki {code}: kirjoita se uudelleen.'],
    sv: ['fältet {name} finns inte', '{name} → {near}? Namnet har fel tecken {code}: skriv det på nytt.'],
    en: [
      'there is no field {name}',
      '{name} → {near}? The name holds a wrong character {code}: type it again.',
    ],
  },
  invalid: {
    fi: ['{subject} ei kelpaa', '{remedy}'],
    sv: ['{subject} går inte att använda', '{remedy}'],
    en: ['{subject} is not valid', '{remedy}'],
  },
  type: {
    fi: ['{subject} ei kelpaa', 'Tähän tulee {type}.{description}'],
    sv: ['{subject} går inte att använda', 'Här ska stå {type}.{description}'],
    en: ['{subject} is not valid', 'This must be {type}.{description}'],
  },
  quoteIt: {
    fi: ['{subject} ei kelpaa', 'Tähän tulee {type} lainausmerkeissä: "{written}".{description}'],
    sv: ['{subject} går inte att använda', 'Här ska stå {type} inom citattecken: "{written}".{description}'],
    en: ['{subject} is not valid', 'This must be {type} in quotes: "{written}".{description}'],
  },
  unquoteIt: {
    fi: ['{subject} ei kelpaa', 'Tähän tulee {type} ilman lainausmerkkejä: {value}.{description}'],
    sv: ['{subject} går inte att använda', 'Här ska stå {type} utan citattecken: {value}.{description}'],
    en: ['{subject} is not valid', 'This must be {type} without quotes: {value}.{description}'],
  },
  tooMany: {
    fi: ['{size} kohtaa, enintään {limit} sallitaan', 'Poista {over}: jätä tärkeimmät.'],
    sv: ['{size} punkter, högst {limit} tillåts', 'Ta bort {over}: behåll de viktigaste.'],
    en: ['{size} items, at most {limit} are permitted', 'Remove {over}: keep the most important ones.'],
  },
  tooLarge: {
    fi: ['luku {size} on liian suuri', 'Kirjoita enintään {limit}.'],
    sv: ['talet {size} är för stort', 'Skriv högst {limit}.'],
    en: ['the number {size} is too large', 'Write {limit} at most.'],
  },
  tooLong: {
    fi: ['{size} merkkiä, enintään {limit} sallitaan', 'Lyhennä kenttää {field} {characters}.'],
    sv: ['{size} tecken, högst {limit} tillåts', 'Förkorta fältet {field} med {characters}.'],
    en: ['{size} characters, at most {limit} are permitted', 'Shorten {field} by {characters}.'],
  },
  tooFew: {
    fi: ['{items}, vähintään {limit} tarvitaan', 'Lisää vielä {lacking}.'],
    sv: ['{items}, minst {limit} behövs', 'Lägg till {lacking} till.'],
    en: ['{items}, at least {limit} are needed', 'Add {lacking} more.'],
  },
  tooSmall: {
    fi: ['luku {size} on liian pieni', 'Kirjoita vähintään {limit}.'],
    sv: ['talet {size} är för litet', 'Skriv minst {limit}.'],
    en: ['the number {size} is too small', 'Write {limit} at least.'],
  },
  notMore: {
    fi: ['luku {size} on liian pieni', 'Kirjoita enemmän kuin {limit}.'],
    sv: ['talet {size} är för litet', 'Skriv mer än {limit}.'],
    en: ['the number {size} is too small', 'Write more than {limit}.'],
  },
} satisfies Record<string, Message>;
