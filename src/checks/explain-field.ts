import type { z } from 'zod';
import { fileSentenceOf } from '../schema/fields.ts';
import { type EditorLang, type FieldRule, fieldRules, type Sentence } from '../schema/sentences.ts';
import { fieldsOf, itemOf, shapesOf, valuesOf } from '../schema/walk.ts';
import { nearest, suggestion } from './nearest.ts';
import { excerpt, type Message, mostPerFile, type Place, type Problem, problemTexts } from './problem.ts';
import type { FieldPath, Yaml } from './read-document.ts';

type Issue = z.core.$ZodIssue;
/** An issue that zod found, with the full path of its field. */
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

/** Replaces nested issues by those inside them, and those of several unknown keys by one for each key. */
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

/**
 * Drops issues that follow from another one: a misspelt field is also missing, a string in place of a list
 * also too short.
 */
function withoutFollowOns(issues: FieldIssue[], schema: z.ZodType, yaml: Yaml): FieldIssue[] {
  const fieldNames = (pathOf: (issue: FieldIssue) => FieldPath | false | undefined) =>
    new Set(
      issues.flatMap((issue) => {
        const path = pathOf(issue);
        return path ? [fieldName(path)] : [];
      }),
    );
  const ofWrongType = fieldNames(({ issue, path }) => issue.code === 'invalid_type' && path);
  const withUnknownKeys = fieldNames(({ issue, path }) => issue.code === 'unrecognized_keys' && path);
  const misspelt = fieldNames(({ issue, path }) => {
    const intended =
      issue.code === 'unrecognized_keys' ? nearest(issue.keys[0]!, permittedAt(schema, path)) : undefined;
    return intended !== undefined && [...path, intended];
  });
  return issues.filter(({ issue, path }) => {
    const name = fieldName(path);
    if (misspelt.has(name) && valueAt(yaml.data, path) === undefined) return false;
    return issue.code === 'custom'
      ? !withUnknownKeys.has(name) && !ofWrongType.has(name)
      : issue.code === 'invalid_type' || issue.code === 'unrecognized_keys' || !ofWrongType.has(name);
  });
}

function explain({ issue, path }: FieldIssue, schema: z.ZodType, yaml: Yaml): Problem[] {
  if (issue.code === 'unrecognized_keys') return [unknownField(issue.keys[0]!, path, schema, yaml)];
  const field = fieldName(path);
  const value = valueAt(yaml.data, path);
  const description = fileSentenceOf(schemaAt(schema, path) ?? schema);
  const report = (rule: string, message: Message): Problem[] => [
    problem(rule, { ...yaml.placeOf(path), field }, message),
  ];
  const rule = issue.code === 'custom' ? (issue.params as { rule?: FieldRule } | undefined)?.rule : undefined;
  if (value === undefined)
    return report(rule ?? 'field-missing', missing(field, rule ? fieldRules[rule] : description));
  if (value === null || value === '') return report('field-empty', empty(field, description));
  switch (issue.code) {
    case 'custom':
      return report(rule ?? 'field-value', invalidValue(field, value, rule ? fieldRules[rule] : description));
    case 'too_big':
      return report('field-too-long', tooBig(field, value, Number(issue.maximum)));
    case 'too_small':
      return report('field-too-short', tooSmall(value, Number(issue.minimum), issue.inclusive !== false));
    case 'invalid_value':
      return report(
        'field-value',
        invalidValue(field, value, suggestion(String(value), issue.values.map(String))),
      );
    case 'invalid_union':
      return report(
        'field-value',
        invalidValue(field, value, suggestion(String(value), discriminatorValues(schema, path))),
      );
    case 'invalid_type':
      return report('field-type', wrongType(field, value, issue.expected, yaml.writtenAt(path), description));
    default:
      return report('field-value', invalidValue(field, value, description));
  }
}

const problem = (rule: string, place: Place, message: Message): Problem => ({
  ...place,
  level: 'error',
  rule,
  text: problemTexts(message),
});

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

/** The values of a discriminator field, from every variant of the union. */
function discriminatorValues(schema: z.ZodType, path: FieldPath): string[] {
  const parent = schemaAt(schema, path.slice(0, -1));
  return shapesOf(parent ?? schema).flatMap((shape) => {
    const discriminator = fieldsOf(shape)?.[path.at(-1)!];
    return discriminator ? valuesOf(discriminator) : [];
  });
}

