import type { z } from 'zod';
import { sentenceOf } from '../schema/fields.ts';
import { type EditorLang, type FieldRule, fieldRules, type Sentence } from '../schema/sentences.ts';
import { fieldsOf, itemOf, shapesOf, valuesOf } from '../schema/walk.ts';
import { nearest, suggestion } from './nearest.ts';
import { mostPerFile, type Place, type Problem, excerpt, type ProblemText } from './problem.ts';
import type { FieldPath, Yaml } from './read-document.ts';

type Issue = z.core.$ZodIssue;
/** One thing that zod found, with the path of its field from the top of the file. */
type Fault = { issue: Issue; path: FieldPath };
type Telling = Record<EditorLang, ProblemText>;

/** Turns what zod found into problems with a place, in every language that editors read. */
export function explainFields(issues: Issue[], whole: z.ZodType, yaml: Yaml): Problem[] {
  const schema = shapesOf(whole).find((shape) => isShapeOf(shape, yaml.data)) ?? whole;
  return onePerMistake(
    issues.flatMap((issue) => faultsIn(issue, [])),
    schema,
    yaml,
  )
    .slice(0, mostPerFile)
    .flatMap((fault) => explain(fault, schema, yaml));
}

function faultsIn(issue: Issue, above: FieldPath): Fault[] {
  const path = [...above, ...(issue.path as FieldPath)];
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return issue.issues.flatMap((inner) => faultsIn(inner, path));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostPerFile).map((key) => ({ issue: { ...issue, keys: [key] }, path }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  // Of several shapes the one with the fewest faults is most likely meant.
  const likeliest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]!;
  return likeliest.flatMap((inner) => faultsIn(inner, path));
}

const depth = (issues: Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
const fieldName = (path: FieldPath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : part))
    .join('.')
    .replaceAll('.[', '[');

/** One slip makes zod speak several times: a misspelt field is also missing, and a text in place of a list is also too short. */
function onePerMistake(faults: Fault[], schema: z.ZodType, yaml: Yaml): Fault[] {
  const names = (wanted: (fault: Fault) => FieldPath | false | undefined) =>
    new Set(
      faults.flatMap((fault) => {
        const path = wanted(fault);
        return path ? [fieldName(path)] : [];
      }),
    );
  const ofWrongType = names(({ issue, path }) => issue.code === 'invalid_type' && path);
  const withUnknown = names(({ issue, path }) => issue.code === 'unrecognized_keys' && path);
  const misspelt = names(({ issue, path }) => {
    const meant =
      issue.code === 'unrecognized_keys' ? nearest(issue.keys[0]!, permittedAt(schema, path)) : undefined;
    return meant !== undefined && [...path, meant];
  });
  return faults.filter(({ issue, path }) => {
    const name = fieldName(path);
    if (misspelt.has(name) && valueAt(yaml.data, path) === undefined) return false;
    return issue.code === 'custom'
      ? !withUnknown.has(name) && !ofWrongType.has(name)
      : issue.code === 'invalid_type' || issue.code === 'unrecognized_keys' || !ofWrongType.has(name);
  });
}

function explain({ issue, path }: Fault, schema: z.ZodType, yaml: Yaml): Problem[] {
  if (issue.code === 'unrecognized_keys') return [unknownField(issue.keys[0]!, path, schema, yaml)];
  const field = fieldName(path);
  const value = valueAt(yaml.data, path);
  const about = sentenceOf(schemaAt(schema, path) ?? schema);
  const told = (rule: string, text: Telling): Problem[] => [
    problem(rule, { ...yaml.placeOf(path), field }, text),
  ];
  if (value === undefined) return told('field-missing', missing(field, about));
  if (value === null) return told('field-empty', empty(field, about));
  switch (issue.code) {
    case 'custom': {
      const rule = (issue.params as { rule?: FieldRule } | undefined)?.rule;
      return told(rule ?? 'field-value', unfit(field, value, rule ? fieldRules[rule] : about));
    }
    case 'too_big':
      return told('field-too-long', tooMuch(field, value, Number(issue.maximum)));
    case 'too_small':
      return told('field-too-short', tooLittle(value, Number(issue.minimum), issue.inclusive !== false));
    case 'invalid_value':
      return told('field-value', unfit(field, value, suggestion(String(value), issue.values.map(String))));
    case 'invalid_union':
      return told('field-value', unfit(field, value, suggestion(String(value), kindsAt(schema, path))));
    case 'invalid_type':
      return told('field-type', wrongType(field, value, issue.expected, yaml.writtenAt(path), about));
    default:
      return told('field-value', unfit(field, value, about));
  }
}

