import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asFile, soundFiles, today } from '../../testing/sound-content.ts';
import { runRules } from '../../checks/check-content.ts';
import { checkWith, filesWith, messagesOf } from './live-check.ts';

const sound = [...soundFiles()].map(([path, text]) => asFile(path, text));
const fi = 'services/alpha/fi.md';
const textOf = (path: string) => soundFiles().get(path)!;
const say = (path: string, change: (text: string) => string, wanted = 'error') => {
  const { reading, problems } = runRules(filesWith(sound, new Map([[path, change(textOf(path))]])), today);
  return messagesOf(
    problems().filter(({ file, level }) => file === path && level === wanted),
    reading,
    'fi',
  );
};

test('a text that is too long is told at its field, in the language of the editor', () => {
  const [message, ...others] = say(fi, (text) => text.replace(/^title: .*$/m, `title: ${'A'.repeat(101)}`));
  expect(others).toEqual([]);
  expect(message).toMatchObject({ file: fi, path: ['title'], level: 'error' });
  expect(message!.text).toContain('101 merkkiä, enintään 100');
});

test('a missing field is told by its name on the form, with no line of a file', () => {
  const { text, hint } = say(fi, (before) => before.replace(/^summary: .*\n/m, ''))[0]!;
  expect(text).toBe('kenttä Tiivistelmä puuttuu');
  expect(hint).toMatch(/^Täytä kenttä\./);
});

test('a missing field is told where it belongs', () => {
  expect(say(fi, (text) => text.replace(/^summary: .*\n/m, ''))[0]).toMatchObject({ path: ['summary'] });
});

test('a fault in an item of a list is told at the item', () => {
  const path = 'services/alpha/service.yaml';
  expect(say(path, (text) => text.replace(/url: \S+/, 'url: http://example.org'))[0]!.path.slice(-1)).toEqual(
    ['url'],
  );
  expect(say(path, (text) => text.replace(/^themes: .*$/m, 'themes: [health, nonsense]'))[0]!.path).toEqual([
    'themes',
    1,
  ]);
});

test('a fault in the body is told with its line, as the form counts them', () => {
  const [message] = say(fi, (text) => text.replace(/(---\n\n.*\n)/, '$1<b>x</b>\n'));
  expect(message).toMatchObject({ path: [], bodyLine: 2 });
});

test('a file that is not saved yet stands in for the one on disk, or is gone', () => {
  expect(filesWith(sound, new Map([[fi, undefined]])).length).toBe(sound.length - 1);
  expect(filesWith(sound, new Map([['contacts/new.yaml', 'a']])).length).toBe(sound.length + 1);
});

test('an entry is judged at once by what is near to it, as with all others', () => {
  const key = 'services/legal-advice';
  const path = `${key}/service.yaml`;
  const text = readFileSync(`content/${path}`, 'utf8')
    .replace(/^price: .*$/m, 'price: unknown')
    .replace('contacts: [', 'contacts: [nobody, ');
  const texts = new Map([[path, text]]);
  const own = (near?: string) =>
    checkWith('content', texts, today, near).problems.filter(({ file }) => file.startsWith(key));
  const rules = own(key).map(({ rule }) => rule);
  expect(rules).toContain('references');
  expect(rules).toContain('price-explained');
  expect(own(key)).toEqual(own());
});

test('another file is called by the name of its entry, and its fields by those of the form', () => {
  const hints = (path: string, more: string) =>
    say(path, (text) => `${text}\n${more}\n`, 'warning').map(({ hint }) => hint);
  expect(hints(fi, 'Soita 09 771 2000.').join()).toContain('Vertaa kohtaan ”Palvelu alpha” ruotsiksi');
  expect(hints('services/alpha/sv.md', 'Fråga Juristiverkosto.').join()).toContain(
    'Lisää nimi kohtaan ”Sivuston tiedot ja etusivu”: Nimet vain yhdellä kielellä: suomeksi.',
  );
});
