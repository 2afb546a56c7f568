import { describe, expect, test } from 'vitest';
import { checkFiles } from '../checks/check-content.ts';
import { readContent } from '../checks/read-content.ts';
import { asFile, replaced, soundFiles, today } from '../testing/sound-content.ts';
import { reportFacts } from './report-facts.ts';
import type { LinkStates } from './ask-links.ts';
import { linkSection, linkTo, reportPage, usageSections } from './report-page.ts';
import { usageFacts } from './usage-facts.ts';

function factsWith(...changes: Record<string, string>[]) {
  const files = [
    ...new Map([...soundFiles(), ...Object.entries(Object.assign({}, ...changes) as Record<string, string>)]),
  ].map(([path, text]) => asFile(path, text));
  const { content, problems } = checkFiles(files, today);
  if (!content) throw new Error(JSON.stringify(problems));
  return reportFacts(readContent(files, today), content);
}
const alpha = 'services/alpha/service.yaml';
const placesOf = (found: { file: string; line: number }[]) =>
  found.map(({ file, line }) => `${file}:${line}`);

describe('the report lists', () => {
  test('the number of entries', () => {
    expect(factsWith().counts).toEqual({
      services: 4,
      announcements: 1,
      pages: 1,
      contacts: 1,
      organisations: 1,
    });
  });

  test('entries with unconfirmed changes', () => {
    expect(factsWith().waiting).toEqual([]);
    expect(
      factsWith(replaced('services/alpha/fi.md', 'vaikea', 'helppo')).waiting.map(({ key }) => key),
    ).toEqual(['services/alpha']);
  });

  test('drafts and what becomes public later', () => {
    const { ahead } = factsWith(
      {
        'services/beta/service.yaml': `${soundFiles().get('services/beta/service.yaml')}changes:\n  - date: 2027-01-01\n    what: { fi: Hinta nousee., sv: Priset stiger. }\n`,
      },
      replaced('announcements/news/announcement.yaml', 'published: 2020', 'published: 2026-12-01T09:00'),
      { 'pages/about/page.yaml': `${soundFiles().get('pages/about/page.yaml')}draft: true\n` },
    );
    expect(ahead.map(({ file, name, parts }) => [file, name.fi, parts])).toEqual([
      ['services/beta/service.yaml', 'Palvelu beta', [{ field: 'changes', from: '2027-01-01' }]],
      ['announcements/news/announcement.yaml', 'Uutinen', [{ from: '2026-12-01T09:00' }]],
      ['pages/about/page.yaml', 'Tietoa', [{}]],
    ]);
    expect(factsWith().ahead).toEqual([]);
  });

  test('what falls due within sixty days, with its day', () => {
    const { due, siteDue } = factsWith(
      replaced(alpha, 'reviewed: 2026-11-24', 'reviewed: 2024-12-10'),
      replaced('services/beta/service.yaml', 'reviewed: 2026-11-24', 'reviewed: 2025-03-01'),
      replaced('site.yaml', 'reviewed: 2026-11-24', 'reviewed: 2025-12-24'),
    );
    expect(due).toEqual([
      { file: alpha, line: 1, name: { fi: 'Palvelu alpha', sv: 'Tjänst alpha' }, on: '2027-01-01' },
    ]);
    expect(siteDue.map(({ field }) => field)).toEqual(['accessibilityStatement.reviewed']);
  });

  test('the number of services by the year of their newest source', () => {
    const facts = factsWith(
      replaced(alpha, 'asOf: 2025', 'asOf: 2020-06'),
      replaced('services/beta/service.yaml', 'asOf: 2025', 'asOf: undated'),
    );
    expect(facts.years).toEqual([
      { year: '2020', stale: true, services: 1 },
      { year: '2025', stale: false, services: 2 },
      { year: 'undated', stale: true, services: 1 },
    ]);
  });

  test('old facts, the least recently reviewed first', () => {
    const facts = factsWith(
      replaced(
        alpha,
        'kind: advice-service',
        'kind: web\n    url: { fi: https://www.kuntaliitto.fi/a }\n    asOf: 2017',
      ),
      replaced(
        'services/beta/service.yaml',
        /asOf: 2025\nreviewed: .*/,
        'asOf: undated\nreviewed: 2025-12-01',
      ),
      replaced('contacts/minna-karhunen.yaml', 'asOf: 2026', 'asOf: 2019'),
    );
    expect(facts.oldFacts.map(({ name, dates, reviewed }) => [name.sv, dates, reviewed])).toEqual([
      ['Minna Karhunen', ['2019'], undefined],
      ['Tjänst beta', ['undated'], '2025-12-01'],
      ['Tjänst alpha', ['2017'], '2026-11-24'],
    ]);
  });

  test('unused contacts', () => {
    const other = soundFiles()
      .get('contacts/minna-karhunen.yaml')!
      .replace('Minna Karhunen', 'Toinen Henkilö')
      .replace('order: 1', 'order: 2');
    expect(factsWith().unusedContacts).toEqual([]);
    expect(factsWith({ 'contacts/brussels.yaml': other }).unusedContacts).toEqual([
      { file: 'contacts/brussels.yaml', line: 1, name: { fi: 'Toinen Henkilö', sv: 'Toinen Henkilö' } },
    ]);
  });

  test('services whose only channel is the general advice, without the advice service itself', () => {
    const reached = replaced(
      alpha,
      'kind: advice-service',
      'kind: web\n    url: { fi: https://www.kuntaliitto.fi/a }',
    );
    expect(placesOf(factsWith(reached).withoutChannel)).toEqual([
      'services/beta/service.yaml:1',
      'services/gamma/service.yaml:1',
    ]);
  });

  test('texts near their maximum length', () => {
    const facts = factsWith(
      replaced('services/alpha/fi.md', /^summary: .*$/m, `summary: ${'a'.repeat(135)}`),
      { 'services/alpha/sv.md': `${soundFiles().get('services/alpha/sv.md')}\n${'Ett råd. '.repeat(240)}\n` },
    );
    expect(
      facts.nearLimits.map(({ file, line, part, maximum }) => [`${file}:${line}`, part, maximum]),
    ).toEqual([
      ['services/alpha/sv.md:7', 'body', 2_500],
      ['services/alpha/fi.md:3', 'summary', 150],
    ]);
  });

  test('keywords and questions that do not find their target', () => {
    const facts = factsWith(
      { 'services/beta/asked.yaml': 'fi: [beta, miksi näin on, on palvelu alpha]\nsv: [beta]\n' },
      replaced('services/alpha/fi.md', /^keywords: .*$/m, 'keywords: [yksi, kaksi, kolme, neljä, "%"]'),
    );
    const lost = facts.lostWords.map(({ file, line, word, rank }) => [`${file}:${line}`, word, rank]);
    expect(lost.filter(([, , rank]) => rank === 0)).toEqual([['services/alpha/fi.md:5', '%', 0]]);
    // Four services have this keyword, and only three can be among the first three.
    expect(lost).toContainEqual(['services/personal-expert-advice/fi.md:5', 'kolme', 4]);
    expect(lost.filter(([file]) => String(file).startsWith('services/beta/asked'))).toEqual([
      ['services/beta/asked.yaml:1', 'on palvelu alpha', 2],
    ]);
  });

  test('the number of services by theme and division', () => {
    const { themes, divisions, services } = factsWith(
      replaced(alpha, 'themes: [health]', 'themes: [law, health]'),
    ).coverage;
    expect([themes.map(({ name }) => name.fi), divisions.map(({ name }) => name.fi), services]).toEqual([
      ['Nimi health', 'Nimi law'],
      ['Nimi education'],
      [[4], [1]],
    ]);
  });
});

