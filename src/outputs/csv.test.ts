import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('commas, quotes and line breaks in cells follow RFC 4180', () => {
  const rows = [
    ['a', 'b'],
    ['yksi, kaksi', 'hän sanoi "ei"'],
    ['rivi\nja toinen', 'ä'],
  ];
  expect(csvOf(rows)).toBe('a,b\r\n"yksi, kaksi","hän sanoi ""ei"""\r\n"rivi\nja toinen",ä\r\n');
  expect(parse(csvOf(rows))).toEqual(rows);
});

test.each([
  ' =1',
  '=HYPERLINK("https://evil.example")',
  '@SUM(A1)',
  '+1+cmd|x',
  '-2+3',
  '\t=1',
  '＝1',
  '﹦1',
  '\u2212cmd|x',
  '\u200B=1',
  '\u0000=1',
  '\u0085=1',
  '\u000B-cmd|x',
])('the formula %j is escaped', (cell) => {
  expect(parse(csvOf([[cell]])).flat()[0]).toBe(cell.replace(/[=@+\-\u2212＝﹦]/, "'$&"));
});

test('a cell of very many tabs takes no longer than its length', () => {
  expect(csvOf([[`${'\t'.repeat(500_000)}x`]])).toHaveLength(500_003);
});

test('formulas after a semicolon, which separates cells in Finland, are escaped', () => {
  expect(parse(csvOf([['Lakineuvonta;=1+1;x', 'a;"=1', 'a; @b', 'a;-5;+358 9', 'a;-b']])).flat()).toEqual([
    "Lakineuvonta;'=1+1;x",
    'a;"\'=1',
    "a; '@b",
    'a;-5;+358 9',
    "a;'-b",
  ]);
});

test.each(['+358 9 771 2000', '-5', 'a=b', 'Laki & hallinto'])(
  '%j, which is no formula, is left unchanged',
  (cell) => {
    expect(parse(csvOf([[cell]])).flat()[0]).toBe(cell);
  },
);