const problem = (rule: string, place: Place, text: Telling): Problem => ({
  ...place,
  level: 'error',
  rule,
  text,
});

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object'
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}

function schemaAt(schema: z.ZodType | undefined, [first, ...rest]: FieldPath): z.ZodType | undefined {
  return first === undefined || !schema
    ? schema
    : schemaAt(fieldsOf(schema)?.[first] ?? itemOf(schema), rest);
}

/** Whether the fields that tell the shape, such as `kind`, have the values of this one. */
const isShapeOf = (shape: z.ZodType, data: unknown): boolean =>
  Object.entries(fieldsOf(shape) ?? {}).some(([name, field]) =>
    valuesOf(field).includes(String(valueAt(data, [name]))),
  );

/** The values of a field that tells which of several shapes is meant. */
function kindsAt(schema: z.ZodType, path: FieldPath): string[] {
  const whole = schemaAt(schema, path.slice(0, -1));
  return shapesOf(whole ?? schema).flatMap((shape) => {
    const kind = fieldsOf(shape)?.[path.at(-1)!];
    return kind ? valuesOf(kind) : [];
  });
}

/** Names of the fields that a schema permits at a path. */
function permittedAt(schema: z.ZodType, path: FieldPath): string[] {
  const inner = schemaAt(schema, path);
  return inner ? Object.keys(fieldsOf(inner) ?? {}) : [];
}

const quoted = (value: unknown): string => `"${excerpt(String(value))}"`;
const last = (field: string): string => field.split('.').at(-1)!;
const and = (about: Sentence | undefined, lang: EditorLang): string => (about ? ` ${about[lang]}` : '');

const missing = (field: string, about: Sentence | undefined): Telling => ({
  fi: { message: `kenttä ${field} puuttuu`, hint: `Lisää rivi "${last(field)}: …".${and(about, 'fi')}` },
  sv: { message: `fältet ${field} saknas`, hint: `Lägg till raden "${last(field)}: …".${and(about, 'sv')}` },
  en: {
    message: `the field ${field} is missing`,
    hint: `Add a line "${last(field)}: …".${and(about, 'en')}`,
  },
});

const empty = (field: string, about: Sentence | undefined): Telling => ({
  fi: {
    message: field ? `kenttä ${field} on tyhjä` : 'tiedosto on tyhjä',
    hint: `Kirjoita arvo kaksoispisteen jälkeen; jos siinä on #, lainausmerkkeihin.${and(about, 'fi')}`,
  },
  sv: {
    message: field ? `fältet ${field} är tomt` : 'filen är tom',
    hint: `Skriv värdet efter kolonet; om det har #, inom citattecken.${and(about, 'sv')}`,
  },
  en: {
    message: field ? `the field ${field} is empty` : 'the file is empty',
    hint: `Write the value after the colon; if it has a #, in quotes.${and(about, 'en')}`,
  },
});

