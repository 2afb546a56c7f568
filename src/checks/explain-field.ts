import type { z } from 'zod';
import { type EditorLang, type FieldRule, fieldRules } from '../schema/sentences.ts';
import { fieldsOf, itemOf } from '../schema/walk.ts';
import { nearest, suggestion } from './nearest.ts';
import type { Place, Problem, Told } from './problem.ts';
import type { FieldPath, Yaml } from './read-document.ts';

type Issue = z.core.$ZodIssue;

const kinds: Record<string, Record<EditorLang, string>> = {
  string: { fi: 'teksti', sv: 'en text', en: 'a text' },
  number: { fi: 'luku', sv: 'ett tal', en: 'a number' },
  int: { fi: 'kokonaisluku', sv: 'ett heltal', en: 'a whole number' },
  boolean: { fi: 'true tai false', sv: 'true eller false', en: 'true or false' },
  array: { fi: 'luettelo: [yksi, toinen]', sv: 'en lista: [ett, två]', en: 'a list: [one, two]' },
  object: { fi: 'kenttiä, esimerkiksi fi: ja sv: omilla riveillään', sv: 'fält, till exempel fi: och sv: på egna rader', en: 'fields, for example fi: and sv: on lines of their own' },
  record: { fi: 'pareja muodossa nimi: arvo', sv: 'par i formen namn: värde', en: 'pairs in the form name: value' },
};

const written = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'null';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** Turns what zod found into problems with a place, in every language that editors read. */
export function explainFields(issues: Issue[], schema: z.ZodType, yaml: Yaml): Problem[] {
  return issues.flatMap((issue) => explainIssue(issue, [], schema, yaml));
}

function explainIssue(issue: Issue, above: FieldPath, schema: z.ZodType, yaml: Yaml): Problem[] {
  const path = [...above, ...(issue.path as FieldPath)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, path, schema, yaml));
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return issue.issues.flatMap((inner) => explainIssue(inner, path, schema, yaml));
  // Of several shapes the one with the fewest faults is most likely meant.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const likeliest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]!;
    return likeliest.flatMap((inner) => explainIssue(inner, path, schema, yaml));
  }
  const value = valueAt(yaml.data, path);
  const place = { ...yaml.placeOf(path), field: fieldName(path) };
  if (value === undefined) return [problem('field-missing', place, missing(fieldName(path)))];
  const [rule, told] = explainValue(issue, value, fieldName(path));
  return [problem(rule, place, told)];
}

const depth = (issues: Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
const fieldName = (path: FieldPath): string => path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : part)).join('.').replaceAll('.[', '[');
const problem = (rule: string, place: Place, text: Record<EditorLang, Told>): Problem => ({ ...place, level: 'error', rule, text });

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => (value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[part] : undefined), data);
}

const missing = (field: string): Record<EditorLang, Told> => ({
  fi: { message: `${field} puuttuu`, hint: `Lisää rivi "${field.split('.').at(-1)}: …".` },
  sv: { message: `${field} saknas`, hint: `Lägg till raden "${field.split('.').at(-1)}: …".` },
  en: { message: `${field} is missing`, hint: `Add a line "${field.split('.').at(-1)}: …".` },
});

function unknownField(key: string, path: FieldPath, schema: z.ZodType, yaml: Yaml): Problem {
  const permitted = permittedAt(schema, path);
  const near = nearest(key, permitted);
  const list = permitted.join(', ');
  return problem('field-unknown', { ...yaml.placeOf([...path, key]), field: key }, {
    fi: { message: `kenttää ${key} ei ole`, hint: near ? `${key} → ${near}? Korjaa nimi.` : `Poista rivi tai käytä näitä: ${list}.` },
    sv: { message: `fältet ${key} finns inte`, hint: near ? `${key} → ${near}? Rätta namnet.` : `Ta bort raden eller använd: ${list}.` },
    en: { message: `there is no field ${key}`, hint: near ? `${key} → ${near}? Correct the name.` : `Remove the line or use: ${list}.` },
  });
}