describe('the page', () => {
  const page = (lang: 'fi' | 'sv' | 'en') =>
    reportPage(
      factsWith(
        replaced('services/alpha/fi.md', 'title: Palvelu alpha', 'title: Palvelu & neuvo'),
        replaced(alpha, 'asOf: 2025', 'asOf: 2020'),
      ),
      lang,
      today,
      '../content',
      '',
    );

  test.each([
    ['fi', 'Sisällön tila', 'Vanhat tiedot'],
    ['sv', 'Innehållets tillstånd', 'Gamla uppgifter'],
    ['en', 'State of the content', 'Old facts'],
  ] as const)('is in the language of the editor: %s', (lang, title, heading) => {
    expect(page(lang)).toContain(`<html lang="${lang}">`);
    expect(page(lang)).toContain(`<h1>${title}</h1>`);
    expect(page(lang)).toContain(heading);
  });

  test('is not indexed, uses no script and no external resources, and links to the files', () => {
    expect(page('en')).toContain('<meta name="robots" content="noindex">');
    expect(page('en')).not.toMatch(/<script|src=|@import/);
    expect([...page('en').matchAll(/href="([^#"]+)"/g)].map(([, href]) => href)).toContain(
      '../content/services/alpha/service.yaml',
    );
  });

  test('escapes text from the content and marks its language', () => {
    expect(page('en')).toContain('<span lang="fi">Palvelu &amp; neuvo</span>');
    expect(page('fi')).toContain('<span>Palvelu &amp; neuvo</span>');
  });
});