function unknownField(key: string, path: FieldPath, schema: z.ZodType, yaml: Yaml): Problem {
  const permitted = permittedAt(schema, path);
  const near = nearest(key, permitted);
  const name = excerpt(key);
  const list = permitted.join(', ');
  // A Cyrillic е or a no-break space looks right and is not.
  const odd = /[^\x21-\x7E]/u.exec(key)?.[0];
  const sign = odd && `U+${odd.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return problem(
    'field-unknown',
    { ...yaml.placeOf([...path, key]), field: name },
    {
      fi: {
        message: `kenttää ${name} ei ole`,
        hint: near
          ? `${name} → ${near}?${sign ? ` Nimessä on väärä merkki ${sign}: kirjoita se uudelleen.` : ' Korjaa nimi.'}`
          : `Poista rivi tai käytä näitä: ${list}.`,
      },
      sv: {
        message: `fältet ${name} finns inte`,
        hint: near
          ? `${name} → ${near}?${sign ? ` Namnet har fel tecken ${sign}: skriv det på nytt.` : ' Rätta namnet.'}`
          : `Ta bort raden eller använd: ${list}.`,
      },
      en: {
        message: `there is no field ${name}`,
        hint: near
          ? `${name} → ${near}?${sign ? ` The name holds a wrong character ${sign}: type it again.` : ' Correct the name.'}`
          : `Remove the line or use: ${list}.`,
      },
    },
  );
}

function unfit(field: string, value: unknown, remedy: Sentence | undefined): Telling {
  const whole = { fi: 'tiedosto', sv: 'filen', en: 'the file' };
  const what = (lang: EditorLang) => (typeof value === 'object' ? field || whole[lang] : quoted(value));
  const see = {
    fi: 'Katso ohje README.md.',
    sv: 'Se anvisningen README.md.',
    en: 'See the guide README.md.',
  };
  return {
    fi: { message: `${what('fi')} ei kelpaa`, hint: (remedy ?? see).fi },
    sv: { message: `${what('sv')} går inte att använda`, hint: (remedy ?? see).sv },
    en: { message: `${what('en')} is not valid`, hint: (remedy ?? see).en },
  };
}

const kinds: Record<string, Sentence> = {
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

/** `written` is the value as it stands in the file: a number has lost its first zero by the time it is read. */
function wrongType(
  field: string,
  value: unknown,
  expected: string,
  written: string | undefined,
  about: Sentence | undefined,
): Telling {
  const kind = kinds[expected] ?? kinds['string']!;
  const asWritten = excerpt(written ?? String(value));
  const mark =
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
  return unfit(field, typeof value === 'object' ? value : asWritten.replace(/^(["'])(.*)\1$/, '$2'), {
    fi: `Tähän tulee ${kind.fi}${mark.fi}.${and(about, 'fi')}`,
    sv: `Här ska stå ${kind.sv}${mark.sv}.${and(about, 'sv')}`,
    en: `This must be ${kind.en}${mark.en}.${and(about, 'en')}`,
  });
}

function tooMuch(field: string, value: unknown, maximum: number): Telling {
  if (Array.isArray(value))
    return {
      fi: {
        message: `${value.length} kohtaa, enintään ${maximum} sallitaan`,
        hint: `Poista ${value.length - maximum}: jätä tärkeimmät.`,
      },
      sv: {
        message: `${value.length} punkter, högst ${maximum} tillåts`,
        hint: `Ta bort ${value.length - maximum}: behåll de viktigaste.`,
      },
      en: {
        message: `${value.length} items, at most ${maximum} are permitted`,
        hint: `Remove ${value.length - maximum}: keep the most important ones.`,
      },
    };
  if (typeof value !== 'string')
    return {
      fi: { message: `luku ${String(value)} on liian suuri`, hint: `Kirjoita enintään ${maximum}.` },
      sv: { message: `talet ${String(value)} är för stort`, hint: `Skriv högst ${maximum}.` },
      en: { message: `the number ${String(value)} is too large`, hint: `Write ${maximum} at most.` },
    };
  const over = value.length - maximum;
  return {
    fi: {
      message: `${value.length} merkkiä, enintään ${maximum} sallitaan`,
      hint: `Lyhennä kenttää ${field} ${over} ${over === 1 ? 'merkin verran' : 'merkkiä'}.`,
    },
    sv: {
      message: `${value.length} tecken, högst ${maximum} tillåts`,
      hint: `Förkorta fältet ${field} med ${over} tecken.`,
    },
    en: {
      message: `${value.length} characters, at most ${maximum} are permitted`,
      hint: `Shorten ${field} by ${over} ${over === 1 ? 'character' : 'characters'}.`,
    },
  };
}

function tooLittle(value: unknown, minimum: number, inclusive: boolean): Telling {
  if (Array.isArray(value))
    return {
      fi: {
        message: `${value.length} ${value.length === 1 ? 'kohta' : 'kohtaa'}, vähintään ${minimum} tarvitaan`,
        hint: `Lisää vielä ${minimum - value.length}.`,
      },
      sv: {
        message: `${value.length} ${value.length === 1 ? 'punkt' : 'punkter'}, minst ${minimum} behövs`,
        hint: `Lägg till ${minimum - value.length} till.`,
      },
      en: {
        message: `${value.length} ${value.length === 1 ? 'item' : 'items'}, at least ${minimum} are needed`,
        hint: `Add ${minimum - value.length} more.`,
      },
    };
  return {
    fi: {
      message: `luku ${String(value)} on liian pieni`,
      hint: inclusive ? `Kirjoita vähintään ${minimum}.` : `Kirjoita enemmän kuin ${minimum}.`,
    },
    sv: {
      message: `talet ${String(value)} är för litet`,
      hint: inclusive ? `Skriv minst ${minimum}.` : `Skriv mer än ${minimum}.`,
    },
    en: {
      message: `the number ${String(value)} is too small`,
      hint: inclusive ? `Write ${minimum} at least.` : `Write more than ${minimum}.`,
    },
  };
}
