import { describe, expect, test } from 'vitest';
import { inEachLanguage, languages } from '../i18n/languages.ts';
import { readContent } from './read-content.ts';
import { asFile, today } from '../testing/sound-content.ts';
import { changesSince, lagsBehind, sentencesOf, versionOf } from './translation-pairs.ts';

const fields = { title: 'Lakineuvonta', summary: 'Saat neuvon.' };
const tree = (body: string, path = 'services/alpha/fi.md') =>
  readContent([asFile(path, `---\n---\n${body}`)], today).bodies[0]!.nodes[0]!.node;
const sentences = (body: string, path?: string) => sentencesOf(fields, tree(body, path));
const original =
  'Kirjoita neuvontaan. Liitä mukaan "asiakirjat", jos niitä on. Vastaus tulee\n15. kesäkuuta.\n\n- Neuvo on maksuton.\n- Kysy [hinta](https://www.kuntaliitto.fi/hinta).\n';
const changes = (body: string) => changesSince(versionOf(sentences(original)), sentences(body));
const firstChangedLine = (found: ReturnType<typeof changes>) => {
  const start = found.first?.start();
  return start && 'line' in start ? start.line : undefined;
};

describe('a text counts as unchanged after', () => {
  test.each([
    ['nothing', original],
    ['other line endings', original.replaceAll('\n', '\r\n')],
    ['other line wrapping', original.replace('niitä on. ', 'niitä\non. ').replace('tulee\n15.', 'tulee 15.')],
    ['a hard line break', original.replace('niitä on. ', 'niitä on.\\\n')],
    ['no-break and double spaces', original.replace('Liitä mukaan', 'Liitä\u00A0 mukaan')],
    [
      'emphasis',
      original.replace('maksuton', '**maksuton**').replace('Kirjoita neuvontaan', '*Kirjoita* neuvontaan'),
    ],
    ['other quotation marks', original.replaceAll('"', '”')],
    ['soft hyphens', original.replace('asiakirjat', 'asia\u00ADkirjat')],
    ['letters in decomposed Unicode', original.normalize('NFD')],
    ['other list markers', original.replaceAll('- ', '* ')],
    ['a wrong letter that was mended', original.replace('maksuton', 'maksutom')],
    ['a missing letter that was added', original.replace('Kirjoita', 'Kirjota')],
    ['letters in the wrong order that were mended', original.replace('neuvontaan', 'neuvonatan')],
    [
      'a comma, a full stop and a capital letter',
      original.replace('mukaan', 'mukaan,').replace('Neuvo on', 'neuvo on'),
    ],
    [
      'another order of the list',
      original.replace('- Neuvo on maksuton.\n', '').concat('- Neuvo on maksuton.\n'),
    ],
  ])('%s', (_, body) => {
    expect(changes(body)).toEqual({ changed: [], fewer: 0, first: undefined });
  });

  test('nothing, when it was confirmed before sketches were kept', () => {
    const hashes = sentences(original)
      .map(({ hash }) => hash)
      .join(' ');
    expect(changesSince(hashes, sentences(original)).first).toBeUndefined();
    expect(changesSince(hashes, sentences(original.replace('maksuton', 'maksutom'))).changed).toHaveLength(1);
  });
});

describe('a text counts as changed after', () => {
  test.each([
    ['a changed word', original.replace('maksuton', 'maksullinen'), ['Neuvo on maksullinen.'], 0, 4],
    ['a changed number', original.replace('15.', '16.'), ['Vastaus tulee 16. kesäkuuta.'], 0, 1],
    ['a number with one digit less', original.replace('15.', '5.'), ['Vastaus tulee 5. kesäkuuta.'], 0, 1],
    ['a word that denies', original.replace('Neuvo on', 'Neuvo ei ole'), ['Neuvo ei ole maksuton.'], 0, 4],
    [
      'a word that denies instead of another',
      original.replace('Neuvo on', 'Neuvo ei'),
      ['Neuvo ei maksuton.'],
      0,
      4,
    ],
    [
      'one letter of a link target',
      original.replace('/hinta)', '/hintb)'),
      ['Kysy hinta https://www.kuntaliitto.fi/hintb.'],
      0,
      5,
    ],
    [
      'a changed link target',
      original.replace('/hinta)', '/hinnasto)'),
      ['Kysy hinta https://www.kuntaliitto.fi/hinnasto.'],
      0,
      5,
    ],
    ['an added sentence', `${original}\nSoita.\n`, ['Soita.'], 0, 7],
    ['a removed sentence', original.replace('- Neuvo on maksuton.\n', ''), [], 1, 4],
    ['an added heading', `## Ohje\n\n${original}`, ['Ohje'], 0, 1],
  ])('%s', (_, body, changed, fewer, at) => {
    const found = changes(body);
    expect(found.changed.map(({ text }) => text)).toEqual(changed);
    expect([found.fewer, firstChangedLine(found)]).toEqual([fewer, at]);
  });

  test('a change in the title, summary or a key point', () => {
    const body = tree(original);
    const before = versionOf(sentencesOf({ ...fields, keyPoints: ['Yksi asia.'] }, body));
    const found = changesSince(
      before,
      sentencesOf({ title: 'Lakiapu', summary: 'Saat avun.', keyPoints: ['Toinen asia.'] }, body),
    );
    expect(found.changed.map(({ start }) => start())).toEqual([
      { field: ['title'] },
      { field: ['summary'] },
      { field: ['keyPoints', 0] },
    ]);
  });

  test('a change in an attribute of a component on a free page', () => {
    const before = versionOf(sentences('<Contacts ids="switchboard" />', 'pages/alpha/fi.mdx'));
    expect(
      changesSince(before, sentences('<Contacts ids="advice-service" />', 'pages/alpha/fi.mdx')).changed,
    ).toHaveLength(1);
  });
});

test('a sentence in a wrapped paragraph is located on its own line', () => {
  const found = changesSince(
    versionOf(sentences('Yksi.')),
    sentences('## Alku\n\nYksi. Kaksi on\npitkä. Kolme.\n'),
  );
  expect(found.changed.map(({ text, start }) => [text, start()])).toEqual([
    ['Alku', { line: 1 }],
    ['Kaksi on pitkä.', { line: 3 }],
    ['Kolme.', { line: 4 }],
  ]);
});

describe('outdated texts:', () => {
  const confirmed = { fi: versionOf(sentences('Vanha.')), sv: versionOf(sentences('Gammal.')) };
  test.each([
    ['neither', 'Vanha.', 'Gammal.', []],
    ['the Swedish after a change in Finnish', 'Uusi.', 'Gammal.', ['sv']],
    ['the Finnish after a change in Swedish', 'Vanha.', 'Ny.', ['fi']],
    ['neither after a change in both', 'Uusi.', 'Ny.', []],
  ])('%s', (_, fi, sv, lagging) => {
    const texts = { fi, sv };
    const changes = inEachLanguage((lang) => changesSince(confirmed[lang], sentences(texts[lang])));
    expect(languages.filter((lang) => lagsBehind(lang, changes))).toEqual(lagging);
  });

  test('none while the translation was never confirmed', () => {
    expect(lagsBehind('sv', undefined)).toBe(false);
  });
});
