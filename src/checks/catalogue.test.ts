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
import { allKinds } from '../kinds/kinds.ts';

/** Kinds of bad input that have broken other sites. */
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

/** Kinds that cannot be detected from the content folder alone, and where they are tested. */
const testedElsewhere: Record<string, string> = {
  'ref-redirect':
    'a vanished page is known only from the published site: src/finished-pages/lost-addresses.test.ts',
};

/** Changes to the valid folder, with all its translations confirmed afterwards. */
function withConfirmedTranslations(changes: Record<string, Change>): Record<string, Change> {
  const texts = Object.entries(changes).filter(
    (change): change is [string, string] => typeof change[1] === 'string',
  );
  return { 'translations.yaml': allConfirmed(new Map([...soundFiles(), ...texts])), ...changes };
}

const summaryOf = ({ file, line, rule, text }: Problem): string =>
  `${file}:${line} ${rule} ${text.en.message}`;

const errors = (problems: Problem[]): string[] =>
  problems.filter(({ level }) => level === 'error').map(({ file, rule }) => `${file} ${rule}`);

test('each of the 93 kinds has a case', () => {
  const covered = [...refused, ...doubted, ...accepted].map(([kind]) => kind);
  expect(kinds.filter((kind) => !covered.includes(kind))).toEqual(Object.keys(testedElsewhere));
  expect(new Set(kinds).size).toBe(93);
});

describe('a mistake is an error on its line, with the remedy in three languages:', () => {
  test.each(refused)('%s: %s', (_kind, _what, changes, file, line, rule, remedy) => {
    const { problems, content } = checkWith(changes);
    const expected = problems.find(
      (problem) =>
        problem.file === file && problem.line === line && problem.rule === rule && problem.level === 'error',
    );
    expect(expected, problems.map(summaryOf).join('\n') || 'no problem').toBeDefined();
    expect(
      [expected!.text.fi.hint, expected!.text.sv.hint, expected!.text.en.hint].map((hint, index) =>
        hint.includes(remedy[index]!) ? remedy[index] : hint,
      ),
    ).toEqual(remedy);
    expect(content).toBeUndefined();
  });

  test.each(refused.filter(([kind]) => kind === 'yaml-slip'))(
    '%s is told once: %s',
    (_kind, _what, changes) => {
      expect(errors(checkWith(changes).problems)).toHaveLength(1);
    },
  );

  test('a sentence that is the same in both languages is told in the field of the other language alone', () => {
    const words = 'Du får råd när frågan är viktig.';
    const facts = 'services/alpha/service.yaml';
    const { problems } = checkWith(replaced(facts, /$/, `priceNote:\n  fi: ${words}\n  sv: ${words}\n`));
    const told = problems.filter(({ rule }) => rule === 'text-language').map(({ field }) => field);
    expect(told).toEqual(['priceNote.fi']);
  });

  test('a copied sentence that nobody has used before is told in the half where it is wrong', () => {
    const words = 'Laajemmista selvityksistä veloitetaan sovittu korvaus.';
    const facts = 'services/alpha/service.yaml';
    const { problems } = checkWith(replaced(facts, /$/, `priceNote:\n  fi: ${words}\n  sv: ${words}\n`));
    const told = problems.filter(({ rule }) => rule === 'text-language').map(({ field }) => field);
    expect(told).toEqual(['priceNote.sv']);
  });

  test('a whole sentence in another language is no name to be listed', () => {
    const { problems } = checkWith(
      replaced('services/alpha/sv.md', /$/, '\nLakineuvonta auttaa Helsingin työntekijöitä päätöksissä.\n'),
    );
    const rules = problems.map(({ rule }) => rule);
    expect(rules).toContain('own-translation');
    expect(rules).not.toContain('foreign-names');
  });

  test('a price that does not exist is told once', () => {
    const { problems } = checkWith(replaced('services/alpha/service.yaml', 'price: free', 'price: fre'));
    expect(errors(problems)).toEqual(['services/alpha/service.yaml references']);
  });

  test('a page that the publisher has not reviewed on a public site', () => {
    const { problems } = checkWith(
      replaced('pages/about/page.yaml', 'contacts: []', 'unreviewed: true\ncontacts: []'),
      true,
    );
    expect(
      problems
        .filter(({ field }) => field === 'unreviewed')
        .map(({ file, rule, level }) => [file, rule, level]),
    ).toEqual([['pages/about/page.yaml', 'public-site', 'error']]);
  });

  test('a public site without publisher, feedback, url and security contact', () => {
    const { problems, content } = checkWith({}, true);
    expect(problems.map(({ file, line, rule, field }) => `${file}:${line} ${rule} ${field}`)).toEqual([
      'site.yaml:3 public-site publisher',
      'site.yaml:4 public-site feedback',
      'site.yaml:5 public-site url',
      'site.yaml:16 public-site security',
    ]);
    expect(content).toBeUndefined();
    const { hint } = problems.find(({ field }) => field === 'security')!.text.sv;
    expect(hint).toContain('security: { contact: …, expires: … }');
    expect(problems[0]!.text.fi.hint).toContain('publisher: { fi: …, sv: … }');
  });

  test('what a public site lacks is told in the same round as a mistake in site.yaml and a text that promises', () => {
    const { problems } = checkWith(
      {
        ...replaced('site.yaml', 'status: fully', 'status: wholly'),
        ...replaced(
          'pages/about/fi.mdx',
          'Saat neuvon',
          'Julkaisija tarkistaa tämän ennen käyttöönottoa. Saat neuvon',
        ),
      },
      true,
    );
    const told = errors(problems).map((line) => line.split(' ')[1]);
    expect(told.filter((rule) => rule === 'public-site')).toHaveLength(4);
    expect(told).toContain('settings-agree');
    expect(told.length).toBe(6);
  });
});

