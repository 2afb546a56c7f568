import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../checks/check-content.ts';
import { printText } from '../checks/print.ts';
import { readFiles } from '../checks/read-files.ts';
import { asFile, withoutField } from '../testing/sound-content.ts';
import { headingIds } from '../i18n/heading-ids.ts';
import { languages } from '../i18n/languages.ts';
import { buildTime } from '../model/clock.ts';
import { kindOf } from '../kinds/kinds.ts';
import { nextSteps } from './new-entry.ts';

/** The guide for editors: one half per language. */
const guide = readFileSync('content/README.md', 'utf8').split('\n---\n');
const existing = readFiles('content');
const textOf = (path: string) => new TextDecoder().decode(existing.find((file) => file.path === path)!.bytes);
const checkWith = (changes: Record<string, string>) =>
  checkFiles(
    [
      ...existing.filter(({ path }) => !(path in changes)),
      ...Object.entries(changes).map(([path, text]) => asFile(path, text)),
    ],
    buildTime(),
  );

describe.each(languages.map((lang, index) => ({ lang, text: guide[index]! })))(
  'the guide for editors in $lang',
  ({ lang, text }) => {
    const examples = [...text.matchAll(/```yaml\n([^`]+)```/g)].map(([, yaml]) => yaml!);
    const example = (field: string) => examples.find((yaml) => yaml.startsWith(`${field}:`))!;
    const facts = 'services/legal-advice/service.yaml';

    test('names only commands that exist', () => {
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
        scripts: Record<string, string>;
      };
      const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!);
      expect(new Set(named).size).toBeGreaterThanOrEqual(5);
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
    });

    test.each(['changes', 'withdrawn'])('has an example of the field %s that passes the check', (field) => {
      const { content, problems } = checkWith({
        [facts]: `${withoutField(textOf(facts), field)}${example(field).replace(/successor: .*/, 'successor: circulars')}`,
      });
      expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
      expect(content).toBeDefined();
    });

    test('has an example of a contact that is out of date, which passes the check', () => {
      const path = 'contacts/timo-reina.yaml';
      const { problems } = checkWith({
        [path]: withoutField(textOf(path), 'historical') + example('historical'),
      });
      expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    });

    test('leads to headings that it has', () => {
      const idOf = headingIds();
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => idOf(heading!));
      const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target!);
      expect(targets.length).toBeGreaterThan(5);
      expect(targets.filter((target) => !headings.includes(target))).toEqual([]);
    });

    test('tells early how to mend a telephone number, whose file is there', () => {
      const [first, second] = text.match(/^## .+$/gm)!;
      expect(`${first} ${second}`).toMatch(/puhelinnumero|telefonnummer/);
      const [, name] = /`([a-z-]+\.yaml)`/.exec(text)!;
      expect(textOf(`contacts/${name}`)).toMatch(/^phone: /m);
    });

    test('has an example of accepting a warning that is in the content', () => {
      const page = `pages/about/${lang}.mdx`;
      expect(textOf(page)).toContain(example('accepted'));
    });

    test('quotes a message exactly as the check prints it', () => {
      const [message] = /^services\/legal-advice\/.*$/m.exec(text)!;
      const path = `services/legal-advice/${lang}.md`;
      const { problems } = checkWith({
        [path]: textOf(path).replace(/^summary: .*$/m, `summary: ${'a'.repeat(2_962)}`),
      });
      expect(printText(problems, 1, lang, false).split('\n')).toContain(message);
    });

    test('names every command in the next steps of `npm run new`', () => {
      for (const step of nextSteps(kindOf('services'), { id: 'a' }, lang))
        for (const [command] of step.matchAll(/npm run [a-z]+/g)) expect(text).toContain(command);
    });
  },
);