/** Names of the permitted fields at a path. */
function permittedAt(schema: z.ZodType, path: FieldPath): string[] {
  const inner = schemaAt(schema, path);
  return inner ? Object.keys(fieldsOf(inner) ?? {}) : [];
}

const quoted = (value: unknown): string => `"${excerpt(String(value))}"`;
const lastSegment = (field: string): string => field.split('.').at(-1)!;
const appended = (sentence: Sentence | undefined, lang: EditorLang): string =>
  sentence ? ` ${sentence[lang]}` : '';

const missing = (field: string, description: Sentence | undefined): Message => ({
  fi: [`kenttä ${field} puuttuu`, `Lisää rivi "${lastSegment(field)}: …".${appended(description, 'fi')}`],
  sv: [`fältet ${field} saknas`, `Lägg till raden "${lastSegment(field)}: …".${appended(description, 'sv')}`],
  en: [
    `the field ${field} is missing`,
    `Add a line "${lastSegment(field)}: …".${appended(description, 'en')}`,
  ],
});

const empty = (field: string, description: Sentence | undefined): Message => ({
  fi: [
    field ? `kenttä ${field} on tyhjä` : 'tiedosto on tyhjä',
    `Kirjoita arvo kaksoispisteen jälkeen; jos siinä on #, lainausmerkkeihin.${appended(description, 'fi')}`,
  ],
  sv: [
    field ? `fältet ${field} är tomt` : 'filen är tom',
    `Skriv värdet efter kolonet; om det har #, inom citattecken.${appended(description, 'sv')}`,
  ],
  en: [
    field ? `the field ${field} is empty` : 'the file is empty',
    `Write the value after the colon; if it has a #, in quotes.${appended(description, 'en')}`,
  ],
});

