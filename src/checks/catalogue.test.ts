import { describe, expect, test } from 'vitest';
import { pagesOf } from '../model/pages.ts';
import { visibleAt } from '../model/visible.ts';
import { fieldRules } from '../schema/sentences.ts';
import { accepted, doubted, refused } from '../testing/bad-content.ts';
import { printGithub } from './print.ts';
import type { Problem } from './problem.ts';
import { contentRules } from './rules.ts';
import {
  allConfirmed,
  type Change,
  checkWith,
  replaced,
  soundFiles,
  today,
} from '../testing/sound-content.ts';

/** Every kind of bad input that was seen to reach other sites. */
const kinds = `
  enc-win1252 enc-utf16 enc-bom enc-crlf file-empty fm-none file-50mb line-long file-nul bidi symlink-out symlink-loop name-odd name-nfd slug-dup slug-case slug-lang many stray
  fm-tab fm-dup-key fm-quote fm-colon fm-unclosed yaml-bomb yaml-proto yaml-tag fm-js yaml-norway merge-fm
  fm-title fm-title-blank fm-typo fm-enum fm-date fm-date-fi fm-type fm-long fm-html date-future date-review date-tz
  ref-contact ref-contact-twice ref-theme ref-dup-id ref-orphan ref-redirect
  tr-missing tr-copy tr-old tr-numbers
  tel-bad tel-nocc tel-letters mail-bad mail-domain pii-hetu secret-key
  link-dead link-anchor link-md link-http link-js link-local link-proto link-text
  img-missing img-alt img-20mb img-svg img-fake img-exif img-remote
  html-script html-onerror html-iframe html-style html-meta head-jump head-h1 head-empty head-dup mdx-unclosed mdx-throw mdx-env mdx-fs mdx-write mdx-loop md-nest merge-body lorem body-empty
`
  .trim()
  .split(/\s+/);

/** Kinds that the content folder alone does not show: where they are judged, and why. */
const judgedElsewhere: Record<string, string> = {
  'ref-redirect':
    'a page that vanished is known from the published site: src/finished-pages/lost-addresses.test.ts',
};

/** The sound folder with changes, after somebody has confirmed that the translations say the same. */
function confirmed(changes: Record<string, Change>): Record<string, Change> {
  const texts = Object.entries(changes).filter(
    (change): change is [string, string] => typeof change[1] === 'string',
  );
  return { 'translations.yaml': allConfirmed(new Map([...soundFiles(), ...texts])), ...changes };
}

const told = ({ file, line, rule, text }: Problem): string => `${file}:${line} ${rule} ${text.en.message}`;

const errors = (problems: Problem[]): string[] =>
  problems.filter(({ level }) => level === 'error').map(({ file, rule }) => `${file} ${rule}`);

test('each of the 93 kinds has a case', () => {
  const covered = [...refused, ...doubted, ...accepted].map(([kind]) => kind);
  expect(kinds.filter((kind) => !covered.includes(kind))).toEqual(Object.keys(judgedElsewhere));
  expect(new Set(kinds).size).toBe(93);
});

describe('a mistake is refused at its line, with the remedy in three languages:', () => {
  test.each(refused)('%s: %s', (_kind, _what, changes, file, line, rule, remedy) => {
    const { problems, content } = checkWith(changes);
    const found = problems.find(
      (problem) =>
        problem.file === file && problem.line === line && problem.rule === rule && problem.level === 'error',
    );
    expect(found, problems.map(told).join('\n') || 'no problem').toBeDefined();
    expect(
      [found!.text.fi.hint, found!.text.sv.hint, found!.text.en.hint].map((hint, index) =>
        hint.includes(remedy[index]!) ? remedy[index] : hint,
      ),
    ).toEqual(remedy);
    expect(content).toBeUndefined();
  });

  test('a draft, in a site for the public', () => {
    const { problems } = checkWith(
      replaced('pages/about/page.yaml', 'contacts: []', 'draft: true\ncontacts: []'),
      true,
    );
    expect(
      problems.filter(({ field }) => field === 'draft').map(({ file, rule, level }) => [file, rule, level]),
    ).toEqual([['pages/about/page.yaml', 'public-site', 'error']]);
  });

  test('a site for the public that nobody answers for, and nothing else is asked of one that is tried out', () => {
    const { problems, content } = checkWith({}, true);
    expect(problems.map(({ file, line, rule, field }) => `${file}:${line} ${rule} ${field}`)).toEqual([
      'site.yaml:3 public-site publisher',
      'site.yaml:4 public-site feedback',
      'site.yaml:5 public-site url',
      'site.yaml:16 public-site security',
    ]);
    expect(content).toBeUndefined();
  });
});