describe('what is found outside the content', () => {
  const places = new Map([
    ['https://www.kuntaliitto.fi/a', [{ file: 'services/alpha/fi.md', line: 3 }]],
    ['https://www.kuntaliitto.fi/b', [{ file: 'services/beta/fi.md', line: 4 }]],
  ]);
  const states: LinkStates = {
    'https://www.kuntaliitto.fi/a': {
      asked: '2026-11-24',
      fault: 'gone',
      detail: '404',
      since: '2026-11-20',
    },
    'https://www.kuntaliitto.fi/b': {
      asked: '2026-11-24',
      fault: 'silent',
      detail: 'ENOTFOUND',
      since: '2026-09-01',
    },
    'https://www.kuntaliitto.fi/no-longer-linked': {
      asked: '2026-11-24',
      fault: 'gone',
      detail: '404',
      since: '2026-01-01',
    },
  };
  const section = (lang: 'fi' | 'sv' | 'en', found = states) =>
    linkSection(found, places, lang, '2026-11-24', linkTo('../content'));

  test('links that fail stand with their age, the oldest first, and those that stand nowhere are left out', () => {
    const { count, body } = section('fi');
    expect(count).toBe(2);
    expect(body.indexOf('84 pv')).toBeGreaterThan(0);
    expect(body.indexOf('84 pv')).toBeLessThan(body.indexOf('4 pv', body.indexOf('84 pv') + 3));
    expect(body).toContain('sivua ei ole (404)');
    expect(body).toContain('<a href="../content/services/beta/fi.md">services/beta/fi.md</a>:4');
    expect(body).not.toContain('no-longer-linked');
    expect(section('sv', {}).about).toContain('leder fram');
  });

  test('the usage log is escaped, and shown in the page', () => {
    const usage = usageFacts(
      '{"hour":"2026-11-24T09","path":"/fi/haku/","status":200,"q":"%3Cb%3Exyz"}\n{"hour":"2026-11-24T10","path":"/%3Ca%3E","status":404,"q":""}',
      checkFiles(
        [...soundFiles()].map(([path, text]) => asFile(path, text)),
        today,
      ).content!,
    )!;
    const html = reportPage(factsWith(), 'sv', today, '../content', '', [
      section('sv'),
      ...usageSections(usage, 'sv'),
    ]);
    for (const part of [
      '&lt;b&gt;xyz',
      '/&lt;a&gt;',
      'Sökningar som fortfarande inte hittar något',
      'href="#links"',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('<b>xyz');
  });
});
