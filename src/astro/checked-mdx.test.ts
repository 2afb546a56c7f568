import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { satteri } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../checks/check-content.ts';
import { readContent, toContent } from '../checks/read-content.ts';
import { readFiles } from '../checks/read-files.ts';
import { contentRules } from '../checks/rules.ts';
import { asFile, soundFiles, today } from '../testing/sound-content.ts';
import type { Content } from '../model/content.ts';
import { checkedText, codeFreeMdx } from './checked-mdx.ts';

const file = 'pages/about/fi.mdx';
const sound = soundFiles().get(file)!;
/** Code whose identifier appears in the compiled output wherever it would run. */
const code = 'canary()';

const createRenderer = (processor: ReturnType<typeof satteri>) =>
  processor.createMdxRenderer!(
    { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: true } as never,
    { optimize: false, srcDir: new URL('../', import.meta.url), sourcemap: false } as never,
  );
const guardedRenderer = await createRenderer(codeFreeMdx());

/** Compiles a text as Astro compiles a file: front matter is parsed first. */
async function compile(text: string, renderer = guardedRenderer): Promise<string> {
  const { content, frontmatter } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  return (await renderer.process(content, '/content/pages/about/fi.mdx', frontmatter)).code;
}

/**
 * Whether compiled output would run code from the content: a suspicious identifier, or an import of a module
 * other than Astro's.
 */
function holdsCode(compiled: string): boolean {
  const names: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node !== null && typeof node === 'object') {
      const { type, name, source } = node as { type?: string; name?: unknown; source?: { value?: unknown } };
      if (type === 'Identifier') names.push(String(name));
      if (type === 'ImportDeclaration' && source?.value !== 'astro/jsx-runtime') names.push('canary');
      if (type === 'ImportExpression') names.push('canary');
      Object.values(node).forEach(walk);
    }
  };
  walk(parseAst(compiled, { lang: 'js' }));
  return names.some((name) => /canary|process|globalThis/.test(name));
}

const contentOf = (text: string): Content =>
  toContent(
    readContent(
      [...soundFiles(), [file, text] as const].map(([path, written]) => asFile(path, written)),
      today,
    ),
  );

/** Ways to get code into a page. */
const attacks: [what: string, text: string][] = [
  ['an expression', `${sound}\n{${code}}\n`],
  ['an expression within a sentence', `${sound}\nTeksti {${code}} jatkuu.\n`],
  ['an export', `${sound}\nexport const x = ${code}\n`],
  ['an import', `${sound}\nimport x from 'node:fs'\n`],
  ['an expression in an attribute', `${sound}\n<Contacts ids={${code}} />\n`],
  ['a spread', `${sound}\n<Contacts {...${code}} />\n`],
  ['a component that is not ours', `${sound}\n<Debug />\n`],
  ['a layout', sound.replace('title:', 'layout: /etc/passwd\ntitle:')],
  ['a line that ends the front matter for Astro only', sound.replace('title:', `--- #{(${code})}\ntitle:`)],
  [
    'such a line that opens a comment',
    sound.replace('title:', '--- #{/*\ntitle:').replace('\n---\n', `\n# */ ${code} }\n---\n`),
  ],
];

describe('each safeguard is sufficient alone:', () => {
  test.each(attacks)('the compiler rejects %s, regardless of the check', async (_, text) => {
    await expect(compile(text)).rejects.toThrow(/^\d+:\d+: .*|Could not parse|expected/i);
  });

  test.each(attacks)('the check reports %s, and the text is not compiled', (_, text) => {
    const files = [...soundFiles(), [file, text] as const].map(([path, written]) => asFile(path, written));
    const { content, problems } = checkFiles(
      [...new Map(files.map((one) => [one.path, one])).values()],
      today,
    );
    expect(problems.filter(({ level }) => level === 'error').map((problem) => problem.file)).toContain(file);
    expect(() => checkedText(file, content)).toThrow('was not found sound by the check');
  });

  test('a file that was never checked is not compiled', () => {
    const content = contentOf(sound);
    for (const path of [
      'pages/other/fi.mdx',
      'pages/about/en.mdx',
      '../src/pages/x.mdx',
      'services/alpha/fi.mdx',
    ])
      expect(() => checkedText(path, content)).toThrow('not compiled');
  });
});

test('the compiler gets the checked body on the same lines as in the file', async () => {
  const text = checkedText(file, contentOf(sound));
  expect(text.split('\n').slice(sound.split('\n').indexOf('---', 1) + 1)).toEqual(
    sound.split('\n').slice(sound.split('\n').indexOf('---', 1) + 1),
  );
  expect(await compile(text)).toContain('Kenelle ja milloin');
  // A body that begins like front matter stays text.
  const fenced = checkedText(
    file,
    contentOf(sound.replace('## Mitä saat', `---\nlayout: x\n---\n## Mitä saat`)),
  );
  expect(parseFrontmatter(fenced, { frontmatter: 'empty-with-spaces' }).frontmatter).toEqual({});
});

test('the error for code names its line', async () => {
  const lines = `${sound}\nexport const x = 1\n`.split('\n');
  await expect(compile(lines.join('\n'))).rejects.toThrow(
    new RegExp(`^${lines.indexOf('export const x = 1') + 1}:1: `),
  );
});