describe('a possible mistake is a warning and does not stop publication:', () => {
  test.each(doubted)('%s: %s', (_kind, _what, changes, file, rule) => {
    const { problems, content } = checkWith(changes);
    expect(problems.map((problem) => [problem.file, problem.rule, problem.level])).toContainEqual([
      file,
      rule,
      'warning',
    ]);
    expect(content).toBeDefined();
  });

  test('date-future: an announcement has no page before its publication time', () => {
    const { content } = checkWith(
      replaced('announcements/news/announcement.yaml', 'published: 2020', 'published: 2026-12-01T09:00'),
    );
    const paths = (moment: Date) =>
      pagesOf(visibleAt(content!, allKinds, moment), allKinds).map(({ path }) => path);
    expect(paths(today)).not.toContain('/fi/tiedotteet/uutinen/');
    expect(paths(new Date('2026-12-01T07:00:00Z'))).toContain('/fi/tiedotteet/uutinen/');
  });
});

describe('a draft', () => {
  const facts = 'services/zeta/service.yaml';
  const zeta = (facts: string, fi: string) => ({
    'services/zeta/service.yaml': facts,
    'services/zeta/fi.md': fi,
    'services/zeta/sv.md': soundFiles().get('services/alpha/sv.md')!,
  });
  const alpha = (name: string) => soundFiles().get(`services/alpha/${name}`)!;
  const ofDraft = (problems: Problem[]) =>
    problems
      .filter(({ file }) => file.startsWith('services/zeta/'))
      .map(({ rule, level }) => `${level} ${rule}`);

  test('with mistakes stops no publication, and is in nothing that a site is made of', () => {
    const { problems, content } = checkWith(
      zeta(
        `${alpha('service.yaml').replace('[health]', '[helth]')}draft: true\n`,
        alpha('fi.md').replace('Saat neuvon', '[kirjoita]'),
      ),
    );
    expect(content!.services.map(({ id }) => id)).not.toContain('zeta');
    expect(content).toEqual(checkWith({}).content);
    expect(ofDraft(problems)).toEqual(
      expect.arrayContaining([
        'warning draft',
        'warning references',
        'warning placeholders',
        'warning unique-addresses',
      ]),
    );
    expect(errors(problems)).toEqual([]);
  });

  test('is an entry like any other without its mark', () => {
    const { problems, content } = checkWith(
      zeta(alpha('service.yaml'), alpha('fi.md').replace('Saat neuvon', '[kirjoita]')),
    );
    expect(errors(problems)).toContain('services/zeta/fi.md placeholders');
    expect(content).toBeUndefined();
  });

  test('must not hold a secret, and its files must be whole', () => {
    const { problems, content } = checkWith(
      zeta(`${alpha('service.yaml')}draft: true\n`, `${alpha('fi.md')}\nHetu 131052-308T.\n`),
    );
    expect(errors(problems)).toEqual(['services/zeta/fi.md personal-identity-code']);
    expect(content).toBeUndefined();
  });

  test('may refer to another draft', () => {
    const { problems } = checkWith({
      ...zeta(
        `${alpha('service.yaml').replace('[beta, gamma]', '[beta, eta]')}draft: true\n`,
        alpha('fi.md'),
      ),
      'services/eta/service.yaml': `${alpha('service.yaml')}draft: true\n`,
    });
    expect(ofDraft(problems)).not.toContain('warning references');
    expect(facts).toBeDefined();
  });
});

