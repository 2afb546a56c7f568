import { describe, expect, test } from 'vitest';
import type { Lang } from '../i18n/languages.ts';
import { plainLanguageRules } from '../schema/fields.ts';
import { bodies, checkWith, finnish, replaced, swedish, textFile } from '../testing/sound-content.ts';

const fields = { fi: finnish('Palvelu alpha', 'palvelu-alpha'), sv: swedish('Tjänst alpha', 'tjanst-alpha') };
const files: Record<Lang, string> = { fi: 'services/alpha/fi.md', sv: 'services/alpha/sv.md' };
const rules: string[] = [...Object.keys(plainLanguageRules), 'accepted-texts'];

/** The plain-language warnings for a file whose last paragraph is the text. */
function warnings(lang: Lang, text: string, more: Record<string, string> = {}) {
  const { problems } = checkWith({
    [files[lang]]: textFile({ ...fields[lang], ...more }, `${bodies[lang]}\n${text}\n`),
  });
  expect(
    problems
      .filter(({ level }) => level === 'error')
      .map(({ rule, text: { en } }) => `${rule} ${en.message}`),
  ).toEqual([]);
  return problems.filter(({ rule }) => rules.includes(rule));
}
const warnedRules = (lang: Lang, text: string, more?: Record<string, string>) =>
  warnings(lang, text, more).map(({ rule }) => rule);

test('a name that site.yaml lists is no stranger, also while another setting there is wrong', () => {
  const site = replaced('site.yaml', 'feedback: null', 'feedback: wrong\nnames: { fi: [Juristiverkosto] }');
  const text = textFile(fields.sv, `${bodies.sv}\nFråga Juristiverkosto.\n`);
  const rulesOf = (changes: Record<string, string>) =>
    checkWith({ [files.sv]: text, ...changes }).problems.map(({ rule }) => rule);
  expect(rulesOf({})).toContain('foreign-names');
  expect(rulesOf(site)).not.toContain('foreign-names');
});

describe('a text that is hard to read gets a warning:', () => {
  test.each<[Lang, string, string[]]>([
    [
      'fi',
      'Voit kysyä neuvoa silloin kun valmistelet päätöstä joka on uusi ja silloin kun et ole varma siitä mitä laki vaatii ja silloin kun haluat tietää mitä muut kunnat ovat tehneet ennen sinua.',
      ['long-sentences'],
    ],
    [
      'sv',
      'Du kan fråga när du bereder ett beslut som är nytt och när du inte är säker på vad lagen kräver och när du vill veta vad andra kommuner har gjort före dig.',
      ['long-sentences'],
    ],
    [
      'fi',
      'Hakemus käsitellään kirjaamossa. Päätös annetaan syksyllä. Maksu peritään ja kuitti lähetetään.',
      ['passive-chains'],
    ],
    ['fi', 'Asia on käsitelty, päätös on tehty ja maksu oli peritty.', ['passive-chains']],
    [
      'sv',
      'Ansökan behandlas i registraturen. Beslutet skickas på hösten. Avgiften debiteras.',
      ['passive-chains'],
    ],
    ['sv', 'Ärendet har behandlats, beslutet har publicerats och avgiften blev betald.', ['passive-chains']],
    [
      'fi',
      'Mikäli kyseinen asia on tehty kunnan toimesta, kysy neuvoa.',
      ['filler-words', 'filler-words', 'filler-words'],
    ],
    [
      'sv',
      'Beträffande samtliga avtal kan du erhålla råd.',
      ['filler-words', 'filler-words', 'filler-words'],
    ],
    ['fi', 'Kuntalain 90 § koskee sinua.', ['statute-numbers']],
    ['fi', 'Kuntalaki (410/2015) koskee sinua.', ['statute-numbers']],
    ['fi', 'Lain 3 momentti koskee sinua.', ['statute-numbers']],
    ['sv', 'Kommunallagens 90 § gäller dig.', ['statute-numbers']],
    ['sv', 'Kommunallagen (410/2015) gäller dig.', ['statute-numbers']],
    [
      'fi',
      'Tällä hetkellä palvelu on maksuton, ja ensi vuonna se muuttuu.',
      ['ageing-words', 'ageing-words'],
    ],
    ['sv', 'För närvarande är tjänsten gratis, och nästa år ändras det.', ['ageing-words', 'ageing-words']],
    ['fi', 'Koulutus on 15.1.2027.', ['ageing-words']],
    ['sv', 'Utbildningen är 15.1.2027.', ['ageing-words']],
    ['fi', 'Katso YTA-neuvottelukunnan ohje.', ['unexplained-abbreviations']],
    ['sv', 'Läs DVV:s anvisning.', ['unexplained-abbreviations']],
  ])('%s: %s', (lang, text, expected) => {
    expect(warnedRules(lang, text)).toEqual(expected);
  });

  test('in the summary too', () => {
    const [warning, ...others] = warnings('fi', 'Kysy.', { summary: 'Saat apua, mikäli tarvitset.' });
    expect(others).toEqual([]);
    expect([warning!.rule, warning!.line, warning!.text.fi.hint]).toEqual([
      'filler-words',
      3,
      'Kirjoita sen sijaan: jos. Tai hyväksy se kentässä accepted.',
    ]);
  });

  test('at its line and column, in a list and after emphasis too', () => {
    const first = textFile(fields.fi, bodies.fi).split('\n').length + 1;
    expect(
      warnings('fi', '- Kysy **ensin**, mikäli voit.\n- Lue\n  mikäli osaat.').map(
        ({ line, column }) => `${line}:${column}`,
      ),
    ).toEqual([`${first}:19`, `${first + 2}:1`]);
  });
});