function unknownField(key: string, path: FieldPath, schema: z.ZodType, yaml: Yaml): Problem {
  const permitted = permittedAt(schema, path);
  const near = nearest(key, permitted);
  const name = excerpt(key);
  const list = permitted.join(', ');
  // A Cyrillic е or a no-break space cannot be told from the right character by eye.
  const nonAscii = /[^\x21-\x7E]/u.exec(key)?.[0];
  const codePoint = nonAscii && `U+${nonAscii.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return problem(
    'field-unknown',
    { ...yaml.placeOf([...path, key]), field: name },
    {
      fi: [
        `kenttää ${name} ei ole`,
        near
          ? `${name} → ${near}?${codePoint ? ` Nimessä on väärä merkki ${codePoint}: kirjoita se uudelleen.` : ' Korjaa nimi.'}`
          : `Poista rivi tai käytä näitä: ${list}.`,
      ],
      sv: [
        `fältet ${name} finns inte`,
        near
          ? `${name} → ${near}?${codePoint ? ` Namnet har fel tecken ${codePoint}: skriv det på nytt.` : ' Rätta namnet.'}`
          : `Ta bort raden eller använd: ${list}.`,
      ],
      en: [
        `there is no field ${name}`,
        near
          ? `${name} → ${near}?${codePoint ? ` The name holds a wrong character ${codePoint}: type it again.` : ' Correct the name.'}`
          : `Remove the line or use: ${list}.`,
      ],
    },
  );
}

function invalidValue(field: string, value: unknown, remedy: Sentence | undefined): Message {
  const wholeFile = { fi: 'tiedosto', sv: 'filen', en: 'the file' };
  const subject = (lang: EditorLang) =>
    typeof value === 'object' ? field || wholeFile[lang] : quoted(value);
  const seeGuide = {
    fi: 'Katso ohje README.md.',
    sv: 'Se anvisningen README.md.',
    en: 'See the guide README.md.',
  };
  return {
    fi: [`${subject('fi')} ei kelpaa`, (remedy ?? seeGuide).fi],
    sv: [`${subject('sv')} går inte att använda`, (remedy ?? seeGuide).sv],
    en: [`${subject('en')} is not valid`, (remedy ?? seeGuide).en],
  };
}

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

/** @param written the value as written in the file: a parsed number has lost its leading zeros */
function wrongType(
  field: string,
  value: unknown,
  expected: string,
  written: string | undefined,
  description: Sentence | undefined,
): Message {
  const type = typeNames[expected] ?? typeNames['string']!;
  const asWritten = excerpt(written ?? String(value));
  const quotes =
    expected === 'string' && typeof value !== 'object'
      ? {
          fi: ` lainausmerkeissä: "${asWritten}"`,
          sv: ` inom citattecken: "${asWritten}"`,
          en: ` in quotes: "${asWritten}"`,
        }
      : /^(number|int)$/.test(expected) && /^\s*-?\d+\s*$/.test(String(value))
        ? {
            fi: ` ilman lainausmerkkejä: ${String(value)}`,
            sv: ` utan citattecken: ${String(value)}`,
            en: ` without quotes: ${String(value)}`,
          }
        : { fi: '', sv: '', en: '' };
  return invalidValue(field, typeof value === 'object' ? value : asWritten.replace(/^(["'])(.*)\1$/, '$2'), {
    fi: `Tähän tulee ${type.fi}${quotes.fi}.${appended(description, 'fi')}`,
    sv: `Här ska stå ${type.sv}${quotes.sv}.${appended(description, 'sv')}`,
    en: `This must be ${type.en}${quotes.en}.${appended(description, 'en')}`,
  });
}

function tooBig(field: string, value: unknown, maximum: number): Message {
  if (Array.isArray(value))
    return {
      fi: [
        `${value.length} kohtaa, enintään ${maximum} sallitaan`,
        `Poista ${value.length - maximum}: jätä tärkeimmät.`,
      ],
      sv: [
        `${value.length} punkter, högst ${maximum} tillåts`,
        `Ta bort ${value.length - maximum}: behåll de viktigaste.`,
      ],
      en: [
        `${value.length} items, at most ${maximum} are permitted`,
        `Remove ${value.length - maximum}: keep the most important ones.`,
      ],
    };
  if (typeof value !== 'string')
    return {
      fi: [`luku ${String(value)} on liian suuri`, `Kirjoita enintään ${maximum}.`],
      sv: [`talet ${String(value)} är för stort`, `Skriv högst ${maximum}.`],
      en: [`the number ${String(value)} is too large`, `Write ${maximum} at most.`],
    };
  const over = value.length - maximum;
  return {
    fi: [
      `${value.length} merkkiä, enintään ${maximum} sallitaan`,
      `Lyhennä kenttää ${field} ${over} ${over === 1 ? 'merkin verran' : 'merkkiä'}.`,
    ],
    sv: [`${value.length} tecken, högst ${maximum} tillåts`, `Förkorta fältet ${field} med ${over} tecken.`],
    en: [
      `${value.length} characters, at most ${maximum} are permitted`,
      `Shorten ${field} by ${over} ${over === 1 ? 'character' : 'characters'}.`,
    ],
  };
}

function tooSmall(value: unknown, minimum: number, inclusive: boolean): Message {
  if (Array.isArray(value))
    return {
      fi: [
        `${value.length} ${value.length === 1 ? 'kohta' : 'kohtaa'}, vähintään ${minimum} tarvitaan`,
        `Lisää vielä ${minimum - value.length}.`,
      ],
      sv: [
        `${value.length} ${value.length === 1 ? 'punkt' : 'punkter'}, minst ${minimum} behövs`,
        `Lägg till ${minimum - value.length} till.`,
      ],
      en: [
        `${value.length} ${value.length === 1 ? 'item' : 'items'}, at least ${minimum} are needed`,
        `Add ${minimum - value.length} more.`,
      ],
    };
  return {
    fi: [
      `luku ${String(value)} on liian pieni`,
      inclusive ? `Kirjoita vähintään ${minimum}.` : `Kirjoita enemmän kuin ${minimum}.`,
    ],
    sv: [
      `talet ${String(value)} är för litet`,
      inclusive ? `Skriv minst ${minimum}.` : `Skriv mer än ${minimum}.`,
    ],
    en: [
      `the number ${String(value)} is too small`,
      inclusive ? `Write ${minimum} at least.` : `Write more than ${minimum}.`,
    ],
  };
}