describe('a doubt is a warning and publishes all the same:', () => {
  test.each(doubted)('%s: %s', (_kind, _what, changes, file, rule) => {
    const { problems, content } = checkWith(changes);
    expect(problems.map((problem) => [problem.file, problem.rule, problem.level])).toContainEqual([
      file,
      rule,
      'warning',
    ]);
    expect(content).toBeDefined();
  });

  test('date-future: an announcement is on no page before its time', () => {
    const { content } = checkWith(
      replaced('announcements/news/announcement.yaml', 'published: 2020', 'published: 2026-12-01T09:00'),
    );
    const paths = (moment: Date) => pagesOf(visibleAt(content!, moment)).map(({ path }) => path);
    expect(paths(today)).not.toContain('/fi/tiedotteet/uutinen/');
    expect(paths(new Date('2026-12-01T07:00:00Z'))).toContain('/fi/tiedotteet/uutinen/');
  });
});

describe('what is odd but legal is accepted without a word:', () => {
  test.each(accepted)('%s: %s', (_kind, _what, changes) => {
    expect(checkWith(confirmed(changes)).problems.map(told)).toEqual([]);
  });

  test('there are at least sixty such oddities', () => {
    expect(accepted.length).toBeGreaterThanOrEqual(60);
  });

  test.each(accepted.filter(([kind]) => kind.startsWith('enc-')))(
    '%s: %s means the same as the clean form',
    (_kind, _what, changes) => {
      expect(checkWith(confirmed(changes)).content).toEqual(checkWith({}).content);
    },
  );
});

describe('no rule can be removed unseen: without it a mistake passes at its line,', () => {
  const held = [
    ...refused.map(([, , changes, file, line, rule]) => ({
      rule,
      passes: (problem: Problem) =>
        problem.level !== 'error' || problem.file !== file || problem.line !== line,
      changes,
    })),
    ...doubted.map(([, , changes, file, rule]) => ({
      rule,
      passes: (problem: Problem) => problem.file !== file,
      changes: rule === 'stale-translation' ? changes : confirmed(changes),
    })),
  ];

  test.each(contentRules.map(({ name }) => name))('%s', (name) => {
    const others = contentRules.filter((rule) => rule.name !== name);
    const unseen = held
      .filter(({ rule }) => rule === name)
      .some(({ changes, passes }) => checkWith(changes, false, others).problems.every(passes));
    // What only a site for the public must have is no change to the sound folder.
    expect(unseen || (name === 'public-site' && checkWith({}, true, others).content !== undefined)).toBe(
      true,
    );
  });

  test.each(Object.keys(fieldRules))('the field rule %s', (name) => {
    expect(held.map(({ rule }) => rule)).toContain(name);
  });
});

test('all problems of all files come in one run, by file and line', () => {
  const { problems } = checkWith({
    ...replaced('services/alpha/fi.md', /^title: .*$/m, 'title: " "'),
    'services/alpha/sv.md': null,
    ...replaced('services/alpha/service.yaml', '[health]', '[helth]'),
  });
  expect(errors(problems)).toEqual([
    'services/alpha/fi.md text-blank',
    'services/alpha/service.yaml references',
    'services/alpha/sv.md every-language',
  ]);
});

