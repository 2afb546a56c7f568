import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { field, inEveryLanguage, line } from '../schema/fields.ts';
import { explainedYaml } from './explained-yaml.ts';

const sentence = (en: string) => ({ fi: `${en} (fi)`, sv: `${en} (sv)`, en });
const schema = z.strictObject({
  name: field(sentence('The name.'), line(20)),
  places: field(
    sentence('Where it is.'),
    z.array(
      z.strictObject({
        street: field(sentence('The street.'), line(20)),
        number: field(sentence('The number.'), z.number().optional()),
      }),
    ),
  ),
  tags: field(sentence('Words.'), z.array(line(20))),
  closed: field(
    sentence('Fill in when it is closed.'),
    z.strictObject({ day: field(sentence('The day.'), line(10)), why: inEveryLanguage(line(20)) }).optional(),
  ),
});

test('every field is below its description, optional ones without a value are commented out', () => {
  expect(
    explainedYaml(
      schema,
      {
        name: 'A: b',
        places: [{ street: 'Toinen linja', number: 14 }, { street: 'Kolmas linja' }],
        tags: ['x', 'y'],
      },
      'en',
    ),
  ).toBe(`# The name.
name: "A: b"
# Where it is.
places:
  # The street.
  - street: Toinen linja
    # The number.
    number: 14
  # The street.
  - street: Kolmas linja
    # The number.
    # number:
# Words.
tags: [x, y]
# Fill in when it is closed.
# closed:
#   # The day.
#   day:
#   why:
#     fi:
#     sv:
`);
});

test('the YAML parses back to the same values', () => {
  const values = {
    name: '2026',
    places: [{ street: '- # "', number: 1 }],
    tags: ['no', '[a, b]'],
    closed: { day: '2026-11-24', why: { fi: 'a: b', sv: '' } },
  };
  expect(parse(explainedYaml(schema, values, 'fi'))).toEqual(values);
});

test('a long description is wrapped', () => {
  const long = z.strictObject({ name: field(sentence('word '.repeat(60).trim()), line(20)) });
  const lines = explainedYaml(long, { name: 'x' }, 'en').trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});
