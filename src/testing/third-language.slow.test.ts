import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { soundFiles, today } from './sound-content.ts';

/*
 * A third language is a day's work: a copy of the project gets English, with the Swedish words standing in for English ones.
 * Only what the compiler and the check ask for is added. What they do not ask for must follow from the list of languages.
 */

/** The compiler and a build need seconds, and minutes on a machine that does other things. */
const slow = 300_000;
let copy: string;
const inCopy = (...path: string[]) => join(copy, ...path);
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'third-language-'));
  for (const name of ['src', 'scripts', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(name, inCopy(name), { recursive: true });
  symlinkSync(resolve('node_modules'), inCopy('node_modules'), 'junction');
  for (const [path, text] of soundFiles()) write(`content/${path}`, text);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(inCopy(path)), { recursive: true });
  writeFileSync(inCopy(path), text);
}
const read = (path: string): string => readFileSync(inCopy(path), 'utf8');
function change(path: string, from: string, to: string): void {
  expect(read(path)).toContain(from);
  write(path, read(path).replace(from, to));
}

const ofPackages = new Map<string, ts.SourceFile | undefined>();

/** Files of the copy in which the compiler finds something missing. Tests are about Finnish and Swedish; the types of collections are made by Astro, which has not seen the copy yet. */
function filesWithErrors(): string[] {
  const config = ts.parseJsonConfigFileContent(
    {
      ...ts.readConfigFile(inCopy('tsconfig.json'), ts.sys.readFile).config,
      include: ['src/**/*.ts', 'scripts/*.ts'],
    },
    ts.sys,
    copy,
  );
  const options = { ...config.options, skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, version) => {
    if (!file.includes('node_modules')) return getSourceFile(file, version);
    if (!ofPackages.has(file)) ofPackages.set(file, getSourceFile(file, version));
    return ofPackages.get(file);
  };
  const program = ts.createProgram(
    config.fileNames.filter((file) => !file.endsWith('.test.ts')),
    options,
    host,
  );
  return [
    ...new Set(
      ts
        .getPreEmitDiagnostics(program)
        .flatMap(({ file }) =>
          file!.text.includes("from 'astro:content'") ? [] : [relative(copy, file!.fileName)],
        ),
    ),
  ];
}

