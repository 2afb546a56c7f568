import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../checks/read-content.ts';
import { allConfirmed, asFile, soundFiles, today } from '../testing/sound-content.ts';
import { confirmedInHistory } from './compared-sentences.ts';
import { confirmedFile, findEntries, printTranslations } from './confirmed-translations.ts';

const fi = 'services/alpha/fi.md';
const sv = 'services/beta/sv.md';
const changed = (path: string, text: string, replacement: string): [string, string] => [
  path,
  soundFiles().get(path)!.replace(text, replacement),
];
const reading = (...changes: [string, string | undefined][]) => {
  const files = new Map<string, string | undefined>([...soundFiles(), ...changes]);
  return readContent(
    [...files].flatMap(([path, text]) => (text === undefined ? [] : [asFile(path, text)])),
    today,
  );
};
const withChanges = () =>
  reading(
    changed(fi, 'kun kysymys on vaikea', 'kun kysymys on helppo'),
    changed(sv, '- Du bereder ett beslut som är nytt.\n', ''),
  );

test('the list shows each changed sentence with its line, and how to confirm', () => {
  expect(printTranslations(withChanges().translations, 'en')).toMatchInlineSnapshot(`
    "services/alpha — the Finnish has changed, the Swedish is unchanged
      services/alpha/fi.md
          10  Saat neuvon, kun kysymys on helppo.
              in Swedish: Du får ett råd när frågan är svår. Du kan fråga också när du inte är säker på om saken är viktig, och när du vill veta vad andra kommuner gör.
      When the languages say the same, confirm it: npm run translations -- confirm services/alpha

    services/beta — the Finnish is unchanged, the Swedish has changed
      services/beta/sv.md
              1 sentence is gone
      When the languages say the same, confirm it: npm run translations -- confirm services/beta

    2 of 6 texts wait to be confirmed."
  `);
});

test('the list is in the language of the editor', () => {
  expect(printTranslations(withChanges().translations, 'fi')).toContain(
    'suomi on muuttunut, ruotsi on ennallaan',
  );
  expect(printTranslations(withChanges().translations, 'sv')).toContain('1 mening har tagits bort');
  expect(printTranslations(reading().translations, 'sv')).toBe(
    'Alla 6 texter har bekräftats säga samma sak på båda språken.',
  );
});

test('confirmed entries leave the list, others stay', () => {
  const before = withChanges();
  const { found } = findEntries(before.translations, ['services/alpha']);
  const after = reading(
    changed(fi, 'kun kysymys on vaikea', 'kun kysymys on helppo'),
    changed(sv, '- Du bereder ett beslut som är nytt.\n', ''),
    ['translations.yaml', confirmedFile(before, found)],
  );
  const list = printTranslations(after.translations, 'en');
  expect(list).not.toContain('alpha');
  expect(list).toContain('services/beta — the Finnish is unchanged, the Swedish has changed');
});

test('confirming again changes nothing, and a deleted entry is left out', () => {
  const before = reading();
  expect(confirmedFile(before, before.translations)).toBe(soundFiles().get('translations.yaml'));
  const without = new Map([...soundFiles()].filter(([path]) => !path.startsWith('services/gamma/')));
  expect(allConfirmed(without)).not.toContain('gamma');
});

test('every version has a line of its own, so that changes to neighbouring entries merge without conflict', () => {
  const lines = soundFiles()
    .get('translations.yaml')!
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  expect(lines.slice(0, 3).map((line) => line.replace(/: .*/, ':'))).toEqual([
    'announcements/news:',
    '  fi:',
    '  sv:',
  ]);
});

test.each([
  ['services/alpha'],
  ['alpha'],
  ['services/alpha/'],
  ['content/services/alpha'],
  ['content/services/alpha/sv.md'],
  ['content\\services\\alpha\\fi.md'],
])('an entry is found as %s', (name) => {
  expect(findEntries(reading().translations, [name]).found.map(({ key }) => key)).toEqual(['services/alpha']);
});

test('an unknown name is returned with the nearest one', () => {
  expect(findEntries(reading().translations, ['alpa', 'about']).unknown).toEqual([
    { name: 'alpa', near: 'alpha' },
  ]);
});

test('where the history knows the confirmed text, the list shows what a sentence was, and which is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=e', '-c', 'user.email=e@example.org', ...args], {
      stdio: 'ignore',
    });
  try {
    git('init');
    for (const [path, text] of soundFiles()) write(path, text);
    git('add', '.');
    git('commit', '-m', 'Confirmed');
    const now = withChanges();
    for (const [path, text] of [changed(fi, 'kysymys on vaikea', 'kysymys on helppo')]) write(path, text);
    git('commit', '-am', 'Changed');
    const list = printTranslations(now.translations, 'fi', confirmedInHistory(folder, now));
    expect(list).toContain(
      '      10  Saat neuvon, kun kysymys on helppo.\n          ennen: Saat neuvon, kun kysymys on vaikea.\n          ruotsiksi: Du får ett råd',
    );
    expect(list).toContain('          poistettu: Du bereder ett beslut som är nytt.');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