/** Names of the fields that a schema permits at a path. */
function permittedAt(schema: z.ZodType | undefined, [first, ...rest]: FieldPath): string[] {
  if (!schema) return [];
  const fields = fieldsOf(schema);
  return first === undefined ? Object.keys(fields ?? {}) : permittedAt(fields?.[first] ?? itemOf(schema), rest);
}

function explainValue(issue: Issue, value: unknown, field: string): [string, Record<EditorLang, Told>] {
  const shown = written(value);
  if (issue.code === 'custom') {
    const rule = (issue.params as { rule?: FieldRule } | undefined)?.rule;
    const hints = rule ? fieldRules[rule] : { fi: issue.message, sv: issue.message, en: issue.message };
    return [rule ?? 'field-value', bad(shown, hints)];
  }
  if (issue.code === 'too_big') return ['field-too-long', tooMuch(field, value, Number(issue.maximum))];
  if (issue.code === 'too_small') return ['field-too-short', tooLittle(value, Number(issue.minimum))];
  if (issue.code === 'invalid_value') return ['field-value', bad(shown, suggestion(String(value), issue.values.map(String)))];
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return ['field-value', bad(shown, suggestion(String(value), ['person', 'unit']))];
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? kinds['string']!;
    const quoted = typeof value === 'number' || typeof value === 'boolean' ? ` "${shown}"` : '';
    return ['field-type', bad(shown, {
      fi: `Tähän tulee ${kind.fi}${quoted && issue.expected === 'string' ? `. Kirjoita lainausmerkkeihin:${quoted}` : ''}.`,
      sv: `Här ska stå ${kind.sv}${quoted && issue.expected === 'string' ? `. Skriv inom citattecken:${quoted}` : ''}.`,
      en: `This must be ${kind.en}${quoted && issue.expected === 'string' ? `. Put it in quotes:${quoted}` : ''}.`,
    })];
  }
  return ['field-value', bad(shown, { fi: issue.message, sv: issue.message, en: issue.message })];
}

const bad = (shown: string, hints: Record<EditorLang, string>): Record<EditorLang, Told> => ({
  fi: { message: `"${shown}" ei kelpaa`, hint: hints.fi },
  sv: { message: `"${shown}" duger inte`, hint: hints.sv },
  en: { message: `"${shown}" will not do`, hint: hints.en },
});

function tooMuch(field: string, value: unknown, maximum: number): Record<EditorLang, Told> {
  if (Array.isArray(value)) return {
    fi: { message: `${value.length} kohtaa, enintään ${maximum} sallitaan`, hint: 'Jätä tärkeimmät.' },
    sv: { message: `${value.length} punkter, högst ${maximum} tillåts`, hint: 'Behåll de viktigaste.' },
    en: { message: `${value.length} items, at most ${maximum} are permitted`, hint: 'Keep the most important ones.' },
  };
  const size = typeof value === 'string' ? value.length : value;
  const over = typeof value === 'string' ? value.length - maximum : 0;
  return {
    fi: { message: `${size} merkkiä, enintään ${maximum} sallitaan`, hint: `Lyhennä kenttää ${field} ${over} merkkiä.` },
    sv: { message: `${size} tecken, högst ${maximum} tillåts`, hint: `Förkorta fältet ${field} med ${over} tecken.` },
    en: { message: `${size} characters, at most ${maximum} are permitted`, hint: `Shorten ${field} by ${over} characters.` },
  };
}

function tooLittle(value: unknown, minimum: number): Record<EditorLang, Told> {
  const size = Array.isArray(value) ? value.length : String(value);
  return {
    fi: { message: `${size} kohtaa, vähintään ${minimum} tarvitaan`, hint: 'Lisää puuttuvat.' },
    sv: { message: `${size} punkter, minst ${minimum} behövs`, hint: 'Lägg till dem som saknas.' },
    en: { message: `${size} items, at least ${minimum} are needed`, hint: 'Add what is missing.' },
  };
}
