import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent, checkFiles } from '../checks/check-content.ts';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import { asFile } from '../testing/sound-content.ts';
import { buildTime } from '../model/clock.ts';
import { allKinds, kinds } from '../kinds/kinds.ts';
import { sentenceOf } from '../schema/fields.ts';
import { type EditorLang, editorLanguages, fieldRules } from '../schema/sentences.ts';
import { fieldsOf } from '../schema/walk.ts';
import { answersFrom, askAll } from './answers.ts';
import { filesOf } from './new-entry.ts';
import { existingIn, questionsFor } from './questions.ts';
import { openTerminal } from './terminal.ts';
import { toAddress } from '../i18n/addresses.ts';
import { contact } from '../kinds/contact/schema.ts';

const day = '2026-11-24';
const existing = readFiles('content');
const today = buildTime();
const reading = readContent(existing, today);
const kindNamed = (name: string) => allKinds.find((kind) => kind.name === name)!;
const kindNames = allKinds.map(({ name }) => name);
const questions = (kind: string) => questionsFor(kindNamed(kind), reading, day);

/** The required answers for each kind of entry; the others have defaults. */
const requiredAnswers = {
  service: {
    'title-fi': 'Uusi palvelu',
    'title-sv': 'Ny tjänst',
    id: 'New service',
    kind: '1',
    themes: '1, 2',
    divisions: '1',
    price: '1',
    'price-note-fi': 'Myös neuvonta on maksuton.',
    'price-note-sv': 'Också rådgivningen är avgiftsfri.',
    languages: '1,2',
    source: 'https://www.kuntaliitto.fi/palvelut',
    year: '2025',
  },
  announcement: {
    'title-fi': 'Uusi tiedote',
    'title-sv': 'Nytt meddelande',
    id: 'new-announcement',
    published: '2026-06',
    kind: 'news',
    source: 'https://www.kuntaliitto.fi/uutinen',
  },
  contact: {
    kind: 'unit',
    'name-fi': 'Uusi yksikkö',
    'name-sv': 'Ny enhet',
    id: 'new-unit',
    'title-fi': 'auttaa',
    'title-sv': 'hjälper',
    'as-of': '2026',
  },
  organisation: {
    'name-fi': 'Uusi virasto',
    'name-sv': 'Ny myndighet',
    id: 'new-agency',
    topics: 'work',
    'helps-with-fi': 'Auttaa.',
    'helps-with-sv': 'Hjälper.',
    source: 'https://www.keva.fi/a',
    year: '2025',
  },
  page: { 'title-fi': 'Uusi sivu', 'title-sv': 'Ny sida', id: 'new-page' },
};

const answersFor = (kind: string) => (requiredAnswers as Record<string, Record<string, string>>)[kind]!;

function newFiles(kind: string, flags: Record<string, string>, lang: EditorLang) {
  const { answers, open } = answersFrom(questions(kind), flags, lang);
  expect(open.map(({ question, fault }) => `${question.flag}: ${fault}`)).toEqual([]);
  return filesOf(kindNamed(kind), answers, lang, existingIn(reading, day));
}

test('one choice says that a service is for every division', () => {
  const flags = { ...requiredAnswers.service, divisions: 'everybody' };
  const facts = newFiles('service', flags, 'fi').get('services/new-service/service.yaml');
  expect(facts).toContain('everybody: true');
  expect(facts).not.toMatch(/^divisions:/m);
});

test.each(['service', 'contact', 'organisation', 'page'])(
  'the id of a new %s is proposed from what it is called',
  (kind) => {
    const { id: _, ...flags } = answersFor(kind);
    const { title = '', name = '' } = { title: flags['title-fi'], name: flags['name-fi'] };
    expect(answersFrom(questions(kind), flags, 'fi').answers['id']).toBe(toAddress(name || title));
  },
);

describe('a new entry passes the check except for its placeholders:', () => {
  const leftToWrite = ['placeholders'];
  test.each(kindNames.flatMap((kind) => editorLanguages.map((lang): [string, EditorLang] => [kind, lang])))(
    '%s, for an editor who reads %s',
    (kind, lang) => {
      const files = newFiles(kind, answersFor(kind), lang);
      const { problems } = checkFiles(
        [...existing, ...[...files].map(([path, text]) => asFile(path, text))],
        today,
      );
      const errors = problems.filter(({ level }) => level === 'error');
      expect(errors.filter(({ rule, file }) => !leftToWrite.includes(rule) || !files.has(file))).toEqual([]);
      // Every text has errors; some kinds have none.
      expect([...new Set(errors.map(({ file }) => file))]).toEqual(
        [...files.keys()].filter((path) => /\.mdx?$/.test(path)),
      );
    },
  );

  test('and entirely once these are replaced', () => {
    const written = [...newFiles('service', requiredAnswers.service, 'fi')].map(([path, text]) =>
      asFile(
        path,
        text
          .replace(/^keywords: .*$/m, 'keywords: [a, b, c, d, e]')
          .replace(
            /"?\[(kirjoita|skriv)[^\]]*\]"?/g,
            path.endsWith('fi.md') ? 'Saat apua.' : 'Du får hjälp.',
          ),
      ),
    );
    const { content } = checkFiles([...existing, ...written], today);
    expect(content?.services.find(({ id }) => id === 'new-service')?.texts.sv.address).toBe('ny-tjanst');
  });
});