describe('one mistake is told once:', () => {
  test.each<[string, Parameters<typeof checkWith>[0], string[]]>([
    [
      'a misspelt field is not missing as well',
      replaced('services/alpha/fi.md', 'summary:', 'summry:'),
      ['services/alpha/fi.md field-unknown'],
    ],
    [
      'a text for a list is not too short as well',
      replaced('services/alpha/fi.md', /^keywords: .*$/m, 'keywords: laki'),
      ['services/alpha/fi.md field-type'],
    ],
    [
      'an unknown language is not a missing one as well',
      replaced(
        'contacts/minna-karhunen.yaml',
        'email: neuvonta@kuntaliitto.fi',
        'email: { en: neuvonta@kuntaliitto.fi }',
      ),
      ['contacts/minna-karhunen.yaml field-unknown'],
    ],
    [
      'a page with a mistake does not make the links to it dead',
      {
        ...replaced('services/beta/fi.md', /^title: .*$/m, 'title: " "'),
        'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\nKatso [beta](../palvelu-beta/).\n`,
      },
      ['services/beta/fi.md text-blank'],
    ],
    [
      'nor does one whose fields cannot be read',
      {
        ...replaced('services/beta/fi.md', /^title: .*$/m, 'title: "'),
        'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\nKatso [beta](../palvelu-beta/).\n`,
      },
      ['services/beta/fi.md yaml'],
    ],
    [
      'a vocabulary that cannot be read does not make its words unknown',
      { 'vocabulary.yaml': 'themes: [\n' },
      ['vocabulary.yaml yaml'],
    ],
    [
      'a bad link is not dead as well',
      { 'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\nKatso [beta](www.hel.fi).\n` },
      ['services/alpha/fi.md link-addresses'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(errors(checkWith(changes).problems)).toEqual(expected);
  });
});

test('every placeholder is named, so that an editor sees all that is left to write', () => {
  const { problems } = checkWith({
    'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\n[kirjoita, mitä saat]\n\n[kirjoita, kenelle]\n`,
  });
  expect(errors(problems)).toEqual([
    'services/alpha/fi.md placeholders',
    'services/alpha/fi.md placeholders',
  ]);
});

test.each([
  ['unknown fields', Array.from({ length: 9_000 }, (_, index) => `k${index}: x`).join('\n')],
  ['one field thirty thousand times', 'a: 1\n'.repeat(30_000)],
  ['words that mean true or false', 'a: yes\n'.repeat(25_000)],
])(
  'of a file that is all wrong (%s) a hundred problems are told before an editor has waited, and it is refused',
  (_, text) => {
    const began = performance.now();
    const { problems, content } = checkWith({ 'services/alpha/service.yaml': text });
    expect(problems).toHaveLength(100);
    expect(content).toBeUndefined();
    // Less than a second on an idle machine; what grows with the square of the lines takes a minute.
    expect(performance.now() - began).toBeLessThan(10_000);
  },
);

test('a word of four thousand capitals is too long, and no rule breaks on it', () => {
  const { problems } = checkWith({
    'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\n${'A'.repeat(4_000)}\n`,
  });
  expect(errors(problems)).toEqual(['services/alpha/fi.md body-written']);
});

test('what a message shows of a file cannot break its line or steer a terminal', () => {
  const { problems } = checkWith({
    ...replaced('services/alpha/fi.md', /^title: .*$/m, 'title: "a\\e[31m\\nb\\u202E"'),
    'services/a\u001B[31m\n/fi.md': 'x',
  });
  const texts = problems.flatMap(({ text }) =>
    Object.values(text).flatMap(({ message, hint }) => [message, hint]),
  );
  expect(texts.filter((text) => /[\p{Cc}\p{Cf}]/u.test(text))).toEqual([]);
  expect(printGithub(problems, 'en', 'content').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