describe('unusual but valid input causes no problem:', () => {
  test.each(accepted)('%s: %s', (_kind, _what, changes) => {
    expect(checkWith(withConfirmedTranslations(changes)).problems.map(summaryOf)).toEqual([]);
  });

  test('there are at least sixty such cases', () => {
    expect(accepted.length).toBeGreaterThanOrEqual(60);
  });

  test.each(accepted.filter(([kind]) => kind.startsWith('enc-')))(
    '%s: %s gives the same content as the clean form',
    (_kind, _what, changes) => {
      expect(checkWith(withConfirmedTranslations(changes)).content).toEqual(checkWith({}).content);
    },
  );
});

describe('every rule is needed: without it, the mistake on its line is not reported:', () => {
  const cases = [
    ...refused.map(([, , changes, file, line, rule]) => ({
      rule,
      passes: (problem: Problem) =>
        problem.level !== 'error' || problem.file !== file || problem.line !== line,
      changes,
    })),
    ...doubted.map(([, , changes, file, rule]) => ({
      rule,
      passes: (problem: Problem) => problem.file !== file,
      changes: rule === 'stale-translation' ? changes : withConfirmedTranslations(changes),
    })),
  ];

  // What a published site would lose is told in lost-addresses.test.ts: it needs one to compare with.
  test.each(contentRules.flatMap(({ name }) => (name === 'lost-addresses' ? [] : name)))('%s', (name) => {
    const others = contentRules.filter((rule) => rule.name !== name);
    const isMissed = cases
      .filter(({ rule }) => rule === name)
      .some(({ changes, passes }) => checkWith(changes, false, others).problems.every(passes));
    // `public-site` reports what the valid folder itself lacks in production.
    expect(isMissed || (name === 'public-site' && checkWith({}, true, others).content !== undefined)).toBe(
      true,
    );
  });

  test.each(Object.keys(fieldRules))('the field rule %s has a case', (name) => {
    expect(cases.map(({ rule }) => rule)).toContain(name);
  });
});