test.each(editorLanguages)(
  'facts have comments in the language of the editor (%s), each text in its own',
  (lang) => {
    const files = newFiles('service', requiredAnswers.service, lang);
    const unwrapped = (path: string) => files.get(path)!.replace(/\n\s*# /g, ' ');
    for (const field of Object.values(fieldsOf(kinds.services.schema)!))
      expect(unwrapped('services/new-service/service.yaml')).toContain(sentenceOf(field)![lang]);
    for (const textLang of ['fi', 'sv'] as const) {
      for (const field of Object.values(fieldsOf(kinds.services.text!.schema)!))
        expect(unwrapped(`services/new-service/${textLang}.md`)).toContain(sentenceOf(field)![textLang]);
    }
  },
);

test('the default id of a person is made from the name, and every field of a contact has a comment', () => {
  const files = newFiles(
    'contact',
    {
      kind: 'person',
      name: 'Förnamn Släktnamn',
      'title-fi': 'juristi',
      'title-sv': 'jurist',
      'as-of': 'undated',
      source: 'https://www.kuntaliitto.fi/a',
    },
    'sv',
  );
  expect([...files.keys()]).toEqual(['contacts/fornamn-slaktnamn.yaml']);
  const text = files.get('contacts/fornamn-slaktnamn.yaml')!;
  for (const field of Object.values(fieldsOf(contact.options[0])!))
    expect(text.replace(/\n\s*# /g, ' ')).toContain(sentenceOf(field)!.sv);
  const { problems } = checkFiles([...existing, asFile('contacts/fornamn-slaktnamn.yaml', text)], today);
  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('an invalid answer is rejected with the remedy:', () => {
  test.each<[string, string, Record<string, string>, string]>([
    [
      'an id that exists',
      'service',
      { id: 'Legal advice' },
      '"legal-advice" exists already: services/legal-advice/asked.yaml. Change that one, or choose another.',
    ],
    [
      'a title that exists',
      'service',
      { 'title-fi': 'lakineuvonta' },
      '"lakineuvonta" exists already: services/legal-advice/fi.md. Change that one, or choose another.',
    ],
    [
      'an address of another service, in another language',
      'service',
      { 'address-sv': 'lakineuvonta' },
      '"lakineuvonta" exists already: services/legal-advice/fi.md. Change that one, or choose another.',
    ],
    [
      'an address that the site itself uses',
      'page',
      { 'address-fi': 'haku' },
      'The site itself uses the address "haku". Choose another.',
    ],
    [
      'a person who exists already',
      'contact',
      { kind: 'person', name: 'minna karhunen' },
      '"minna karhunen" exists already: contacts/minna-karhunen.yaml. Change that one, or choose another.',
    ],
    ['a word that is not in the vocabulary', 'service', { kind: 'advise' }, 'Did you mean: advice?'],
    [
      'five themes',
      'service',
      { themes: '1,2,3,4,5' },
      '5 items, at most 4 are permitted. Remove 1: keep the most important ones.',
    ],
    [
      'a year in words',
      'service',
      { year: 'last year' },
      '"last year" is not valid. This must be a number. The year that the page speaks of; for a page without a date the year when it was read.',
    ],
    [
      'a phone that is no number',
      'contact',
      { phone: 'växel 2000' },
      `"växel 2000" is not valid. ${fieldRules.phone.en}`,
    ],
  ])('%s', (_, kind, flags, remedy) => {
    const { open } = answersFrom(questions(kind), { ...answersFor(kind), ...flags }, 'en');
    expect(open.map(({ fault }) => fault)).toContain(remedy);
  });
});

test('on a terminal it asks for what the flags leave open, repeats after an invalid answer, and accepts defaults', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const { ask, close } = openTerminal(input, output, 'sv');
  // Pasted at once: title, id, address (default), address (invalid, then valid), year (invalid, then
  // default).
  input.end('Ny sida\nNew page\n\nNy Sida!\nny-adress\ni år\n\n2026-11-01\n');
  const answers = await askAll(questions('page'), { 'title-fi': 'Uusi sivu' }, 'sv', ask);
  close();
  expect(answers).toEqual({
    'title-fi': 'Uusi sivu',
    'title-sv': 'Ny sida',
    id: 'new-page',
    'address-fi': 'uusi-sivu',
    'address-sv': 'ny-adress',
    'as-of': '2026',
    reviewed: '2026-11-01',
  });
  const printed = String(output.read());
  expect(printed).toContain('[uusi-sivu] > ');
  expect(printed).toContain('Använd små bokstäver a–z');
});

test('on a terminal < leads back to the question before, which proposes what was answered', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const { ask, close } = openTerminal(input, output, 'sv');
  // At the first question there is none before; the title is mended, the id kept.
  input.end('<\nNy sdia\nnew-page\n<\n<\nNy sida\n\n\n\n\n\n');
  const answers = await askAll(questions('page'), { 'title-fi': 'Uusi sivu' }, 'sv', ask);
  close();
  expect(answers).toMatchObject({ 'title-sv': 'Ny sida', id: 'new-page', 'address-sv': 'ny-sida' });
  expect(String(output.read())).toContain('[Ny sdia] > ');
});

test('the end of the input stops the questions', async () => {
  const input = new PassThrough();
  const { ask } = openTerminal(input, new PassThrough(), 'fi');
  input.end('Uusi sivu\n');
  await expect(askAll(questions('page'), {}, 'fi', ask)).rejects.toThrow(
    'Keskeytetty. Mitään ei kirjoitettu.',
  );
});

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync('content', folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/new.ts', ...args], {
      encoding: 'utf8',
      input: '',
      env: {
        ...process.env,
        CONTENT_DIR: folder,
        BUILD_TIME: '2026-11-24T12:00:00Z',
        LANG: 'fi_FI.UTF-8',
        LC_ALL: '',
      },
    });
  const flags = (answers: Record<string, string>) =>
    Object.entries(answers).flatMap(([flag, answer]) => [`--${flag}`, answer]);

  test('without a terminal lists the missing flags and writes nothing', () => {
    const { status, stderr } = run('service', '--title-fi', 'Uusi palvelu', '--title-sv', 'Ny tjänst');
    expect(status).toBe(2);
    for (const flag of ['--kind', '--themes', '--divisions', '--price', '--languages', '--source', '--year'])
      expect(stderr).toContain(`${flag}  `);
    expect(stderr).not.toContain('--title-fi  ');
    expect(existsSync(join(folder, 'services/new-service'))).toBe(false);
  });

  test('lists every flag of a kind with --help, what is needed with *, and writes nothing', () => {
    const { status, stdout } = run('announcement', '--help', '--title-fi', 'Uusi');
    expect(status).toBe(0);
    for (const { flag, sentence, proposal } of questions('announcement')) {
      expect(stdout).toMatch(new RegExp(`--${flag} .*${proposal ? '' : ' \\*'}  `));
      expect(stdout).toContain(sentence.fi);
    }
    expect(existsSync(join(folder, 'announcements/uusi'))).toBe(false);
  });

  test.each([[[]], [['thing']], [['service', '--colour', 'red']], [['service', '--lang', 'de']]])(
    '%j prints the usage',
    (args) => {
      const { status, stderr } = run(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('Käyttö: npm run new -- service|announcement|page|contact|organisation');
    },
  );

  test('writes the files of every kind, leaves placeholders to replace, and never overwrites a file', async () => {
    for (const kind of kindNames) {
      const { status, stdout, stderr } = run(kind, ...flags(answersFor(kind)));
      expect([kind, status, stderr]).toEqual([kind, 0, '']);
      expect(stdout).toContain('Kirjoitettu:');
      expect(stdout).toContain('npm run dev');
      if (kind === 'service')
        expect(stdout).toMatch(
          /Ehdotuksista otettiin.*\n(?: {2}.*\n)* {2}related: .+\n {2}reviewed: 2026-11-24\n/,
        );
      expect(stdout.includes('Lisää linkki')).toBe(kind === 'page');
    }
    expect(run('page', ...flags(requiredAnswers.page)).status).toBe(2);
    const { problems } = await checkContent(folder, today);
    expect([...new Set(problems.filter(({ level }) => level === 'error').map(({ file }) => file))]).toEqual([
      'announcements/new-announcement/fi.md',
      'announcements/new-announcement/sv.md',
      'pages/new-page/fi.mdx',
      'pages/new-page/sv.mdx',
      'services/new-service/fi.md',
      'services/new-service/sv.md',
    ]);
  });
});

test.each(editorLanguages)('every question is named, and no two alike, in %s', (lang) => {
  for (const kind of kindNames) {
    const names = questions(kind).map(({ name }) => name(lang));
    // A name has one form for a person and one for each language of a unit.
    expect(new Set(names).size, kind).toBe(names.length);
    expect(names.join('\n'), kind).not.toMatch(/[a-z][A-Z]|undefined/);
  }
  expect(questions('service').map(({ name }) => name(lang))).toContain(
    { fi: 'Otsikko ruotsiksi', sv: 'Rubrik på svenska', en: 'Title in Swedish' }[lang],
  );
});