test('without the safeguards the compiled code is detected, so the fuzz test below can fail', async () => {
  const unguarded = await createRenderer(satteri());
  const compiled = await Promise.all(
    attacks.map(([, text]) => compile(text, unguarded).then(holdsCode, () => undefined)),
  );
  expect(compiled.filter(Boolean).length).toBeGreaterThanOrEqual(6);
});

/*
 * Input that two parsers may read differently: fences, all kinds of white space, comments, nesting, line
 * ends, byte order marks.
 */

const pieces = fc.oneof(
  fc.constantFrom(
    '---',
    '---\n',
    '\n---\n',
    '--- ',
    '---\t',
    '----',
    '--- #',
    '--- #{/*',
    '# */ }',
    '+++\n',
    '+++',
    '...\n',
    '---\u00A0',
    '---\u2028',
    '---\r',
    '---\u0085',
    '---\u000B',
    '---\u000C',
    ' ---\n',
    '\uFEFF---\n',
    `{${code}}`,
    `{/* ${code} */}`,
    '{',
    '}',
    '{/*',
    '*/}',
    `export const x = ${code}\n`,
    `\n\nexport default ${code}\n\n`,
    "import 'canary'\n",
    `\n\nimport x from "canary"\n\n`,
    `<Contacts ids={${code}} />`,
    `<Contacts {...${code}} />`,
    `<Timeline>{${code}}</Timeline>`,
    '<Timeline />',
    '<Timeline',
    '<a.b/>',
    '<>',
    '</>',
    '<!--',
    '-->',
    `<script>${code}</script>`,
    '![x](x.png)',
    `![x](../../canary.js)`,
    '![x][y]\n\n[y]: ../canary.js\n',
    '`',
    '```',
    '```js\n',
    '~~~',
    '    ',
    '\t',
    '>',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|a|\n|-|\n',
    '\\',
    '\\{',
    '&#123;',
    '&lbrace;',
    '"',
    "'",
    ': ',
    '#',
    ' #',
    'layout: x\n',
    'title: |\n  ---\n',
    'title: "\n---\n"\n',
    '<<<<<<<',
    '$',
    '$$',
    ':::x\n',
    '[^1]',
    '~',
    '^',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\u0000',
    '\u00A0',
    '\u2003',
    '\u3000',
    '\u202F',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u000B',
    '\u000C',
    '\uFEFF',
    '\u200B',
    '\u180E',
    '\uD800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const mutation = fc.record({
  at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.constant(0)),
  remove: fc.nat({ max: 20 }),
  insert: pieces,
});

const realPages = readFiles('content')
  .filter(({ path }) => path.endsWith('.mdx'))
  .map(({ bytes }) => Buffer.from(bytes).toString());
/** Rules that check one file alone: they must reject whatever two parsers read differently. */
const singleFileRules = [
  'encoding',
  'hidden-characters',
  'line-length',
  'front-matter',
  'yaml',
  'body-readable',
  'body-markdown',
  'pictures',
];
const rules = contentRules.filter(({ name, level }) => singleFileRules.includes(name) && level === 'error');

/** `CASES_FACTOR=100` runs a hundred times as many cases. */
test(
  'no mutated page changes its text, runs code or fails to compile after it passed the check',
  { timeout: 6 * 3_600_000 },
  async () => {
    expect(rules).toHaveLength(singleFileRules.length);
    let compiledRaw = 0;
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(sound, ...realPages),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (page, mutations) => {
          const text = mutations.reduce((changed, { at, remove, insert }) => {
            const offset = Math.floor(at * Math.min(changed.length, at === 0 ? 1 : changed.length));
            return changed.slice(0, offset) + insert + changed.slice(offset + remove);
          }, page);
          // Without the first safeguard: Astro parses the file itself.
          const raw = await compile(text).catch(() => undefined);
          if (raw !== undefined) {
            compiledRaw += 1;
            expect(holdsCode(raw), text).toBe(false);
          }
          const reading = readContent([asFile(file, text)], today);
          if (rules.some((rule) => rule.check(reading).length > 0)) return;
          passed += 1;
          const checked = checkedText(file, {
            pages: toContent(reading).pages.filter(({ id }) => id === 'about'),
          } as Content);
          expect(checked.split('---\n').slice(2).join('---\n'), text).toBe(reading.documents[0]!.body!.text);
          const { content, frontmatter } = parseFrontmatter(checked, { frontmatter: 'empty-with-spaces' });
          expect([content.trim(), frontmatter], text).toEqual([reading.documents[0]!.body!.text.trim(), {}]);
          const compiled = await compile(checked);
          expect(holdsCode(compiled), text).toBe(false);
        },
      ),
      { numRuns: 1_000 * Number(process.env['CASES_FACTOR'] ?? 1), seed: 20_201_124 },
    );
    // If every case were rejected, the test would prove nothing.
    expect(compiledRaw).toBeGreaterThan(0);
    expect(passed).toBeGreaterThan(0);
  },
);

test('a free page has the quotation marks, anchors and tables of every other text', async () => {
  const compiled = await compile('## Content\n\n"Näin"\n\n| a | b |\n|---|---|\n| c | d |\n');
  expect(compiled).toContain('”Näin”');
  expect(compiled).toContain('id: "content-1"');
  expect(compiled).toMatch(/tabindex: "0",\s+role: "group",\s+"aria-label": "Taulukko"/);
});