test('one run reports all problems of all files, sorted by file and line', () => {
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

describe('one mistake is reported once, and nothing else is:', () => {
  const alphaIn = (lang: string) => soundFiles().get(`services/alpha/${lang}.md`)!;
  test.each<[string, Parameters<typeof checkWith>[0], string[]]>([
    [
      'a misspelt field is not also missing',
      replaced('services/alpha/fi.md', 'summary:', 'summry:'),
      ['services/alpha/fi.md field-unknown'],
    ],
    [
      'a string in place of a list is not also too short',
      replaced('services/alpha/fi.md', /^keywords: .*$/m, 'keywords: laki'),
      ['services/alpha/fi.md field-type'],
    ],
    [
      'an unknown language is not also a missing one',
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
      ['services/alpha/fi.md same-links', 'services/beta/fi.md text-blank'],
    ],
    [
      'a page with unreadable fields does not make the links to it dead',
      {
        ...replaced('services/beta/fi.md', /^title: .*$/m, 'title: "'),
        'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\nKatso [beta](../palvelu-beta/).\n`,
      },
      ['services/beta/fi.md yaml'],
    ],
    [
      'an unreadable vocabulary does not make its terms unknown',
      { 'vocabulary.yaml': 'themes: [\n' },
      ['vocabulary.yaml yaml'],
    ],
    [
      'an invalid link is not also dead',
      { 'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\nKatso [beta](www.hel.fi).\n` },
      ['services/alpha/fi.md link-addresses'],
    ],
    [
      'a text with a mistake is not compared with its translation',
      replaced('services/alpha/fi.md', 'Saat neuvon', '[Saat](../ei-mitaan/) 77 neuvon'),
      ['services/alpha/fi.md link-targets'],
    ],
    [
      'links to a page that cannot be read are not compared',
      {
        ...replaced('services/beta/sv.md', /^title: .*$/m, 'title: "'),
        'services/alpha/fi.md': `${alphaIn('fi')}\nKatso [beta](/fi/palvelut/palvelu-beta/).\n`,
        'services/alpha/sv.md': `${alphaIn('sv')}\nSe [beta](/sv/tjanster/tjanst-beta/).\n`,
      },
      ['services/beta/sv.md yaml'],
    ],
    [
      'a refused address is not what a link is thought to mean',
      {
        ...replaced('services/beta/fi.md', 'address: palvelu-beta', 'address: palvelu-betä'),
        'pages/about/fi.mdx': `${soundFiles().get('pages/about/fi.mdx')}\n[beta](/fi/palvelut/palvelu-beta/)\n`,
        'pages/about/sv.mdx': `${soundFiles().get('pages/about/sv.mdx')}\n[beta](/sv/tjanster/tjanst-beta/)\n`,
      },
      ['services/beta/fi.md address'],
    ],
    [
      'names are not missing in a list that cannot be read',
      {
        ...replaced('site.yaml', 'name: {', 'name: ['),
        ...replaced('services/alpha/sv.md', 'Du får ett råd', 'Kuntaliitto ger ett råd'),
      },
      ['site.yaml yaml'],
    ],
    [
      'a wrong price of a kind does not make those of services unusual',
      replaced('vocabulary.yaml', /(?<=kinds:\n {2}advice:\n)/, '    price: fre\n'),
      ['vocabulary.yaml references'],
    ],
    [
      'words to ask with that are copied from another service',
      Object.fromEntries(
        ['alpha', 'beta'].map((id) => [
          `services/${id}/asked.yaml`,
          `fi:\n${Array.from({ length: 12 }, (_, index) => `  - sana${index}\n`).join('')}sv: [${id}ord]\n`,
        ]),
      ),
      ['services/alpha/asked.yaml asked-once', 'services/beta/asked.yaml asked-once'],
    ],
    [
      'a merge that was not finished',
      replaced(
        'contacts/minna-karhunen.yaml',
        /^email: .*$/m,
        '<<<<<<< HEAD\nemail: a@kuntaliitto.fi\n=======\nemail: b@kuntaliitto.fi\n>>>>>>> muutos',
      ),
      ['contacts/minna-karhunen.yaml merge-markers'],
    ],
    [
      'the middle line of such a merge alone',
      replaced('services/alpha/fi.md', /$/, '\nMoi.\n=======\n'),
      ['services/alpha/fi.md merge-markers'],
    ],
    [
      'a text that is copied over its translation',
      {
        'services/beta/sv.md': soundFiles().get('services/beta/fi.md')!,
        'services/alpha/sv.md': `${alphaIn('sv')}\nSe [beta](../tjanst-beta/).\n`,
        'services/alpha/fi.md': `${alphaIn('fi')}\nKatso [beta](../palvelu-beta/).\n`,
      },
      ['services/beta/sv.md copied-text'],
    ],
    [
      'such a copy does not hide a secret',
      Object.fromEntries(
        ['fi', 'sv'].map((lang) => [
          `services/beta/${lang}.md`,
          `${soundFiles().get('services/beta/fi.md')}\nAKIAABCDEFGHIJKLMNOP\n`,
        ]),
      ),
      ['services/beta/fi.md secrets', 'services/beta/sv.md copied-text', 'services/beta/sv.md secrets'],
    ],
  ])('%s', (_, changes, expected) => {
    // Every changed text is also told as changed.
    const told = checkWith(changes)
      .problems.filter(({ rule }) => rule !== 'stale-translation')
      .map(({ file, rule }) => `${file} ${rule}`);
    expect(told.toSorted()).toEqual(expected.toSorted());
  });
});

test('every placeholder is reported, so that the editor sees all that is left to write', () => {
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
])('a file full of errors (%s) fails quickly and reports a hundred problems', (_, text) => {
  const began = performance.now();
  const { problems, content } = checkWith({ 'services/alpha/service.yaml': text });
  expect(problems).toHaveLength(100);
  expect(content).toBeUndefined();
  // It takes less than a second on an idle machine; with quadratic time it would take a minute.
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a word of four thousand capitals is too long and crashes no rule', () => {
  const { problems } = checkWith({
    'services/alpha/fi.md': `${soundFiles().get('services/alpha/fi.md')}\n${'A'.repeat(4_000)}\n`,
  });
  expect(errors(problems)).toEqual(['services/alpha/fi.md body-written']);
});

test('file content in a message cannot break its line or control a terminal', () => {
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