describe('a plain text gets no warning:', () => {
  test.each<[Lang, string]>([
    [
      'fi',
      'Kunnassa on tätä mieltä moni, mutta kukaan ei ole vastaan. Kysy kerrallaan yhtä asiaa. Mitään ei maksa.',
    ],
    [
      'fi',
      'Palvelu koskee kuntaan muuttavia. Hintaan vaikuttaa koko. Katso sähköpostiin tulleesta ohjeesta.',
    ],
    ['fi', 'Tiedot on koottu. Lue ne ensin. Ohje julkaistiin vuonna 2024.'],
    [
      'sv',
      'Kommunernas webbplats har stadens insats. Männens plats finns där. Annars träffas ni och hoppas på det bästa.',
    ],
    ['sv', 'Avtalet tillämpas av kommunen. Det publiceras av förbundet. Det granskas av staden.'],
    ['fi', 'Sinulla on omaa tietoa, ja kysyt esimerkiksi hinnasta.'],
    ['sv', 'När det gäller priset kan du till exempel fråga rådgivningen.'],
    ['fi', 'Lausunto koskee hallituksen esitystä HE 100/2025. Valtuustokausi 2021/2025 on ohi.'],
    ['sv', 'Utlåtandet gäller regeringens proposition RP 100/2025.'],
    ['fi', 'Tarkista, miten se nyt hoidetaan. Uusi laki tuli voimaan 1.1.2023.'],
    ['sv', 'Kontrollera hur det sköts nu. Den nya lagen trädde i kraft 1.1.2023.'],
    [
      'fi',
      'Kuntaliitto vaikuttaa EU:ssa. Yhtiö FCG kouluttaa. Digi- ja väestötietovirasto (DVV) auttaa, ja DVV vastaa.',
    ],
    ['fi', 'Järjestöissä, muun muassa CEMR:ssä, on kuntia. XYZ on verkosto.'],
    ['sv', 'Förbundet påverkar i EU. Bolaget FCG utbildar. Regeringens proposition RP är klar.'],
    ['fi', 'Merkki `ABC` ja osoite [kuntaliiton sivu](https://www.kuntaliitto.fi/ABC) ovat kunnossa.'],
  ])('%s: %s', (lang, text) => {
    expect(warnings(lang, text).map(({ rule, text: { en } }) => `${rule}: ${en.message}`)).toEqual([]);
  });
});

describe('an editor accepts a warning with a reason:', () => {
  const accepted = (rule: string, text: string) => ({
    accepted: `[{ rule: ${rule}, text: "${text}", why: Lain oma sana. }]`,
  });

  test('that warning is gone, and others stay', () => {
    expect(
      warnedRules('fi', 'Kysy, mikäli kyseinen asia on uusi.', accepted('filler-words', 'kyseinen asia')),
    ).toEqual(['filler-words']);
    expect(warnedRules('fi', 'Kysy, mikäli voit.', accepted('ageing-words', 'mikäli'))).toEqual([
      'filler-words',
    ]);
  });

  test('a long sentence is identified by a part of it', () => {
    const long =
      'Voit kysyä neuvoa silloin kun valmistelet päätöstä joka on uusi ja silloin kun et ole varma siitä mitä laki vaatii ja silloin kun haluat tietää mitä muut kunnat ovat tehneet ennen sinua.';
    expect(
      warnedRules('fi', long, accepted('long-sentences', 'Voit kysyä neuvoa silloin kun valmistelet')),
    ).toEqual([]);
  });

  test('an acceptance must be removed when its text is gone', () => {
    const [warning] = warnings('fi', 'Kysy.', accepted('filler-words', 'mikäli'));
    expect([warning!.rule, warning!.text.en.hint]).toEqual([
      'accepted-texts',
      'Remove it from the field accepted, or write it as in the text.',
    ]);
  });

  test.each([
    [
      'a rule that does not exist',
      '[{ rule: filler-word, text: mikäli, why: Syy. }]',
      'Did you mean: filler-words?',
    ],
    ['no reason', '[{ rule: filler-words, text: mikäli }]', 'Add a line "why: …". Why they may stay.'],
  ])('%s is refused', (_, value, remedy) => {
    const { problems } = checkWith({ [files.fi]: textFile({ ...fields.fi, accepted: value }, bodies.fi) });
    expect(problems.filter(({ level }) => level === 'error').map(({ text }) => text.en.hint)).toEqual([
      remedy,
    ]);
  });
});
