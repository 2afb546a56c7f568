import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { userError } from '../src/model/user-error.ts';
import { checkContent } from '../src/checks/check-content.ts';
import { coloursOn, printText } from '../src/checks/print.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { langOption, runCommand } from '../src/command.ts';
import { answersFrom, askAll, type Taken } from '../src/editors/answers.ts';
import { filesOf, nextSteps } from '../src/editors/new-entry.ts';
import { existingIn, kindQuestion, type Question, questionsFor } from '../src/editors/questions.ts';
import { describe, openTerminal } from '../src/editors/terminal.ts';
import { newEntryMessages } from '../src/editors/words.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import { allKinds } from '../src/kinds/kinds.ts';
import type { Answers } from '../src/model/ask.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import type { EditorLang } from '../src/schema/sentences.ts';

const folder = contentFolder();
const now = buildTime();
const today = helsinkiDay(now);
const kindNamed = (name: string | undefined) => allKinds.find((kind) => kind.name === name);

/** What the command takes: with a kind every question about an entry of it as a flag. */
function describeNew() {
  const kind = kindNamed(process.argv[2]);
  const questions = kind ? questionsFor(kind, readContent(readFiles(folder), now), today) : [];
  return {
    about: {
      fi: 'Kirjoittaa uuden palvelun, tiedotteen, sivun, yhteystiedon tai organisaation tiedostot. Kysyy päätteessä sen, mitä valinnat eivät kerro. Valinnat näet näin: npm run new -- service --help',
      sv: 'Skriver filerna för en ny tjänst, ett nytt meddelande, en sida, en kontakt eller en organisation. Frågar i terminalen det som valen inte berättar. Se valen så här: npm run new -- service --help',
      en: 'Writes the files of a new service, announcement, page, contact or organisation. Asks on a terminal for what the options leave open. See them with: npm run new -- service --help',
    },
    takes: allKinds.map(({ name }) => name).join('|'),
    options: {
      ...langOption,
      ...Object.fromEntries(questions.map((question) => [question.flag, optionOf(question)])),
    },
  };
}

const optionOf = ({ sentence, choices, proposal }: Question) => ({
  type: 'string' as const,
  form: `${choices && choices.length <= mostInForm ? choices.map(({ key }) => key).join('|') : '…'}${proposal ? '' : ' *'}`,
  about: sentence,
});
const mostInForm = 5;

await runCommand(
  describeNew,
  async ({ values: { lang: _lang, ...flags }, positionals: [name], lang, usage }) => {
    const t = newEntryMessages[lang];
    const reading = readContent(readFiles(folder), now);
    if ((name !== undefined && !kindNamed(name)) || (name === undefined && !process.stdin.isTTY))
      throw userError(usage, 2);
    if (!reading.singles.vocabulary?.document.yaml.data) throw userError(t.unreadable);
    const kind = kindNamed(
      name ?? String((await askOnTerminal([kindQuestion], {}, lang))[kindQuestion.flag]),
    )!;
    const { answers, taken } = await collectAnswers(questionsFor(kind, reading, today), flags, lang);
    const files = filesOf(kind, answers, lang, existingIn(reading, today));
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text, { flag: 'wx' });
    }
    console.log(`\n${t.written}\n${[...files.keys()].map((path) => `  ${join(folder, path)}`).join('\n')}\n`);
    if (taken.length > 0)
      console.log(`${t.taken}\n${taken.map(({ flag, text }) => `  ${flag}: ${text}`).join('\n')}\n`);
    const { problems } = await checkContent(folder, now);
    const remaining = problems.filter(({ file }) => files.has(file));
    console.log(
      remaining.length > 0
        ? `${t.leftToDo}\n\n${printText(remaining, files.size, lang, coloursOn(1))}\n`
        : `${t.sound}\n`,
    );
    const steps = nextSteps(kind, answers, lang).map((step, index) => `${index + 1}. ${step}`);
    console.log(steps.join('\n'));
  },
);

/**
 * Takes the answers from flags and suggested values, and asks on the terminal when some are missing.
 * @returns the answers, and what was taken from suggestions that nobody saw
 * @throws a user-facing error with exit code 2 when answers are missing and there is no terminal
 */
async function collectAnswers(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
): Promise<{ answers: Answers; taken: Taken[] }> {
  const { answers, taken, open } = answersFrom(questions, flags, lang);
  if (open.length === 0) return { answers, taken };
  if (process.stdin.isTTY) {
    console.log(`\n${newEntryMessages[lang].back}`);
    return { answers: await askOnTerminal(questions, flags, lang), taken: [] };
  }
  const list = open.map(({ question, fault }) => `\n--${describe(question, lang)}\n  → ${fault}`).join('\n');
  throw userError(
    `${newEntryMessages[lang].missing(open.length)}\n${list}\n\n${newEntryMessages[lang].noTerminal}`,
    2,
  );
}

async function askOnTerminal(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
): Promise<Answers> {
  const { ask, close } = openTerminal(process.stdin, process.stdout, lang);
  try {
    return await askAll(questions, flags, lang, ask);
  } finally {
    close();
  }
}