/** Wherever a file has something in Finnish and Swedish and nothing in English, the Swedish stands in. */
function addEnglish(path: string): void {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const additions: { at: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const property = (name: string) =>
        node.properties.find((candidate) => candidate.name?.getText() === name);
      const swedish = property('sv');
      if (property('fi') && swedish && !property('en'))
        additions.push({
          at: swedish.end,
          text: `, en: ${ts.isPropertyAssignment(swedish) ? swedish.initializer.getText() : 'sv'}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  write(
    path,
    additions
      .sort((a, b) => b.at - a.at)
      .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), read(path)),
  );
}

/** The same for data of the content. */
function withEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEnglish);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withEnglish(inner)]);
  if ('fi' in value && 'sv' in value)
    entries.push(['en', withEnglish(typeof value.sv === 'string' ? `${value.sv} in English` : value.sv)]);
  return Object.fromEntries(entries);
}

const run = (script: string, ...args: string[]) =>
  spawnSync('node', [`scripts/${script}.ts`, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: 'content',
      OUT_DIR: inCopy('dist'),
      BUILD_TIME: today.toISOString(),
      NO_COLOR: '1',
    },
  });

test(
  'the compiler names every file that lacks words of a new language, and is content when they are there',
  () => {
    change('src/i18n/languages.ts', "['fi', 'sv']", "['fi', 'sv', 'en']");
    write(
      'src/i18n/en.ts',
      read('src/i18n/sv.ts')
        .replace('export const sv', 'export const en')
        .replace("languageName: 'Svenska'", "languageName: 'English'"),
    );
    change('src/i18n/words.ts', '{ fi, sv }', '{ fi, sv, en }');
    change('src/i18n/words.ts', 'import { sv }', "import { en } from './en.ts';\nimport { sv }");
    const asked = filesWithErrors();
    expect(asked).toEqual(
      expect.arrayContaining([
        'src/i18n/addresses.ts',
        'src/i18n/format.ts',
        'src/i18n/fi.ts',
        'src/search/result-words.ts',
      ]),
    );
    for (const path of [...asked, 'src/i18n/sv.ts', 'src/i18n/en.ts']) addEnglish(path);
    expect(filesWithErrors()).toEqual([]);
  },
  slow,
);

test('the check names every text and every field that lacks the new language', () => {
  const { stdout } = run('check', '--format', 'json');
  const problems = (
    JSON.parse(stdout) as { file: string; rule: string; level: string; message: string }[]
  ).filter(({ level }) => level === 'error');
  expect([...new Set(problems.map(({ rule }) => rule))].sort()).toEqual(['every-language', 'field-missing']);
  const files = [...soundFiles().keys()];
  const texts = files.filter((path) => /\/sv\.mdx?$/.test(path)).map((path) => path.replace('sv.', 'en.'));
  expect(
    problems
      .filter(({ rule }) => rule === 'every-language')
      .map(({ file }) => file)
      .sort(),
  ).toEqual(texts.sort());
  for (const file of ['site.yaml', 'vocabulary.yaml', 'contacts/minna-karhunen.yaml'])
    expect(problems.some((problem) => problem.file === file && problem.rule === 'field-missing')).toBe(true);
});

test(
  'with the texts the whole site is there in the new language',
  () => {
    for (const [path, text] of soundFiles()) {
      if (path === 'translations.yaml') continue;
      if (path.endsWith('.yaml')) write(`content/${path}`, stringify(withEnglish(parse(text))));
      if (/\/sv\.mdx?$/.test(path))
        write(
          `content/${path.replace('sv.', 'en.')}`,
          text.replace(/^((?:title|summary): .*)$/gm, '$1 in English'),
        );
    }
    const { status, stderr } = run('build');
    expect(stderr).not.toMatch(/✗|rror/);
    expect(status).toBe(0);
    const page = read('dist/en/tjanster/tjanst-alpha/index.html');
    expect(page).toMatch(/<html lang="en"/);
    expect(page).toContain('in English');
    const alternates = (html: string) =>
      [...html.matchAll(/rel="alternate" hreflang="(\w+)"/g)].map(([, lang]) => lang);
    expect(alternates(page)).toEqual(['fi', 'sv', 'en']);
    expect(alternates(read('dist/fi/palvelut/palvelu-alpha/index.html'))).toEqual(['fi', 'sv', 'en']);
    expect([...page.matchAll(/data-language[^>]*>(\w+)</g)].map(([, name]) => name)).toEqual([
      'Suomi',
      'Svenska',
      'English',
    ]);
    expect(
      page
        .match(/data-guides="([^"]*)"/)![1]!
        .split(' ')
        .map((path) => path.slice('/guide/'.length).split('.')[0]),
    ).toEqual(['en', 'fi', 'sv']);
    expect(readdirSync(inCopy('dist/guide')).filter((name) => name.startsWith('words-en.'))).not.toEqual([]);
    expect(read('dist/sitemap.xml')).toContain('/en/tjanster/tjanst-alpha/');
    for (const path of [
      'en/index.html',
      'en/404/index.html',
      'en/rss.xml',
      'en/sok/index.html',
      'en/manifest.webmanifest',
      'en/opensearch.xml',
      'en/preview-home.png',
    ])
      expect([path, existsSync(inCopy('dist', path))]).toEqual([path, true]);
    expect(Object.keys(JSON.parse(read('dist/pagefind/pagefind-entry.json')).languages)).toEqual([
      'fi',
      'sv',
      'en',
    ]);
    expect(JSON.parse(read('dist/api/services.json')).services[0].titles.en).toContain('in English');
  },
  slow,
);
