import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import type { Vocabulary } from '../schema/site-files.ts';
import { jsonSchemas, schemaFolder, schemaSettings } from './json-schemas.ts';

const files = readFiles('content').filter(({ path }) => path.endsWith('.yaml'));
const schemas = jsonSchemas(readContent(files, new Date()).singles.vocabulary!.data as Vocabulary);
const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));

test('the committed schemas are up to date: if not, run "npm run schemas"', () => {
  expect(readdirSync(schemaFolder).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas)
    expect(readFileSync(`${schemaFolder}/${name}`, 'utf8'), `${name} is old: run "npm run schemas"`).toBe(
      text,
    );
});

test('the settings of VS Code assign every schema to its files', () => {
  expect(settings['yaml.schemas']).toEqual(schemaSettings);
});

describe('every YAML file of the content has exactly one schema, which accepts it:', () => {
  const schemasByFile = new Map(
    [...schemas].map(([name, text]) => [`./${schemaFolder}/${name}`, z.fromJSONSchema(JSON.parse(text))]),
  );
  const schemasFor = (path: string) =>
    Object.entries(schemaSettings)
      .filter(([, glob]) => matchesGlob(`content/${path}`, glob))
      .map(([name]) => schemasByFile.get(name)!);

  test.each(files.map(({ path, bytes }) => [path, bytes] as const))('%s', (path, bytes) => {
    const [schema, ...others] = schemasFor(path);
    expect(others).toEqual([]);
    expect(schema!.safeParse(parse(new TextDecoder().decode(bytes)) ?? {}).error?.issues ?? []).toEqual([]);
  });

  test('and rejects an unknown field and a term that is not in the vocabulary', () => {
    const { path, bytes } = files.find((file) => file.path.startsWith('services/'))!;
    const facts = parse(new TextDecoder().decode(bytes));
    const [schema] = schemasFor(path);
    expect(schema!.safeParse({ ...facts, colour: 'red' }).success).toBe(false);
    expect(schema!.safeParse({ ...facts, price: 'gratis' }).success).toBe(false);
  });
});

/** The path and the description of every field of a JSON Schema; undefined for a field without one. */
function* descriptionsIn(schema: Record<string, unknown>, path: string): Iterable<[string, unknown]> {
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value !== 'object' || value === null) continue;
    if (key === 'properties')
      for (const [name, field] of Object.entries(value)) yield [`${path}.${name}`, field.description];
    yield* descriptionsIn(value as Record<string, unknown>, key === 'properties' ? path : `${path}.${key}`);
  }
}

test.each([...schemas])('every field of %s has a description in three languages', (_, text) => {
  const unexplained = [...descriptionsIn(JSON.parse(text), '')].filter(
    ([path, description]) => !/\.(fi|sv|en)$/.test(path) && String(description).split('\n\n').length !== 3,
  );
  expect(unexplained).toEqual([]);
});
