import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { layoutIds } from '../i18n/heading-ids.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import type { FolderWithTexts } from '../kinds/kinds.ts';
import { siteInMemory, textInMemory } from '../testing/pages-in-memory.ts';
import { asFile, today } from '../testing/sound-content.ts';
import { checkFiles } from './check-content.ts';
import { type ContentFile, isTextFile, readFiles } from './read-files.ts';
import { contentRules } from './rules.ts';

/*
 * Real content with a slip of an editor in it, of kinds that other sites have published: each is refused in its
 * file, or published as it was meant. What passes the check breaks no page.
 */

/** Mutations of each kind; `CASES_FACTOR=10`, as in `npm run test:slow`, makes a hundred. */
const casesOfEach = 10 * Number(process.env['CASES_FACTOR'] ?? 1);
const files = new Map(
  readFiles('content')
    .filter(({ path }) => isTextFile(path))
    .map((file) => [file.path, Buffer.from(file.bytes).toString('utf8')]),
);
const paths = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path));
const texts = paths(/^(?:services|announcements|pages)\/.*\.mdx?$/);
const withList = texts.filter((path) => /^- /m.test(files.get(path)!));

/** A text as its page shows it: its fields, and the HTML of its body. */
type Published = { title: string; html: string };
type Slip = {
  what: string;
  /** The files in which it may happen; every text if not given. */
  in?: string[];
  /** The file after the slip. `number` is random. */
  change: (text: string, lang: Lang, number: number) => string;
  /** Whether the page is as the editor meant it. Where not given, the check must refuse the slip. */
  isRight?: (now: Published, before: Published, lang: Lang) => boolean;
};

