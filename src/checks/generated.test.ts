import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from './check-content.ts';
import { printGithub, printJson, printText } from './print.ts';
import { asFile, soundFiles, today } from './sample.ts';

/** `CHECK_CASES=20000` runs the long form. */
const cases = Number(process.env['CHECK_CASES'] ?? 1_500);
/** The longest that one case may take, in milliseconds. */
const longest = 5_000;

/** Pieces that editors and attackers put into files. */
const pieces = fc.oneof(
  fc.constantFrom(
    '---', '---\n', '---js\n', ': ', '\t', '"', "'", '|', '>', '[', ']', '{', '}', '*a', '&a [*a]', '!!js/function x', '<script>', '<b>', '</b>', '<Timeline />', '<Timeline', '{1+1}', '![](x.png)', '[x](javascript:alert(1))',
    '[x](%)', '[x](https://[)', '(https://user@host.fi)', '\u0000', '\u202E', '\u200D', '\uFEFF', '\uD800', '# ', '#### ', '```', '`', '<<<<<<< HEAD\n', '__proto__: 1\n', 'constructor: 1\n', '131052-308T', '>'.repeat(200), '['.repeat(300), '- '.repeat(200), '\r', '\r\n',
    'import x from "y"\n', 'export const a = 1\n', '%', '\\', '💣', 'ä', '2026-02-30', '1e999', 'null', '~', '.nan', '0x10', '? a\n: b\n', '*', '**', '|a|b|\n|:-:|--|\n',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const mutation = fc.record({ file: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 60 }), insert: pieces });

test(`${cases} mutilated folders end in clean messages, never in a crash`, { timeout: 600_000 }, () => {
  const sound = [...soundFiles()];
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const files = new Map(sound);
      for (const { file, at, remove, insert } of mutations) {
        const [path] = sound[file % sound.length]!;
        const text = files.get(path)!;
        const offset = Math.floor(at * text.length);
        files.set(path, text.slice(0, offset) + insert + text.slice(offset + remove));
      }
      const began = performance.now();
      const { problems, content } = checkFiles([...files].map(([path, text]) => asFile(path, text)), today);
      const took = performance.now() - began;
      const printed = [printText(problems, files.size, 'fi', false), printJson(problems, 'sv'), printGithub(problems, 'en', 'content')].join('\n');
      expect(took).toBeLessThan(longest);
      expect(printed).not.toMatch(/undefined|\[object |    at .*\.ts:\d/);
      for (const { line, column } of problems) expect(line >= 1 && column >= 1).toBe(true);
      expect(content === undefined).toBe(problems.some(({ level }) => level === 'error'));
    }),
    { numRuns: cases, seed: 20_201_124 },
  );
});
