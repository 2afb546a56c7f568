import { describe, expect, test } from 'vitest';
import { pagesOf } from '../model/pages.ts';
import { type Service } from '../kinds/service/schema.ts';
import { allKinds } from '../kinds/kinds.ts';
import { previewOf } from './preview-content.ts';
import { asFile, replaced, soundFiles, today } from '../testing/sound-content.ts';
import type { ServiceEntry } from '../kinds/service/schema.ts';

/** The preview of the valid test content with changes; `null` removes a file. */
function preview(changes: Record<string, string | null>, before?: ReturnType<typeof previewOf>['content']) {
  const files = new Map([...soundFiles(), ...Object.entries(changes)]);
  return previewOf(
    [...files].flatMap(([path, text]) => (text === null ? [] : [asFile(path, text)])),
    today,
    before,
  );
}
const sound = preview({}).content!;
const service = (content: typeof sound | undefined, id: string) =>
  content?.services.find((entry) => entry.id === id);
const fi = 'services/alpha/fi.md';
const sv = 'services/alpha/sv.md';
const facts = 'services/alpha/service.yaml';

test('valid content is shown as it is', () => {
  expect(sound.services.map(({ id }) => id)).toEqual(['alpha', 'beta', 'gamma', 'personal-expert-advice']);
  expect(
    preview(replaced('services/beta/fi.md', 'Palvelu beta', 'Uusi nimi'), sound).content!.services[1]!.texts
      .fi.title,
  ).toBe('Uusi nimi');
});

describe('while one file has a mistake', () => {
  const mistakes: [string, Record<string, string | null>][] = [
    ['a field that cannot be read', replaced(fi, /^title: .*$/m, 'title: "')],
    ['a title that is missing', replaced(fi, /^title: .*\n/m, '')],
    ['no front matter', { [fi]: 'Teksti.\n' }],
    ['an empty text', { [fi]: '' }],
    ['no Swedish text', { [sv]: null }],
    ['no facts', { [facts]: null }],
    ['facts that cannot be read', { [facts]: 'kind: [\n' }],
    ['an unknown theme', replaced(facts, '[health]', '[helth]')],
    ['an unknown contact', replaced(facts, '[minna-karhunen]', '[mina]')],
    ['a kind of the wrong type', replaced(facts, 'kind: advice', 'kind: 5')],
    ['raw HTML', { [fi]: `${soundFiles().get(fi)}\n<script>alert(1)</script>\n` }],
    ['a contact that cannot be read', { 'contacts/minna-karhunen.yaml': 'kind: person\nname: [\n' }],
    [
      'a contact without a phone that works',
      replaced('contacts/minna-karhunen.yaml', '+358 9 771 2000', '1'),
    ],
    ['an announcement without key points', replaced('announcements/news/fi.md', /^keyPoints: .*\n/m, '')],
    [
      'a free page with code',
      { 'pages/about/fi.mdx': `${soundFiles().get('pages/about/fi.mdx')}\n{process.exit()}\n` },
    ],
    ['words that people ask with that cannot be read', { 'services/alpha/asked.yaml': 'fi: {' }],
    ['redirects that lead nowhere', { 'redirects.yaml': '/fi/a/: /fi/b/\n' }],
    ['a need on the home page that leads nowhere', replaced('site.yaml', 'service: alpha', 'service: alfa')],
    ['a service that was deleted', { [fi]: null, [sv]: null, [facts]: null }],
  ];

  test.each(mistakes)(
    '%s: changes to another file show, and all content passes the schemas that Astro validates',
    (_, changes) => {
      for (const before of [undefined, sound]) {
        const { content, problems } = preview(
          { ...changes, ...replaced('services/beta/fi.md', 'Palvelu beta', 'Uusi nimi') },
          before,
        );
        expect(problems().some(({ level }) => level === 'error')).toBe(true);
        expect(service(content, 'beta')?.texts.fi.title).toBe('Uusi nimi');
        expect(() => pagesOf(content!, allKinds)).not.toThrow();
        for (const { folder, schema, text: kindOfText } of allKinds) {
          for (const { id: _id, ...entry } of content![folder]) {
            const { facts = entry, texts = {} as ServiceEntry['texts'] } = entry as unknown as ServiceEntry;
            expect(schema.safeParse(facts).error).toBeUndefined();
            for (const { body: _body, bodyLine: _line, lags: _lags, ...text } of Object.values(texts))
              expect(kindOfText!.schema.safeParse(text).error).toBeUndefined();
          }
        }
        expect(JSON.stringify(content)).not.toMatch(/<script>|process\.exit/);
      }
    },
  );
});

describe('for a file with a mistake', () => {
  test('the preview shows its valid fields and its text', () => {
    const { content } = preview(
      {
        [fi]: soundFiles()
          .get(fi)!
          .replace('Palvelu alpha', 'Uusi nimi')
          .replace(/^address: .*$/m, 'address: Ei Käy')
          .replace('Saat neuvon', 'Saat uuden neuvon'),
      },
      sound,
    );
    expect(service(content, 'alpha')?.texts.fi).toMatchObject({
      title: 'Uusi nimi',
      address: 'palvelu-alpha',
      body: expect.stringContaining('Saat uuden neuvon'),
    });
  });

  test('an absent optional field is not taken from another entry', () => {
    const { content } = preview({
      ...replaced(facts, 'price: free\n', ''),
      'services/beta/service.yaml': `${soundFiles().get('services/beta/service.yaml')}links: { fi: https://www.kuntaliitto.fi/ }\n`,
    });
    expect((service(content, 'alpha')?.facts as Service).links).toBeUndefined();
    expect((service(content, 'alpha')?.facts as Service).price).toBe('free');
  });

  test('that was never valid, the title is replaced by the id', () => {
    expect(
      service(preview(replaced(fi, /^title: .*$/m, 'title: " "')).content, 'alpha')?.texts.fi.title,
    ).toBe('⚠ alpha');
  });

  test('placeholders in fields are shown', () => {
    expect(
      service(preview(replaced(fi, /^summary: .*$/m, 'summary: "[kirjoita]"'), sound).content, 'alpha')?.texts
        .fi.summary,
    ).toBe('[kirjoita]');
  });
});

test('without a valid vocabulary there is no preview, unless an earlier one was valid', () => {
  expect(preview({ 'vocabulary.yaml': 'themes: [' }).content).toBeUndefined();
  expect(preview({ 'vocabulary.yaml': 'themes: [' }, sound).content?.vocabulary).toEqual(sound.vocabulary);
});

test.each([
  ['HTML before a line that no parser should meet', `<script>alert(1)</script>\n\n${'a'.repeat(6_000)}`],
  ['a link that runs code', '[sivu](javascript:alert)'],
  ['a link to a private host', '[sivu](https://192.168.1.1/)'],
])('a body that a rule refuses is not shown: %s', (_, text) => {
  const path = 'services/alpha/fi.md';
  const { content } = preview({ [path]: `${soundFiles().get(path)}\n${text}\n` }, sound);
  expect(content!.services.find(({ id }) => id === 'alpha')!.texts.fi.body).toBe(
    sound.services.find(({ id }) => id === 'alpha')!.texts.fi.body,
  );
});