const oneOf = <Value>(values: readonly Value[], number: number): Value => values[number % values.length]!;
const oddBlanks = ['\u00A0', '\u202F', '\u3000', '\u2003', '\u2009'];
/** Puts a paragraph below one of the headings. */
const below = (text: string, paragraph: string, number: number): string => {
  const headings = [...text.matchAll(/^##+ .*$/gm)];
  const { index, 0: heading } = oneOf(headings, number);
  return `${text.slice(0, index + heading.length)}\n\n${paragraph}\n${text.slice(index + heading.length)}`;
};
const adding =
  (paragraph: (number: number, lang: Lang) => string): Slip['change'] =>
  (text, lang, number) =>
    below(text, paragraph(number, lang), number);
/** Changes a word of four letters or more in the body, outside links. */
const aroundWord = (text: string, number: number, change: (word: string) => string): string => {
  const words = [...text.matchAll(/(?<=^[\p{Lu}][\p{L} ]*) (\p{Ll}{4,}) (?=[\p{L} ]+)/gmu)];
  if (words.length === 0) return below(text, `Tämä on ${change('tärkeä')} asia.`, number);
  const { index, 1: word } = oneOf(words, number);
  return `${text.slice(0, index)} ${change(word!)} ${text.slice(index + word!.length + 2)}`;
};
const titleAs =
  (form: (title: string, number: number) => string): Slip['change'] =>
  (text, _lang, number) =>
    text.replace(
      /^title: (.*)$/m,
      (_, title: string) => `title: ${form(title.replace(/^"(.*)"$/, '$1'), number)}`,
    );
const same = (now: Published, before: Published): boolean =>
  now.html === before.html && now.title === before.title;
const count = (html: string, tag: string): number => html.split(`<${tag}>`).length;
const idsIn = (html: string): string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
const monthOf = (lang: Lang, number: number): string =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' })
    .format(new Date(2026, number % 12))
    .replace(/[^\p{L}]/gu, '');

const slips: Slip[] = [
  {
    what: 'a folded title',
    change: titleAs((title) => `>\n  ${title}`),
    isRight: same,
  },
  {
    what: 'a title with tabs and blanks',
    change: titleAs(
      (title, number) =>
        `"${oneOf([' ', '\t', '  '], number)}${title.replaceAll(' ', oneOf(['\t', '  ', ' \t'], number))} "`,
    ),
    isRight: same,
  },
  { what: 'a title that ends at a #', change: titleAs((title, number) => `${title} #${number}`) },
  {
    what: 'a title in quotation marks or behind a picture',
    change: titleAs(
      (title, number) => `'${oneOf(['”', '✅ ', '– ', '(', '"'], number)}${title.slice(0, 80)}'`,
    ),
    isRight: ({ html }, before) => html === before.html,
  },
  {
    what: 'days at the beginning of lines',
    change: adding((number, lang) =>
      [number, number + 7].map((one) => `${(one % 31) + 1}. ${monthOf(lang, one)}: a`).join('\n'),
    ),
  },
  {
    what: 'the first of a month at the beginning of a line',
    change: adding((number, lang) => `1. ${monthOf(lang, number)} ${oneOf(['a', '2026', '– b'], number)}`),
  },
  {
    what: 'another blank in a heading',
    change: (text, _lang, number) => text.replaceAll(/^(##+) /gm, `$1${oneOf(oddBlanks, number)}`),
    isRight: same,
  },
  {
    what: 'another blank in a list',
    in: withList,
    change: (text, _lang, number) => text.replaceAll(/^- /gm, `-${oneOf(oddBlanks, number)}`),
    isRight: same,
  },
  {
    what: 'another blank in a numbered list',
    change: adding((number) => `1.${oneOf(oddBlanks, number)}yksi\n2.${oneOf(oddBlanks, number + 1)}kaksi`),
    isRight: ({ html }, before) => count(html, 'ol') === count(before.html, 'ol') + 1,
  },
  {
    what: 'another blank in an empty line, at a beginning and at an end',
    change: (text, _lang, number) =>
      text
        .replace(/\n---\n/, '\n\u0000\n')
        .replace(
          /(?<=\u0000[\s\S]*)\n\n/g,
          oneOf(oddBlanks, number) + '\n' + oneOf(oddBlanks, number + 1) + '\n',
        )
        .replace('\u0000', '---'),
    isRight: same,
  },
  {
    what: "another program's list",
    change: adding((number) => {
      const mark = oneOf(['•', '·', '–', '—', '▪', '◦', 'o\t', '-', '●'], number);
      const blank = mark === '-' || mark.endsWith('\t') ? '' : oneOf([' ', '\t', '\u00A0', ''], number);
      return ['yksi', 'kaksi'].map((item) => mark + blank + item).join('\n');
    }),
  },
  {
    what: 'italics with a blank inside',
    change: (text, _lang, number) =>
      aroundWord(text, number, (word) =>
        oneOf([`*${word} *${word}`, `_${word} _${word}`, `* ${word}* ${word}`, `**${word} **`], number),
      ),
  },
  {
    what: 'decomposed letters',
    change: (text) => text.normalize('NFD'),
    isRight: same,
  },
  {
    what: 'straight quotation marks',
    change: (text, _lang, number) =>
      aroundWord(text, number, (word) =>
        oneOf([`"${word}"`, `'${word}'`, `“${word}”`, `"${word} "a"`], number),
      ),
    isRight: ({ html }) => !/[“‘]|"(?=[^<>]*<)(?<=>[^<]*)/.test(html) && /[”’]/.test(html),
  },
  {
    what: 'an address in quotation marks, or with an ending',
    change: (text, _lang, number) =>
      aroundWord(text, number, (word) =>
        oneOf(
          [
            `”https://www.kuntaliitto.fi/${number}”`,
            `https://www.kuntaliitto.fi/palvelut:sta`,
            `”https://www.kuntaliitto.fi” ${word}`,
            `[${word}](https://www.kuntaliitto.fi/a”)`,
            `“https://www.kuntaliitto.fi/a/b“`,
          ],
          number,
        ),
      ),
  },
  {
    what: 'a mark behind the address of a field',
    in: paths(/^services\/.*\/service\.yaml$/),
    change: (text, _lang, number) =>
      text.replace(
        /(url: |- url: "?)(https:[^\s"]*)/,
        (_, before: string, url: string) => `${before}${url}${oneOf(['”', '’', '»', ':sta'], number)}`,
      ),
  },
  {
    what: 'an address that a program wrapped',
    change: adding((number) =>
      oneOf(
        [
          `[a](https://www.google.com/url?q=https://www.hel.fi/${number})`,
          `[a](https://eur0${number % 9}.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.hel.fi)`,
          `[a](https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.hel.fi)`,
        ],
        number,
      ),
    ),
  },
  {
    what: 'a wide table',
    change: adding(
      (number) => `| a | ${'b'.repeat(number % 40)} |c|\n|---|---|---|\n| d | e | a@kuntaliitto.fi |`,
    ),
    isRight: ({ html }, _, lang) =>
      html.includes(
        `<div class="table" tabindex="0" role="group" aria-label="${{ fi: 'Taulukko', sv: 'Tabell' }[lang]}"><table>`,
      ),
  },
  {
    what: 'a row with a cell too many',
    change: adding((number) => `|a|b|\n|---|---|\n|${'c|'.repeat(3 + (number % 5))}`),
  },
  {
    what: 'a heading without words',
    change: adding((number) => `### ${oneOf(['✅', '!', '→', '…', '–', '👩🏽‍🚀'], number)}`),
  },
  {
    what: 'a heading named like a part of the page, or twice',
    change: adding((number) => {
      const name = oneOf(layoutIds, number);
      return `### ${name}\n\na\n\n### ${name}\n\nb`;
    }),
    isRight: ({ html }) => {
      const ids = idsIn(html);
      return new Set([...ids, ...layoutIds, '']).size === ids.length + layoutIds.length + 1;
    },
  },
  {
    what: 'a pattern for an e-mail address',
    in: paths(/^(?:contacts|services)\/.*\.yaml$/).filter((path) => files.get(path)!.includes('@')),
    change: (text, _lang, number) =>
      text.replace(
        /[\w.-]+@[\w.-]+/,
        `${oneOf(['etunimi.sukunimi', 'fornamn.efternamn', 'förnamn.efternamn', 'e.sukunimi', 'nimi', 'firstname.lastname'], number)}@${oneOf(['kuntaliitto.fi', 'kommunforbundet.fi', 'hel.fi'], number)}`,
      ),
  },
  {
    what: 'a pattern for an e-mail address in a text',
    change: adding(
      (number) =>
        `Osoite: ${oneOf(['etunimi.sukunimi', 'fornamn.efternamn', 'e.sukunimi'], number)}@kuntaliitto.fi.`,
    ),
  },
  {
    what: 'emphasis between punctuation and a letter',
    change: (text, _lang, number) =>
      aroundWord(text, number, (word) =>
        oneOf([`**${word}:**ota`, `*${word}.*ota`, `${word}**(a)** b`], number),
      ),
  },
  {
    what: 'an indented paragraph',
    // Free pages know no such code, and show the paragraph.
    in: texts.filter((path) => path.endsWith('.md')),
    change: adding(
      (number, lang) =>
        `${oneOf(['    ', '\t', '\u00A0\u00A0\u00A0\u00A0', '     '], number)}Sisennetty kappale (${lang}).`,
    ),
  },
];

/** The rules that refuse a text because a slip made it too long: that is no case. */
const tooLong = ['field-too-long', 'body-written', 'line-length'];

const langOf = (path: string): Lang => languages.find((lang) => path.includes(`/${lang}.`)) ?? 'fi';

async function published(content: Content, path: string): Promise<Published> {
  const [folder, id] = path.split('/') as [FolderWithTexts, string];
  const { title, body } = content[folder].find((entry) => entry.id === id)!.texts[langOf(path)];
  return { title, html: await textInMemory(path, body) };
}

/** Warnings stop no publication. */
const errorRules = contentRules.filter(({ level }) => level === 'error');
const checked = (changed: Map<string, string>) =>
  checkFiles(
    [...files].map(([path, text]): ContentFile => asFile(path, changed.get(path) ?? text)),
    today,
    false,
    errorRules,
  );
const before = checked(new Map()).content!;

/** What became of the cases of a slip: how many counted, and what was wrong. */
type Outcome = { cases: number; faults: string[] };

/**
 * Makes enough cases of every slip. As many as there are files stand in one folder, each in a file of its own: checking a
 * folder takes longer than changing it.
 */
async function tryAll(): Promise<Map<Slip, Outcome>> {
  const outcomes = new Map(slips.map((slip): [Slip, Outcome] => [slip, { cases: 0, faults: [] }]));
  const tries = new Map(
    slips.map((slip) => [
      slip,
      fc.sample(fc.record({ file: fc.nat(), number: fc.nat(10_000) }), {
        numRuns: casesOfEach * 10,
        seed: 20_201_124,
      }),
    ]),
  );
  for (;;) {
    const changed = new Map<string, { slip: Slip; text: string }>();
    // Slips of few files choose first.
    for (const slip of slips.toSorted((a, b) => (a.in ?? texts).length - (b.in ?? texts).length)) {
      const later = [];
      let missing = casesOfEach - outcomes.get(slip)!.cases;
      for (const { file, number } of tries.get(slip)!) {
        const path = oneOf(slip.in ?? texts, file);
        if (missing <= 0 || changed.has(path)) {
          later.push({ file, number });
          continue;
        }
        const text = slip.change(files.get(path)!, langOf(path), number);
        expect(text, `${path} has no place for ${slip.what}`).not.toBe(files.get(path));
        changed.set(path, { slip, text });
        missing -= 1;
      }
      tries.set(slip, later);
    }
    if (changed.size === 0) return outcomes;
    await tryTogether(changed, outcomes);
  }
}

async function tryTogether(
  changed: Map<string, { slip: Slip; text: string }>,
  outcomes: Map<Slip, Outcome>,
): Promise<void> {
  const textsOf = () => new Map([...changed].map(([path, { text }]) => [path, text]));
  const errors = Map.groupBy(checked(textsOf()).problems, ({ file }) => file);
  expect([...errors.keys()].filter((file) => !changed.has(file))).toEqual([]);
  for (const [path, found] of errors) {
    const { slip, text } = changed.get(path)!;
    changed.delete(path);
    if (found.every(({ rule }) => tooLong.includes(rule))) continue;
    const outcome = outcomes.get(slip)!;
    outcome.cases += 1;
    const [{ rule, text: said }] = found as [(typeof found)[number]];
    if (slip.isRight) outcome.faults.push(`${path} was refused by ${rule}: ${said.en.message}\n${text}`);
  }
  if (changed.size === 0) return;
  const { content, problems: left } = checked(textsOf());
  expect(content, JSON.stringify(left)).toBeDefined();
  await siteInMemory(content!, today);
  for (const [path, { slip, text }] of changed) {
    const outcome = outcomes.get(slip)!;
    outcome.cases += 1;
    if (!slip.isRight) {
      outcome.faults.push(`${path} passed the check:\n${text}`);
      continue;
    }
    const [now, then] = [await published(content!, path), await published(before, path)];
    if (!slip.isRight(now, then, langOf(path)))
      outcome.faults.push(`${path} is published wrong:\n${text}\n${now.html}`);
  }
}

let outcomes: Map<Slip, Outcome>;
beforeAll(async () => {
  outcomes = await tryAll();
}, 600_000);

test.each(slips)('$what is refused in its file, or published right', (slip) => {
  const { cases, faults } = outcomes.get(slip)!;
  expect(faults.join('\n\n')).toBe('');
  expect(cases).toBeGreaterThanOrEqual(casesOfEach);
});

test('the slow tests make at least 2,000 mutations, fifty of each kind', () => {
  expect(slips.length * casesOfEach * (10 / Number(process.env['CASES_FACTOR'] ?? 1))).toBeGreaterThanOrEqual(
    2_000,
  );
});
